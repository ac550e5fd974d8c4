"""What a practitioner does, from outside: over the store's protocol, with only the clock set."""

from datetime import date

import pytest

from checklists.clock import Clock
from checklists.use_cases import actions, cases, reflect
from checklists.use_cases.drafts import DraftKey, drafts_of, forget_draft, keep_draft
from checklists.use_cases.log_visit import edit_visit, log_visit, withdraw_visit
from checklists.use_cases.records import edit_record, locate, undo_last_change, withdraw_record
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, RefTaken, UnknownCase, UnknownRecord
from store.records import Action, Answer, Hypothesis, Seen, Visit

TODAY = date(2026, 11, 23)


def seen(case: Case, **values: object) -> dict[str, dict[str, object]]:
    """The same of every child."""
    return {child.id: dict(values) for child in case.children}


def test_a_case_is_found_by_any_unambiguous_part_of_its_reference(store: CaseStore, clock: Clock, case: Case) -> None:
    """Case is ignored; the whole reference wins over a part of another."""
    cases.add_case(store, clock, {"ref": "F-1"})
    assert cases.find_case(store, "f-102").id == case.id
    assert cases.find_case(store, "102").id == case.id
    assert cases.find_case(store, "F-1").ref == "F-1"
    with pytest.raises(Wrong, match="F-1, F-102"):
        cases.find_case(store, "f-")
    with pytest.raises(UnknownCase):
        cases.find_case(store, "G-9")


def test_a_reference_stands_once(store: CaseStore, clock: Clock, case: Case) -> None:
    """Two cases cannot have one reference, whatever its capitals."""
    with pytest.raises(RefTaken):
        cases.add_case(store, clock, {"ref": "f-102"})
    other = cases.add_case(store, clock, {"ref": "F-103"})
    with pytest.raises(RefTaken):
        cases.edit_case(store, other.id, {"ref": "F-102"})


def test_a_case_without_a_day_is_allocated_today(store: CaseStore, clock: Clock) -> None:
    """Blank means today."""
    assert cases.add_case(store, clock, {"ref": "F-9"}).info.allocated_on == TODAY


def test_an_adults_case_is_about_one_person(store: CaseStore, clock: Clock) -> None:
    """The person has the plan `adult`, and a second one is refused in a sentence."""
    made = cases.add_case(store, clock, {"ref": "A-1", "service": "adults"}, {"initials": "E.B."})
    assert made.children[0].plan == "adult"
    with pytest.raises(Wrong, match="one person"):
        cases.add_child(store, made.id, {"initials": "X."})


def test_brothers_and_sisters_on_one_visit_are_one_save(store: CaseStore, case: Case) -> None:
    """A value that cannot be kept for one child keeps nothing of the visit."""
    first, second = case.children
    before = store.case(case.id).revision
    with pytest.raises(Wrong):
        log_visit(
            store,
            case.id,
            {"happened_on": TODAY},
            {first.id: {"seen": "alone"}, second.id: {"seen": "in the garden"}},
        )
    assert store.case(case.id).of(Visit) == ()
    assert store.case(case.id).revision == before


def test_a_visit_keeps_what_i_wonder_and_what_i_will_do(store: CaseStore, case: Case) -> None:
    """The visit, a row a child, an "I wonder" and the actions stand together."""
    log_visit(
        store,
        case.id,
        {"happened_on": date(2026, 11, 20)},
        seen(case, seen="alone", child_words="I get myself up."),
        wonder="Who is up in the mornings?",
        actions=[{"what": "Ask school about mornings", "type": "share_info", "due_on": date(2026, 12, 1)}],
    )
    kept = store.case(case.id)
    assert [row.child_words for row in kept.of(Seen)] == ["I get myself up."] * 2
    assert {row.happened_on for row in kept.of(Seen)} == {date(2026, 11, 20)}
    assert [row.text for row in kept.of(Hypothesis)] == ["Who is up in the mornings?"]
    assert [row.type for row in kept.of(Action)] == ["share_info"]


def test_words_about_a_child_need_how_the_child_was_seen(store: CaseStore, case: Case) -> None:
    """Nothing typed is dropped without a word."""
    first = case.children[0]
    with pytest.raises(Wrong) as found:
        log_visit(store, case.id, {"happened_on": TODAY}, {first.id: {"seen": None, "impact": "alone in the mornings"}})
    assert found.value.field == f"seen.{first.id}.seen"
    assert "mornings" not in str(found.value)


def test_changing_a_visit_moves_its_day_for_every_child(store: CaseStore, case: Case) -> None:
    """What was seen of each child has the day of the visit; the earlier text stays readable."""
    visit = log_visit(store, case.id, {"happened_on": TODAY}, seen(case, seen="alone"))
    edit_visit(store, case.id, visit.id, {"happened_on": date(2026, 11, 19)}, seen(case, seen="observed"))
    kept = store.case(case.id)
    assert {(row.happened_on, row.seen) for row in kept.of(Seen)} == {(date(2026, 11, 19), "observed")}
    assert [version.record.happened_on for version in store.versions(case.id, visit.id)] == [TODAY]  # type: ignore[attr-defined]


def test_a_withdrawn_visit_takes_what_was_seen_with_it(store: CaseStore, case: Case) -> None:
    """It asks why, and stays readable."""
    visit = log_visit(store, case.id, {"happened_on": TODAY}, seen(case, seen="alone"))
    with pytest.raises(Wrong, match="why"):
        withdraw_visit(store, case.id, visit.id, " ")
    withdraw_visit(store, case.id, visit.id, "wrong family")
    assert store.case(case.id).of(Seen) == ()
    assert store.versions(case.id, visit.id)[-1].reason == "wrong family"


def test_an_answer_keeps_the_question_as_asked(store: CaseStore, clock: Clock, case: Case) -> None:
    """With the version of the content, so that a changed checklist rewrites nothing."""
    answer = reflect.answer_question(store, clock, case.id, "Q4", text="Two readings.")
    assert answer.question_text == "Am I being professionally curious?"
    assert answer.content_version


def test_a_second_save_on_a_day_continues_that_days_answer(store: CaseStore, clock: Clock, case: Case) -> None:
    """The next day begins a new answer; both stay."""
    reflect.answer_question(store, clock, case.id, "Q4", text="One reading.")
    reflect.answer_question(store, clock, case.id, "Q4", text="Two readings.")
    reflect.answer_question(store, Clock(fixed=date(2026, 11, 24)), case.id, "Q4", text="Asked school.")
    kept = store.case(case.id)
    assert [answer.text for answer in reflect.answers_to(kept, "Q4")] == ["Two readings.", "Asked school."]
    assert [v.record.text for v in store.versions(case.id, kept.of(Answer)[0].id)] == ["One reading."]  # type: ignore[attr-defined]


def test_an_answer_needs_words_or_a_reason(store: CaseStore, clock: Clock, case: Case) -> None:
    """Nothing has changed since, because … is an answer; blank is not."""
    with pytest.raises(Wrong, match="some words"):
        reflect.answer_question(store, clock, case.id, "Q1")
    assert reflect.answer_question(store, clock, case.id, "Q1", unchanged_because="away on leave").text == ""


def test_a_done_action_says_what_is_different(store: CaseStore, clock: Clock, case: Case) -> None:
    """The words "Not known yet" are allowed, and asks when to look again."""
    action = actions.plan_action(store, case.id, {"what": "Meet D", "due_on": TODAY})
    with pytest.raises(Wrong, match="what is different"):
        actions.finish_action(store, clock, case.id, action.id, "  ")
    with pytest.raises(Wrong, match="look again"):
        actions.finish_action(store, clock, case.id, action.id, "Not known yet")
    done = actions.finish_action(store, clock, case.id, action.id, "not known yet", look_again_on=date(2026, 12, 7))
    assert (done.state, done.done_on) == ("done", TODAY)
    again = actions.finish_action(store, clock, case.id, action.id, "She sleeps in her own bed")
    assert again.look_again_on is None


def test_moving_a_date_asks_why_and_keeps_the_earlier_one(store: CaseStore, case: Case) -> None:
    """The moved dates stay in view, in order."""
    action = actions.plan_action(store, case.id, {"what": "GP records", "due_on": date(2026, 10, 5)})
    with pytest.raises(Wrong, match="why"):
        actions.move_action(store, case.id, action.id, date(2026, 10, 19), "", today=TODAY)
    actions.move_action(store, case.id, action.id, date(2026, 10, 19), "records not in", today=TODAY)
    moved = actions.move_action(store, case.id, action.id, date(2026, 10, 26), "on leave", today=TODAY)
    assert [(m.from_on, m.to_on, m.reason, m.moved_on) for m in moved.moved] == [
        (date(2026, 10, 5), date(2026, 10, 19), "records not in", TODAY),
        (date(2026, 10, 19), date(2026, 10, 26), "on leave", TODAY),
    ]


def test_closing_asks_why_and_reopening_keeps_how_it_was_closed(store: CaseStore, clock: Clock, case: Case) -> None:
    """What could still go wrong may be blank; the reason may not."""
    with pytest.raises(Wrong) as found:
        cases.close_case(store, clock, case.id, {"could_still_go_wrong": "drinking starts again"})
    assert found.value.field == "closed_reason"
    cases.close_case(store, clock, case.id, {"closed_reason": "plan ended"})
    cases.reopen_case(store, case.id)
    assert store.case(case.id).info.closed_on is None
    assert any(v.record.closed_reason == "plan ended" for v in store.versions(case.id, case.id))  # type: ignore[attr-defined]


def test_undo_writes_the_earlier_text_as_a_new_version(store: CaseStore, case: Case) -> None:
    """Twice undone is two saves back; a record that was added is withdrawn as undone."""
    action = actions.plan_action(store, case.id, {"what": "Meet D", "due_on": TODAY})
    edit_record(store, case.id, action.id, Action, {"what": "Meet D away from home"})
    undo_last_change(store, case.id)
    back = store.case(case.id).of(Action)[0]
    assert (back.what, back.revision) == ("Meet D", 3)
    undo_last_change(store, case.id)
    assert store.case(case.id).of(Action) == ()
    assert store.versions(case.id, action.id)[-1].reason == "undone"


def test_undo_brings_a_withdrawn_record_back(store: CaseStore, case: Case) -> None:
    """With its text as it was."""
    kept = reflect.wonder(store, case.id, "late nights, gaming")
    withdraw_record(store, case.id, kept.id, "wrong case")
    undo_last_change(store, case.id)
    assert [row.text for row in store.case(case.id).of(Hypothesis)] == ["late nights, gaming"]


def test_the_making_of_a_case_cannot_be_undone(store: CaseStore, clock: Clock) -> None:
    """A case is closed, not undone."""
    made = cases.add_case(store, clock, {"ref": "F-1"})
    with pytest.raises(Wrong, match="nothing to undo"):
        undo_last_change(store, made.id)


def test_a_record_is_named_by_the_end_of_its_id(store: CaseStore, case: Case) -> None:
    """In any capitals; of the kind that was asked for."""
    kept = reflect.wonder(store, case.id, "late nights")
    assert locate(store, kept.short_id.lower(), Hypothesis)[1] == kept
    with pytest.raises(UnknownRecord):
        locate(store, kept.short_id, Action)


def test_a_draft_is_offered_only_where_it_was_typed(store: CaseStore, clock: Clock, case: Case) -> None:
    """Another case, another form: nothing; and it counts for nothing."""
    kept = keep_draft(store, clock, DraftKey(case.id, "visit", "a"), {"seen.x.child_words": "I get myself up"})
    assert drafts_of(store, case.id, "question:Q1") == []
    assert drafts_of(store, "another", "visit") == []
    (found,) = drafts_of(store, case.id, "visit")
    assert found == kept
    assert found.texts == {"seen.x.child_words": "I get myself up"}
    assert store.caseload()[0].children[0].last_seen is None
    forget_draft(store, found)
    assert drafts_of(store, case.id, "visit") == []


def test_a_draft_that_was_written_on_since_is_not_forgotten(store: CaseStore, clock: Clock, case: Case) -> None:
    """Whoever read the earlier text drops that text and no other."""
    key = DraftKey(case.id, "visit", "a")
    read = keep_draft(store, clock, key, {"visit.account": "One."})
    on = keep_draft(store, clock, key, {"visit.account": "One. Two."})
    forget_draft(store, read)
    assert drafts_of(store, case.id, "visit") == [on]
