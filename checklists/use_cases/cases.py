"""A case and its children: add, edit, close, reopen."""

from collections.abc import Mapping
from typing import Any

from checklists.clock import Clock
from checklists.use_cases.finding import find_case as find_case
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import CaseRecord, Child


def add_case(store: CaseStore, clock: Clock, values: Mapping[str, Any], child: Mapping[str, Any] | None = None) -> Case:
    """A new case, and its first child if one is given; allocated today unless said. Raises Wrong, RefTaken.

    An adult's case gives its person the plan `adult`.
    """
    info = make(CaseRecord, {"allocated_on": clock.today(), **_given(values)})
    first = make(Child, _for_service(info, _named(child))) if child and any(_given(child).values()) else None
    return store.add_case(info, (first,) if first else ())


def edit_case(store: CaseStore, case_id: str, changes: Mapping[str, Any], *, expected: int | None = None) -> CaseRecord:
    """The case with other facts. Raises Wrong, RefTaken, Conflict."""
    with store.change(case_id) as change:
        return change.put(remake(change.case.info, changes), expected=expected)


def add_child(store: CaseStore, case_id: str, values: Mapping[str, Any]) -> Child:
    """A child of the case; an adult's case has one person only. Raises Wrong."""
    with store.change(case_id) as change:
        info = change.case.info
        if info.service == "adults" and change.case.children:
            raise Wrong("An adult's case is about one person.", "Make a case of their own for another.")
        return change.put(make(Child, _for_service(info, _named(values))))


def edit_child(
    store: CaseStore, case_id: str, child_id: str, changes: Mapping[str, Any], *, expected: int | None = None
) -> Child:
    """The child with other facts. Raises Wrong, UnknownRecord, Conflict."""
    from checklists.use_cases.records import the_record

    with store.change(case_id) as change:
        child = the_record(change.case, child_id, Child)
        return change.put(remake(child, changes), expected=expected)


def close_case(store: CaseStore, clock: Clock, case_id: str, values: Mapping[str, Any]) -> CaseRecord:
    """Close the case with a reason. What could still go wrong may be left blank; it is asked, and asked again later.

    Raises Wrong.
    """
    with store.change(case_id) as change:
        info = change.case.info
        return change.put(remake(info, may_close(info, clock, values)))


def may_close(info: CaseRecord, clock: Clock, values: Mapping[str, Any]) -> dict[str, Any]:
    """What closing the case changes. Raises Wrong where it cannot be closed so."""
    if info.closed_on:
        raise Wrong("This case is closed already.", "Reopen it first to change its closing.")
    closing = {"closed_on": clock.today(), **_given(values)}
    if not str(closing.get("closed_reason") or "").strip():
        raise Wrong("Why: say in a few words why it closes now.", field="closed_reason")
    if info.allocated_on and closing["closed_on"] < info.allocated_on:
        raise Wrong("Closed on: that is before the case came to you.", "Give a later day.", "closed_on")
    return closing


def reopen_case(store: CaseStore, case_id: str) -> CaseRecord:
    """Open a closed case again. How it was closed stays readable as an earlier version. Raises Wrong."""
    with store.change(case_id) as change:
        if not change.case.info.closed_on:
            raise Wrong("This case is open.", "There is nothing to reopen.")
        blank = {"closed_on": None, "closed_reason": None, "could_still_go_wrong": None}
        return change.put(remake(change.case.info, blank))


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _named(child: Mapping[str, Any]) -> Mapping[str, Any]:
    """The child, who has something to be called by; one not born yet may wait for it. Raises Wrong."""
    if not any(_given(child).get(name) for name in ("initials", "own_id", "expected_on")):
        raise Wrong("Initials: one to three letters are needed, or the child's own id.", field="initials")
    return child


def _for_service(info: CaseRecord, values: Mapping[str, Any]) -> dict[str, Any]:
    given = _given(values)
    return {**given, "plan": "adult"} if info.service == "adults" else given
