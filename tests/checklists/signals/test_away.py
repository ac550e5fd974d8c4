"""G13 and S19 for me: school holidays, my own leave, and when I was last supervised. On Mon 23 Nov 2026 unless said."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.limits import Limits
from checklists.signals import every_dated
from checklists.signals.supervision import supervision_for_me
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from store.practitioner import Away
from store.records import Record
from tests.checklists.signals.patterned import K, a_case
from tests.checklists.signals.spoken import records
from tests.checklists.signals.tending import TODAY, agency, asked, asked_of, heard, requested, supervised, told


def away(limits: Limits, kind: str, first: date, last: date, cover: str = "") -> Limits:
    """The limits, with days away."""
    return replace(limits, away=(Away("01AWAY", kind, first, last, cover),))


def holiday(limits: Limits, first: date = TODAY, last: date = TODAY) -> Limits:
    """The limits in a school holiday."""
    return away(limits, "school_holiday", first, last)


@pytest.mark.parametrize(
    ("first", "last", "asks"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), False),
        (date(2026, 11, 16), date(2026, 11, 23), False),
        (date(2026, 11, 16), date(2026, 11, 22), True),
        (date(2026, 11, 24), date(2026, 11, 27), True),
    ],
)
def test_g13_a_school_waits_from_the_first_day_of_its_holiday_to_the_last(
    first: date, last: date, *, asks: bool, limits: Limits
) -> None:
    """Both days belong to it; on the next one it is asked again."""
    assert bool(asked(holiday(limits, first, last), heard(date(2026, 10, 2)), ["S14"])) is asks


def test_g13_a_school_that_was_asked_something_waits_too_and_nobody_else_does(limits: Limits) -> None:
    """Its reply waits with it; the surgery's does not."""
    school = agency()
    records: list[Record] = [school, asked_of(school, date(2026, 11, 9)), *requested(date(2026, 11, 9))]
    assert len(asked(limits, records, ["S14"])) == 2
    (found,) = asked(holiday(limits), records, ["S14"])
    assert found.text.startswith("GP asked")


def test_g13_a_school_holiday_is_still_a_working_day(limits: Limits) -> None:
    """Once it is over, its days are counted: 36 since Fri 2 Oct."""
    records = heard(date(2026, 10, 2))
    over = holiday(limits, date(2026, 10, 26), date(2026, 10, 30))
    assert asked(over, records, ["S14"]) == asked(limits, records, ["S14"])


def test_g13_my_own_leave_stops_no_clock_and_every_dated_message_says_who_covers(limits: Limits) -> None:
    """Each keeps its date, its count and its word; what has no clock says nothing of it."""
    case = a_case(records(K), K)
    plain = every_dated(summarise(case), TODAY, limits)
    left = every_dated(summarise(case), TODAY, away(limits, "own_leave", TODAY, TODAY, "duty"))
    assert [replace(one, text="") for one in left] == [replace(one, text="") for one in plain]
    clocked = [one for one in left if one.severity not in ("not recorded", "note")]
    assert clocked
    assert all(one.text.endswith(" On leave; cover: duty.") for one in clocked)
    assert not [one for one in left if one not in clocked and "cover" in one.text]


def test_g13_leave_without_cover_says_that_it_is_not_recorded(limits: Limits) -> None:
    """Blank is not nobody."""
    found = supervision_for_me(date(2026, 10, 12), TODAY, away(limits, "own_leave", TODAY, TODAY))
    assert found is not None
    assert found.text.endswith("One month was Thu 12 Nov. On leave; cover: not recorded.")


def test_g13_patterns_have_no_clock(limits: Limits) -> None:
    """They count, and stand as they are."""
    case = a_case(records(K), K)
    row, left = summarise(case), away(limits, "own_leave", TODAY, TODAY, "duty")
    assert [p for p in every_prompt(case, row, TODAY, left) if p.pattern] == [
        p for p in every_prompt(case, row, TODAY, limits) if p.pattern
    ]


@pytest.mark.parametrize(
    ("last", "word"),
    [
        (date(2026, 10, 28), ""),
        (date(2026, 10, 26), "due soon"),
        (date(2026, 10, 23), "due"),
        (date(2026, 10, 22), "overdue"),
        (date(2025, 1, 6), "overdue"),
    ],
)
def test_s19_for_me_counts_a_month_from_the_last_hour_held(last: date, word: str, limits: Limits) -> None:
    """Due on the day; never well past, as that row has no such mark."""
    found = supervision_for_me(last, TODAY, limits)
    assert (found.severity if found else "") == word


def test_s19_for_me_says_its_sum_and_where_the_limit_comes_from(limits: Limits) -> None:
    """As of a case, and about none."""
    found = supervision_for_me(date(2026, 9, 21), TODAY, limits)
    assert found is not None
    assert found.text == "Last supervision for me Mon 21 Sep. One month was Wed 21 Oct."
    assert (found.medium, found.short) == ("Supervision. Last Mon 21 Sep", "Supervision")
    assert (found.limit_id, found.about, found.count) == ("supervision_worker", "me", 63)
    assert found.source.startswith("Common local procedure")
    never = supervision_for_me(None, TODAY, limits)
    assert never is not None
    assert (never.text, never.word, never.on) == ("No supervision for me is recorded yet.", "not recorded", None)


def test_s19_for_me_is_off_with_its_limit(limits: Limits) -> None:
    """Also that nothing is recorded."""
    off = replace(
        limits, rows={**limits.rows, "supervision_worker": limits.row("supervision_worker")._replace(enabled=False)}
    )
    assert supervision_for_me(None, TODAY, off) is None
    assert supervision_for_me(date(2026, 9, 21), TODAY, off) is None


def test_s19_of_a_case_and_for_me_are_two(limits: Limits) -> None:
    """The case has two months; what was said of the school changes neither."""
    school = agency()
    (found,) = asked(limits, [K, supervised(date(2026, 9, 21)), school, told(school, TODAY)], ["S19"])
    assert found.text == "Last talked about in supervision Mon 21 Sep. Two months was Sat 21 Nov."
