"""A store in memory, for tests and for trying out: the same meaning of a save, nothing on disk."""

import copy
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import orjson

from store.case import OWN, Case
from store.case_store import Draft, DraftKey, Now, SaveFailed, Summarise, UnknownCase, UnreadableCase
from store.events import Event
from store.ledger_store import LedgerStore
from store.summary import CaseSummary
from store.text import clean

if TYPE_CHECKING:
    from store.certificates import Certificate
    from store.frozen import Frozen, FrozenCase
    from store.ledger import State
    from store.practitioner import Practitioner


class MemoryStore(LedgerStore):
    """Keeps the states of cases in a dictionary."""

    def __init__(self, *, summarise: Summarise, now: Now) -> None:
        super().__init__(summarise, now)
        self._states: dict[str, State] = {}
        self._rows: dict[str, CaseSummary] = {}
        self._frozen: dict[str, State] = {}
        self._drafts: dict[DraftKey, Draft] = {}
        self._practitioner: Practitioner | None = None
        self._certificates: list[Certificate] = []
        self._trail: list[Event] = []
        self._lock = threading.RLock()

    def caseload(self) -> list[CaseSummary]:
        """One row a case, by reference."""
        self._open()
        return sorted(self._rows.values(), key=lambda row: (row.ref.casefold(), row.id))

    def stamp(self, case_id: str = "") -> str:
        """The revision of the case, or of all of them."""
        self._open()
        if not case_id:
            return "-".join(self.stamp(known) for known in self._states)
        return str(self._states[case_id]["meta"]["meta"]["revision"]) if case_id in self._states else ""

    def save_draft(self, draft: Draft) -> None:
        """Keep unsaved text."""
        self._drafts[draft.key] = draft._replace(texts={field: clean(text) for field, text in draft.texts.items()})

    def draft(self, key: DraftKey) -> Draft | None:
        """The draft of this form on this case."""
        self._open()
        return self._drafts.get(key)

    def drafts(self) -> list[Draft]:
        """All drafts, oldest first."""
        self._open()
        return sorted(self._drafts.values(), key=lambda draft: draft.at)

    def drop_draft(self, key: DraftKey) -> None:
        """Forget a draft."""
        self._open()
        self._drafts.pop(key, None)

    def practitioner(self) -> "Practitioner":
        """What is kept for the practitioner and not for a case."""
        from store.practitioner import Practitioner

        self._open()
        return self._practitioner or Practitioner()

    def change_practitioner(self, change: "Callable[[Practitioner], Practitioner]") -> "Practitioner":
        """Read it anew, change it, keep it."""
        with self._lock:
            self._practitioner = change(self.practitioner())
            return self._practitioner

    def purge(self, case_id: str, reason: str) -> tuple[str, ...]:
        """Remove a case for good; a certificate is kept."""
        from store.links import unlinked, words_of
        from store.purging import certificate_of, stands_in

        with self._lock:
            case = self.case(case_id)
            self._must_be_free_to_go(case)
            mine = [key for key in self._drafts if key.case_id == case_id]
            done = certificate_of(case, len(self.versions(case_id)), len(mine), self._now().date(), reason)
            self.note("purge_begun", case_id)
            own = self._states.pop(case_id)
            del self._rows[case_id]
            for name in [name for name in self._frozen if name.partition("-")[0] == case_id]:
                del self._frozen[name]
            for key in mine:
                del self._drafts[key]
            if self._practitioner:
                self._practitioner = self._practitioner.with_wanted(case_id, "")
            taken = {row.ref.casefold() for row in self._rows.values()}
            words = words_of(case.ref, case_id, own, taken)
            for other in [known for known in self._states if unlinked(self._states[known], words)]:
                self._unlink(other, words)
            self._certificates.append(replace(done, finished=True))
            self.note("purged", case_id)
        states = {known: orjson.dumps(state) for known, state in self._states.items()}
        return tuple(f"cases/{known}" for known, data in states.items() if stands_in(data, words))

    def _unlink(self, case_id: str, words: Collection[str]) -> None:
        """Take the links out of another case, unless it is on hold."""
        from store.links import put_without, unlinked

        ledger = self._ledger(case_id)
        if ledger.case.info.hold:
            return
        put_without(ledger, words)
        state = ledger.finish()
        self._noted(Event(self._now(), "saved", case_id, ledger.case.revision, ledger.touched), must=False, sync=False)
        self._save(ledger.case, unlinked(state, words) or state)

    def freeze(self, case_id: str) -> "Frozen":
        """Copy a case as it stands."""
        from store.frozen import Frozen, fingerprint, name_of

        with self._lock:
            self._open()
            state, at = self._loaded(case_id), self._now()
            revision = state["meta"]["meta"]["revision"]
            made = Frozen(name_of(case_id, at, revision), at, revision, fingerprint(orjson.dumps(state)))
            if made.name in self._frozen:
                raise SaveFailed("Not saved. This save of the case is frozen already. Nothing was changed.")
            self._frozen[made.name] = state
            return made

    def frozen(self, name: str) -> "FrozenCase":
        """A frozen copy, opened."""
        from store.frozen import GONE, fingerprint, opened

        self._open()
        if name not in self._frozen:
            raise UnreadableCase(GONE)
        state = copy.deepcopy(self._frozen[name])
        return opened(state, fingerprint(orjson.dumps(state)))

    def certificates(self) -> "list[Certificate]":
        """What was purged, oldest first."""
        self._open()
        return list(self._certificates)

    def trail(self) -> list[Event]:
        """Every event, oldest first."""
        self._open()
        return list(self._trail)

    def _noted(self, event: Event, *, must: bool, sync: bool) -> None:  # noqa: ARG002 - nothing can fail here
        self._trail.append(event)

    def close(self) -> None:
        """Refuse every further call."""
        self.settle()
        self._closed = True

    def _loaded(self, case_id: str) -> "State":
        if case_id not in self._states:
            raise UnknownCase("No case has that id.")
        return copy.deepcopy(self._states[case_id])

    def _save(self, case: Case, state: "State") -> Callable[[], None]:
        self._states[case.id] = state
        if case.id != OWN:
            self._rows[case.id] = self._summarise(case)
        return lambda: None

    @contextmanager
    def _locked(self, case_id: str) -> Iterator[None]:  # noqa: ARG002 - one lock for all
        with self._lock:
            yield

    @contextmanager
    def _alone_with_refs(self) -> Iterator[None]:
        with self._lock:
            yield
