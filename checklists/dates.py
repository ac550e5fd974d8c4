"""British dates: what people type, and how a day is said. The grammar is closed: what it does not know, it refuses."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from checklists.working_days import MANY, add_working_days, working_days_between
from checklists.wrong import Wrong

Way = Literal["event", "due", "any"]
"""How a bare day is read: an event is the last one and never in the future, a due date the next, any the nearest."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

_NUMBERS = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?")
_NAMED = re.compile(r"(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)? ?([a-z]{3,9})\.?,?(?: ?(\d{2}|\d{4}))?")
_RUN = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_STEP = re.compile(
    r"(?:in |\+)(\d{1,3}) ?(wd|working days?|d|days?|w|weeks?|m|months?)|-(\d{1,3}) ?(wd|working days?|d|days?|w|weeks?|m|months?)"
)
_ABOUT = re.compile(r"(?:(?:c\.?|ca\.?|circa|about|around) ?)?(?:([a-z]{3,9})\.?)?,? ?(\d{4})?")
_TRY = "Day comes first here. Try 25/3 or 25 mar."


def read_day(text: str, today: date, way: Way = "any") -> date:
    """The day that was typed: `3/4/26`, `3/4`, `3 apr`, `mon`, `yest`, `-3d`, `+10wd`, `+6w`, `+3m`. Day first, always.

    Raises Wrong with a sentence; an event in the future is refused too.
    """
    typed = " ".join(text.strip().lower().split())
    if not typed:
        raise Wrong("A date is needed.", "Try today, mon or 25/3.")
    day = _word(typed, today, way) or _step(typed, today) or _figures(typed, today, way)
    if day is None:
        raise Wrong(f"{_shown(text)} is not a date.", _TRY)
    if way == "event" and day > today:
        raise Wrong(f"{say_day(day, today)} has not come yet.", "What happened has a day up to today.")
    return day


@dataclass(frozen=True)
class About:
    """A day that may be approximate."""

    on: date
    """The day; the first of the month, or of the year, where it is approximate."""
    text: str = ""
    """As it was typed, such as `c. May 2019`; blank for an exact day."""


def read_about(text: str, today: date) -> About:
    """The day of something past: exact as in `read_day`, or a month or a year, such as `c. May 2019`. Raises Wrong."""
    typed = " ".join(text.strip().lower().split())
    on = _month(typed, today)
    if on is None:
        return About(read_day(text, today, "event"))
    if on > today:
        raise Wrong("That has not come yet.", "What happened has a day up to today.")
    said = " ".join(text.split())
    return About(on, said if str(on.year) in said else f"{said} {on.year}")


def _month(typed: str, today: date) -> date | None:
    """The first day of the month or the year that was typed; None where it is neither."""
    found = _ABOUT.fullmatch(typed)
    if found is None or not (found[1] or found[2]):
        return None
    year = int(found[2]) if found[2] else today.year
    if not found[1]:
        return _maybe(year, 1, 1) if typed != found[2] else None
    if found[1][:3] not in MONTHS:
        return None
    month = MONTHS.index(found[1][:3]) + 1
    if not calendar.month_name[month].lower().startswith(found[1]) and found[1] != "sept":
        return None
    return _maybe(year - (not found[2] and month > today.month), month, 1)


def say_about(day: About, today: date) -> str:
    """As it was typed where it is approximate, else as any day."""
    return day.text or say_day(day.on, today)


def _shown(text: str) -> str:
    """What was typed, short enough to say back: a date field holds no text of a case, unless it was typed there by mistake."""
    typed = " ".join(text.split())
    return typed if len(typed) <= 20 and re.fullmatch(r"[\w/.+\- ]*", typed) and re.search(r"\d", typed) else "That"


def _word(typed: str, today: date, way: Way) -> date | None:
    near = {"today": 0, "t": 0, "now": 0, "yest": -1, "yesterday": -1, "tom": 1, "tomorrow": 1}
    if typed in near:
        return today + timedelta(days=near[typed])
    if (
        len(typed) < 3
        or typed[:3] not in DAYS
        or not calendar.day_name[DAYS.index(typed[:3])].lower().startswith(typed)
    ):
        return None
    ahead = (DAYS.index(typed[:3]) - today.weekday()) % 7
    if way == "due":
        return today + timedelta(days=ahead or 7)
    return today - timedelta(days=(7 - ahead) % 7)


def _step(typed: str, today: date) -> date | None:
    found = _STEP.fullmatch(typed)
    if found is None:
        return None
    sign = 1 if found[1] else -1
    count, unit = sign * int(found[1] or found[3]), (found[2] or found[4])
    steps: dict[str, Callable[[], date]] = {
        "d": lambda: today + timedelta(days=count),
        "w": lambda: today + timedelta(weeks=count),
        "m": lambda: add_months(today, count),
    }
    return add_working_days(today, count) if unit.startswith(("wd", "working")) else steps[unit[0]]()


def _figures(typed: str, today: date, way: Way) -> date | None:
    if found := _ISO.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]), typed)
    if found := _RUN.fullmatch(typed):
        return _day(_year(found[3], today, way), int(found[2]), int(found[1]), typed)
    if found := _NUMBERS.fullmatch(typed):
        return _of(int(found[1]), int(found[2]), found[3], typed, today, way)
    if (found := _NAMED.fullmatch(typed)) and found[2][:3] in MONTHS:
        month = MONTHS.index(found[2][:3]) + 1
        if calendar.month_name[month].lower().startswith(found[2]) or found[2] == "sept":
            return _of(int(found[1]), month, found[3], typed, today, way)
    return None


def _of(day: int, month: int, year: str | None, typed: str, today: date, way: Way) -> date:
    if year is not None:
        return _day(_year(year, today, way), month, day, typed)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        raise Wrong(f"{typed} is not a date.", _TRY)
    years = {"event": (0, -1), "due": (0, 1), "any": (0, -1, 1)}[way]
    found = [made for step in (*years, *(4 * y for y in years)) if (made := _maybe(today.year + step, month, day))]
    if (day, month) == (29, 2) and _maybe(today.year, 2, 29) is None:
        raise Wrong(f"{typed} needs its year: not every year has it.", "Try 29/2/28.")
    if not found:
        raise Wrong(f"{typed} is not a date.", "Try 25/3/26.")
    if way == "event":
        return max((made for made in found if made <= today), default=found[0])
    if way == "due":
        return min((made for made in found if made >= today), default=found[0])
    return min(found, key=lambda made: abs((made - today).days))


def _year(text: str, today: date, way: Way) -> int:
    """Two figures are this century's, unless an event would then lie ahead of this year: a birth in 98 is in 1998."""
    if len(text) == 4:
        return int(text)
    century = today.year - today.year % 100
    year = century + int(text)
    return year - 100 if way == "event" and year > today.year + 1 else year


def _maybe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(year: int, month: int, day: int, typed: str) -> date:
    made = _maybe(year, month, day)
    if made is not None:
        return made
    if 1 <= month <= 12 and 1 <= day <= 31:
        raise Wrong(f"{typed} is not a date: {calendar.month_name[month]} {year} has no day {day}.", "Try another day.")
    raise Wrong(f"{typed} is not a date.", _TRY)


def add_months(day: date, months: int) -> date:
    """The same day so many months on; a month end that does not exist becomes the last day of that month."""
    year, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_years(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes the 28th."""
    return add_months(day, 12 * years)


@lru_cache(MANY)
def due(start: date, value: int, unit: str) -> date:
    """The day a limit is reached: `start` is day 0, units are wd, day, week and month."""
    if unit == "wd":
        return add_working_days(start, value)
    if unit == "month":
        return add_months(start, value)
    return start + timedelta(days=value * (7 if unit == "week" else 1))


def units_gone(start: date, end: date, unit: str) -> int:
    """How much has gone by: working days where the limit is in working days, else calendar days."""
    return working_days_between(start, end) if unit == "wd" else (end - start).days


@lru_cache(MANY)
def say_day(day: date, today: date) -> str:
    """`Tue 3 Nov` this year, `Mon 3 Nov 2025` otherwise; the names do not depend on the machine's language."""
    said = f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1].capitalize()}"
    return said if day.year == today.year else f"{said} {day.year}"


def say_brief(day: date, today: date) -> str:
    """`Tue 3 Nov` this year, `3 Nov 2025` otherwise: at most eleven letters, for a column."""
    said = say_day(day, today)
    return said if day.year == today.year else said.partition(" ")[2]


def say_count(count: int, unit: str = "wd") -> str:
    """`1 working day`, `14 working days`, `6 weeks`, `3 minutes`."""
    words = {"wd": "working day", "pieces": "piece"}.get(unit, unit)
    return f"{count} {words}" if count == 1 else f"{count} {words}s"
