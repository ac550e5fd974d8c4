"""The embedded store: one encrypted TinyDB file a case, and a small caseload file. Nothing is acknowledged before it is durable."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.case import Case
from store.case_store import Busy, Draft, DraftKey, Now, StoreTrouble, Summarise, UnknownCase, UnreadableCase
from store.caseload_file import Kept, mark_of, read_rows, write_rows
from store.drafts import path_of, read_draft, write_draft
from store.durable import make_private, save_failed, sweep, sweep_old
from store.keys import Keys
from store.ledger_store import LedgerStore
from store.locations import Places
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.ledger import Ledger, State

LOCK_SECONDS = 5.0
POLL_SECONDS = 0.005
DRAFT_SECONDS = 60.0
"""After this long a draft's temporary file was left by a write that was cut off."""
_CASELOAD = "caseload"


class EmbeddedStore(LedgerStore):
    """Cases in a folder of this machine."""

    def __init__(self, places: Places, keys: Keys, *, summarise: Summarise, now: Now) -> None:
        super().__init__(summarise, now)
        if places.encrypted != bool(keys.recipients):
            raise StoreTrouble("The keys do not fit this store. Nothing was opened.")
        self._places = places
        self._keys = keys
        for folder in (places.home, places.cases, places.locks, places.drafts):
            make_private(folder)
        sweep_old(places.drafts, DRAFT_SECONDS)
        keys.encrypt(b"")  # the library is loaded before a hang-up may need it for a draft

    def caseload(self) -> list[CaseSummary]:
        """One row a case, by reference; a case whose row is missing or stale is read for it."""
        self._open()
        kept = read_rows(self._places, self._keys)
        rows = {case_id: kept.get(case_id) for case_id in self._case_ids()}
        stale = [case_id for case_id, row in rows.items() if row is None or row.mark != self._mark(case_id)]
        fresh = {case_id: row for case_id in stale if (row := self._drawn(case_id, kept.get(case_id)))}
        current = {case_id: fresh.get(case_id) or row for case_id, row in rows.items() if case_id in fresh or row}
        if stale or current.keys() != kept.keys():
            self._rewrite(fresh)
        return sorted((row.row for row in current.values() if row), key=lambda row: (row.ref.casefold(), row.id))

    def stamp(self, case_id: str) -> str:
        """The mark of the case's file."""
        self._open()
        return self._mark(case_id)

    def save_draft(self, draft: Draft) -> None:
        """Keep unsaved text. Takes no lock. Raises SaveFailed."""
        write_draft(self._places, self._keys, draft)

    def draft(self, key: DraftKey) -> Draft | None:
        """The draft of this form on this case, and of no other."""
        self._open()
        found = read_draft(path_of(self._places, key), self._keys)
        return found if found and found.key == key else None

    def drafts(self) -> list[Draft]:
        """All drafts that can be read, oldest first."""
        self._open()
        files = self._places.drafts.glob(f"*{self._places.ending}")
        found = [draft for path in files if (draft := read_draft(path, self._keys))]
        return sorted(found, key=lambda draft: draft.at)

    def drop_draft(self, key: DraftKey) -> None:
        """Forget a draft. Raises SaveFailed."""
        self._open()
        try:
            path_of(self._places, key).unlink(missing_ok=True)
        except OSError as error:
            raise save_failed(error) from None

    def close(self) -> None:
        """Let go of the key."""
        self._closed = True
        self._keys = Keys(None, self._keys.recipients)

    def _case_ids(self) -> list[str]:
        ending = self._places.ending
        try:
            names = [path.name for path in self._places.cases.iterdir()]
        except FileNotFoundError:
            return []
        except OSError:
            raise StoreTrouble("The folder of the cases cannot be read. Look at its permissions.") from None
        return [name.removesuffix(ending) for name in names if name.endswith(ending) and not name.startswith(".")]

    def _mark(self, case_id: str) -> str:
        try:
            return mark_of(self._places.case(case_id))
        except OSError:
            return ""

    def _drawn(self, case_id: str, before: Kept | None) -> Kept | None:
        """The row of a case, read from its file; of one that cannot be read, what was known and why; None if it went."""
        mark = self._mark(case_id)  # before it is read: a save in between makes the row stale, not wrong
        try:
            return Kept(self._summarise(self.case(case_id)), mark)
        except UnknownCase:
            return None
        except UnreadableCase as trouble:
            ref = before.row.ref if before else case_id[-6:]
            return Kept(CaseSummary(case_id, ref, damaged=str(trouble)), mark)

    def _rewrite(self, fresh: dict[str, Kept]) -> None:
        """Put these rows into the caseload file, and take out those of cases that are gone; as well as can be."""
        with contextlib.suppress(Busy, StoreTrouble), self._locked(_CASELOAD):
            ids = set(self._case_ids())
            rows = {**read_rows(self._places, self._keys), **fresh}
            write_rows(self._places, self._keys, {case_id: row for case_id, row in rows.items() if case_id in ids})

    def _load(self, case_id: str) -> "State":
        from store.case_file import read_state

        return read_state(self._places, self._keys, case_id)

    def _ledger(self, case_id: str, undoes: str = "") -> "Ledger":
        from store.case_file import unreadable

        try:
            ledger = super()._ledger(case_id, undoes)
            _ = ledger.case  # read now, so that every fault of the file is told in one way
        except UnreadableCase as trouble:
            raise unreadable(self._places, case_id, trouble) from None
        return ledger

    def _save(self, case: Case, state: "State") -> None:
        from store.case_file import write_state

        write_state(self._places, self._keys, case.id, state)
        row = Kept(self._summarise(case), self._mark(case.id))
        self._rewrite({case.id: row})

    def _alone_with_refs(self) -> AbstractContextManager[None]:
        return self._locked(_CASELOAD)

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        """Hold a lock file; the system lets go of it when a process dies. Never held while a person types."""
        from filelock import FileLock, Timeout

        target = self._places.caseload if name == _CASELOAD else self._places.case(name)
        if name != _CASELOAD and not self._mark(name):
            raise UnknownCase("That case is not in the data folder.")
        path, holder = self._places.locks / f"{name}.lock", self._places.locks / f"{name}.holder"
        # A singleton may be taken again by who holds it: a new case writes its row while it holds the references.
        again = name == _CASELOAD
        lock = FileLock(path, timeout=LOCK_SECONDS, poll_interval=POLL_SECONDS, mode=0o600, is_singleton=again)
        try:
            lock.acquire()
        except Timeout:
            raise Busy(_busy(holder)) from None
        except OSError as error:
            raise save_failed(error) from None
        try:
            _sign(holder)
            sweep(target)
            yield
        finally:
            lock.release()


def _sign(holder: Path) -> None:
    """Who holds the lock, for whoever waits; as well as can be."""
    with contextlib.suppress(OSError):
        handle = os.open(holder, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        try:
            os.write(handle, f"{os.getpid()} {datetime.now().astimezone():%H:%M}".encode())
        finally:
            os.close(handle)


def _busy(holder: Path) -> str:
    try:
        process, _, since = holder.read_text(encoding="ascii").partition(" ")
    except (OSError, UnicodeDecodeError):
        process = since = ""
    who = f" (process {process}, since {since})" if process and since else ""
    return f"Another window or program{who} is saving this. Nothing was changed; try again in a moment."
