"""S2: when the next visit is due, and the local steps when nobody has seen the child."""

from datetime import date

from checklists.dates import due, say_count, say_day, units_gone
from checklists.due import state
from checklists.limits import InForce, Limit, Limits
from checklists.naming import called
from checklists.pages.blocks import medium, short
from checklists.signals import guards
from checklists.signals.intervals import NO_INTERVAL, for_visits
from checklists.signals.prompt import Prompt
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts

ID = "S2"


def visit_due(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> Prompt | None:
    """The next visit, counted from the last time any social worker saw this child."""
    if child.unborn or child.whereabouts in guards.AWAY:
        return None
    if guards.waits(child, on):
        return None
    start = for_visits(child, on, limits)
    if isinstance(start, str):
        row = "No visiting interval is set" if start == NO_INTERVAL else "Visiting rule not recorded"
        return _missing(case, child, start, row, "No interval set" if start == NO_INTERVAL else "No visiting rule")
    last = child.last_seen.on if child.last_seen else None
    since = start.since or last
    if since is None and guards.new_case(case, on, limits):
        since = case.allocated_on
    if since is None:
        return _missing(
            case,
            child,
            f"No visit is recorded for {called(child, case.ref).rstrip('.')}.",
            "No visit recorded yet",
            "No visit yet",
        )
    return _from(case, child, on, limits, start.interval, since)


def _from(
    case: CaseSummary, child: ChildFacts, on: date, limits: Limits, interval: InForce, since: date
) -> Prompt | None:
    word = state(since, interval.value, interval.unit, on, limits)
    steps = _steps(case, child, on, limits)
    if not word and not steps:
        return None
    limit_day = due(since, interval.value, interval.unit)
    severity = word if word in ("due", "overdue") else "due" if steps else word
    if severity == "overdue" and _well_past(case, child, on, limits, interval, since, steps):
        severity = "strong"
    ended = guards.from_file(child.last_seen, on) if child.last_seen else ""
    return Prompt(
        ID,
        child.id,
        severity,  # type: ignore[arg-type]
        limit_day,
        " ".join((_said(case, child, on, limit_day, interval, limits), *steps)) + ended,
        medium(*_row_texts(child, since, on)),
        short("Visit"),
        source=interval.source,
        child_id=child.id,
        count=units_gone(since, on, interval.unit),
        limit_id=interval.limit_id,
        facts=_facts(child, on, limit_day),
    )


def _said(case: CaseSummary, child: ChildFacts, on: date, limit_day: date, interval: InForce, limits: Limits) -> str:
    last = child.last_seen
    first = f"Last seen {say_day(last.on, on)}{guards.by_whom(last)}." if last else "No visit is recorded yet."
    left = working_days_between(on, limit_day)
    if limit_day > on:
        when = f"Next visit due {say_day(limit_day, on)} ({say_count(left)} left)."
    elif limit_day == on:
        when = "The next visit is due today."
    else:
        when = f"The next visit was due {say_day(limit_day, on)} ({say_count(-left)} ago)."
    more = [first, when, interval.said]
    if guards.new_case(case, on, limits):
        more.append(guards.say_age(case, on))
    if child.last_not_seen:
        more.append(f"Visited {say_day(child.last_not_seen, on)}, not seen.")
    if child.last_video and (last is None or child.last_video > last.on):
        more.append(f"Spoke by video {say_day(child.last_video, on)}.")
    return " ".join(more)


def _facts(child: ChildFacts, on: date, limit_day: date) -> tuple[str, ...]:
    last = child.last_seen
    seen = (
        f"Seen on {say_day(last.on, on)}{guards.by_whom(last)}{guards.from_file(last, on)}."
        if last
        else "No visit is recorded."
    )
    return seen, f"The date set {'was' if limit_day < on else 'is'} {say_day(limit_day, on)}."


def _row_texts(child: ChildFacts, since: date, on: date) -> tuple[str, ...]:
    if child.last_seen is None:
        return (f"Visit. None recorded since {say_day(since, on)}", "Visit. None recorded yet")
    day = say_day(child.last_seen.on, on)
    if child.alone_rule == "observed_counts":
        return (f"Visit. Seen {day}; observed counts", f"Visit. Last seen {day}")
    return (f"Visit. Last seen {day}",)


def _steps(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> list[str]:
    """The local steps that are reached: unseen by a social worker, and unseen by anyone."""
    last = child.last_seen.on if child.last_seen else None
    said: list[str] = []
    if child.plan != "cp" or last is None:
        return said
    worker, anyone = limits.row("cp_unseen_worker"), limits.row("cp_unseen_any")
    if _reached(last, on, worker):
        said.append(
            f"Not seen by a social worker for {say_count((on - last).days, 'day')}; local step at {worker.said} is the manager."
        )
    seen = max(last, child.last_sighting[0]) if child.last_sighting else last
    if _reached(seen, on, anyone):
        days = say_count((on - seen).days, "day")
        danger = guards.danger_now(case.service)
        said.append(f"Not seen by anyone for {days}; local step at {anyone.said} is to escalate today. {danger}")
    return said


def _reached(since: date, on: date, limit: Limit) -> bool:
    return on >= due(since, limit.value, limit.unit)


def _well_past(
    case: CaseSummary, child: ChildFacts, on: date, limits: Limits, interval: InForce, since: date, steps: list[str]
) -> bool:
    """On a protection plan the step to the manager; otherwise so many times the interval. Never a new case or an import."""
    if guards.new_case(case, on, limits) or (child.last_seen and child.last_seen.as_at is not None):
        return False
    if child.plan == "cp":
        return bool(steps)
    times = limits.count("times_interval").strong or 1
    if interval.unit == "wd":
        return units_gone(since, on, "wd") >= interval.value * times
    return on >= due(since, interval.value * times, interval.unit)


def _missing(case: CaseSummary, child: ChildFacts, text: str, row: str, brief: str) -> Prompt:
    return Prompt(ID, child.id, "not recorded", case.allocated_on, text, medium(row), short(brief), child_id=child.id)
