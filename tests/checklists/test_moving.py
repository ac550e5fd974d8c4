"""A record typed in the wrong case."""

from datetime import date

import pytest

from checklists.clock import Clock
from checklists.journeys.moving import move_to_form
from checklists.use_cases.actions import plan_action
from checklists.use_cases.cases import add_case
from checklists.use_cases.log_visit import log_visit
from checklists.use_cases.moving import move_record
from checklists.use_cases.reflect import wonder
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Hypothesis, Seen, Visit

TODAY = date(2026, 11, 23)


@pytest.fixture
def other(store: CaseStore, clock: Clock) -> Case:
    """Another case, with one child."""
    return add_case(store, clock, {"ref": "F-777"}, {"initials": "Z.", "plan": "cin"})


def test_a_moved_record_stands_there_and_is_readable_here(store: CaseStore, case: Case, other: Case) -> None:
    """Withdrawn with the reason; the text is the same."""
    kept = wonder(store, case.id, "late nights")
    moved = move_record(store, case.id, kept.id, other.id, "wrong window")
    assert [row.text for row in store.case(other.id).of(Hypothesis)] == ["late nights"]
    assert store.case(case.id).of(Hypothesis) == ()
    assert store.versions(case.id, kept.id)[-1].reason == "moved to F-777: wrong window"
    assert moved.id != kept.id


def test_an_action_leaves_its_child_behind(store: CaseStore, case: Case, other: Case) -> None:
    """A child of the old case means nothing in the new one; moved dates go with it."""
    values = {"what": "Meet D", "due_on": date(2026, 12, 1), "child_id": case.children[0].id}
    kept = plan_action(store, case.id, values)
    move_record(store, case.id, kept.id, other.id, "wrong window")
    (action,) = store.case(other.id).of(Action)
    assert (action.what, action.child_id) == ("Meet D", None)


def test_a_visit_moves_with_what_was_seen_of_each_child(
    store: CaseStore, clock: Clock, case: Case, other: Case
) -> None:
    """The form fills in who it is where there is one only; saving moves all of it."""
    seen = {case.children[0].id: {"seen": "alone", "child_words": "I get myself up."}}
    visit = log_visit(store, case.id, {"happened_on": TODAY}, seen)
    form = move_to_form(store, clock, store.case(case.id), visit, other)
    assert form.save(form.start) == "Moved to F-777. Here it stays readable among the earlier texts."
    there = store.case(other.id)
    assert [row.child_words for row in there.of(Seen)] == ["I get myself up."]
    assert there.of(Seen)[0].child_id == other.children[0].id
    assert store.case(case.id).of(Visit) == ()


def test_a_visit_needs_a_child_there_for_each_child_seen(store: CaseStore, case: Case, other: Case) -> None:
    """Nothing is moved before that is said."""
    visit = log_visit(store, case.id, {"happened_on": TODAY}, {case.children[0].id: {"seen": "alone"}})
    with pytest.raises(Wrong, match="child of the other case"):
        move_record(store, case.id, visit.id, other.id, "wrong window")
    assert store.case(other.id).of(Visit) == ()
    assert store.case(case.id).of(Visit) == (visit,)


def test_a_child_is_not_moved(store: CaseStore, case: Case, other: Case) -> None:
    """It belongs to its case; and nothing is moved to where it stands, or without a reason."""
    with pytest.raises(Wrong, match="can be moved"):
        move_record(store, case.id, case.children[0].id, other.id, "wrong window")
    kept = wonder(store, case.id, "late nights")
    with pytest.raises(Wrong, match="asks why"):
        move_record(store, case.id, kept.id, other.id, " ")
    with pytest.raises(Wrong, match="it stands in"):
        move_record(store, case.id, kept.id, case.id, "wrong window")
