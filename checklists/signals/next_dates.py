"""The next dates of a child: time alone, and the next visit. For the caseload's foot and the visit form."""

from datetime import date

from checklists.dates import due, say_count, say_day, units_gone
from checklists.limits import Limits
from checklists.naming import called
from checklists.signals.guards import AWAY, waits
from checklists.signals.intervals import for_alone, for_visits
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts


def next_alone(child: ChildFacts, on: date, limits: Limits, since: date | None = None) -> date | None:
    """The day by which time alone is next due; None where nothing is recorded or no interval is set."""
    interval = for_alone(child, on, limits)
    last = since or (child.last_alone.on if child.last_alone else None)
    return due(last, interval.value, interval.unit) if interval and last else None


def next_visit(child: ChildFacts, on: date, limits: Limits) -> date | None:
    """The day by which the next visit is due."""
    start = for_visits(child, on, limits)
    if isinstance(start, str):
        return None
    since = start.since or (child.last_seen.on if child.last_seen else None)
    return due(since, start.interval.value, start.interval.unit) if since else None


def next_date(child: ChildFacts, on: date, limits: Limits) -> date | None:
    """The earlier of the two, or the day on which they are asked again; none for a child not born yet, missing or abroad."""
    if child.unborn or child.whereabouts in AWAY:
        return None
    if waits(child, on):
        return child.not_asked_until
    return min((day for day in (next_alone(child, on, limits), next_visit(child, on, limits)) if day), default=None)


def say_alone_count(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> str:
    """The count since time alone, against the interval: `14 working days since seen alone. Plan says every 10`."""
    words = "a private conversation" if case.service == "adults" else "seen alone"
    interval = for_alone(child, on, limits)
    if child.unborn:
        return f"Not born yet (expected {say_day(child.expected_on, on)})." if child.expected_on else "Not born yet."
    said = interval.said if interval else "No visiting interval is set."
    if waits(child, on) and child.not_asked_until:
        said = f"Visits do not apply until {say_day(child.not_asked_until, on)}."
    if child.last_alone is None:
        return f"No time {'in private' if case.service == 'adults' else 'alone'} is recorded yet. {said}"
    gone = units_gone(child.last_alone.on, on, "wd")
    return f"{say_count(gone)} since {words}. {said}"


def say_next(case: CaseSummary, child: ChildFacts, on: date, limits: Limits, *, seen_how: str, seen_on: date) -> str:
    """What a visit now being logged does: `K.M. next alone is due Mon 7 Dec (10 working days)`."""
    name = called(child, case.ref)
    enough = ("alone", "observed") if child.alone_rule == "observed_counts" else ("alone",)
    since = seen_on if seen_how in enough else None
    if since and child.last_alone and child.last_alone.on > since:
        since = None
    day = next_alone(child, on, limits, since)
    words = "in private" if case.service == "adults" else "alone"
    if day is None:
        return ""
    left = working_days_between(on, day)
    if left < 0:
        return f"{name} {words} was due {say_day(day, on)} ({say_count(-left)} ago)."
    return f"{name} next {words} is due {say_day(day, on)} ({say_count(left)})."
