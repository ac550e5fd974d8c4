"""Today: who has not been seen alone by the date set, and what is due. casereflect opens here."""

from typing import ClassVar

from checklists.pages.blocks import Page
from checklists.pages.today import today_page
from tui.keys import Context, bindings
from tui.screens.acting import Acting
from tui.screens.on_prompt import OnPrompt


class TodayScreen(OnPrompt, Acting):
    """Drawn from the caseload rows alone; no case is opened before its row is."""

    footer = "today"
    about = "today"
    contexts: ClassVar[tuple[Context, ...]] = ("case", "list", "prompt", "move")
    BINDINGS: ClassVar = [*bindings("list", "case", "prompt", "empty")]

    def compose_page(self) -> Page:
        """The page of this day."""
        rows = self.reading.caseload()
        self.footer = "today" if rows else "empty"
        return today_page(rows, self.today(), self.house.limits())

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def action_back(self) -> None:
        """Today is where one goes back to; leaving is asked."""
        if self.list.looked_for:
            self.find_text("")
        else:
            self.notice("Ctrl+Q leaves, and asks first.")

    def action_new(self) -> None:
        """A new case."""
        self.add_case()

    def action_import_file(self) -> None:
        """Bring in one's own rows of a workbook."""
        self.bring_in()
