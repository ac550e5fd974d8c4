"""The embedded store: one encrypted TinyDB file a case, and a small caseload file. Nothing is acknowledged before it is durable."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from store.case import OWN, Case
from store.case_store import (
    CaseChange,
    Draft,
    DraftKey,
    Now,
    SaveFailed,
    StoreTrouble,
    Summarise,
    UnknownCase,
    UnreadableCase,
)
from store.caseload_file import Kept, mark_of, marks_of, put_rows, read_rows
from store.drafts import path_of, read_draft, write_draft
from store.durable import make_private, save_failed, sweep, sweep_old
from store.events import Event
from store.keys import Keys
from store.ledger_store import LedgerStore
from store.locations import Places
from store.locks import held
from store.migrations import FORMAT
from store.store_file import read_store_file
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.certificates import Certificate
    from store.frozen import Frozen, FrozenCase
    from store.ledger import Ledger, State
    from store.practitioner import Practitioner
    from store.upkeep import Upkeep

LOCK_SECONDS = 5.0
"""How long a save waits for another window's."""
CACHE_SECONDS = 0.5
"""How long the caseload file is waited for; without it a row is drawn anew next time."""
DRAFT_SECONDS = 60.0
"""After this long a draft's temporary file was left by a write that was cut off."""
NEW_CASE_SECONDS = 3600.0
"""After this long a temporary file among the cases is of a new case that was cut off: no save of that case will sweep it."""
LOCKS_LIE = (
    "Not saved. Another window saved this case at the same moment though it was locked: the locks of the data folder do "
    "not work, as on some network folders. Look at the case, then save again; keep the folder on a disk of this machine."
)
_CASELOAD = "caseload"
_PRACTITIONER = "practitioner"


class EmbeddedStore(LedgerStore):
    """Cases in a folder of this machine."""

    def __init__(
        self, places: Places, keys: Keys, *, summarise: Summarise, now: Now, lock_seconds: float = LOCK_SECONDS
    ) -> None:
        super().__init__(summarise, now)
        if places.encrypted != bool(keys.recipients):
            raise StoreTrouble("The keys do not fit this store. Nothing was opened.")
        self._places = places
        self._keys = keys
        self._lock_seconds = lock_seconds
        self._store_mark = mark_of(places.store_file)
        self._key_is_old = False
        self._at_lock: dict[str, str] = {}
        """The mark that a case's file had when it was locked."""
        self._formats: dict[str, tuple[str, int]] = {}
        """The mark and the format of each case's file when it was last read or written."""
        for folder in (places.home, places.cases, places.locks, places.drafts):
            make_private(folder)
        sweep_old(places.drafts, DRAFT_SECONDS)
        keys.encrypt(b"")  # the library is loaded before a hang-up may need it for a draft

    def caseload(self) -> list[CaseSummary]:
        """One row a case, by reference; a case whose row is missing or stale is read for it."""
        self._open()
        kept = read_rows(self._places, self._keys)
        marks = marks_of(self._places)
        true = {case_id: kept[case_id] for case_id in marks if case_id in kept and kept[case_id].mark == marks[case_id]}
        stale = [case_id for case_id in marks if case_id not in true]
        drawn = {case_id: row for case_id in stale if (row := self._drawn(case_id, kept.get(case_id)))}
        if true | drawn != kept:
            self._rewrite(drawn)
        return sorted((each.row for each in (true | drawn).values()), key=lambda row: (row.ref.casefold(), row.id))

    def stamp(self, case_id: str = "") -> str:
        """The mark of the case's file, or of the caseload's."""
        self._open()
        return self._mark(case_id) if case_id else mark_of(self._places.caseload)

    def save_draft(self, draft: Draft) -> None:
        """Keep unsaved text. Takes no lock. Raises SaveFailed."""
        with contextlib.suppress(StoreTrouble):  # what is typed is kept whatever store.toml says
            self._follow()
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

    def practitioner(self) -> "Practitioner":
        """What is kept for the practitioner and not for a case."""
        from store.practitioner import read_practitioner

        self._open()
        return read_practitioner(self._places, self._keys)

    def change_practitioner(self, change: "Callable[[Practitioner], Practitioner]") -> "Practitioner":
        """Read it anew, change it, keep it, alone with its file."""
        from store.practitioner import is_older, write_practitioner

        self._open()
        if is_older(self._places, self._keys):
            self._back_up_before_a_new_format()
        with held(self._places.locks, _PRACTITIONER, self._lock_seconds):
            sweep(self._places.practitioner)
            kept = change(self.practitioner())
            write_practitioner(self._places, self._keys, kept)
            return kept

    @contextmanager
    def change(self, case_id: str, *, undoes: str = "") -> "Iterator[CaseChange]":
        """A save: all of it or nothing; a file of an older format is written in the new one, and a backup made before."""
        self._open()
        if self._format_of(case_id) < FORMAT:
            self._back_up_before_a_new_format()
        with super().change(case_id, undoes=undoes) as change:
            yield change

    def _format_of(self, case_id: str) -> int:
        """In which format the case's file is; the one in force where there is none, or none that can be read."""
        if self._mark(case_id) != self._formats.get(case_id, ("", 0))[0]:
            with contextlib.suppress(UnknownCase, UnreadableCase):
                self._loaded(case_id)
        return self._formats.get(case_id, ("", FORMAT))[1]

    def _back_up_before_a_new_format(self) -> None:
        """Before the first file of the store is written in it. Raises Busy, SaveFailed."""
        from store.migrating import back_up_before

        if back_up_before(self._places, self._keys, self._now().date(), self._lock_seconds):
            self._noted(Event(self._now(), "backed_up"), must=False, sync=True)

    def purge(self, case_id: str, reason: str) -> tuple[str, ...]:
        """Remove a case for good, in this folder; a certificate without content is kept."""
        from store.certificates import write_certificate
        from store.purging import certificate_of, drafts_of, mentions, remove
        from store.unlinking import alone_with_links

        self._open()
        with self._once(case_id), held(self._places.locks, "backup", self._lock_seconds), self._locked(case_id):
            case = self._ledger(case_id).case
            self._must_be_free_to_go(case)
            drafts = len(drafts_of(self._places, self._keys, case_id))
            done = certificate_of(case, len(self.versions(case_id)), drafts, self._now().date(), reason)
            with alone_with_links(self._places, self._keys, done, self._now()) as links:
                self.note("purge_begun", case_id, must=True)
                write_certificate(self._places, self._keys, done)
                remove(self._places, self._keys, done, links, self._now())
        self.note("purged", case_id)
        return tuple(mentions(self._places, self._keys, links.words))

    def freeze(self, case_id: str) -> "Frozen":
        """Copy a case as it stands into a file of its own."""
        from store.frozen import make_frozen

        self._open()
        with self._telling(case_id), self._locked(case_id):
            return make_frozen(self._places, self._keys, case_id, self._now())

    def frozen(self, name: str) -> "FrozenCase":
        """A frozen copy, opened."""
        from store.frozen import read_frozen

        self._open()
        return read_frozen(self._places, self._keys, name)

    def certificates(self) -> "list[Certificate]":
        """What was purged, oldest first."""
        from store.certificates import read_certificates

        self._open()
        return read_certificates(self._places, self._keys)

    def trail(self) -> list[Event]:
        """Every event of the audit trail that can be read, oldest first."""
        from store.trail_check import read_events

        self._open()
        return [event for _, event in read_events(self._places, self._keys) if event]

    def upkeep(self) -> "Upkeep":
        """What looks after these files."""
        from store.upkeep import Upkeep

        self._open()
        return Upkeep(self._places, self._keys, self._now)

    def _noted(self, event: Event, *, must: bool, sync: bool) -> None:
        from store.trail import append, note

        (append if must else note)(self._places, self._keys, event, sync=sync)

    def _open(self) -> None:
        """Refuse what comes after `close`; and follow a change of who can open the store, made in another window."""
        super()._open()
        self._follow()
        if self._key_is_old:
            raise StoreTrouble(
                "The key of this store was changed in another window. Leave this one, and open it again."
            )

    def _follow(self) -> None:
        """Encrypt from now on to those whom store.toml names, if it was written again."""
        mark = mark_of(self._places.store_file)
        if mark == self._store_mark:
            return
        self._store_mark = mark
        found = read_store_file(self._places) if mark else None
        if found is None or not self._places.encrypted or found.recipients == self._keys.recipients:
            return
        keys = Keys(self._keys.identity, found.recipients)
        ours = not keys.identity or set(keys.own_recipients) & set(found.recipients)
        self._key_is_old = not ours
        self._keys = keys if ours else Keys(None, found.recipients)  # which is enough for a draft

    def reopen(self, keys: Keys) -> None:
        """Work on after `close`, with the key anew."""
        self._keys = keys
        self._key_is_old = False
        self._store_mark = ""  # who can open it may have been changed while it was closed
        self._closed = False
        self._unlocked_at = self._now()
        self._opened.clear()

    def close(self) -> None:
        """Let go of the key."""
        self.settle()
        self._closed = True
        self._keys = Keys(None, self._keys.recipients)

    def _mark(self, case_id: str) -> str:
        return mark_of(self._places.case(case_id))

    def _drawn(self, case_id: str, before: Kept | None) -> Kept | None:
        """The row of a case, read from its file; of one that cannot be read, its reference and why; None if it went.

        What could not be read is tried again next time: a permission or a newer program changes no mark.
        """
        mark = self._mark(case_id)  # before it is read: a save in between makes the row stale, not wrong
        try:
            return Kept(self._summarise(self._ledger(case_id).case), mark)
        except UnknownCase:
            return None
        except UnreadableCase as trouble:
            ref = before.row.ref if before else case_id[-6:]
            return Kept(CaseSummary(case_id, ref, damaged=str(trouble)), "")

    def _rewrite(self, drawn: dict[str, Kept]) -> None:
        """Put these rows into the caseload file, and take out those of cases that are gone; as well as can be."""
        with contextlib.suppress(StoreTrouble), self._alone_with_caseload(CACHE_SECONDS):
            put_rows(self._places, self._keys, drawn, marks_of(self._places))

    def _loaded(self, case_id: str) -> "State":
        from store.case_file import read_state

        mark = self._mark(case_id)
        state, written_in = read_state(self._places, self._keys, case_id)
        self._formats[case_id] = (mark, written_in)
        return state

    def _ledger(self, case_id: str, undoes: str = "") -> "Ledger":
        with self._telling(case_id):
            ledger = super()._ledger(case_id, undoes)
            _ = ledger.case  # read now, so that every fault of the file is told in one way
            return ledger

    @contextmanager
    def _telling(self, case_id: str) -> Iterator[None]:
        """Say of a file that cannot be read which it is, and which one came before it."""
        from store.case_file import unreadable

        try:
            yield
        except UnreadableCase as trouble:
            raise unreadable(self._places, case_id, trouble) from None

    def _save(self, case: Case, state: "State") -> Callable[[], None]:
        from store.case_file import write_state

        if self._mark(case.id) != self._at_lock.get(case.id, ""):
            raise SaveFailed(LOCKS_LIE)
        write_state(self._places, self._keys, case.id, state)
        # The mark is taken while the case is still locked: later it could be that of another window's save.
        mark = self._mark(case.id)
        self._formats[case.id] = (mark, FORMAT)
        if case.id == OWN:
            return lambda: None  # it has no row in the caseload
        return lambda: self._rewrite({case.id: Kept(self._summarise(case), mark)})

    @contextmanager
    def _alone_with_refs(self) -> Iterator[None]:
        with self._alone_with_caseload(self._lock_seconds):
            sweep_old(self._places.cases, NEW_CASE_SECONDS)
            yield

    @contextmanager
    def _alone_with_caseload(self, seconds: float) -> Iterator[None]:
        """May be taken again by who holds it: a new case draws stale rows while it holds the references."""
        with held(self._places.locks, _CASELOAD, seconds, again=True):
            sweep(self._places.caseload)
            yield

    @contextmanager
    def _locked(self, case_id: str) -> Iterator[None]:
        if not self._mark(case_id) and case_id != OWN:
            raise UnknownCase("That case is not in the data folder.")
        with held(self._places.locks, case_id, self._lock_seconds):
            sweep(self._places.case(case_id))
            self._at_lock[case_id] = self._mark(case_id)
            try:
                yield
            finally:
                del self._at_lock[case_id]
