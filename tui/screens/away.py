"""Days away: school holidays here, and my own leave. n adds, Enter changes, x takes out."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.away import away_page
from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import HouseScreen, spot_of
from tui.widgets.dialog import Answer, Question
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.journeys.form import Form

NO_ROW = "There are no days away on this row. n adds some."
NOTHING_TO_DO = "Enter changes the days on the row, x takes them out."


class AwayScreen(HouseScreen):
    """One row for each."""

    footer = "register"
    about = "away"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move")
    BINDINGS: ClassVar = [*bindings("list")]

    def compose_page(self) -> Page:
        """All of them."""
        return away_page(self.house.store.practitioner().away, self.today())

    def mark(self) -> str:
        """The days themselves: there are few of them."""
        return str(self.house.limits().away)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Change the days on the row."""
        message.stop()
        away_id = spot_of(self).record_id
        if away_id:
            self.fill(lambda: self._form(away_id))
        else:
            self.notice(NO_ROW)

    def action_new(self) -> None:
        """Days away that are ahead, or now."""
        self.fill(lambda: self._form(""))

    def _form(self, away_id: str) -> "Form":
        from tui.form_names import form_named

        return form_named(self.house, "", f"away:{away_id}" if away_id else "away")

    def action_drop(self) -> None:
        """Take them out, after asking."""
        away_id = spot_of(self).record_id
        if not away_id:
            self.notice(NO_ROW)
            return
        question = Question("Take these days out?", (self.list.row.why,), "Take out", "Keep")
        self.ask(question, lambda answer: self._taken_out(away_id, answer))

    def _taken_out(self, away_id: str, answer: Answer) -> None:
        from checklists.use_cases.away import drop_away

        if answer is None:
            return
        with self.telling():
            drop_away(self.house.store, away_id)
            self.came_back("Taken out.")

    def action_done(self) -> None:
        """Nothing to finish here."""
        self.notice(NOTHING_TO_DO)

    def action_re_date(self) -> None:
        """Their days are changed in their form."""
        self.action_done()

    def action_part(self) -> None:
        """The next part of the page."""
        self.list.next_part()
