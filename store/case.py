"""A case as a value: everything recorded on it, read once and never changed by reading."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from store.records import CaseRecord, Child, Record

R = TypeVar("R", bound="Record")

OWN = "OWN"
"""The id of my own book: what is mine and no case's, such as what I learned. It has the shape of a case, and is none."""
OWN_REF = "my own"
"""What my own book is called where a case has its reference."""

_NOTHING: Mapping[str, tuple["Record", ...]] = MappingProxyType({})


@dataclass(frozen=True)
class Case:
    """One case: its own record, and its other records by kind, each kind in the order it was written."""

    info: "CaseRecord"
    tables: Mapping[str, tuple["Record", ...]] = field(default_factory=lambda: _NOTHING)
    revision: int = 0
    """Revision of the whole case: one more with every save."""

    @property
    def id(self) -> str:
        """The case's id."""
        return self.info.id

    @property
    def ref(self) -> str:
        """The reference that the worker typed."""
        return self.info.ref

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, oldest written first."""
        return self.tables.get(kind.kind, ())  # type: ignore[return-value]

    @property
    def children(self) -> "tuple[Child, ...]":
        """The children of the case; on an adult's case, the person."""
        from store.records import Child

        return self.of(Child)

    def find(self, record_id: str) -> "Record | None":
        """The record with this id, or whose id ends so (people type the last six characters, any case)."""
        wanted = record_id.upper()
        found = [r for records in self.tables.values() for r in records if r.id.upper().endswith(wanted)]
        if not wanted:
            return None
        if self.info.id.upper() == wanted:
            return self.info
        return found[0] if len(found) == 1 else None


def case_of(info: "CaseRecord", records: Iterable["Record"] = (), revision: int = 0) -> Case:
    """A case made of its record and the others, in the order given."""
    tables: dict[str, list[Record]] = {}
    for record in records:
        tables.setdefault(record.kind, []).append(record)
    return Case(info, MappingProxyType({kind: tuple(rows) for kind, rows in tables.items()}), revision)


def with_record(case: Case, record: "Record") -> Case:
    """The case with a record in it, new at the end of its kind or in the place of its earlier text."""
    if record.id == case.info.id:
        return replace(case, info=record)  # type: ignore[arg-type]
    rows = list(case.tables.get(record.kind, ()))
    place = next((number for number, row in enumerate(rows) if row.id == record.id), len(rows))
    rows[place : place + 1] = [record]
    return replace(case, tables=MappingProxyType({**case.tables, record.kind: tuple(rows)}))


def without(case: Case, record: "Record") -> Case:
    """The case without a record."""
    rows = tuple(row for row in case.tables.get(record.kind, ()) if row.id != record.id)
    others = {kind: kept for kind, kept in case.tables.items() if kind != record.kind}
    return replace(case, tables=MappingProxyType({**others, record.kind: rows} if rows else others))
