"""The audit trail: what was done and when, the newest first, of all cases or of one; it can be written as a file."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.audit import audit_page, refs_of
from checklists.pages.blocks import Page
from checklists.pages.safety import few
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.events import Event

AT_ONCE = 20
"""So many lines are opened before a key is looked for: each takes its moment."""
READING = "The trail is still being read. Esc goes back."


class AuditScreen(CaseVerbs):
    """One row an event; Enter opens its case. What does not fit in the trail stands above."""

    footer = "audit"
    about = "audit"
    contexts: ClassVar[tuple[Context, ...]] = ("move", "sheet")
    BINDINGS: ClassVar = [*bindings("sheet")]
    find_where = "day, reference or what was done"

    def __init__(self, case_id: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self.events: list[Event] = []
        """As far as they are read, the newest first."""
        self.faults: list[str] = []
        self.whole = False
        """All is read."""

    def on_mount(self) -> None:
        """Every line has to be opened, so it is read behind the page."""
        self.run_worker(self._read_trail(), exclusive=True)

    async def _read_trail(self) -> None:
        with self.telling():
            upkeep, said_at = self.house.upkeep, 0.0
            self.faults = upkeep.chain_faults()
            for number, (event, fault) in enumerate(upkeep.newest_events(), 1):
                if event is not None:
                    self.events.append(event)
                if fault:
                    self.faults.append(fault)
                if number % AT_ONCE == 0:
                    await asyncio.sleep(0)
                    if self.house.locked:
                        return
                    if time.monotonic() - said_at > 1:
                        said_at = time.monotonic()
                        self.renew()
            self.whole = True
        self.renew()

    def compose_page(self) -> Page:
        """What is read so far; that more is being read is said."""
        page = self.made(few(self.faults))
        return page if self.whole else replace(page, foot=READING)

    def made(self, faults: Sequence[str]) -> Page:
        """The page, of all cases or of one, with what does not fit."""
        rows, purged = self.reading.caseload(), self.reading.certificates()
        says = "" if self.whole else READING
        return audit_page(self.events[::-1], rows, self.today(), faults, purged, case_id=self.case_id, says=says)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The case of the row."""
        from tui.screens.opening import open_spot

        message.stop()
        spot = spot_of(self)
        if spot.case_id:
            open_spot(self, spot)

    def action_write(self) -> None:
        """As it would stand in a file, such as with a subject access request."""
        from tui.screens.sheet import SheetScreen

        if not self.whole:
            self.notice(READING)
            return
        here = {row.id for row in self.house.store.caseload()}
        case_id = self.case_id if self.case_id in here else ""
        self.app.push_screen(SheetScreen(case_id, "audit", lambda _reading: self.made(self.faults)), self.came_back)

    def show_case(self, case_id: str) -> None:
        """Only what was done with that case; blank: all."""
        self.case_id = case_id
        self.renew()

    def choose_case(self) -> None:
        """One of the cases that the trail names."""
        from tui.screens.choosing import Choice, choose_one

        refs = refs_of(self.house.store.caseload(), self.reading.certificates())
        named = sorted({one.case_id for one in self.events if one.case_id in refs}, key=refs.__getitem__)
        choices = [Choice(refs[case_id]) for case_id in named]
        choose_one(self, "Of which case?", choices, lambda place: self.show_case(named[place]))

    def more_commands(self) -> Commands:
        """One case, or all."""
        return {
            "only one case": ("what was done with it", self.choose_case),
            "show all": ("leave nothing out", lambda: self.show_case("")),
        }
