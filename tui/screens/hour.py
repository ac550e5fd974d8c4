"""An hour of supervision, case by case: Enter writes down what was said about the case of the row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import spot_of
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.journeys.hour import Hour
    from store.records import Supervision


class HourScreen(CaseVerbs):
    """The open cases, each with its part in the hour. The day and with whom are typed once."""

    footer = "hour"
    about = "hour"
    footer_words: ClassVar = {"open": "write"}
    contexts: ClassVar[tuple[Context, ...]] = ("case", "move")
    BINDINGS: ClassVar = [*bindings("case")]

    def __init__(self, hour: "Hour") -> None:
        super().__init__()
        self.hour = hour
        self._held: dict[str, tuple[tuple[str, bool], Sequence[Supervision]]] = {}

    def compose_page(self) -> Page:
        """One line a case."""
        from checklists.pages.hour import hour_page
        from checklists.use_cases.gathering import open_cases

        rows = open_cases(self.reading)
        return hour_page(rows, {row.id: self.held(row.id) for row in rows}, self.hour, self.today())

    def held(self, case_id: str) -> "Sequence[Supervision]":
        """The supervisions of a case, read again only where it was saved since."""
        from store.records import Supervision

        mark = (self.house.store.stamp(case_id), self.is_masked)
        if case_id not in self._held or self._held[case_id][0] != mark:
            self._held[case_id] = (mark, self.reading.case(case_id).of(Supervision))
        return self._held[case_id][1]

    def mark(self) -> str:
        """The mark of all cases."""
        return self.house.store.stamp()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The form of the case's part; where it was written already, to go on with it."""
        from checklists.pages.hour import part_in
        from store.records import Supervision
        from tui.screens.opening import open_record

        message.stop()
        if not spot_of(self).case_id or (case := self.the_case()) is None:
            return
        if part := part_in(case.of(Supervision), self.hour):
            open_record(self, case, part.id)
        else:
            self.add_to(case, Supervision.kind, self.hour.known)


def begin_hour(page: CaseVerbs) -> None:
    """Ask for the day, with whom, and the day of the next one; then case by case."""
    from checklists.journeys.hour import Hour, hour_form
    from checklists.use_cases.gathering import supervisions

    begun: list[Hour] = []
    house = page.house

    def go_on() -> None:
        page.app.push_screen(HourScreen(begun[-1]), page.came_back)

    page.ask_form(
        lambda: hour_form(house.store, house.clock, supervisions(house.store), begun.append),
        title="Supervision hour",
        yes="Go on",
        after=go_on,
    )
