"""S16 to S19 and S25: outcomes, plan age, actions, supervision, chronology. On Mon 23 Nov 2026 unless said."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.limits import Limits
from store.records import Record
from tests.checklists.signals.listed import TODAY, asked, child, day_of, one, word_on
from tests.checklists.signals.tending import action, answer, outcome, read_through, supervised

NEW = date(2026, 11, 16)
PLAN = date(2026, 2, 17)


def test_s16_says_since_when_and_when_the_limit_was(limits: Limits) -> None:
    """Three months from the last reading better or worse; the fact says which day it is."""
    k = child()
    found = one(limits, [k, *outcome(k.id, date(2026, 2, 2), (date(2026, 8, 20), "better"))], "S16")
    unread = one(limits, [k, *outcome(k.id, date(2026, 8, 20))], "S16")
    assert found is not None
    assert unread is not None
    assert found.text == 'No change recorded for "gets up alone" since Thu 20 Aug (limit 3 months: Fri 20 Nov).'
    assert found.facts[0] == "It was last read as better or worse on Thu 20 Aug."
    assert (unread.text, unread.facts[0]) == (found.text, "It was set on Thu 20 Aug.")
    assert (found.child_id, found.theme) == (k.id, "T7")


@pytest.mark.parametrize(
    ("since", "on", "word"),
    [
        (date(2026, 8, 31), date(2026, 11, 30), "due"),
        (date(2026, 11, 30), date(2027, 2, 28), "due"),
        (date(2027, 11, 29), date(2028, 2, 29), "due"),
        (date(2027, 11, 29), date(2028, 3, 1), "overdue"),
        (date(2027, 11, 30), date(2028, 2, 29), "due"),
        (date(2026, 8, 31), date(2027, 2, 28), "overdue"),
        (date(2026, 8, 31), date(2027, 3, 1), "strong"),
    ],
)
def test_s16_a_month_end_that_does_not_exist_is_the_last_day(since: date, on: date, word: str, limits: Limits) -> None:
    """Also in a leap year, and for its strong mark."""
    k = child()
    found = one(limits, [k, *outcome(k.id, since)], "S16", on)
    assert found is not None
    assert found.severity == word


def test_s16_a_limit_on_a_weekend_is_not_moved_and_names_the_working_day(limits: Limits) -> None:
    """Three months from Fri 20 Aug 2027 are Sat 20 Nov."""
    k = child()
    found = one(limits, [k, *outcome(k.id, date(2027, 8, 20))], "S16", date(2027, 11, 18))
    assert found is not None
    assert found.severity == "due soon"
    assert "(falls on a Saturday; the working day before is Fri 19 Nov)" in found.text


def test_s16_a_child_without_an_outcome_is_not_recorded(limits: Limits) -> None:
    """Each child for themselves; while the case is new it waits (G2)."""
    k, l_m = child(), child(initials="L.M.")
    found = asked(limits, [k, l_m, *outcome(l_m.id, date(2026, 11, 2))], ["S16"])
    assert [(one.child_id, one.severity, one.text) for one in found] == [
        (k.id, "not recorded", "No outcome is set for K.M. What would better look like?")
    ]
    assert asked(limits, [k], ["S16"], allocated_on=NEW) == []


def test_s16_what_is_recorded_speaks_in_a_new_case(limits: Limits) -> None:
    """An outcome that came with the case is more than nothing yet."""
    k = child()
    assert one(limits, [k, *outcome(k.id, date(2026, 8, 20))], "S16", allocated_on=NEW) is not None


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("3 Nov", "The 9-month point is Tue 17 Nov (10 working days left). Is it working?"),
        ("17 Nov", "The 9-month point is today. Is it working?"),
        ("23 Nov", "The 9-month point was Tue 17 Nov (4 working days ago). Is it working?"),
    ],
)
def test_s17_says_the_point_and_asks(on: str, said: str, limits: Limits) -> None:
    """Before it, on it and after it; at question 8, about this child."""
    k = child(plan_started_on=PLAN)
    found = one(limits, [k], "S17", day_of(on))
    assert found is not None
    assert found.text == f"Plan began Tue 17 Feb. {said}"
    assert (found.about, found.child_id, found.question) == (k.id, k.id, "Q8")


def test_s17_only_an_answer_to_question_8_about_this_child_clears_it(limits: Limits) -> None:
    """One that names nobody speaks of all; one of another question, or of the sister, does not."""
    k, l_m = child(plan_started_on=PLAN), child(initials="L.M.", plan_started_on=PLAN)
    day = date(2026, 11, 18)
    assert one(limits, [k, answer(day)], "S17") is None
    assert one(limits, [k, answer(date(2026, 11, 17))], "S17") is None
    assert one(limits, [k, answer(day, "Q4")], "S17") is not None
    assert [found.child_id for found in asked(limits, [k, l_m, answer(day, children=(l_m.id,))], ["S17"])] == [k.id]


def test_s17_answered_late_it_comes_back_at_the_next_point(limits: Limits) -> None:
    """From 12 to 15 and on to 21 months; strong from 15 on, on the day itself."""
    k = child(plan_started_on=date(2025, 8, 17))
    said = [k, answer(date(2026, 8, 20))]
    assert word_on(limits, said, "S17", "16 Nov") == "due soon"
    assert word_on(limits, said, "S17", "17 Nov") == "strong"
    assert one(limits, [*said, answer(date(2026, 12, 1))], "S17", date(2026, 12, 2)) is None
    found = one(limits, [*said, answer(date(2026, 12, 1))], "S17", date(2027, 5, 17))
    assert found is not None
    assert (found.severity, found.limit_id) == ("strong", "cp_length_21")


@pytest.mark.parametrize("plan", ["none", "early_help", "assessment", "cin", "lac", "care_leaver"])
def test_s17_is_about_protection_plans(plan: str, limits: Limits) -> None:
    """No other plan has these checks; nor is a start asked for there."""
    assert asked(limits, [child(plan=plan, plan_started_on=PLAN), child(plan=plan)], ["S17"]) == []


def test_s17_is_off_for_adults_whatever_the_plan_is_called(limits: Limits) -> None:
    """The guide's section 9."""
    for plan in ("adult", "cp"):
        assert asked(limits, [child(plan=plan, plan_started_on=PLAN)], ["S17"], service="adults") == []


def test_s17_without_a_start_is_not_recorded_from_the_first_day(limits: Limits) -> None:
    """Plan age speaks from day 1."""
    found = one(limits, [child()], "S17", allocated_on=NEW)
    assert found is not None
    assert (found.severity, found.text) == ("not recorded", "Plan start date is not recorded.")
    assert one(limits, [child(plan_started_on=PLAN)], "S17", allocated_on=NEW) is not None


def test_s18_says_both_facts_in_one_line(limits: Limits) -> None:
    """Past its date, and how often that was moved; or only moved."""
    both = one(limits, [child(), action(date(2026, 10, 26), 2)], "S18")
    moved = one(limits, [child(), action(date(2026, 12, 7), 2)], "S18")
    past = one(limits, [child(), action(date(2026, 10, 26))], "S18")
    assert both is not None
    assert moved is not None
    assert past is not None
    assert both.text == (
        "Bring health events in. Due Mon 26 Oct (20 working days past), date moved twice. Still the right action?"
    )
    assert moved.text == "Bring health events in. Date moved twice, now Mon 7 Dec. Still the right action?"
    assert past.text == "Bring health events in. Due Mon 26 Oct (20 working days past). Still the right action?"
    assert (both.on, both.limit_id, moved.limit_id) == (date(2026, 10, 26), "action_drift", "moved_dates")


def test_s18_a_moved_action_a_little_past_its_date_says_so(limits: Limits) -> None:
    """The sum of its date is never hidden."""
    found = one(limits, [child(), action(date(2026, 11, 18), 2)], "S18")
    assert found is not None
    assert "Due Wed 18 Nov (3 working days past), date moved twice." in found.text
    today = one(limits, [child(), action(TODAY, 3)], "S18")
    assert today is not None
    assert today.text.endswith("Date moved 3 times, now Mon 23 Nov. Still the right action?")


def test_s18_of_anyone_but_not_of_what_is_done_or_dropped(limits: Limits) -> None:
    """Gran's action drifts as mine does; a day to look again is not a date moved."""
    day = date(2026, 9, 1)
    done = action(day, 3, state="done", done_on=day, child_outcome="not known yet", look_again_on=date(2026, 9, 7))
    dropped = action(day, 3, state="dropped", dropped_reason="it has closed")
    assert one(limits, [child(), done, dropped], "S18") is None
    assert one(limits, [child(), action(day, owner="gran")], "S18") is not None


def test_s19_says_when_it_was_last_talked_about(limits: Limits) -> None:
    """The limit in words, as a sentence begins; before a Saturday the working day before it."""
    records = [child(), supervised(date(2026, 9, 21)), supervised(date(2026, 7, 1))]
    found, before = one(limits, records, "S19"), one(limits, records, "S19", date(2026, 11, 20))
    assert found is not None
    assert before is not None
    assert found.text == "Last talked about in supervision Mon 21 Sep. Two months was Sat 21 Nov."
    assert before.text == (
        "Last talked about in supervision Mon 21 Sep."
        " Two months is Sat 21 Nov (falls on a Saturday; the working day before is Fri 20 Nov)."
    )
    assert (found.child_id, found.question, found.theme) == (None, "Q8", "T7")


@pytest.mark.parametrize("kind", ["one_to_one", "group", "ad_hoc"])
def test_s19_supervision_of_any_kind_counts(kind: str, limits: Limits) -> None:
    """In a group too."""
    assert one(limits, [child(), supervised(date(2026, 11, 2), type=kind)], "S19") is None


def test_s19_is_one_line_for_a_case_with_a_protection_plan(limits: Limits) -> None:
    """None for other plans and for adults; not recorded is said once the case is not new."""
    found = one(limits, [child(), child(initials="L.M.")], "S19")
    assert found is not None
    assert (found.severity, found.text) == ("not recorded", "No supervision recorded for this case.")
    assert one(limits, [child()], "S19", allocated_on=NEW) is None
    old = supervised(date(2026, 1, 5))
    assert one(limits, [child(plan="cin"), old], "S19") is None
    assert one(limits, [child(plan="adult"), old], "S19", service="adults") is None


def test_s25_counts_days_from_the_last_reading(limits: Limits) -> None:
    """Never looked at is a message of its own, which waits while the case is new."""
    records: list[Record] = [child(), read_through(date(2026, 10, 19)), read_through(date(2026, 6, 1))]
    found, never = one(limits, records, "S25"), one(limits, [child()], "S25")
    assert found is not None
    assert never is not None
    assert found.text == "Chronology last looked at Mon 19 Oct (35 days). Limit 30. Any pattern?"
    assert (never.severity, never.text) == ("not recorded", "The chronology has not been looked at yet.")
    assert one(limits, [child()], "S25", allocated_on=NEW) is None
    assert word_on(limits, records, "S25", "17 Jan 2027") == "overdue"
    assert one(limits, [child(plan="adult"), *records[1:]], "S25", service="adults") is not None


def test_a_limit_that_is_off_asks_nothing(limits: Limits) -> None:
    """A person may turn a row off, and then nothing of it is said to be missing either."""
    names = (
        "outcome_change", "cp_length_9", "cp_length_12", "cp_length_15", "cp_length_21", "action_drift", "supervision_cp",
        "chronology_review",
    )  # fmt: skip
    off = replace(limits, rows={**limits.rows, **{name: limits.row(name)._replace(enabled=False) for name in names}})
    k = child(plan_started_on=PLAN)
    every = ["S16", "S17", "S18", "S19", "S25"]
    old = [*outcome(k.id, PLAN), action(PLAN), supervised(PLAN), read_through(PLAN)]
    assert {found.signal for found in asked(limits, [k, *old], every)} == set(every)
    assert asked(off, [k, *old], every) == []
    assert asked(off, [child()], every) == []
