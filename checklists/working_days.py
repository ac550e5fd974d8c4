"""England working days: Monday to Friday, not a bank holiday. A school holiday is still a working day."""

from datetime import date, timedelta

from checklists.bank_holidays import BANK_HOLIDAYS, FIRST_YEAR, LAST_YEAR

_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    """True from Monday to Friday outside bank holidays."""
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after the day, which is day 0; before it for a negative count."""
    step = _DAY if count >= 0 else -_DAY
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day)
    return day


def working_days_between(start: date, end: date) -> int:
    """How many working days lie after `start` up to and including `end`; negative if `end` comes first."""
    if end < start:
        return -working_days_between(end, start)
    weeks, rest = divmod((end - start).days, 7)
    tail = [start + timedelta(days=7 * weeks + n) for n in range(1, rest + 1)]
    holidays = sum(1 for day in BANK_HOLIDAYS if start < day <= end and day.weekday() < 5)
    return weeks * 5 + sum(1 for day in tail if day.weekday() < 5) - holidays


def working_day_before(day: date) -> date:
    """The last working day before a day that is none."""
    return add_working_days(day, -1)


def covered(day: date) -> bool:
    """False where the table of bank holidays does not reach, so that a screen can say so."""
    return FIRST_YEAR <= day.year <= LAST_YEAR
