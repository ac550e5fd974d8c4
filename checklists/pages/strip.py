"""The seen strip: one letter a week, this week last, with the months above it, and the same in a sentence."""

from datetime import date, timedelta

from checklists.dates import MONTHS, say_count, say_day
from store.summary import ChildFacts

NOTHING = "·"
WORDS = {"a": "alone", "o": "observed", "w": "with others", "s": "seen, how not recorded", "n": "not seen"}


def mondays(today: date, weeks: int) -> list[date]:
    """The Mondays of the last weeks, this week's last."""
    this = _monday(today)
    return [this - timedelta(weeks=weeks - 1 - n) for n in range(weeks)]


def strip(child: ChildFacts, today: date, weeks: int, allocated_on: date | None = None) -> str:
    """A letter a week; `·` where no visit is recorded, blank in the weeks before the case came.

    What is recorded of a week before the case came is still shown. Where it is not recorded when the case came, no
    week can be called earlier than that.
    """
    letters = dict(child.weeks)
    return "".join(
        letters.get(monday) or (" " if _before(monday, allocated_on) else NOTHING) for monday in mondays(today, weeks)
    )


def ruler(today: date, weeks: int) -> str:
    """Month names, each over the first Monday of its month; left out where it would touch the name before."""
    line = ""
    for place, monday in enumerate(mondays(today, weeks)):
        name = MONTHS[monday.month - 1].capitalize()
        if monday.day <= 7 and (not line or len(line) < place) and place + len(name) <= weeks:
            line = line.ljust(place) + name
    return line


def say_strip(
    child: ChildFacts, today: date, weeks: int, allocated_on: date | None = None, *, adult: bool = False
) -> str:
    """The strip in words: in how many weeks seen how, and the weeks with nothing recorded."""
    shown = strip(child, today, weeks, allocated_on)
    words = {**WORDS, "a": "in private"} if adult else WORDS
    parts = [f"{words[letter]} in {shown.count(letter)}" for letter in "aowsn" if letter in shown]
    parts += [f"no visit recorded in {shown.count(NOTHING)}"] if NOTHING in shown else []
    parts += [f"not allocated yet in {shown.count(' ')}"] if " " in shown else []
    last = f" Last seen {say_day(child.last_seen.on, today)}." if child.last_seen else ""
    return f"In the last {say_count(weeks, 'week')}: {', '.join(parts)}.{last}"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _before(monday: date, allocated_on: date | None) -> bool:
    return allocated_on is not None and monday < _monday(allocated_on)
