"""A list of a case as it would stand in a file: read it, choose the form, write it. Nothing leaves unasked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from tui.screens.paper import PaperScreen, read_only

if TYPE_CHECKING:
    from checklists.masking import Reading
    from tui.screens.verbs import CaseVerbs


class SheetScreen(PaperScreen):
    """The page for the file, made anew from what is recorded; its rows are read, not opened."""

    def __init__(self, case_id: str, what: str, make: Callable[["Reading"], Page]) -> None:
        super().__init__(case_id)
        self.what = what
        self.make = make

    def whole_page(self) -> Page:
        """The page, with the day and what is left out."""
        return read_only(self.make(self.reading))


def open_sheet(page: "CaseVerbs", what: str, make: Callable[["Reading"], Page]) -> None:
    """From a list of a case to its page for a file."""
    page.app.push_screen(SheetScreen(page.case_id, what, make), page.came_back)
