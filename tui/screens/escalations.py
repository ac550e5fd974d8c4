"""The escalations of a case: the list, words to use, and the whole of it as a page for a file."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.register import RegisterScreen
from tui.screens.sheet import open_sheet

if TYPE_CHECKING:
    from checklists.masking import Reading


class EscalationsScreen(RegisterScreen):
    """As every list of a case; Ctrl+O leads to the page that can be written."""

    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move", "sheet")
    BINDINGS: ClassVar = [*bindings("list", "case", "sheet")]

    def __init__(self, case_id: str) -> None:
        super().__init__(case_id, "escalation")
        self.footer = "escalations"

    def action_write(self) -> None:
        """Every escalation with its steps, to be read and written."""
        from checklists.pages.to_write import escalations_to_write

        def make(reading: "Reading") -> Page:
            return escalations_to_write(reading.case(self.case_id), self.today(), self.house.limits())

        open_sheet(self, "escalations", make)
