"""The same store on disk: also failed and killed in the middle of a save, reopened, without its caseload, put back from backups."""

import errno
import os
import shutil
import signal
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from store.backups import backups_of, faults_in
from store.case_store import CaseStore, SaveFailed
from store.embedded_store import EmbeddedStore
from store.locations import Places
from store.records import Hypothesis
from store.restoring import restore
from store.store_file import StoreFile, write_store_file
from store.trail_check import faults_of, saves_not_noted
from store.upkeep import Upkeep
from tests.store.conftest import fresh_keys, row
from tests.store.failing import Failing
from tests.store.machine import DONE, PICKS, WINDOWS, Book, Driven, Model, holds

KEYS = fresh_keys()
MEMORY = Path("/dev/shm")
"""Where there is one, a disk in memory: a kill loses nothing there, and a sync takes no time."""
STEPS = st.integers(1, 40)
LOST = (None, b"", b"half a file", b"\0" * 200)
"""What may stand in place of the caseload."""


class Killing(Failing):
    """The process is killed at that call, in the middle of what it was doing."""

    def _error(self) -> OSError:
        os.kill(os.getpid(), signal.SIGKILL)
        return super()._error()


class OnDisk(Driven):
    """What a store in a folder is driven through besides."""

    def __init__(self) -> None:
        super().__init__()
        self._temporary = TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.places = Places(Path(self._temporary.name) / "home")
        self.copies: list[tuple[Path, Model]] = []
        self.harmed = False
        """A save was cut off: the trail may have half a line."""

    def opened(self) -> list[CaseStore]:
        """Two windows on one folder, made the day before."""
        self.places.home.mkdir(mode=0o700)
        write_store_file(self.places, StoreFile("2026-11-22", encrypted=True, recipients=KEYS.recipients))
        return [self.opening(), self.opening()]

    def opening(self, places: Places | None = None) -> EmbeddedStore:
        """A window."""
        return EmbeddedStore(places or self.places, KEYS, summarise=row, now=self.now)

    @rule(window=WINDOWS)
    def reopen(self, window: int) -> None:
        """A window is closed and another opened."""
        self.windows[window].close()
        self.windows[window] = self.opening()
        self.seen[window].clear()

    @rule(window=WINDOWS, pick=PICKS, step=STEPS, number=st.sampled_from((errno.ENOSPC, errno.EIO)))
    def fail(self, window: int, pick: int, step: int, number: int) -> None:
        """The disk fails from some call of a save on: it is refused and nothing of it is there, or it is acknowledged."""
        case_id, book = self.book(pick)
        mine = Hypothesis(text=self.text())
        self.harmed = True
        try:
            with Failing(self.places.home, step, number, for_good=True), self.windows[window].change(case_id) as change:
                change.put(mine)
        except SaveFailed as told:
            self.found(case_id, book, mine, may_be=not str(told).startswith("Not saved."))
            DONE["saves refused by the disk"] += 1
        else:
            self.found(case_id, book, mine, must_be=True)

    @rule(pick=PICKS, step=STEPS)
    def kill(self, pick: int, step: int) -> None:
        """A program is killed in the middle of a save, for real: it is there whole or not at all."""
        case_id, book = self.book(pick)
        mine = Hypothesis(text=self.text())
        self.harmed = True
        child = os.fork()
        if child == 0:
            self.save_and_be_killed(case_id, mine, step)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, -signal.SIGKILL)
        DONE["killed in a save"] += code != 0
        self.found(case_id, book, mine, must_be=code == 0, may_be=True)

    def save_and_be_killed(self, case_id: str, mine: Hypothesis, step: int) -> None:
        """Never comes back."""
        code = 9
        try:
            store = self.opening()
            with Killing(self.places.home, step, errno.EIO), store.change(case_id) as change:
                change.put(mine)
            code = 0
        finally:
            os._exit(code)

    def found(self, case_id: str, book: Book, mine: Hypothesis, *, must_be: bool = False, may_be: bool = False) -> None:
        """Whether it was saved is read from the file."""
        kept = self.opening().case(case_id).find(mine.id)
        assert kept is not None or not must_be
        assert kept is None or must_be or may_be
        if isinstance(kept, Hypothesis):
            self.saved(book, kept, "")

    @rule(pick=PICKS)
    def lose_the_caseload(self, pick: int) -> None:
        """It is deleted or damaged: only a cache."""
        self.places.caseload.unlink(missing_ok=True)
        if content := LOST[pick % len(LOST)]:
            self.places.caseload.write_bytes(content)

    @rule(pick=PICKS)
    def make_older(self, pick: int) -> None:
        """The file of a case is one of the first format, as an older program left it."""
        path = self.places.case(self.book(pick)[0])
        state = orjson.loads(KEYS.decrypt(path.read_bytes()))
        state["meta"]["meta"]["format"] = 1
        path.write_bytes(KEYS.encrypt(orjson.dumps(state)))

    @rule()
    def tomorrow(self) -> None:
        """The day's backup is made, and the old ones thinned."""
        self.a_day_later()
        Upkeep(self.places, KEYS, self.now).daily_backup()
        newest = self.places.backups / f"{self.at.date()}"
        assert faults_in(newest) == []
        self.copies = [one for one in self.copies if one[0].exists() and one[0] != newest]
        self.copies.append((newest, self.remembered()))

    @precondition(lambda self: self.copies)
    @rule(pick=PICKS)
    def restore_beside(self, pick: int) -> None:
        """A backup is put back into another folder: all that was there on its day is in it, but drafts."""
        folder, model = self.copies[pick % len(self.copies)]
        beside = Places(self.places.home.with_name("beside"))
        restore(folder, beside.home)
        holds(self.opening(beside), self.without_the_purged(model))
        shutil.rmtree(beside.home)
        DONE["restored"] += 1

    @precondition(lambda self: self.copies)
    @rule(pick=PICKS)
    def restore_instead(self, pick: int) -> None:
        """The folder is lost; a backup is put back in its place, and work goes on from there."""
        folder, model = self.copies[pick % len(self.copies)]
        safe = self.places.home.with_name("safe")
        folder.rename(safe)
        shutil.rmtree(self.places.home)
        restore(safe, self.places.home)
        shutil.rmtree(safe)
        self.model, self.copies = self.without_the_purged(model), []
        self.windows = [self.opening(), self.opening()]
        self.seen = [{}, {}]
        if not self.model.books:  # all that there were then were purged since
            self.add_case(0, 0)
        DONE["restored"] += 1

    def without_the_purged(self, model: Model) -> Model:
        """A purge reaches the backups too; a backup has no drafts."""
        return Model({case_id: book for case_id, book in model.books.items() if case_id in self.model.books})

    def teardown(self) -> None:
        """Nothing lies about that grows, no save is missing in the trail, and every backup is whole."""
        try:
            if hasattr(self, "windows"):
                self.at_the_end()
        finally:
            self._temporary.cleanup()

    def at_the_end(self) -> None:
        """One more save of each case sweeps what was cut off."""
        for pick in range(len(self.model.books)):
            self.put(0, pick)
        self.all_is_there()
        assert [path.relative_to(self.places.home).as_posix() for path in self.places.home.rglob("*.tmp")] == []
        revisions = {case_id: book.revision for case_id, book in self.model.books.items()}
        assert saves_not_noted(self.places, KEYS, revisions) == {}
        assert self.harmed or faults_of(self.places, KEYS) == []
        assert [fault for backup in backups_of(self.places) for fault in faults_in(backup.folder)] == []
