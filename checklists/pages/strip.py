"""The seen strip: one letter a week, this week last, with the months above it, and the same in a sentence."""

from datetime import date, timedelta
from functools import lru_cache

from checklists.dates import MONTHS, say_count, say_day
from checklists.limits import InForce, Limits
from checklists.signals.intervals import NO_RULE, for_alone, for_visits
from store.summary import ChildFacts

NOTHING = "·"
WORDS = {"a": "alone", "o": "observed", "w": "with others", "s": "seen, how not recorded", "n": "not seen"}


@lru_cache
def mondays(today: date, weeks: int) -> tuple[date, ...]:
    """The Mondays of the last weeks, this week's last."""
    this = _monday(today)
    return tuple(this - timedelta(weeks=weeks - 1 - n) for n in range(weeks))


def strip(child: ChildFacts, today: date, weeks: int, allocated_on: date | None = None) -> str:
    """A letter a week; `·` where no visit is recorded, blank in the weeks before the case came.

    What is recorded of a week before the case came is still shown. Where it is not recorded when the case came, no
    week can be called earlier than that.
    """
    letters = dict(child.weeks)
    came = _monday(allocated_on) if allocated_on else date.min
    return "".join(letters.get(monday) or (" " if monday < came else NOTHING) for monday in mondays(today, weeks))


def ruler(today: date, weeks: int) -> str:
    """Month names, each over the first Monday of its month; left out where it would touch the name before."""
    line = ""
    for place, monday in enumerate(mondays(today, weeks)):
        name = MONTHS[monday.month - 1].capitalize()
        if monday.day <= 7 and (not line or len(line) < place) and place + len(name) <= weeks:
            line = line.ljust(place) + name
    return line


def say_strip(
    child: ChildFacts,
    today: date,
    weeks: int,
    allocated_on: date | None = None,
    *,
    adult: bool = False,
    limits: Limits | None = None,
) -> str:
    """The strip in words: in how many weeks seen how, the weeks with nothing recorded, and the interval in force."""
    shown = strip(child, today, weeks, allocated_on)
    words = {**WORDS, "a": "in private"} if adult else WORDS
    parts = [f"{words[letter]} in {shown.count(letter)}" for letter in "aowsn" if letter in shown]
    parts += [f"no visit recorded in {shown.count(NOTHING)}"] if NOTHING in shown else []
    parts += [f"not allocated yet in {shown.count(' ')}"] if " " in shown else []
    every = f"; {say_interval(child, today, limits, adult=adult)}" if limits and not child.unborn else ""
    last = f" Last seen {say_day(child.last_seen.on, today)}." if child.last_seen else ""
    return f"In the last {say_count(weeks, 'week')}: {', '.join(parts)}{every}.{last}"


def say_interval(child: ChildFacts, today: date, limits: Limits, *, adult: bool = False) -> str:
    """`the plan says every 10 working days`, whose it is, and how often alone where that is another."""
    visits, alone = for_visits(child, today, limits), for_alone(child, today, limits)
    if isinstance(visits, str):
        return "which visiting rule applies is not recorded" if visits == NO_RULE else "no visiting interval is set"
    often = visits.interval
    same = alone is None or (alone.value, alone.unit) == (often.value, often.unit)
    more = (
        ""
        if same or alone is None
        else f", {'in private' if adult else 'alone'} every {say_count(alone.value, alone.unit)}"
    )
    return f"{_whose(often, limits)} every {say_count(often.value, often.unit)}{more}"


def _whose(interval: InForce, limits: Limits) -> str:
    """Who says so: the plan, else the limit in force."""
    if interval.by_plan:
        return "the plan says"
    return "the law says at least" if limits.row(interval.limit_id).kind == "law" else "the default is"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
