"""What has changed since the last supervision or another day, on a case or on all; Enter opens the record."""

from datetime import date

from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from checklists.wrong import Wrong
from tui.screens.base import Commands, spot_of
from tui.screens.paper import PaperScreen
from tui.widgets.dialog import Question
from tui.widgets.form_state import Texts
from tui.widgets.line_list import LineList


class ChangesScreen(PaperScreen):
    """New, changed, done, moved, answered, taken out."""

    what = "changes"

    def __init__(self, case_id: str = "") -> None:
        super().__init__(case_id)
        self.since: date | None = None
        """The day that the person named."""

    def whole_page(self) -> Page:
        """The page of the case, or of all open cases."""
        from checklists.pages.changes import all_changes_page, changes_page
        from checklists.use_cases.gathering import look_back, open_cases

        today, reading = self.today(), self.reading
        if self.case_id:
            return changes_page(look_back(reading, self.case_id, today, self.since), today)
        every = [look_back(reading, row.id, today, self.since) for row in open_cases(reading)]
        return all_changes_page(every, today, self.since)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The record of the row."""
        from tui.screens.opening import open_in_case

        message.stop()
        spot = spot_of(self)
        with self.telling():
            case = self.case_of(spot.case_id)
            open_in_case(self, case, Spot(case.id, spot.what, spot.record_id))

    def more_commands(self) -> Commands:
        """Another day to count from."""
        return {"since another day": ("count from a day that you name", self.ask_day), **super().more_commands()}

    def ask_day(self) -> None:
        """From which day on."""
        from checklists.journeys.bring_in import day_entries

        question = Question(
            "Since which day?",
            ("What was written on that day or later is shown.",),
            "Show it",
            "Back",
            tuple(day_entries("Since", "That day counts too.")),
            attempt=self._take_day,
        )
        self.ask(question, lambda answer: self.renew() if answer is not None else None)

    def _take_day(self, texts: Texts) -> tuple[tuple[str, ...], Wrong] | None:
        from checklists.journeys.bring_in import AS_AT, day_in

        try:
            self.since = day_in(texts, self.today())
        except Wrong as wrong:
            return AS_AT, wrong
        return None
