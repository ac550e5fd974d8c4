"""Log a visit: when and where, how each child was seen, what I wonder, and what I will do; one save, all or nothing."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from checklists.use_cases.actions import new_action
from checklists.use_cases.records import the_record
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case_store import CaseChange, CaseStore
from store.records import Hypothesis, Record, Seen, Visit

R = TypeVar("R", bound=Record)


def log_visit(
    store: CaseStore,
    case_id: str,
    visit: Mapping[str, Any],
    seen: Mapping[str, Mapping[str, Any]],
    *,
    wonder: str = "",
    actions: Sequence[Mapping[str, Any]] = (),
) -> Visit:
    """Keep a visit with what was seen of each child, by child id; children without `seen` are left out.

    Raises Wrong; Conflict cannot happen, as all of it is new.
    """
    with store.change(case_id) as change:
        kept = change.put(make(Visit, visit))
        _put_seen(change, kept, seen)
        if wonder.strip():
            change.put(make(Hypothesis, {"text": wonder}))
        for action in actions:
            change.put(new_action(action))
        return kept


def edit_visit(
    store: CaseStore,
    case_id: str,
    visit_id: str,
    visit: Mapping[str, Any],
    seen: Mapping[str, Mapping[str, Any]],
    *,
    expected: Mapping[str, int] | None = None,
) -> Visit:
    """The visit with other facts, and what was seen of each child; `expected` gives the revisions that the person saw.

    Raises Wrong, UnknownRecord, Conflict.
    """
    revisions = expected or {}
    with store.change(case_id) as change:
        old = the_record(change.case, visit_id, Visit)
        kept = _put_if_new(change, old, remake(old, visit), revisions.get(old.id))
        before = {row.child_id: row for row in change.case.of(Seen) if row.visit_id == old.id}
        for child_id, values in seen.items():
            row = before.get(child_id)
            if row is None:
                continue
            if values.get("seen") is None:
                change.withdraw(row.id, "not part of this visit")
            else:
                moved = {**values, "happened_on": kept.happened_on}
                _put_if_new(change, row, remake(row, moved), revisions.get(row.id))
        _put_seen(change, kept, {child: values for child, values in seen.items() if child not in before})
        return kept


def withdraw_visit(store: CaseStore, case_id: str, visit_id: str, reason: str) -> None:
    """Take a visit out of the case with what was seen on it, with a reason. Raises Wrong, UnknownRecord."""
    if not reason.strip():
        raise Wrong("Why: withdrawing a visit asks why.", "A few words are enough.", "reason")
    with store.change(case_id) as change:
        visit = the_record(change.case, visit_id, Visit)
        for row in change.case.of(Seen):
            if row.visit_id == visit.id:
                change.withdraw(row.id, reason.strip())
        change.withdraw(visit.id, reason.strip())


def _put_if_new(change: CaseChange, old: R, new: R, expected: int | None) -> R:
    """Keep a record that differs; one that says the same makes no version."""
    return change.put(new, expected=expected) if new != old else old


def _put_seen(change: CaseChange, visit: Visit, seen: Mapping[str, Mapping[str, Any]]) -> None:
    known = {child.id for child in change.case.children}
    for child_id, values in seen.items():
        if values.get("seen") is None:
            if any(value not in (None, "", ()) for value in values.values()):
                raise Wrong("Seen is needed for each child you wrote about.", "a, w, o or n.", f"seen.{child_id}.seen")
            continue
        if child_id not in known:
            raise Wrong("That child is not on this case.", "Look at the children of the case.")
        change.put(make(Seen, {**values, "visit_id": visit.id, "child_id": child_id, "happened_on": visit.happened_on}))
