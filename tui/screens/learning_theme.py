"""One theme: its signs, what was learned, what belongs to it, and where my own cases speak to it."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Item, Page
from checklists.pages.learning import services_of
from checklists.pages.learning.theme_cases import case_items
from checklists.pages.learning.themes import theme_page
from tui.keys import Context, bindings
from tui.screens.base import spot_of
from tui.screens.cases_behind import CasesBehind
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case


class ThemeScreen(CasesBehind):
    """The theme; Enter on a row goes to the place on its case."""

    footer = "theme"
    about = "theme"
    contexts: ClassVar[tuple[Context, ...]] = ("case", "move")
    BINDINGS: ClassVar = [*bindings("case")]

    def __init__(self, theme_id: str) -> None:
        super().__init__()
        self.theme_id = theme_id

    def compose_page(self) -> Page:
        """The page, with the rows of the cases read so far."""
        return theme_page(self.theme_id, services_of(self.open_rows), self.found, read=self.whole)

    def items_of(self, case: "Case") -> list[Item]:
        """What the record of the case says to the theme."""
        return case_items(case, self.theme_id, self.today(), self.house.limits())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The place on the case."""
        from tui.screens.going_there import go_there
        from tui.screens.opening import open_spot

        message.stop()
        spot = spot_of(self)
        if spot.what == "record":
            if case := self.the_case():
                go_there(self, case, spot.record_id)
        elif spot.case_id:
            open_spot(self, spot)
        else:
            self.notice("Your own cases stand below; Enter there goes to the place.")
