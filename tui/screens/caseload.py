"""Caseload: one line a child or adult, in the order that the person chose."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from checklists.pages.blocks import Page
from checklists.pages.caseload import ORDERS, Order, caseload_page
from tui.keys import Context, bindings
from tui.screens.acting import Acting
from tui.screens.base import Commands


class CaseloadScreen(Acting):
    """The table of all children; drawn from the caseload rows alone."""

    footer = "caseload"
    about = "caseload"
    contexts: ClassVar[tuple[Context, ...]] = ("case", "list", "move")
    BINDINGS: ClassVar = [*bindings("list", "case", "empty")]

    def __init__(self) -> None:
        super().__init__()
        self.order: Order = "next"
        self.closed = False

    def compose_page(self) -> Page:
        """The table."""
        rows = self.reading.caseload()
        self.footer = "caseload" if rows else "empty"
        return caseload_page(rows, self.today(), self.house.limits(), self.order, closed=self.closed)

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def action_new(self) -> None:
        """A new case."""
        self.add_case()

    def action_import_file(self) -> None:
        """Bring in one's own rows of a workbook."""
        self.bring_in()

    def order_by(self, order: Order) -> None:
        """Another order; the cursor stays on its child."""
        self.order = order
        self.reload()

    def show_closed(self) -> None:
        """Closed cases too, or no longer."""
        self.closed = not self.closed
        self.reload()

    def more_commands(self) -> Commands:
        """The orders, and closed cases."""
        made: dict[str, tuple[str, Callable[[], None]]] = {
            f"order {words}": ("one line a child, in this order", partial(self.order_by, order))
            for order, words in ORDERS.items()
        }
        word = "leave out" if self.closed else "show"
        return made | {f"{word} closed cases": ("they can be read and reopened", self.show_closed)}
