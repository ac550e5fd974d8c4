"""England working days: Monday to Friday, not a bank holiday. A school holiday is still a working day."""

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from checklists.bank_holidays import BANK_HOLIDAYS, FIRST_YEAR, LAST_YEAR

_DAY = timedelta(days=1)
_HOLIDAYS = sorted(day for day in BANK_HOLIDAYS if day.weekday() < 5)
"""Those that take a working day away."""
MANY = 4096
"""How many answers are kept at hand: Today asks the same few days of every child."""


def is_working_day(day: date) -> bool:
    """True from Monday to Friday outside bank holidays."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


@lru_cache(MANY)
def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after the day, which is day 0; before it for a negative count."""
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


@lru_cache(MANY)
def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start` up to and including `end`; negative if `end` comes first."""
    if end < start:
        return -working_days_between(end, start)
    return _up_to(end) - _up_to(start)


def _up_to(day: date) -> int:
    """Working days since the calendar began, which was on a Monday."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5) - bisect_right(_HOLIDAYS, day)


def working_day_before(day: date) -> date:
    """The last working day before a day that is none."""
    return add_working_days(day, -1)


def covered(day: date) -> bool:
    """False where the table of bank holidays does not reach, so that a screen can say so."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
