"""The system, over all cases: by factor, without names. Enter opens a note; the page can be written as a file."""

from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from tui.screens.base import spot_of
from tui.screens.paper import PaperScreen
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from collections.abc import Callable

    from store.records import Record
    from tui.screens.base import Commands
    from tui.screens.verbs import CaseVerbs


class SystemsScreen(PaperScreen):
    """What surrounded our work."""

    what = "systems"

    def whole_page(self) -> Page:
        """The page over all cases that can be read, and my own book."""
        from checklists.learning.names import names_in_store
        from checklists.pages.systems import systems_page
        from checklists.use_cases.gathering import books

        return systems_page(books(self.reading), names_in_store(self.house.store), self.today())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The note of the row."""
        from tui.screens.opening import open_record

        message.stop()
        if spot := spot_of(self):
            with self.telling():
                open_record(self, self.case_of(spot.case_id), spot.record_id)

    def more_commands(self) -> "Commands":
        """A note that belongs to no case."""
        return {
            "a look at the system, of no case": ("kept in my own book", self.add_own),
            **super().more_commands(),
        }

    def add_own(self) -> None:
        """A form for a note in my own book."""
        from store.case import OWN

        with self.telling():
            self.add_to(self.case_of(OWN), "system_note")


def around_commands(page: "CaseVerbs", kind: "type[Record]", row: "Callable[[], Record | None]") -> "Commands":
    """A look at the system around the row, where it is of a kind around which one looks."""
    from checklists.journeys.looking_around import AROUND

    if kind not in AROUND:
        return {}
    return {"the system around it": ("of the row: what surrounded it, and what would help", lambda: _look(page, row()))}


def _look(page: "CaseVerbs", record: "Record | None") -> None:
    from checklists.journeys.looking_around import around_form

    if record is None:
        page.notice("There is nothing on this row to look around.")
        return
    with page.telling():
        case = page.case_of(record.case_id)
        page.fill(lambda: around_form(page.house.store, page.house.clock, case, record))
