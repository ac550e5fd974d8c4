"""Move a record that was typed in the wrong case: added there, then withdrawn here. Never lost in between."""

from collections.abc import Mapping
from typing import Any

from checklists.use_cases.log_visit import log_visit, withdraw_visit
from checklists.use_cases.records import add_record, withdraw_record
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Answer, Hypothesis, Person, Record, Seen, Visit

MOVABLE: tuple[type[Record], ...] = (Visit, Person, Hypothesis, Action, Answer)
"""What can have been typed in the wrong case. A child belongs to its case."""
STAMPS = ("id", "case_id", "recorded_at", "edited_at", "revision")
OF_THE_CASE: Mapping[type[Record], Mapping[str, Any]] = {
    Action: {"child_id": None},
    Answer: {"children": (), "evidence_ids": ()},
    Hypothesis: {"alternative_to": None},
}
"""Fields that name other records of the old case; they mean nothing in the new one."""


def can_move(record: Record) -> bool:
    """Whether a record of this kind can be moved."""
    return isinstance(record, MOVABLE)


def seen_on(case: Case, visit: Visit) -> tuple[Seen, ...]:
    """How each child was seen on a visit."""
    return tuple(row for row in case.of(Seen) if row.visit_id == visit.id)


def move_record(
    store: CaseStore,
    case_id: str,
    record_id: str,
    to_case_id: str,
    reason: str,
    *,
    children: Mapping[str, str] | None = None,
) -> Record:
    """Add the record to the other case and withdraw it here, with "moved" and the reason; the new record.

    `children` gives, for each child seen on a visit, the child of the other case who that is. The record is added
    before it is withdrawn: whatever happens in between, it stands in one of the two. Raises Wrong, UnknownRecord.
    """
    case, target = store.case(case_id), store.case(to_case_id)
    record = case.find(record_id)
    if record is None or not can_move(record):
        raise Wrong("That is not a record that can be moved.", "Visits, people, I wonders, actions and answers can.")
    if case_id == to_case_id:
        raise Wrong("That is the case it stands in.", "Choose another one.")
    if not reason.strip():
        raise Wrong("Why: moving a record asks why.", "A few words are enough.", "reason")
    why = f"moved to {target.ref}: {reason.strip()}"
    if isinstance(record, Visit):
        kept: Record = _move_visit(store, case, record, target, children or {})
        withdraw_visit(store, case_id, record.id, why)
    else:
        kept = add_record(store, to_case_id, type(record), _values(record))
        withdraw_record(store, case_id, record.id, why)
    return kept


def _move_visit(store: CaseStore, case: Case, visit: Visit, target: Case, children: Mapping[str, str]) -> Visit:
    rows = seen_on(case, visit)
    known = {child.id for child in target.children}
    chosen = [children.get(row.child_id, "") for row in rows]
    if any(child not in known for child in chosen) or len(set(chosen)) != len(chosen):
        raise Wrong("Each child who was seen must be a child of the other case.", "Say for each who it is there.")
    seen = {
        child: _values(row, but=("visit_id", "child_id", "happened_on"))
        for child, row in zip(chosen, rows, strict=True)
    }
    return log_visit(store, target.id, _values(visit), seen)


def _values(record: Record, but: tuple[str, ...] = ()) -> dict[str, Any]:
    """What the record says, without what the store stamps on it and what belongs to the old case."""
    left = {*STAMPS, *but}
    values = {name: getattr(record, name) for name in type(record).model_fields if name not in left}
    return {**values, **OF_THE_CASE.get(type(record), {})}
