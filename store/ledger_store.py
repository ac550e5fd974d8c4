"""What every store over ledgers shares: reading, changing and adding cases. Where the states lie is for each to say."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from store.case import OWN, Case
from store.case_store import (
    Busy,
    CaseChange,
    Change,
    Conflict,
    Now,
    OnHold,
    RefTaken,
    SaveFailed,
    StoreTrouble,
    Summarise,
    UnknownCase,
    Version,
)
from store.events import Event
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.ledger import Ledger, State
    from store.records import CaseRecord, Record


class LedgerStore(ABC):
    """Cases as ledgers. Pydantic and TinyDB are loaded with the first case, not before."""

    def __init__(self, summarise: Summarise, now: Now) -> None:
        self._summarise = summarise
        self._now = now
        self._closed = False
        self._saving: set[tuple[int, str]] = set()
        self._unlocked_at: datetime | None = now()
        self._opened: set[str] = set()
        self.saved = False
        """Something was saved since it was opened."""

    @abstractmethod
    def caseload(self) -> list[CaseSummary]:
        """One row a case, by reference."""

    def _load(self, case_id: str) -> "State":
        """A state to work on; of my own book a new one where nothing was kept yet. Raises UnknownCase, UnreadableCase."""
        from store.ledger import new_own_state

        try:
            return self._loaded(case_id)
        except UnknownCase:
            if case_id == OWN:
                return new_own_state(self._now)
            raise

    @abstractmethod
    def _loaded(self, case_id: str) -> "State":
        """The state that is kept, a copy of one's own. Raises UnknownCase, UnreadableCase."""

    @abstractmethod
    def _save(self, case: Case, state: "State") -> Callable[[], None]:
        """Keep the state, durable when this returns. Raises SaveFailed.

        Gives what is left to do once the locks are let go: the row of the caseload, as well as can be.
        """

    @abstractmethod
    def _locked(self, case_id: str) -> AbstractContextManager[None]:
        """Alone with the case. Raises Busy."""

    @abstractmethod
    def _alone_with_refs(self) -> AbstractContextManager[None]:
        """Alone with the references of all cases. Raises Busy."""

    def _telling(self, case_id: str) -> AbstractContextManager[None]:  # noqa: ARG002 - for stores of files
        """Around what may meet damage: the store says where it lies."""
        return nullcontext()

    @abstractmethod
    def _noted(self, event: Event, *, must: bool, sync: bool) -> None:
        """Write it into the audit trail: as well as can be, or else raise Busy or SaveFailed where it `must`."""

    @abstractmethod
    def trail(self) -> list[Event]:
        """Every event of the audit trail that can be read, oldest first."""

    def note(self, what: str, *case_ids: str, number: int = 0, must: bool = False) -> None:
        """Note in the audit trail what was done, a line for each case. Raises Busy, SaveFailed where it `must`."""
        self._open()
        self.settle()
        for case_id in case_ids or ("",):
            self._noted(Event(self._now(), what, case_id, number=number), must=must, sync=True)

    def settle(self) -> None:
        """Note that the store was unlocked, once, if nothing has been noted since."""
        at, self._unlocked_at = self._unlocked_at, None
        if at is not None:
            self._noted(Event(at, "unlocked"), must=False, sync=False)

    def case(self, case_id: str) -> Case:
        """The whole case; the first time it is opened is noted. Raises UnknownCase, UnreadableCase."""
        found = self.look(case_id)
        if case_id not in self._opened and case_id != OWN:
            self._opened.add(case_id)
            self.settle()
            self._noted(Event(self._now(), "opened", case_id), must=False, sync=False)
        return found

    def look(self, case_id: str) -> Case:
        """The whole case, without a line in the audit trail. Raises UnknownCase, UnreadableCase."""
        return self._ledger(case_id).case

    def add_case(self, info: "CaseRecord", records: "tuple[Record, ...]" = ()) -> Case:
        """Keep a new case with its first records. Raises RefTaken, SaveFailed."""
        from store.ledger import Ledger, new_state

        self._open()
        with ExitStack() as after, self._alone_with_refs():
            if self._free_ref(info):
                raise RefTaken("That case is here already. Open it instead.")
            ledger = Ledger(new_state(info, self._now), self._now)
            ledger.note_new_case(info)
            for record in records:
                ledger.put(record)
            self._finish(ledger, after)
            return ledger.case

    @contextmanager
    def change(self, case_id: str, *, undoes: str = "") -> Iterator[CaseChange]:
        """A save: all of it or nothing, durable when it ends without an error."""
        self._open()
        with self._once(case_id), ExitStack() as after, self._locked(case_id):
            ledger = self._ledger(case_id, undoes)
            ref = ledger.case.ref
            try:
                yield ledger
                if ledger.conflict:  # and whoever saves did not let it pass
                    raise ledger.conflict
            except Conflict as conflict:
                if conflict is ledger.conflict:  # not one of another case, whose text must not come to stand here
                    self._keep_loser(case_id, conflict.mine, after)
                raise
            finally:
                ledger.end()
            if not ledger.changed:
                return
            if ledger.case.ref != ref:
                after.enter_context(self._alone_with_refs())
                self._free_ref(ledger.case.info)
            self._finish(ledger, after)

    def versions(self, case_id: str, record_id: str = "") -> list[Version]:
        """Earlier texts of a record, or of all records of the case, oldest first."""
        ledger = self._ledger(case_id)
        with self._telling(case_id):
            return ledger.versions(record_id)

    def changes(self, case_id: str) -> list[Change]:
        """The last saves of the case, oldest first."""
        ledger = self._ledger(case_id)
        with self._telling(case_id):
            return ledger.changes()

    def _ledger(self, case_id: str, undoes: str = "") -> "Ledger":
        from store.ledger import Ledger

        self._open()
        return Ledger(self._load(case_id), self._now, undoes=undoes)

    @contextmanager
    def _once(self, case_id: str) -> Iterator[None]:
        """A save inside a save of the same case would be overwritten by the outer one."""
        mine = (threading.get_ident(), case_id)
        if mine in self._saving:
            raise Busy("This case is being saved already. Nothing was changed.")
        self._saving.add(mine)
        try:
            yield
        finally:
            self._saving.discard(mine)

    def _keep_loser(self, case_id: str, record: "Record", after: ExitStack) -> None:
        """Of a save that came too late, keep the person's text alone, in a save of its own."""
        late = self._ledger(case_id)
        late.keep_loser(record)
        self._finish(late, after)

    def _finish(self, ledger: "Ledger", after: ExitStack) -> None:
        """Note the save, then make it: a kill in between leaves a line too many, never one too few."""
        state = ledger.finish()
        case = ledger.case
        saved = Event(self._now(), "saved", case.id, case.revision, ledger.touched)
        self.settle()
        self._noted(saved, must=False, sync=False)
        try:
            after.callback(self._save(case, state))
            self.saved = True
        except SaveFailed:
            self._noted(replace(saved, what="not_saved"), must=False, sync=False)
            raise

    def _free_ref(self, info: "CaseRecord") -> bool:
        """True if the case itself is here. Raises RefTaken where another has its reference."""
        rows = self.caseload()
        if any(row.ref.casefold() == info.ref.casefold() for row in rows if row.id != info.id):
            raise RefTaken("Reference: another case has that one. Give a reference of its own.")
        return any(row.id == info.id for row in rows)

    def _must_be_free_to_go(self, case: Case) -> None:
        if case.id == OWN:
            raise UnknownCase("My own book is no case, and is not purged as one.")
        if case.info.hold:
            raise OnHold("This case is on hold. Nothing was removed; lift the hold first.")

    @property
    def closed(self) -> bool:
        """Every read and save is refused, until it is opened again."""
        return self._closed

    def _open(self) -> None:
        if self._closed:
            raise StoreTrouble("The store is closed. Open it again with the passphrase.")
