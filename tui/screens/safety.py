"""Data and safety: the last backup, what doctor finds, who can open the store. What takes long runs behind the page."""

import asyncio
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar, TypeVar

from checklists.pages import safety
from checklists.pages.blocks import Page
from checklists.troubles import StoreTrouble
from tui.keys import Context, bindings
from tui.safety import known_of, made_backup
from tui.screens.base import Commands, HouseScreen, spot_of
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from tui.composition import Finding

T = TypeVar("T")
BUSY = "That is being done already."


class SafetyScreen(HouseScreen):
    """What there is to know, each thing with the row that does something about it."""

    footer = "list"
    about = "safety"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    BINDINGS: ClassVar = [*bindings()]

    def __init__(self) -> None:
        super().__init__()
        self.found: Sequence[Finding] | None = None
        self._working = False

    def compose_page(self) -> Page:
        """The store as it is."""
        return safety.safety_page(known_of(self.house, self.reading, self.found), self.today())

    def mark(self) -> str:
        """The mark of all cases together."""
        return self.house.store.stamp()

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Do what the row says; what is done by a command alone, and what was found, is said again."""
        message.stop()
        do = self._doing().get(spot_of(self).record_id)
        if do is None:
            self.notice(message.row.why)
        else:
            do()

    def _doing(self) -> dict[str, Callable[[], None]]:
        return {
            safety.BACKUP: self.back_up,
            safety.DAMAGE: self.look,
            safety.AUDIT: self.open_audit,
            safety.CERTIFICATES: self.open_certificates,
        }

    def back_up(self) -> None:
        """Make a backup in the data folder."""
        self._start_work("Copying every file.", lambda: made_backup(self.house), str)

    def look(self) -> None:
        """Read every file, and say what is wrong."""
        self._start_work("Reading every file.", self.house.upkeep.findings, self._looked)

    def _looked(self, found: "Sequence[Finding]") -> str:
        self.found = found
        return safety.NO_DAMAGE if not found else "What was found stands under Damage."

    def _start_work(self, says: str, work: Callable[[], T], then: Callable[[T], str]) -> None:
        if self._working:
            self.notice(BUSY)
            return
        self._working = True
        self.notice(says)
        self.run_worker(self._behind(work, then))

    async def _behind(self, work: Callable[[], T], then: Callable[[T], str]) -> None:
        """In a thread that nobody waits for, so that leaving is not held up; keys go on meanwhile."""
        made: list[T] = []
        wrong: list[StoreTrouble] = []
        ended, loop = asyncio.Event(), asyncio.get_running_loop()

        def run() -> None:
            try:
                made.append(work())
            except StoreTrouble as trouble:
                wrong.append(trouble)
            with suppress(RuntimeError):  # the program has ended meanwhile
                loop.call_soon_threadsafe(ended.set)

        threading.Thread(target=run, name="safety", daemon=True).start()
        await ended.wait()
        self._working = False
        with self.telling():
            for trouble in wrong:
                raise trouble
            for one in made:
                said = then(one)
                self.renew()
                self.notice(said)

    def open_audit(self) -> None:
        """What was done and when."""
        from tui.screens.audit import AuditScreen

        self.app.push_screen(AuditScreen(), self.came_back)

    def open_certificates(self) -> None:
        """What was purged."""
        from tui.screens.certificates import CertificatesScreen

        self.app.push_screen(CertificatesScreen(), self.came_back)

    def more_commands(self) -> Commands:
        """The rows, by their words."""
        return {
            "make a backup now": ("in the data folder, on the same disk", self.back_up),
            "look for damage": ("reads every file, changes none", self.look),
            "certificates of purges": ("what is kept of each case that was purged", self.open_certificates),
        }
