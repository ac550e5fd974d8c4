"""Plan or change an action, finish it, give it another date, let it go."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.actions import action_form, drop_form, finish_form, move_form
from checklists.use_cases import actions as use
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict
from store.records import Action

TODAY = date(2026, 11, 23)
Fields = Callable[..., list[str]]
Filled = Callable[..., Any]


@pytest.fixture
def action(store: CaseStore, case: Case) -> Action:
    """Meet D, by Wed 25 Nov."""
    return use.plan_action(store, case.id, {"what": "Meet D", "type": "assess_adult", "due_on": date(2026, 11, 25)})


def test_what_which_kind_by_when_and_then_the_rest(store: CaseStore, clock: Clock, case: Case, fields: Fields) -> None:
    """Essentials first; what and by when are needed."""
    form = action_form(store, clock, case)
    assert fields(form) == [
        f"action.{name}" for name in ("what", "type", "due_on", "owner", "theme", "question", "child_id")
    ]
    assert [e.name for e in form.entries({}, ()) if e.needed] == ["what", "due_on"]
    assert (form.name, form.place, form.facts, form.case_id) == ("action", "Plan an action", "F-102", case.id)


def test_an_action_is_planned_as_typed(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """Working days from today, the way it was typed, for a child of the case by number or initials."""
    form = action_form(store, clock, case)
    texts = {"action.what": "Meet D", "action.type": "3", "action.due_on": "+10wd", "action.child_id": "L.M."}
    assert form.save(filled(form, texts)) == "Action saved, by Mon 7 Dec."
    (kept,) = store.case(case.id).of(Action)
    assert (kept.type, kept.due_on, kept.due_rule, kept.owner) == ("assess_adult", date(2026, 12, 7), "+10wd", "me")
    assert kept.child_id == case.children[1].id


def test_what_is_known_already_stands_in_the_form(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """From a question: what it is about; from one of the seven kinds: that kind."""
    form = action_form(store, clock, case, about={"question": "Q7", "type": "share_info"})
    assert form.start[("action", "question")] == "agencies"
    assert form.start[("action", "type")] == "share information"
    assert form.hint(filled(form, {}), ("action", "what")) == "Who needs to know what, on what basis, and by when?"
    assert form.hint(filled(form, {}), ("action", "due_on")) == ""


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"action.what": "", "action.due_on": "fri"}, "action.what"),
        ({"action.what": "Meet D", "action.due_on": ""}, "action.due_on"),
        ({"action.what": "Meet D", "action.due_on": "31/2/26"}, "action.due_on"),
        ({"action.what": "Meet D", "action.due_on": "fri", "action.type": "9"}, "action.type"),
        ({"action.what": "x" * 401, "action.due_on": "fri"}, "action.what"),
    ],
)
def test_what_cannot_be_kept_names_its_field(
    texts: dict[str, str], field: str, store: CaseStore, clock: Clock, case: Case, filled: Filled
) -> None:
    """So that the cursor goes back there; nothing is saved."""
    form = action_form(store, clock, case)
    with pytest.raises(Wrong) as found:
        form.save(filled(form, texts))
    assert found.value.field == field
    assert not store.case(case.id).of(Action)


def test_changing_nothing_makes_no_version(store: CaseStore, clock: Clock, case: Case, action: Action) -> None:
    """It is said."""
    form = action_form(store, clock, store.case(case.id), action)
    assert form.place == "Change an action"
    assert form.save(dict(form.start)) == "Nothing changed."
    assert store.case(case.id).of(Action)[0].revision == 1


def test_a_date_that_changes_asks_why(
    store: CaseStore, clock: Clock, case: Case, action: Action, fields: Fields, filled: Filled
) -> None:
    """Only then; and the earlier date stays in view."""
    form = action_form(store, clock, store.case(case.id), action)
    assert "action.why" not in fields(form)
    moved = {"action.due_on": "1/12"}
    assert fields(form, filled(form, moved)).index("action.why") == 3
    with pytest.raises(Wrong) as found:
        form.save(filled(form, moved))
    assert found.value.field == "action.why"
    assert form.save(filled(form, {**moved, "action.why": "he was ill"})) == "Action saved."
    (kept,) = store.case(case.id).of(Action)
    assert [(m.from_on, m.to_on, m.reason) for m in kept.moved] == [
        (date(2026, 11, 25), date(2026, 12, 1), "he was ill")
    ]


def test_another_window_was_faster(store: CaseStore, clock: Clock, case: Case, action: Action, filled: Filled) -> None:
    """Both texts are kept; the second writer is told."""
    form = action_form(store, clock, store.case(case.id), action)
    other = action_form(store, clock, store.case(case.id), action)
    other.save(filled(other, {"action.owner": "gran"}))
    with pytest.raises(Conflict):
        form.save(filled(form, {"action.what": "Meet D, away from home"}))
    assert store.case(case.id).of(Action)[0].what == "Meet D"
    kept = [version.record for version in store.versions(case.id, action.id) if version.why == "conflict"]
    assert [record.what for record in kept if isinstance(record, Action)] == ["Meet D, away from home"]


def test_finishing_asks_what_is_different(
    store: CaseStore, clock: Clock, case: Case, action: Action, fields: Fields, filled: Filled
) -> None:
    """The outcome first; the day is today; the hint is that of its kind."""
    form = finish_form(store, clock, case, action)
    assert fields(form) == ["action.child_outcome", "action.look_again_on", "action.done_on"]
    assert form.start[("action", "done_on")] == ""
    assert form.hint({}, ("action", "child_outcome"))
    with pytest.raises(Wrong) as found:
        form.save(form.start)
    assert found.value.field == "action.child_outcome"
    assert form.save(filled(form, {"action.child_outcome": "K. has met him with her mum there."})).startswith("Done")
    assert store.case(case.id).of(Action)[0].state == "done"


def test_not_known_yet_asks_when_to_look_again(
    store: CaseStore, clock: Clock, case: Case, action: Action, filled: Filled
) -> None:
    """An answer, with a date; without it nothing is finished."""
    form = finish_form(store, clock, case, action)
    with pytest.raises(Wrong, match="look again") as found:
        form.save(filled(form, {"action.child_outcome": "not known yet"}))
    assert found.value.field == "action.look_again_on"
    form.save(filled(form, {"action.child_outcome": "not known yet", "action.look_again_on": "+10wd"}))
    assert store.case(case.id).of(Action)[0].look_again_on == date(2026, 12, 7)


def test_moving_asks_for_the_day_and_why(
    store: CaseStore, clock: Clock, case: Case, action: Action, fields: Fields, filled: Filled
) -> None:
    """Both are needed; the same day is refused at its field."""
    form = move_form(store, clock, case, action)
    assert fields(form) == ["due_on", "why"]
    for texts, field in (
        ({"why": "ill"}, "due_on"),
        ({"due_on": "1/12"}, "why"),
        ({"due_on": "25/11", "why": "x"}, "due_on"),
    ):
        with pytest.raises(Wrong) as found:
            form.save(filled(form, texts))
        assert found.value.field == field
    assert form.save(filled(form, {"due_on": "1/12", "why": "he was ill"})).startswith("Moved to Tue 1 Dec.")
    assert store.case(case.id).of(Action)[0].due_rule == "1/12"


def test_letting_go_asks_why(
    store: CaseStore, clock: Clock, case: Case, action: Action, fields: Fields, filled: Filled
) -> None:
    """It stays in the list; an action that is over is not let go again."""
    form = drop_form(store, clock, case, action)
    assert fields(form) == ["dropped_reason"]
    with pytest.raises(Wrong) as found:
        form.save({})
    assert found.value.field == "dropped_reason"
    form.save(filled(form, {"dropped_reason": "he has moved away"}))
    assert store.case(case.id).of(Action)[0].dropped_reason == "he has moved away"
    with pytest.raises(Wrong, match="already"):
        form.save(filled(form, {"dropped_reason": "again"}))
