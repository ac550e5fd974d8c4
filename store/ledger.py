"""What a save means: revisions, versions, conflicts and withdrawals, over the tables of one case.

TinyDB keeps a table for each kind of record, and the tables `versions`, `changes` and `meta`. It lives for one
transaction over plain memory: its caches never meet another process, and nothing is written before the end.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError
from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Document, Table

from store.case import Case, case_of
from store.case_store import Change, Conflict, Now, UnknownRecord, UnreadableCase, Version, Why
from store.records import BY_KIND, CaseRecord, Record, new_id

R = TypeVar("R", bound=Record)

FORMAT = 1
NEWER = "It was written by a newer casereflect. Use that one; nothing was changed."
KEPT_CHANGES = 100
"""How many saves the log of changes remembers; it holds ids only."""

State = dict[str, dict[str, Any]]
"""The tables of a case as plain data: what a file holds."""


class _InMemory(Storage):
    """TinyDB's storage over the memory of one transaction."""

    def __init__(self, state: State) -> None:
        self.state = state

    def read(self) -> State:
        return self.state

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        self.state = {name: dict(rows) for name, rows in data.items()}


class _KeyedTable(Table):
    """Documents are named by the record's own id, never by a counter."""

    document_id_class = str  # type: ignore[assignment]


class _Tables(TinyDB):
    table_class = _KeyedTable


class Ledger:
    """One transaction over a case: reads it, changes it, and gives its state back."""

    def __init__(self, state: State, now: Now, *, undoes: str = "") -> None:
        self._storage = _InMemory(state)
        self._db = _Tables(storage=lambda: self._storage)
        self._now = now
        self._undoes = undoes
        self._change_id = new_id()
        self._touched: dict[tuple[str, str], tuple[int | None, int | None]] = {}
        self._case: Case | None = None

    @property
    def changed(self) -> bool:
        """True once something was put or withdrawn."""
        return bool(self._touched)

    @property
    def case(self) -> Case:
        """The case as it stands in this transaction."""
        if self._case is None:
            self._case = self._read()
        return self._case

    def note_new_case(self, info: CaseRecord) -> None:
        """This change made the case."""
        self._touch(info.kind, info.id, None, 1)

    def put(self, record: R, *, expected: int | None = None) -> R:
        """Keep a record: new, or as the next version. Raises Conflict where it has moved on since `expected`."""
        self._refuse_foreign(record)
        stored = self._stored(record.kind, record.id)
        before = stored.revision if stored else None
        if expected is not None and before != expected:
            raise Conflict(_told(stored), record, stored)
        if stored is not None:
            self._keep_version(stored, "changed")
        kept = self._stamped(record, stored)
        self._table(record.kind).upsert(_document(kept.model_dump(mode="json"), kept.id))
        self._touch(record.kind, record.id, before, kept.revision)
        return kept

    def withdraw(self, record_id: str, reason: str) -> None:
        """Take a record out; it stays as a version. Raises UnknownRecord."""
        found = self.case.find(record_id)
        if found is None or isinstance(found, CaseRecord):
            raise UnknownRecord("No record of this case has that id.")
        self._keep_version(found, "withdrawn", reason)
        self._table(found.kind).remove(doc_ids=[_named(found.id)])
        self._touch(found.kind, found.id, found.revision, None)

    def keep_loser(self, record: Record) -> None:
        """Keep the text of a save that came too late, as a version beside the one that stands."""
        stored = self._stored(record.kind, record.id)
        self._keep_version(self._stamped(record, stored), "conflict")
        revision = stored.revision if stored else None
        self._touch(record.kind, record.id, revision, revision)

    def versions(self, record_id: str) -> list[Version]:
        """The earlier texts of a record, oldest first."""
        rows = self._table("versions").search(where("record")["id"] == record_id)
        return [self._version(row) for row in rows]

    def changes(self) -> list[Change]:
        """The last saves, oldest first."""
        return [
            Change(
                str(row.doc_id),
                datetime.fromisoformat(row["at"]),
                tuple((kind, rid, before, after) for kind, rid, before, after in row["touched"]),
                row["undoes"],
            )
            for row in self._table("changes").all()
        ]

    def finish(self) -> State:
        """The state with this change noted in it: one revision more."""
        touched = [[kind, rid, *revisions] for (kind, rid), revisions in self._touched.items()]
        log = self._table("changes")
        row = {"at": self._now().isoformat(), "touched": touched, "undoes": self._undoes}
        log.insert(_document(row, self._change_id))
        log.remove(doc_ids=[row.doc_id for row in log.all()[:-KEPT_CHANGES]])
        revision = self._meta["revision"] + 1
        self._table("meta").upsert(_document({"revision": revision}, "meta"))
        self._case = replace(self.case, revision=revision)
        return self._storage.state

    @property
    def _meta(self) -> Mapping[str, Any]:
        found = self._table("meta").get(doc_id=_named("meta"))
        assert isinstance(found, Document)
        return found

    def _table(self, name: str) -> Table:
        return self._db.table(name, cache_size=0)

    def _read(self) -> Case:
        records = [_record(kind, row) for kind in BY_KIND for row in self._table(kind).all()]
        info = next((record for record in records if isinstance(record, CaseRecord)), None)
        if info is None:
            raise UnreadableCase("It holds no case.")
        others = (record for record in records if record is not info)
        return case_of(info, others, self._meta["revision"])

    def _refuse_foreign(self, record: Record) -> None:
        """A record of one household must never come to stand in another's file."""
        case_id = self._meta["case_id"]
        if record.case_id not in ("", case_id) or (isinstance(record, CaseRecord) and record.id != case_id):
            raise UnknownRecord("That belongs to another case. Nothing was saved.")

    def _stored(self, kind: str, record_id: str) -> Record | None:
        row = self._table(kind).get(doc_id=_named(record_id))
        return _record(kind, row) if isinstance(row, Document) else None

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
        self._table("versions").insert(_document(row, new_id()))

    def _version(self, row: Document) -> Version:
        try:
            at = datetime.fromisoformat(row["replaced_at"])
            return Version(_record(row["kind"], row["record"]), at, row["why"], row["reason"], row["change_id"])
        except (KeyError, TypeError, ValueError):
            raise UnreadableCase("An earlier text in it is not one that this program writes.") from None

    def _touch(self, kind: str, record_id: str, before: int | None, after: int | None) -> None:
        first, _ = self._touched.get((kind, record_id), (before, None))
        self._touched[(kind, record_id)] = (first, after)
        self._case = None


def new_state(info: CaseRecord, now: Now) -> State:
    """The state of a case that holds nothing yet but itself."""
    stamped = {**info.model_dump(), "case_id": info.id, "recorded_at": now(), "revision": 1}
    row = CaseRecord.model_validate(stamped).model_dump(mode="json")
    meta = {"format": FORMAT, "case_id": info.id, "revision": 0}
    return {"meta": {"meta": meta}, CaseRecord.kind: {info.id: row}}


def _document(row: Mapping[str, Any], name: str) -> Document:
    return Document(row, doc_id=_named(name))


def _named(name: str) -> Any:
    """An id for TinyDB, whose own types know only numbers."""
    return name


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
