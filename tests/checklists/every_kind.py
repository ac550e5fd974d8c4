"""A case with a record of every kind, each naming whatever it can name; for tests that hold for all kinds."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from checklists.links import links_of
from store.case import Case
from store.case_store import CaseStore
from store.records import CaseRecord, Escalation, Record, StepBefore, changed, new_id
from tests.store.records import one_of_each

TODAY = date(2026, 11, 23)
TEXT = "late nights"


def of_service(kind: type[Record]) -> str:
    """The service of a case that can hold the kind."""
    return kind.only_for or "children"


def full_case(store: CaseStore, ref: str, service: str) -> Case:
    """A case with a record of every kind, each naming whatever it can name."""
    made = store.add_case(CaseRecord(ref=ref, service=service, allocated_on=TODAY))
    records = [row for row in one_of_each(TEXT) if row.only_for in ("", service)]
    records += [changed(row, id=new_id()) for row in records if row.kind in ("hypothesis", "explanation")]
    named = {row.kind: row.id for row in records}
    with store.change(made.id) as change:
        for row in records:
            change.put(changed(row, **linked(row, named)))
    return store.case(made.id)


def linked(record: Record, named: dict[str, str]) -> dict[str, Any]:
    """A value for each field that can name a record, from the notes that the fields carry."""
    values: dict[str, Any] = {}
    for name in type(record).model_fields:
        of = type(record).ask(name).of
        if of and of != "area" and named[of] != record.id:
            values[name] = (named[of],) if isinstance(getattr(record, name), tuple) else named[of]
    if isinstance(record, Escalation):
        values["before"] = (StepBefore(step=1, started_on=record.step_started_on, with_agency=named["agency"]),)
    return values


def the_one(case: Case, kind: type[Record]) -> Record:
    """The record of the kind that names the most."""
    rows: Sequence[Record] = (case.info,) if kind is CaseRecord else case.of(kind)
    return max(rows, key=lambda row: len(links_of(row, case)))


def another_text(record: Record) -> tuple[str, str]:
    """A field that people know by a title, and another value that it may hold."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if not info.title or not isinstance(value, str) or type(record).ask(name).of:
            continue
        for other in (f"{value}, changed", "with_others", "2028-01-01"):
            try:
                changed(record, **{name: other})
            except ValidationError:
                continue
            return name, other
    raise AssertionError(f"{record.kind} has no field to change")
