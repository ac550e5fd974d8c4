"""Choose one from a list: a case, one's own name in a file."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context
from tui.screens.base import HouseScreen
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case


class ChooseScreen(HouseScreen):
    """A page whose rows are the choices; Enter chooses, Esc leaves it."""

    footer = "list"
    about = "choose"
    footer_words: ClassVar = {"open": "choose"}
    contexts: ClassVar[tuple[Context, ...]] = ("move",)

    def __init__(self, make: Callable[[], Page]) -> None:
        super().__init__()
        self.make = make

    def compose_page(self) -> Page:
        """The choices."""
        return self.make()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Give back the key of the row."""
        message.stop()
        self.dismiss(message.row.key)

    def action_back(self) -> None:
        """Nothing is chosen."""
        if self.list.looked_for:
            self.find_text("")
        else:
            self.dismiss(None)


def choose_case(page: HouseScreen, title: str, then: "Callable[[Case], None]") -> None:
    """Choose one of the open cases."""
    from checklists.pages.cases_list import cases_page
    from checklists.pages.spot import Spot

    def make() -> Page:
        rows = [row for row in page.reading.caseload() if not row.closed_on and not row.damaged]
        found = cases_page(rows, page.today())
        return Page(title, "", found.blocks, found.foot)

    def chosen(key: Hashable) -> None:
        if isinstance(key, Spot):
            with page.telling():
                then(page.case_of(key.case_id))

    page.app.push_screen(ChooseScreen(make), chosen)
