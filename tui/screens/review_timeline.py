"""Then and now: what was written down by a day, read-only, and beside it what I think now."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from tui.keys import Context, bindings
from tui.reviewing import then_of_case
from tui.screens.base import Commands, spot_of
from tui.screens.register import RegisterScreen
from tui.screens.review import CaseReadScreen
from tui.widgets.dialog import Question
from tui.widgets.form_state import Texts

if TYPE_CHECKING:
    from checklists.masking import Reading
    from checklists.pages.review_timeline import Then

READ_ONLY = "Entries are not changed here. n writes what you think now, with its own day."


class TimelineScreen(RegisterScreen):
    """Enter reads an entry as it stood, n writes a note beside it, r looks at another day; Ctrl+O leads to the pack."""

    about = "timeline"
    find_where = "day, word or note"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move", "sheet")
    BINDINGS: ClassVar = [*bindings("list", "case", "sheet")]

    def __init__(self, case_id: str) -> None:
        super().__init__(case_id, "review_note")
        self.footer = "timeline"
        self.day: date | None = None
        """As I knew it at the end of that day; None: all there is."""
        self._then: tuple[object, Then] | None = None

    @property
    def about_case(self) -> str:
        """The case."""
        return self.case_id

    @property
    def footer_words(self) -> Mapping[str, str]:  # type: ignore[override]
        """What the keys do here."""
        return {"new": "now", "re_date": "on a day", "open": "read"}

    def then(self) -> "Then":
        """The timeline, made anew once the case, the day or the mask is another."""
        now = (self.mark(), self.is_masked, self.today(), self.day)
        if self._then is None or self._then[0] != now:
            self._then = (now, then_of_case(self.reading, self.case_id, self.today(), self.day))
        return self._then[1]

    def compose_page(self) -> Page:
        """The two columns."""
        from checklists.pages.review_timeline import timeline_page

        self.fresh(self.case_id)
        return timeline_page(self.then())

    def open_row(self) -> None:
        """The entry as it stood, whole, with what I think now; a note is opened as its form."""
        from checklists.pages.review_timeline import then_page

        record_id, day = spot_of(self).record_id, self.day
        then = self.then()
        note = next((one for one in then.notes if one.id == record_id), None)
        record = then.known.find(record_id)
        if note is not None:
            super().open_row()
        elif record is not None:

            def make(reading: "Reading") -> Page:
                again = then_of_case(reading, self.case_id, self.today(), day)
                return then_page(again, again.known.find(record_id) or record)

            self.app.push_screen(CaseReadScreen(self.case_id, make), self.came_back)

    def action_new(self) -> None:
        """A note of now, beside the entry of the row."""
        from checklists.journeys.reviewing import note_form

        case, record_id = self.the_case(), spot_of(self).record_id
        if case is None:
            return
        about = [record_id] if record_id and self.then().known.find(record_id) else []
        self.fill(lambda: note_form(self.house.store, self.house.clock, case, about))

    def action_re_date(self) -> None:
        """As I knew it on a day."""
        from checklists.journeys.bring_in import day_entries

        question = Question(
            "As I knew it on which day?",
            ("Only what was written down by the end of that day is shown, each text as it stood.",),
            "Show it",
            "Back",
            tuple(day_entries("Day", "Such as 3/11, mon or -2w.")),
            attempt=self._take_day,
        )
        self.ask(question, lambda answer: self.renew() if answer is not None else None)

    def _take_day(self, texts: Texts) -> tuple[tuple[str, ...], Wrong] | None:
        from checklists.journeys.bring_in import AS_AT, day_in

        try:
            self.day = day_in(texts, self.today())
        except Wrong as wrong:
            return AS_AT, wrong
        return None

    def action_back(self) -> None:
        """All there is again where a day was chosen; else the page before."""
        if self.day is not None and not self.list.looked_for:
            self.day = None
            self.renew()
        else:
            super().action_back()

    def action_done(self) -> None:
        """Nothing here is finished."""
        self.notice(READ_ONLY)

    def action_drop(self) -> None:
        """A note of mine can be taken out, with a reason; an entry of then cannot."""
        record_id = spot_of(self).record_id
        if any(note.id == record_id for note in self.then().notes):
            super().action_drop()
        else:
            self.notice(READ_ONLY)

    def action_write(self) -> None:
        """The pack of the review, in which this stands."""
        from tui.screens.review_pack import ReviewPackScreen

        self.app.push_screen(ReviewPackScreen(self.case_id), self.came_back)

    def more_commands(self) -> Commands:
        """Another day, and all again."""
        return {
            "as I knew it on a day": ("only what was written down by then", self.action_re_date),
            "all there is": ("whatever day it was written", self._all),
        }

    def _all(self) -> None:
        self.day = None
        self.renew()
