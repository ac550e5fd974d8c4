"""What has changed since a day: each kind of change, by the day it was written and not the day it tells of."""

from datetime import date, datetime

import pytest

from checklists.changes import Changed, changes_since, since_for
from checklists.clock import Clock
from checklists.pages.blocks import Page, Paragraph, Table
from checklists.pages.changes import all_changes_page, changes_page
from checklists.summaries import summarise
from checklists.use_cases.actions import drop_action, finish_action, move_action, plan_action
from checklists.use_cases.gathering import look_back
from checklists.use_cases.records import add_record, edit_record, undo_last_change, withdraw_record
from store.case import Case, case_of
from store.case_store import CaseStore
from store.memory_store import MemoryStore
from store.records import (
    Answer,
    CaseRecord,
    Child,
    Concern,
    Contact,
    Escalation,
    Explanation,
    Hypothesis,
    Person,
    Record,
    Seen,
    Supervision,
    Unknown,
    Visit,
)

BEFORE, SINCE, TODAY = date(2026, 10, 5), date(2026, 11, 2), date(2026, 11, 23)


class Turned(Clock):
    """A clock that is set by hand."""

    day = BEFORE

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """That day, at the real time."""
        return Clock(fixed=self.day).now()


@pytest.fixture
def clock() -> Turned:
    """It stands on a day before."""
    return Turned()


@pytest.fixture
def store(clock: Turned) -> CaseStore:
    """A store whose clock is turned on by the test."""
    return MemoryStore(summarise=summarise, now=clock.now)


@pytest.fixture
def case(store: CaseStore) -> Case:
    """F-102 with K.M., written before."""
    return store.add_case(CaseRecord(ref="F-102", allocated_on=BEFORE), (Child(initials="K.M.", plan="cp"),))


def found(store: CaseStore, case: Case, since: date = SINCE) -> list[Changed]:
    return changes_since(store.case(case.id), store.versions(case.id), since)


def said(found: list[Changed]) -> list[tuple[str, str]]:
    return [(one.how, one.record.kind) for one in found]


def text_of(page: Page) -> str:
    """All rows and words of a page."""
    rows = [item.why for block in page.blocks if isinstance(block, Table) for item in block.items]
    return "\n".join([*rows, *(block.text for block in page.blocks if isinstance(block, Paragraph))])


def test_nothing_written_is_nothing_changed(store: CaseStore, case: Case, clock: Turned) -> None:
    """And the page says so."""
    add_record(store, case.id, Person, {"label": "gran", "lives_here": "yes"})
    assert found(store, case) == []
    page = changes_page(look_back(store, case.id, TODAY, SINCE), TODAY)
    assert "Nothing was written on this case in that time." in text_of(page)


def test_each_kind_of_change_has_its_group(store: CaseStore, case: Case, clock: Turned) -> None:
    """New, changed, done, moved, answered, taken out; in this order."""
    gran = add_record(store, case.id, Person, {"label": "gran", "lives_here": "yes"})
    uncle = add_record(store, case.id, Person, {"label": "uncle", "lives_here": "no"})
    who = add_record(store, case.id, Unknown, {"what": "Who is D?", "by_on": TODAY})
    actions = [
        plan_action(store, case.id, {"what": what, "due_on": TODAY}) for what in ("Finish", "Move", "Let go", "Leave")
    ]
    clock.day = date(2026, 11, 9)
    edit_record(store, case.id, gran.id, Person, {"lives_here": "no"})
    withdraw_record(store, case.id, uncle.id, "noted twice")
    edit_record(
        store, case.id, who.id, Unknown, {"state": "answered", "answer": "A neighbour.", "closed_on": clock.day}
    )
    finish_action(store, clock, case.id, actions[0].id, "She is weighed monthly.")
    move_action(store, case.id, actions[1].id, date(2026, 12, 1), "on leave", today=clock.day)
    drop_action(store, case.id, actions[2].id, "it has closed")
    add_record(store, case.id, Person, {"label": "partner D", "lives_here": "sometimes"})
    assert said(found(store, case)) == [
        ("new", "person"),
        ("changed", "person"),
        ("done", "action"),
        ("done", "action"),
        ("moved", "action"),
        ("answered", "unknown"),
        ("withdrawn", "person"),
    ]
    text = text_of(changes_page(look_back(store, case.id, TODAY, SINCE), TODAY))
    for part in (
        "partner D", "Lives here: yes, now no", "She is weighed monthly.", "it has closed",
        "moved Mon 9 Nov from Mon 23 Nov to Tue 1 Dec: on leave", "A neighbour.", "noted twice",
    ):  # fmt: skip
        assert part in text
    assert "Leave" not in text


@pytest.mark.parametrize(
    ("kind", "before", "since", "how"),
    [
        (Hypothesis, {"text": "late nights"}, {"state": "set_down", "set_down_reason": "asked"}, "done"),
        (Escalation, {"about": "no answer", "step_started_on": BEFORE}, {"closed_on": TODAY, "result": "Met."}, "done"),
        (Escalation, {"about": "no answer", "step_started_on": BEFORE}, {"reply": "No.", "replied_on": TODAY}, "answered"),
        (Concern, {"happened_on": BEFORE, "text": "no coat"}, {"follow_up": "coat bought"}, "answered"),
        (
            Explanation,
            {"event_key": "the burn", "event_on": BEFORE, "given_by": "mother", "given_on": BEFORE, "text": "the iron"},
            {"checked_how": "asked the nurse", "checked_on": TODAY},
            "answered",
        ),
        (Contact, {"agency_id": "01", "happened_on": BEFORE, "i_asked": "weights", "basis": "consent"},
         {"replied_on": TODAY}, "answered"),
    ],
    ids=["set down", "settled", "replied", "followed up", "checked", "contact replied"],
)  # fmt: skip
def test_each_way_in_which_something_is_settled_has_its_group(
    store: CaseStore, case: Case, clock: Turned, kind: type[Record], before: dict[str, object],
    since: dict[str, object], how: str,
) -> None:  # fmt: skip
    """An I wonder set down, an escalation settled or answered, a concern followed up, an account checked, a reply."""
    kept = add_record(store, case.id, kind, before)
    clock.day = date(2026, 11, 9)
    edit_record(store, case.id, kept.id, kind, since)
    assert said(found(store, case)) == [(how, kind.kind)]
    assert changes_page(look_back(store, case.id, TODAY, SINCE), TODAY).blocks


def test_what_was_written_late_counts_from_the_day_it_was_written(store: CaseStore, case: Case, clock: Turned) -> None:
    """A visit of September, typed in November, is new since October."""
    clock.day = date(2026, 11, 9)
    add_record(store, case.id, Visit, {"happened_on": date(2026, 9, 1)})
    (one,) = found(store, case)
    assert (one.how, one.on) == ("new", date(2026, 11, 9))
    assert found(store, case, date(2026, 11, 10)) == []


def test_an_answer_says_to_which_question(store: CaseStore, case: Case, clock: Turned) -> None:
    """A number alone could be anything."""
    clock.day = date(2026, 11, 9)
    add_record(store, case.id, Answer, {"question": "Q4", "text": "I have not asked.", "answered_on": clock.day})
    page = changes_page(look_back(store, case.id, TODAY, SINCE), TODAY)
    assert "answer to question 4: I have not asked." in text_of(page)


def test_the_day_itself_counts(store: CaseStore, case: Case, clock: Turned) -> None:
    """What was written on the day from which is counted is in it; the supervision of that day is not."""
    clock.day = SINCE
    add_record(store, case.id, Supervision, {"held_on": SINCE})
    add_record(store, case.id, Person, {"label": "gran", "lives_here": "yes"})
    assert said(found(store, case)) == [("new", "person")]


def test_it_stands_as_it_was_on_the_day_also_after_several_changes(store: CaseStore, case: Case, clock: Turned) -> None:
    """Two edits are one change, from the text of that day to the text of now; one put back is none."""
    gran = add_record(store, case.id, Person, {"label": "gran", "lives_here": "yes"})
    clock.day = date(2026, 11, 9)
    edit_record(store, case.id, gran.id, Person, {"lives_here": "no"})
    edit_record(store, case.id, gran.id, Person, {"lives_here": "sometimes"})
    (one,) = found(store, case)
    assert isinstance(one.before, Person)
    assert isinstance(one.record, Person)
    assert (one.before.lives_here, one.record.lives_here) == ("yes", "sometimes")
    edit_record(store, case.id, gran.id, Person, {"lives_here": "yes"})
    assert found(store, case) == []


def test_what_came_and_went_in_between_is_not_told(store: CaseStore, case: Case, clock: Turned) -> None:
    """Added and undone since."""
    clock.day = date(2026, 11, 9)
    add_record(store, case.id, Person, {"label": "gran", "lives_here": "yes"})
    undo_last_change(store, case.id)
    assert found(store, case) == []


def test_how_a_child_was_seen_written_anew_is_a_change_of_the_visit(
    store: CaseStore, case: Case, clock: Turned
) -> None:
    """The visit stands once."""
    (child,) = case.children
    visit = add_record(store, case.id, Visit, {"happened_on": BEFORE})
    seen = add_record(
        store, case.id, Seen, {"visit_id": visit.id, "child_id": child.id, "happened_on": BEFORE, "seen": "alone"}
    )
    clock.day = date(2026, 11, 9)
    edit_record(store, case.id, seen.id, Seen, {"seen": "with_others"})
    assert said(found(store, case)) == [("changed", "visit")]


def test_without_a_day_it_counts_from_the_last_supervision_before_today() -> None:
    """One of today is the hour that is being prepared; without any it is four weeks, and that is said."""
    info = CaseRecord(ref="F-102", allocated_on=BEFORE)
    none = since_for(case_of(info), TODAY)
    assert (none.on, none.said) == (date(2026, 10, 26), "since Mon 26 Oct, 4 weeks: no supervision is recorded before")
    held = case_of(info, [Supervision(held_on=day) for day in (BEFORE, SINCE, TODAY)])
    assert since_for(held, TODAY).said == "since supervision on Mon 2 Nov"
    assert since_for(held, TODAY, date(2026, 11, 20)).said == "since Fri 20 Nov"


def test_over_all_cases_each_has_its_own_part(store: CaseStore, case: Case, clock: Turned) -> None:
    """Those without a change are left out; where there is none at all that is said."""
    other = store.add_case(CaseRecord(ref="F-108", allocated_on=BEFORE))
    clock.day = date(2026, 11, 9)
    add_record(store, other.id, Person, {"label": "gran", "lives_here": "yes"})
    every = [look_back(store, one.id, TODAY) for one in (case, other)]
    page = all_changes_page(every, TODAY)
    assert [getattr(block, "text", "") for block in page.blocks if getattr(block, "part", False)] == ["F-108"]
    assert "Nothing was written in that time." in text_of(all_changes_page(every[:1], TODAY))
