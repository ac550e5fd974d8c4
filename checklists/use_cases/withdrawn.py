"""Records that were taken out: found again by their id, so that what they said stays readable."""

from collections.abc import Iterator

from checklists.own_book import book
from checklists.use_cases.records import locate, where_kept
from store.case import Case
from store.case_store import CaseStore, UnknownRecord, Version
from store.records import Record


def locate_with_versions(store: CaseStore, named: str, kind: type[Record]) -> tuple[Case, Record, list[Version]]:
    """The record of that id with its earlier texts; of one that was withdrawn, the last text. Raises UnknownRecord, Wrong."""
    try:
        case, record = locate(store, named, kind)
    except UnknownRecord:
        found = next(_withdrawn(store, named.strip().upper(), kind), None)
        if found is None:
            raise
        return found
    return case, record, store.versions(case.id, record.id)


def _withdrawn(store: CaseStore, wanted: str, kind: type[Record]) -> Iterator[tuple[Case, Record, list[Version]]]:
    for case_id in where_kept(store, kind):
        touched = {record_id for one in store.changes(case_id) for _, record_id, *_ in one.touched}
        for record_id in sorted(one for one in touched if one.upper().endswith(wanted)):
            versions = store.versions(case_id, record_id)
            if versions and versions[-1].why == "withdrawn" and isinstance(versions[-1].record, kind):
                yield book(store, case_id), versions[-1].record, versions
