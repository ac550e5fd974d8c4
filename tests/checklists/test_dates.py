"""British dates as people type them, on Mon 23 Nov 2026."""

import string
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.dates import Way, add_months, add_years, due, read_day, say_brief, say_count, say_day, units_gone
from checklists.wrong import Wrong

TODAY = date(2026, 11, 23)
NEAR = st.dates(date(2000, 1, 1), date(2099, 12, 31))

TYPED: list[tuple[str, Way, date]] = [
    ("3/4/26", "any", date(2026, 4, 3)),
    ("03/04/2026", "any", date(2026, 4, 3)),
    ("3.4.26", "any", date(2026, 4, 3)),
    ("3-4-26", "any", date(2026, 4, 3)),
    ("3 4 26", "any", date(2026, 4, 3)),
    ("030426", "any", date(2026, 4, 3)),
    ("03042026", "any", date(2026, 4, 3)),
    ("2026-04-03", "any", date(2026, 4, 3)),
    ("3/4", "event", date(2026, 4, 3)),
    ("3/4", "due", date(2027, 4, 3)),
    ("23/11", "event", TODAY),
    ("23/11", "due", TODAY),
    ("24/11", "event", date(2025, 11, 24)),
    ("22/11", "due", date(2027, 11, 22)),
    ("24/11", "any", date(2026, 11, 24)),
    ("3 apr", "event", date(2026, 4, 3)),
    ("3apr", "event", date(2026, 4, 3)),
    ("3rd April", "event", date(2026, 4, 3)),
    ("Fri 3 Apr", "event", date(2026, 4, 3)),
    ("3 April 2026", "any", date(2026, 4, 3)),
    ("3 sept", "event", date(2026, 9, 3)),
    ("mon", "event", TODAY),
    ("mon", "due", date(2026, 11, 30)),
    ("Monday", "due", date(2026, 11, 30)),
    ("tue", "event", date(2026, 11, 17)),
    ("tues", "event", date(2026, 11, 17)),
    ("tue", "due", date(2026, 11, 24)),
    ("sun", "event", date(2026, 11, 22)),
    ("yest", "event", date(2026, 11, 22)),
    ("yesterday", "event", date(2026, 11, 22)),
    ("  TODAY ", "event", TODAY),
    ("tom", "due", date(2026, 11, 24)),
    ("-3d", "event", date(2026, 11, 20)),
    ("-2wd", "event", date(2026, 11, 19)),
    ("+10wd", "due", date(2026, 12, 7)),
    ("+10 working days", "due", date(2026, 12, 7)),
    ("in 10 working days", "due", date(2026, 12, 7)),
    ("+6w", "due", date(2027, 1, 4)),
    ("+3m", "due", date(2027, 2, 23)),
    ("12/5/98", "event", date(1998, 5, 12)),
    ("29/2/28", "any", date(2028, 2, 29)),
]

REFUSED: list[tuple[str, Way, str]] = [
    ("13/25/26", "any", "13/25/26 is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("13/25", "event", "13/25 is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("31/2/26", "any", "31/2/26 is not a date: February 2026 has no day 31. Try another day."),
    ("29/2", "event", "29/2 needs its year: not every year has it. Try 29/2/28."),
    ("30/2", "any", "30/2 is not a date. Try 25/3/26."),
    ("tom", "event", "Tue 24 Nov has not come yet. What happened has a day up to today."),
    ("24/11/26", "event", "Tue 24 Nov has not come yet. What happened has a day up to today."),
    ("", "event", "A date is needed. Try today, mon or 25/3."),
    ("next week", "due", "That is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("mo", "due", "That is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("monster", "due", "That is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("3 aprl", "event", "3 aprl is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("10wd", "due", "10wd is not a date. Day comes first here. Try 25/3 or 25 mar."),
    ("K. said she gets herself up 7", "event", "That is not a date. Day comes first here. Try 25/3 or 25 mar."),
]


@pytest.mark.parametrize(("typed", "way", "expected"), TYPED, ids=str)
def test_a_day_is_read_as_people_type_it(typed: str, way: Way, expected: date) -> None:
    """Day first, always; a bare day is the last one for what happened and the next one for what is due."""
    assert read_day(typed, TODAY, way) == expected


@pytest.mark.parametrize(("typed", "way", "told"), REFUSED, ids=lambda value: str(value)[:20])
def test_what_is_no_day_is_refused_with_how_to_mend_it(typed: str, way: Way, told: str) -> None:
    """One sentence; words that may be about a person are not said back."""
    with pytest.raises(Wrong) as found:
        read_day(typed, TODAY, way)
    assert str(found.value) == told


@given(NEAR, NEAR)
def test_a_day_that_is_said_can_be_typed_again(day: date, today: date) -> None:
    """In full with its weekday, in figures with the year, and as files hold it."""
    for text in (say_day(day, day) + f" {day.year}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        assert read_day(text, today) == day


@given(st.dates(date(2000, 3, 1), date(2099, 2, 28)), st.integers(0, 365))
def test_a_day_without_its_year_is_the_last_or_the_next_one(today: date, days: int) -> None:
    """Whatever is shown on a screen this year is read back as the same day."""
    for way, day in (("event", today - timedelta(days=days)), ("due", today + timedelta(days=days))):
        if (day.day, day.month) == (29, 2) or abs((day - today).days) >= 365:
            continue
        assert read_day(f"{day.day}/{day.month}", today, way) == day  # type: ignore[arg-type]


@given(st.text(string.printable, max_size=12))
def test_whatever_is_typed_gives_a_day_or_a_sentence(text: str) -> None:
    """Never a fault."""
    try:
        assert isinstance(read_day(text, TODAY), date)
    except Wrong as wrong:
        assert wrong.mend


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 12, 14), 3, date(2027, 3, 14)),
        (date(2026, 1, 31), -2, date(2025, 11, 30)),
    ],
)
def test_a_month_end_that_does_not_exist_is_the_last_day(start: date, months: int, expected: date) -> None:
    """31 August and six months is 28 February."""
    assert add_months(start, months) == expected


def test_a_year_from_29_february_is_the_28th() -> None:
    """There is no other."""
    assert add_years(date(2028, 2, 29), 1) == date(2029, 2, 28)


@pytest.mark.parametrize(("value", "unit", "expected"), [(10, "wd", date(2026, 12, 7)), (6, "week", date(2027, 1, 4)),
                                                         (30, "day", date(2026, 12, 23)), (1, "month", date(2026, 12, 23))])  # fmt: skip
def test_the_trigger_is_day_0(value: int, unit: str, expected: date) -> None:
    """A limit is reached on the n-th day after."""
    assert due(TODAY, value, unit) == expected


def test_what_has_gone_by_is_counted_in_the_unit_of_the_limit() -> None:
    """Working days for working days, calendar days for the rest."""
    assert units_gone(date(2026, 11, 3), TODAY, "wd") == 14
    assert units_gone(date(2026, 11, 3), TODAY, "week") == 20


def test_a_day_is_said_with_its_year_only_where_it_is_another() -> None:
    """`Tue 3 Nov` this year, `Mon 3 Nov 2025` otherwise; in a column without its weekday."""
    assert say_day(date(2026, 11, 3), TODAY) == "Tue 3 Nov"
    assert say_day(date(2025, 11, 3), TODAY) == "Mon 3 Nov 2025"
    assert say_brief(date(2026, 11, 3), TODAY) == "Tue 3 Nov"
    assert say_brief(date(2025, 11, 3), TODAY) == "3 Nov 2025"


def test_plurals_are_right() -> None:
    """1 working day, 2 working days."""
    assert [say_count(n, unit) for n, unit in ((1, "wd"), (2, "wd"), (0, "day"), (1, "week"), (3, "month"))] == [
        "1 working day", "2 working days", "0 days", "1 week", "3 months",
    ]  # fmt: skip
