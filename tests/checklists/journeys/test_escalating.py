"""A concern raised, answered, taken to the next step or settled: every step keeps its day, its limit and its answer."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.escalating import answer_form, any_record_form
from checklists.limits import load_limits
from checklists.steps import due_day, ready_words, say_limit, say_steps
from checklists.use_cases.escalations import answer, next_step
from checklists.use_cases.records import add_record
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Escalation

Fields = Callable[..., list[str]]
Filled = Callable[..., Any]
TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 19)
LIMITS = load_limits()


@pytest.fixture
def raised(store: CaseStore, case: Case) -> Escalation:
    """Step 1 since Thursday, with the head of year; nothing answered."""
    values = {
        "about": "No place",
        "with_agency": "head of year",
        "step_started_on": THURSDAY,
        "who_was_told": "my manager",
        "told_on": THURSDAY,
    }
    return add_record(store, case.id, Escalation, values)


@pytest.fixture
def form(store: CaseStore, clock: Clock, case: Case, raised: Escalation) -> Any:
    """What they answered."""
    return answer_form(store, clock, LIMITS, store.case(case.id), raised)


def kept(store: CaseStore, case: Case) -> Escalation:
    """The one escalation of the case, read anew."""
    (found,) = store.case(case.id).of(Escalation)
    return found


@pytest.mark.parametrize(("step", "due"), [(1, "Mon 23 Nov"), (2, "Thu 26 Nov"), (3, "Mon 23 Nov")])
def test_each_step_says_its_limit_the_day_that_gives_and_the_source(step: int, due: str) -> None:
    """Counted in working days from the day the step began: 2, 5 and 2."""
    said = say_limit(step, THURSDAY, TODAY, LIMITS)
    assert f"by {due}." in said
    assert said.endswith("Common local procedure; check your own.")
    assert due_day(step, THURSDAY, LIMITS) is not None


def test_a_concern_begins_at_step_1_today_and_a_told_role_has_a_day(
    store: CaseStore, clock: Clock, case: Case, fields: Fields, filled: Filled
) -> None:
    """The day of telling is asked once a role is written."""
    form = any_record_form(store, clock, LIMITS, case, Escalation)
    assert "escalation.told_on" not in fields(form)
    texts = filled(form, {"escalation.about": "No place", "escalation.who_was_told": "my manager"})
    assert "escalation.told_on" in fields(form, texts)
    assert "by Wed 25 Nov" in form.hint(texts, ("escalation", "step"))
    assert form.save(texts) == "Saved."
    one = kept(store, case)
    assert (one.step, one.step_started_on, one.told_on) == (1, TODAY, TODAY)


def test_the_answer_asks_only_what_its_way_on_needs(form: Any, fields: Fields, filled: Filled) -> None:
    """Settled asks for a result; the next step for its day, with whom and who was told; waiting for nothing more."""
    asked = {
        way: [name.partition(".")[2] for name in fields(form, filled(form, {"escalation.then": way}))]
        for way in ("", "settled", "step 2", "wait on")
    }
    assert asked[""] == asked["wait on"] == ["reply", "then"]
    assert asked["settled"] == ["reply", "then", "result", "closed_on"]
    assert asked["step 2"] == ["reply", "then", "with_agency", "step_started_on", "who_was_told"]


def test_the_next_step_begins_anew_and_the_one_before_stays_whole(
    store: CaseStore, case: Case, form: Any, filled: Filled
) -> None:
    """Its day, whom it was with, who was told, the answer and its day; and the earlier text is a version."""
    texts = {
        "escalation.reply": "Not before January.",
        "escalation.replied_on": "fri",
        "escalation.then": "step 2",
        "escalation.with_agency": "head of service",
    }
    said = form.save(filled(form, texts))
    assert said.startswith("Step 2, manager to manager. Limit 5 working days: by Mon 30 Nov.")
    one = kept(store, case)
    assert (one.step, one.step_started_on, one.with_agency) == (2, TODAY, "head of service")
    assert (one.who_was_told, one.told_on, one.reply, one.replied_on, one.closed_on) == ("", None, "", None, None)
    (before,) = one.before
    assert before.model_dump() == {
        "step": 1,
        "started_on": THURSDAY,
        "with_agency": "head of year",
        "who_was_told": "my manager",
        "told_on": THURSDAY,
        "reply": "Not before January.",
        "replied_on": date(2026, 11, 20),
    }
    assert say_steps(one, TODAY) == "step 1 Thu 19 Nov, step 2 Mon 23 Nov"
    (version,) = store.versions(case.id, one.id)
    assert isinstance(version.record, Escalation)
    assert version.record.step == 1


def test_waiting_on_keeps_the_answer_and_the_step(store: CaseStore, case: Case, form: Any, filled: Filled) -> None:
    """A day that is left blank is today."""
    said = form.save(filled(form, {"escalation.reply": "They will ring.", "escalation.then": "wait on"}))
    assert said == "Kept. It stays open at this step."
    one = kept(store, case)
    assert (one.step, one.reply, one.replied_on, one.closed_on) == (1, "They will ring.", TODAY, None)


def test_settling_needs_what_came_of_it(store: CaseStore, case: Case, form: Any, filled: Filled) -> None:
    """Without it nothing is kept; with it the day is today."""
    with pytest.raises(Wrong) as found:
        form.save(filled(form, {"escalation.then": "settled"}))
    assert found.value.field == "escalation.result"
    assert kept(store, case).revision == 1
    form.save(filled(form, {"escalation.then": "settled", "escalation.result": "A place from Monday."}))
    assert (kept(store, case).closed_on, kept(store, case).result) == (TODAY, "A place from Monday.")


def test_after_step_3_there_is_no_further_step(store: CaseStore, clock: Clock, case: Case) -> None:
    """It is settled, or waits."""
    one = add_record(store, case.id, Escalation, {"about": "No place", "step": 3, "step_started_on": THURSDAY})
    form = answer_form(store, clock, LIMITS, store.case(case.id), one)
    (then,) = [entry for entry in form.entries(form.start, ()) if entry.name == "then"]
    assert [choice.words for choice in then.choices] == ["settled", "wait on"]
    with pytest.raises(Wrong):
        next_step(store, case.id, one.id, {}, {"step_started_on": TODAY})


def test_what_is_settled_is_not_taken_on(store: CaseStore, case: Case, raised: Escalation) -> None:
    """Neither answered anew nor taken to another step."""
    answer(store, case.id, raised.id, {"result": "A place.", "closed_on": TODAY})
    with pytest.raises(Wrong):
        answer(store, case.id, raised.id, {"reply": "More."})
    with pytest.raises(Wrong):
        next_step(store, case.id, raised.id, {}, {"step_started_on": TODAY})


@pytest.mark.parametrize(("step", "day", "field"), [(1, TODAY, "step"), (2, date(2026, 11, 18), "step_started_on")])
def test_a_step_follows_those_before(
    step: int, day: date, field: str, store: CaseStore, case: Case, raised: Escalation
) -> None:
    """It is neither put back to an earlier one nor begins before it."""
    one = next_step(store, case.id, raised.id, {}, {"step_started_on": TODAY})
    with pytest.raises(Wrong) as found:
        answer(store, case.id, one.id, {"step": step, "step_started_on": day})
    assert found.value.field == field


@pytest.mark.parametrize("service", ["children", "adults"])
def test_words_to_use_stand_for_each_step_of_either_service(service: str) -> None:
    """Three steps, each with its limit and some sentences; an adult's have no child in them."""
    guide = ready_words(service, LIMITS)
    assert [title for title, _ in guide.parts] == [
        "Step 1, worker to worker, limit 2 working days",
        "Step 2, manager to manager, limit 5 working days",
        "Step 3, senior to senior, limit 2 working days",
    ]
    said = " ".join([guide.opening, *(sentence for _, say in guide.parts for sentence in say)])
    assert all(len(say) > 2 for _, say in guide.parts)
    assert ("child" in said) == (service == "children")
