"""What a save means: revisions, versions, conflicts and withdrawals, over the tables of one case.

Beside a table for each kind of record there are `versions`, `changes` and `meta`. Nothing is written before the end.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError
from tinydb import where
from tinydb.table import Document

from store.case import OWN, OWN_REF, Case, case_of, with_record, without
from store.case_store import Change, Conflict, Now, StoreTrouble, UnknownRecord, UnreadableCase, Version, Why
from store.events import Touched
from store.migrations import FORMAT
from store.records import BY_KIND, CaseRecord, Record, new_id
from store.tables import State as State
from store.tables import Tables
from store.text import clean

R = TypeVar("R", bound=Record)

KEPT_CHANGES = 100
"""How many saves the log of changes remembers; it holds ids only."""


class Ledger:
    """One transaction over a case: reads it, changes it, and gives its state back."""

    def __init__(self, state: State, now: Now, *, undoes: str = "") -> None:
        self._tables = Tables(state)
        self._now = now
        self._undoes = undoes
        self._change_id = new_id()
        self._touched: dict[tuple[str, str], tuple[int | None, int | None]] = {}
        self._case: Case | None = None
        self._ended = False
        self.conflict: Conflict | None = None
        """The first record of this save that came too late."""

    @property
    def changed(self) -> bool:
        """True once something was put or withdrawn."""
        return bool(self._touched)

    @property
    def touched(self) -> tuple[Touched, ...]:
        """What was put or withdrawn: kind, id, and the revisions before and after."""
        return tuple((kind, record_id, *revisions) for (kind, record_id), revisions in self._touched.items())

    @property
    def case(self) -> Case:
        """The case as it stands in this transaction; read and validated once, then followed."""
        if self._case is None:
            self._case = self._read()
        return self._case

    def note_new_case(self, info: CaseRecord) -> None:
        """This change made the case."""
        self._touch(info, None, 1)

    def put(self, record: R, *, expected: int | None = None) -> R:
        """Keep a record: new, or as the next version. Raises Conflict where it has moved on since `expected`."""
        self._refuse_late()
        self._refuse_foreign(record)
        stored = self._stored(record.kind, record.id)
        before = stored.revision if stored else None
        if expected is not None and before != expected:
            self.conflict = self.conflict or Conflict(_told(stored), record, stored)
            raise self.conflict
        case = self.case
        kept = self._stamped(record, stored)
        if stored is not None:
            self._keep_version(stored, "changed")
        self._tables.keep(record.kind, kept.id, kept.model_dump(mode="json"))
        self._touch(kept, before, kept.revision)
        self._case = with_record(case, kept)
        return kept

    def withdraw(self, record_id: str, reason: str) -> None:
        """Take a record out; it stays as a version. Raises UnknownRecord."""
        self._refuse_late()
        found = self.case.find(record_id)
        if found is None or isinstance(found, CaseRecord):
            raise UnknownRecord("No record of this case has that id.")
        self._keep_version(found, "withdrawn", clean(reason))
        self._tables.take_out(found.kind, found.id)
        self._touch(found, found.revision, None)
        self._case = without(self.case, found)

    def end(self) -> None:
        """Refuse what comes after the save: it would be lost without a word."""
        self._ended = True

    def keep_loser(self, record: Record) -> None:
        """Keep the text of a save that came too late, as a version beside the one that stands."""
        stored = self._stored(record.kind, record.id)
        self._keep_version(self._stamped(record, stored), "conflict")
        revision = stored.revision if stored else None
        self._touch(record, revision, revision)

    def versions(self, record_id: str) -> list[Version]:
        """The earlier texts of a record, oldest first; without an id those of all records of the case."""
        table = self._tables.of("versions")
        rows = table.search(where("record")["id"] == record_id) if record_id else table.all()
        return [self._version(row) for row in rows]

    def changes(self) -> list[Change]:
        """The last saves, oldest first."""
        return [_change(row) for row in self._tables.of("changes").all()]

    def finish(self) -> State:
        """The state with this change noted in it: one revision more."""
        touched = [list(one) for one in self.touched]
        row = {"at": self._now().isoformat(), "touched": touched, "undoes": self._undoes}
        self._tables.keep("changes", self._change_id, row)
        old = self._tables.of("changes").all()[:-KEPT_CHANGES]
        self._tables.take_out("changes", *(str(row.doc_id) for row in old))
        revision = self._meta["revision"] + 1
        self._tables.keep("meta", "meta", {"revision": revision})
        self._case = replace(self.case, revision=revision)
        self.end()
        return self._tables.state

    @property
    def _meta(self) -> Mapping[str, Any]:
        found = self._tables.row("meta", "meta")
        assert found is not None
        return found

    def _read(self) -> Case:
        records = [_record(kind, row) for kind in BY_KIND for row in self._tables.of(kind).all()]
        info = next((record for record in records if isinstance(record, CaseRecord)), None)
        if info is None:
            raise UnreadableCase("It holds no case.")
        others = (record for record in records if record is not info)
        return case_of(info, others, self._meta["revision"])

    def _refuse_late(self) -> None:
        if self._ended:
            raise StoreTrouble("That save has ended. Nothing more was kept; save again.")

    def _refuse_foreign(self, record: Record) -> None:
        """A record of one household must never come to stand in another's file."""
        case_id = self._meta["case_id"]
        if record.case_id not in ("", case_id) or (isinstance(record, CaseRecord) and record.id != case_id):
            raise UnknownRecord("That belongs to another case. Nothing was saved.")

    def _stored(self, kind: str, record_id: str) -> Record | None:
        row = self._tables.row(kind, record_id)
        return _record(kind, row) if row is not None else None

    def _stamped(self, record: R, stored: Record | None) -> R:
        now = self._now()
        earlier = self.versions(record.id) if stored is None else []
        base = stored or (earlier[-1].record if earlier else None)
        stamps = {
            "case_id": self._meta["case_id"],
            "recorded_at": base.recorded_at if base else now,
            "edited_at": now if base else None,
            "revision": base.revision + 1 if base else 1,
        }
        return type(record).model_validate({**record.model_dump(), **stamps})

    def _keep_version(self, record: Record, why: Why, reason: str = "") -> None:
        row = {
            "kind": record.kind,
            "record": record.model_dump(mode="json"),
            "replaced_at": self._now().isoformat(),
            "why": why,
            "reason": reason,
            "change_id": self._change_id,
        }
        self._tables.keep("versions", new_id(), row)

    def _version(self, row: Document) -> Version:
        try:
            at = datetime.fromisoformat(row["replaced_at"])
            return Version(_record(row["kind"], row["record"]), at, row["why"], row["reason"], row["change_id"])
        except (KeyError, TypeError, ValueError):
            raise UnreadableCase("An earlier text in it is not one that this program writes.") from None

    def _touch(self, record: Record, before: int | None, after: int | None) -> None:
        first, _ = self._touched.get((record.kind, record.id), (before, None))
        self._touched[(record.kind, record.id)] = (first, after)


def new_state(info: CaseRecord, now: Now) -> State:
    """The state of a case that holds nothing yet but itself."""
    stamped = {**info.model_dump(), "case_id": info.id, "recorded_at": now(), "revision": 1}
    row = CaseRecord.model_validate(stamped).model_dump(mode="json")
    meta = {"format": FORMAT, "case_id": info.id, "revision": 0}
    return {"meta": {"meta": meta}, CaseRecord.kind: {info.id: row}}


def new_own_state(now: Now) -> State:
    """The state of my own book, in which nothing is kept yet."""
    return new_state(CaseRecord(id=OWN, ref=OWN_REF), now)


def _change(row: Document) -> Change:
    try:
        touched = tuple((kind, rid, before, after) for kind, rid, before, after in row["touched"])
        return Change(str(row.doc_id), datetime.fromisoformat(row["at"]), touched, row["undoes"])
    except (KeyError, TypeError, ValueError):
        raise UnreadableCase("Its log of saves is not one that this program writes.") from None


def _record(kind: str, row: Mapping[str, Any]) -> Record:
    try:
        return BY_KIND[kind].model_validate(dict(row))
    except (ValidationError, KeyError):
        raise UnreadableCase("A record in it is not one that this program writes.") from None


def _told(stored: Record | None) -> str:
    if stored is None:
        return "This was withdrawn in another window since you opened it. Your text is kept among the earlier texts."
    return (
        "This was changed in another window since you opened it. Both texts are kept; save again to put yours on top."
    )
