"""The seen strip: one letter a week, this week last, with the months above it, and the same in a sentence."""

from datetime import date, timedelta

from checklists.dates import MONTHS, say_count, say_day
from store.summary import ChildFacts

NOTHING = "·"
WORDS = {"a": "alone", "o": "observed", "w": "with others", "s": "seen", "n": "not seen"}


def mondays(today: date, weeks: int) -> list[date]:
    """The Mondays of the last weeks, this week's last."""
    this = today - timedelta(days=today.weekday())
    return [this - timedelta(weeks=weeks - 1 - n) for n in range(weeks)]


def strip(child: ChildFacts, today: date, weeks: int, allocated_on: date | None = None) -> str:
    """A letter a week; `·` where no visit is recorded, blank before the case came and anything was."""
    letters = dict(child.weeks)
    first = min([*letters, *([allocated_on - timedelta(days=allocated_on.weekday())] if allocated_on else [])], default=None)
    return "".join(
        letters.get(monday) or (" " if first is None or monday < first else NOTHING) for monday in mondays(today, weeks)
    )


def ruler(today: date, weeks: int) -> str:
    """Month names, each over the first Monday of its month; left out where it would touch the name before."""
    line = ""
    for place, monday in enumerate(mondays(today, weeks)):
        name = MONTHS[monday.month - 1].capitalize()
        if monday.day <= 7 and (not line or len(line) < place) and place + len(name) <= weeks:
            line = line.ljust(place) + name
    return line


def say_strip(child: ChildFacts, today: date, weeks: int) -> str:
    """The strip in words: in how many weeks seen how, and the weeks with nothing recorded."""
    letters = dict(child.weeks)
    shown = [letters.get(monday, "") for monday in mondays(today, weeks)]
    counts = [f"{WORDS[letter]} in {shown.count(letter)}" for letter in "aowsn" if letter in shown]
    blank = shown.count("")
    parts = [*counts, *([f"no visit recorded in {blank}"] if blank else [])]
    last = f" Last seen {say_day(child.last_seen.on, today)}." if child.last_seen else ""
    return f"In the last {say_count(weeks, 'week')}: {', '.join(parts)}.{last}"
