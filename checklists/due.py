"""The words for a date that is due: due soon, due, overdue. One rule for signals, actions and every dated line."""

from datetime import date

from checklists.dates import due, units_gone
from checklists.limits import Limits
from checklists.working_days import add_working_days, working_days_between


def state(since: date, value: int, unit: str, on: date, limits: Limits) -> str:
    """`due soon`, `due`, `overdue`, or blank: how an interval that began on `since` stands on a day.

    On the day it is due, not overdue. A limit in working days is overdue from the next working day, one in
    calendar days from the next day.
    """
    limit_day = due(since, value, unit)
    gone = units_gone(since, on, unit)
    if (gone > value) if unit == "wd" else on > limit_day:
        return "overdue"
    return date_word(limit_day, min(on, limit_day), limits) if unit == "wd" else date_word(limit_day, on, limits)


def date_word(day: date, on: date, limits: Limits) -> str:
    """The word for a dated line: overdue from the next day, due on it, due soon in the last few working days."""
    if day < on:
        return "overdue"
    if day == on:
        return "due"
    return "due soon" if working_days_between(on, day) <= limits.row("due_soon").value else ""


def within_horizon(day: date, on: date, limits: Limits) -> bool:
    """Past, today, or in the next working days that Today looks ahead."""
    return day <= add_working_days(on, limits.row("today_horizon").value)
