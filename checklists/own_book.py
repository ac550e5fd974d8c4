"""My own book as pages and forms need it: with the cases it may name, so that an id in it reads as a reference."""

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from store.case import OWN, Case

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.case_store import CaseStore
    from store.summary import CaseSummary


def book(reading: "Reading | CaseStore", case_id: str) -> Case:
    """The case of that id; my own book with the cases there are. Raises UnknownCase, UnreadableCase."""
    found = reading.case(case_id)
    return with_cases(found, reading.caseload()) if case_id == OWN else found


def own_book(reading: "Reading | CaseStore") -> Case:
    """My own book. Raises UnreadableCase."""
    return book(reading, OWN)


def with_cases(own: Case, rows: "Iterable[CaseSummary]") -> Case:
    """The book with a record for each case: its id and its reference, nothing else."""
    from store.records import CaseRecord

    named = tuple(CaseRecord(id=row.id, ref=row.ref) for row in rows if not row.damaged)
    return replace(own, tables=MappingProxyType({**own.tables, CaseRecord.kind: named}))
