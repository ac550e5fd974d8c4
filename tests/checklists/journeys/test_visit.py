"""Log a visit, child by child, and change one."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.dated import as_said, dated
from checklists.journeys.visit import visit_form
from checklists.limits import Limits
from checklists.use_cases.cases import add_case
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict
from store.records import Action, Hypothesis, Seen, Visit

TODAY = date(2026, 11, 23)
Fields = Callable[..., list[str]]
Filled = Callable[..., Any]
MORE = ["child_words", "impact", "what_i_saw", "how_we_talked"]
LAST = [f"visit.{name}" for name in ("place", "by", "announced", "purpose", "present", "account")]
AFTER = ["hypothesis.text", "action.what", "action.type", "action.due_on"]


@pytest.fixture
def ids(case: Case) -> tuple[str, str]:
    """The paths of K.M. and of L.M. in the form."""
    return tuple(f"seen.{child.id}" for child in case.children)  # type: ignore[return-value]


def test_the_child_with_the_cursor_is_open_and_the_others_are_one_line(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], fields: Fields
) -> None:
    """When first, then each child, then where; what I wonder and will do at the end."""
    form, (k, l_m) = visit_form(store, clock, limits, case), ids
    line = ("seen", "sleeping_place_seen")
    closed = [f"{child}.{name}" for child in ids for name in line]
    assert fields(form) == ["visit.happened_on", "visit.started_at", *closed, *LAST, *AFTER]
    opened = fields(form, form.start, ("seen", case.children[0].id, "seen"))
    assert opened[2:8] == [f"{k}.{name}" for name in (*line, *MORE)]
    assert opened[8:10] == [f"{l_m}.{name}" for name in line]
    assert {entry.group for entry in form.entries(form.start, ())} == {"", "K.M., 8", "L.M., 3"}
    assert form.start[("visit", "happened_on")] == ""
    assert form.entries(form.start, ())[0].unsaid(TODAY) == "today Mon 23 Nov"


def test_a_draft_keeps_the_day_that_a_blank_one_meant(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """Begun on Monday and saved on Tuesday it is Monday's visit; on Monday itself it stands blank again."""
    form, k = visit_form(store, clock, limits, case), ids[0]
    texts = filled(form, {f"{k}.seen": "alone"})
    kept = dated(form, texts, TODAY)
    assert kept[("visit", "happened_on")] == "Mon 23 Nov 2026"
    assert as_said(form, kept, TODAY)[("visit", "happened_on")] == ""
    tuesday = date(2026, 11, 24)
    assert as_said(form, kept, tuesday)[("visit", "happened_on")] == "Mon 23 Nov"


def test_why_not_alone_is_asked_only_of_a_child_who_was_not(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], fields: Fields, filled: Filled
) -> None:
    """And in words only with a reason; a letter is as good as the word."""
    form, (k, _) = visit_form(store, clock, limits, case), ids
    path = ("seen", case.children[0].id, "seen")
    for how, asked in (("a", False), ("alone", False), ("", False), ("w", True), ("not seen", True)):
        assert (f"{k}.reason" in fields(form, filled(form, {f"{k}.seen": how}), path)) == asked
    why = filled(form, {f"{k}.seen": "w", f"{k}.reason": "adult stayed"})
    assert f"{k}.reason_text" in fields(form, why, path)


def test_a_visit_is_saved_with_everything_in_one_go(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """Each line of what I will do is an action; without a date by the kind's own."""
    form, (k, l_m) = visit_form(store, clock, limits, case), ids
    texts = {
        "visit.happened_on": "mon", "visit.started_at": "15:40", "visit.present": "mother, gran",
        f"{k}.seen": "a", f"{k}.sleeping_place_seen": "y", f"{k}.child_words": "I get myself up.",
        f"{l_m}.seen": "o", "hypothesis.text": "who is up?",
        "action.what": "Ask school\n\nSee K. before school", "action.type": "see and speak",
    }  # fmt: skip
    revision = store.case(case.id).revision
    assert form.save(filled(form, texts)) == "Visit of Mon 23 Nov saved."
    kept = store.case(case.id)
    assert kept.revision == revision + 1
    assert {row.child_id: row.seen for row in kept.of(Seen)} == {
        case.children[0].id: "alone", case.children[1].id: "observed",
    }  # fmt: skip
    assert [(row.what, row.due_on) for row in kept.of(Action)] == [
        ("Ask school", date(2026, 11, 30)), ("See K. before school", date(2026, 11, 30)),
    ]  # fmt: skip
    assert kept.of(Visit)[0].present == ("mother", "gran")
    assert len(kept.of(Hypothesis)) == 1


def test_what_cannot_be_kept_of_a_visit_names_its_field(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """Dates ahead, nobody seen or not seen, words about a child without how, an action without a day."""
    form, (k, l_m) = visit_form(store, clock, limits, case), ids
    for texts, field in (
        ({}, f"{k}.seen"),
        ({f"{k}.seen": "a", "visit.happened_on": "tom"}, "visit.happened_on"),
        ({f"{k}.seen": "a", "visit.started_at": "25:00"}, "visit.started_at"),
        ({f"{k}.seen": "q"}, f"{k}.seen"),
        ({f"{k}.seen": "a", f"{l_m}.child_words": "mine"}, f"{l_m}.seen"),
        ({f"{k}.seen": "a", "action.what": "Bring it up", "action.type": "supervision"}, "action.due_on"),
    ):
        with pytest.raises(Wrong) as found:
            form.save(filled(form, texts))
        assert found.value.field == field, texts
    assert store.case(case.id).of(Visit) == ()


def test_the_hint_says_what_this_visit_does(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """When time alone is next due for this child; nothing where it cannot be said."""
    form, (k, _) = visit_form(store, clock, limits, case), ids
    path = ("seen", case.children[0].id, "seen")
    for how in ("a", "alone"):
        hint = form.hint(filled(form, {f"{k}.seen": how}), path)
        assert hint == "K.M. next alone is due Mon 7 Dec (10 working days)."
    assert form.hint(filled(form, {f"{k}.seen": "w"}), path) == ""
    assert form.hint(form.start, ("visit", "place")) == ""
    late = filled(form, {f"{k}.seen": "a", "visit.happened_on": "3/11"})
    assert form.hint(late, path) == "K.M. alone was due Tue 17 Nov (4 working days ago)."


def test_a_reason_goes_when_the_child_was_seen_alone_after_all(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """It would otherwise stand against what is recorded."""
    form, (k, _) = visit_form(store, clock, limits, case), ids
    form.save(filled(form, {f"{k}.seen": "alone", f"{k}.reason": "adult stayed", f"{k}.reason_text": "at first"}))
    (row,) = store.case(case.id).of(Seen)
    assert (row.reason, row.reason_text) == (None, "")


def test_a_visit_is_changed_field_by_field(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], filled: Filled
) -> None:
    """Nothing changed makes no version; a child who was not touched has none; a newer save is told."""
    form, (k, l_m) = visit_form(store, clock, limits, case), ids
    form.save(filled(form, {f"{k}.seen": "a", f"{l_m}.seen": "o"}))
    now = store.case(case.id)
    change = visit_form(store, clock, limits, now, now.of(Visit)[0])
    assert (change.name, change.place) == (f"visit:{now.of(Visit)[0].id}", "Change a visit")
    assert change.save(change.start) == "Nothing changed."
    assert store.case(case.id).revision == now.revision
    change.save(filled(change, {f"{k}.child_words": "I get myself up."}))
    kept = {row.child_id: row.revision for row in store.case(case.id).of(Seen)}
    assert list(kept.values()) == [2, 1]
    with pytest.raises(Conflict):
        change.save(filled(change, {f"{k}.child_words": "something else"}))


def test_changing_a_visit_asks_for_no_new_action(
    store: CaseStore, clock: Clock, limits: Limits, case: Case, ids: tuple[str, str], fields: Fields, filled: Filled
) -> None:
    """What I wonder and will do belong to the day it is logged."""
    form, (k, _) = visit_form(store, clock, limits, case), ids
    form.save(filled(form, {f"{k}.seen": "a"}))
    now = store.case(case.id)
    assert not set(AFTER) & set(fields(visit_form(store, clock, limits, now, now.of(Visit)[0])))


def test_an_adult_is_seen_in_private(store: CaseStore, clock: Clock, limits: Limits, filled: Filled) -> None:
    """In the form's words and its hint; `a` is still the key, and it counts."""
    made = add_case(
        store,
        clock,
        {"ref": "A-1", "service": "adults"},
        {"initials": "E.B.", "visit_interval": {"value": 4, "unit": "week"}},
    )
    form, who = visit_form(store, clock, limits, made), made.children[0].id
    entries = {entry.name: entry for entry in form.entries(form.start, ("seen", who, "seen"))}
    assert next(choice.words for choice in entries["seen"].choices) == "in private"
    assert entries["sleeping_place_seen"].label == "Living space"
    typed = filled(form, {f"seen.{who}.seen": "in private"})
    assert form.hint(typed, ("seen", who, "seen")) == "E.B. next in private is due Mon 21 Dec (20 working days)."
    assert "reason" not in [entry.name for entry in form.entries(typed, ("seen", who, "seen"))]
    form.save(typed)
    assert store.case(made.id).of(Seen)[0].seen == "alone"
    assert store.caseload()[0].children[0].last_alone is not None
