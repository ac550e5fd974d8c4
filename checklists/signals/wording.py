"""How dates and names are said in the lines of the lists: today, how long ago, and a name cut to its room."""

from calendar import day_name
from datetime import date

from checklists.bank_holidays import BANK_HOLIDAYS
from checklists.dates import say_count, say_day
from checklists.pages.blocks import MEDIUM, NARROW, SHORT
from checklists.working_days import is_working_day, working_day_before, working_days_between


def cut(text: str, room: int) -> str:
    """The text, cut short with a sign where it is longer than its room."""
    return text if len(text) <= room else f"{text[: room - 1].rstrip()}…"


def begun(text: str) -> str:
    """The text as a sentence begins with it."""
    return f"{text[:1].upper()}{text[1:]}"


def rows(lead: str, name: str, tail: str = "") -> tuple[str, str, str]:
    """The three lengths of a line about something that a person named: the name is cut, the sum behind it is not."""
    said = f"{lead}{name}"
    whole = f"{cut(said, MEDIUM - len(tail))}{tail}"
    return whole, cut(said, NARROW), cut(said, SHORT)


def ago(day: date, on: date) -> str:
    """` (3 working days ago)`, ` (3 working days left)`; nothing where no working day lies between."""
    gone = working_days_between(day, on)
    if not gone:
        return ""
    return f" ({say_count(gone)} ago)" if gone > 0 else f" ({say_count(-gone)} left)"


def by_day(day: date, on: date) -> str:
    """`due today`, `due Mon 30 Nov (3 working days left)`, `was due Mon 23 Nov (1 working day ago)`."""
    if day == on:
        return "due today"
    return f"{'due' if day > on else 'was due'} {say_day(day, on)}{ago(day, on)}"


def falls_on(day: date, on: date) -> str:
    """` (falls on a Sunday; the working day before is Fri 12 Mar)`; nothing of a working day."""
    if is_working_day(day):
        return ""
    what = "bank holiday" if day in BANK_HOLIDAYS else day_name[day.weekday()]
    return f" (falls on a {what}; the working day before is {say_day(working_day_before(day), on)})"


def many_times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return ("never", "once", "twice")[count] if count <= len(("once", "twice")) else f"{count} times"


def length_in_words(value: int, unit: str) -> str:
    """`two months`, `one week`, `12 weeks`: small counts in words, as a sentence begins with them."""
    count, _, what = say_count(value, unit).partition(" ")
    words = ("no", "one", "two", "three", "four", "five", "six")
    return f"{words[value] if value < len(words) else count} {what}"
