"""England's working days: weekends and bank holidays left out, substitute days too."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.bank_holidays import BANK_HOLIDAYS, FIRST_YEAR, LAST_YEAR
from checklists.due import date_word, state, within_horizon
from checklists.limits import Limits
from checklists.pages.today import UNCOVERED, today_page
from checklists.working_days import (
    add_working_days,
    covered,
    is_working_day,
    working_day_before,
    working_days_between,
)
from store.summary import CaseSummary

DAYS = st.dates(date(FIRST_YEAR, 2, 1), date(LAST_YEAR - 1, 12, 31))


def test_the_table_is_that_of_the_library() -> None:
    """Generated once, compared here, so that a proclaimed holiday is found when the library knows it."""
    known = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    assert frozenset(known) == BANK_HOLIDAYS


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 12, 24), 1, date(2026, 12, 29)),
        (date(2026, 3, 30), 10, date(2026, 4, 15)),
        (date(2026, 11, 2), 45, date(2027, 1, 7)),
        (date(2026, 11, 23), 15, date(2026, 12, 14)),
        (date(2026, 12, 14), 10, date(2026, 12, 30)),
        (date(2026, 11, 21), 10, date(2026, 12, 4)),
        (date(2027, 12, 24), 1, date(2027, 12, 29)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2027, 2, 26), 1, date(2027, 3, 1)),
        (date(2027, 12, 31), 1, date(2028, 1, 4)),
        (date(2022, 9, 16), 1, date(2022, 9, 20)),
        (date(2026, 12, 29), -1, date(2026, 12, 24)),
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
    ],
)
def test_the_nth_working_day(start: date, count: int, expected: date) -> None:
    """Christmas and its substitute days, Easter, a weekend start, leap days, New Year, a day of mourning."""
    assert add_working_days(start, count) == expected


def test_bank_holidays_and_weekends_are_none() -> None:
    """A school holiday is still a working day."""
    off = [date(2026, 4, 3), date(2026, 4, 6), date(2026, 12, 25), date(2026, 12, 28), date(2026, 11, 21)]
    assert not [day for day in off if is_working_day(day)]
    assert is_working_day(date(2026, 8, 3))
    assert working_day_before(date(2026, 12, 28)) == date(2026, 12, 24)


@given(DAYS, st.integers(1, 80))
def test_counting_forth_and_back_agree(day: date, count: int) -> None:
    """So many working days on, so many lie between; and the day reached is one."""
    there = add_working_days(day, count)
    assert is_working_day(there)
    assert working_days_between(day, there) == count
    assert working_days_between(there, day) == -count


@given(DAYS, st.integers(0, 200))
def test_the_sum_is_the_days_counted_one_by_one(day: date, days: int) -> None:
    """The quick sum and the slow one."""
    end = day + timedelta(days=days)
    assert working_days_between(day, end) == sum(is_working_day(day + timedelta(days=n)) for n in range(1, days + 1))


@pytest.mark.parametrize(
    ("on", "word"),
    [
        (date(2026, 12, 29), "due soon"),
        (date(2026, 12, 31), "due"),
        (date(2027, 1, 1), "due"),
        (date(2027, 1, 3), "due"),
        (date(2027, 1, 4), "overdue"),
    ],
)
def test_working_days_are_overdue_on_the_next_working_day(on: date, word: str, limits: Limits) -> None:
    """Due Thu 31 Dec; New Year's Day and the weekend after it add nothing."""
    assert state(date(2026, 12, 15), 10, "wd", on, limits) == word


@pytest.mark.parametrize(
    ("on", "word"),
    [(date(2026, 11, 17), ""), (date(2026, 11, 18), "due soon"), (date(2026, 11, 22), "due soon"),
     (date(2026, 11, 23), "due"), (date(2026, 11, 24), "overdue")],
)  # fmt: skip
def test_calendar_limits_are_overdue_on_the_next_day(on: date, word: str, limits: Limits) -> None:
    """On the day it is due, not overdue; `due soon` in the last three working days."""
    assert state(date(2026, 10, 12), 6, "week", on, limits) == word
    assert date_word(date(2026, 11, 23), on, limits) == word


def test_today_looks_five_working_days_ahead(limits: Limits) -> None:
    """Over a weekend: Mon 30 Nov is in, Tue 1 Dec is not."""
    assert within_horizon(date(2026, 11, 30), date(2026, 11, 23), limits)
    assert not within_horizon(date(2026, 12, 1), date(2026, 11, 23), limits)


def test_a_year_past_the_table_is_said_on_today(limits: Limits) -> None:
    """Never a wrong working day without a word."""
    row = [CaseSummary("case", "F-1", allocated_on=date(2026, 1, 5))]
    assert covered(date(LAST_YEAR, 12, 31))
    assert UNCOVERED not in today_page(row, date(LAST_YEAR, 12, 31), limits).foot
    assert not covered(date(LAST_YEAR + 1, 1, 1))
    assert UNCOVERED in today_page(row, date(LAST_YEAR + 1, 1, 1), limits).foot
