"""S1: when the child was last seen alone, against the interval in force."""

from datetime import date

from checklists.dates import due, say_count, say_day, units_gone
from checklists.due import state
from checklists.limits import InForce, Limits
from checklists.pages.blocks import medium, narrow, short
from checklists.signals import guards
from checklists.signals.intervals import NO_INTERVAL, for_alone
from checklists.signals.prompt import Prompt, Severity
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts, SeenFact

ID = "S1"


def seen_alone(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> Prompt | None:
    """Last seen alone, by a worker; a baby's rule may let observed count. Never the family's, always this child's."""
    if child.unborn:
        return guards.unborn(ID, child, on)
    if child.whereabouts in guards.AWAY:
        return guards.away(ID, case, child, on)
    if guards.waits(child, on):
        return None
    interval = for_alone(child, on, limits)
    if interval is None:
        return _missing(case, child, on, NO_INTERVAL, "No visiting interval is set", "No interval set")
    if child.last_alone is None:
        return _never(case, child, on, limits, interval)
    return _since(case, child, on, limits, interval, child.last_alone)


def how(case: CaseSummary, child: ChildFacts) -> str:
    """`alone`, `in private`, or `and observed` where observed counts."""
    if child.alone_rule == "observed_counts":
        return "and observed"
    return "in private" if case.service == "adults" else "alone"


def _since(
    case: CaseSummary, child: ChildFacts, on: date, limits: Limits, interval: InForce, last: SeenFact
) -> Prompt | None:
    word = state(last.on, interval.value, interval.unit, on, limits)
    if not word:
        return None
    severity: Severity = word  # type: ignore[assignment]
    held_back = last.as_at is not None or guards.new_case(case, on, limits)
    if severity == "overdue" and not held_back and _well_past(child, last.on, on, limits, interval):
        severity = "strong"
    gone = units_gone(last.on, on, interval.unit)
    unit = "wd" if interval.unit == "wd" else "day"
    day, ended = say_day(last.on, on), guards.from_file(last, on)
    age = f" {guards.say_age(case, on)}" if guards.new_case(case, on, limits) else ""
    text = (
        f"Last seen {how(case, child)} {day}{guards.by_whom(last)} ({say_count(gone, unit)}). {interval.said}"
        f"{age}{guards.refused(child, on, limits)}{_look_again(child, on)}{guards.asked_again(child, on)}{ended}"
    )
    row = _row_texts(case, child, day, gone, unit, interval)
    limit_day = due(last.on, interval.value, interval.unit)
    return Prompt(
        ID,
        child.id,
        severity,
        limit_day,
        text,
        medium(*row),
        short(_without_last(row[-1]), day),
        narrow(*map(_without_last, row)),
        source=interval.source,
        child_id=child.id,
        count=gone,
        limit_id=interval.limit_id,
        facts=(
            f"Seen {how(case, child)} on {day}{guards.by_whom(last)}{ended}.",
            f"The date set {'was' if limit_day < on else 'is'} {say_day(limit_day, on)}.",
        ),
    )


def _row_texts(
    case: CaseSummary, child: ChildFacts, day: str, gone: int, unit: str, interval: InForce
) -> tuple[str, ...]:
    said = "observed" if child.alone_rule == "observed_counts" else "private" if case.service == "adults" else "alone"
    count = f"{gone} wd" if unit == "wd" else f"{gone} days" if gone > 1 else f"{gone} day"
    return (f"Last {said} {day}, {count}. {interval.short}", f"Last {said} {day}, {count}", f"Last {said} {day}")


def _without_last(row: str) -> str:
    """`Alone Tue 3 Nov, 14 wd`: a row with less room."""
    rest = row.removeprefix("Last ")
    return f"{rest[:1].upper()}{rest[1:]}"


def _well_past(child: ChildFacts, since: date, on: date, limits: Limits, interval: InForce) -> bool:
    """Reached so many times the interval, or on a protection plan the row's own strong mark, whichever comes first."""
    times = limits.count("times_interval").strong or 1
    if units_gone(since, on, interval.unit) >= interval.value * times and interval.unit == "wd":
        return True
    if interval.unit != "wd" and on >= due(since, interval.value * times, interval.unit):
        return True
    strong = limits.row("cp_seen_alone").strong
    return child.plan == "cp" and strong is not None and working_days_between(since, on) >= strong


def _never(case: CaseSummary, child: ChildFacts, on: date, limits: Limits, interval: InForce) -> Prompt | None:
    """Nothing recorded: on a new case counted from the day it came, later asked for as missing."""
    adult = case.service == "adults"
    nothing = "No private conversation is recorded yet." if adult else "No time alone is recorded yet."
    row = "No private talk recorded yet" if adult else "No time alone recorded yet"
    brief = "No private talk yet" if adult else "No time alone yet"
    if case.allocated_on is None or not guards.new_case(case, on, limits):
        old = f" {guards.say_age(case, on)}".rstrip()
        return _missing(
            case,
            child,
            on,
            f"{nothing} Not recorded does not mean not done.{old}{guards.refused(child, on, limits)}",
            row,
            brief,
        )
    word = state(case.allocated_on, interval.value, interval.unit, on, limits)
    if not word:
        return None
    limit_day = due(case.allocated_on, interval.value, interval.unit)
    text = f"{nothing} {guards.say_age(case, on)} {interval.said}{guards.refused(child, on, limits)}"
    return Prompt(
        ID, child.id, word, limit_day, text, medium(f"{row}, day {guards.days_old(case, on)}", row), brief,  # type: ignore[arg-type]
        narrow(f"{row.removesuffix(' yet')}, day {guards.days_old(case, on)}", brief),
        source=interval.source, child_id=child.id, limit_id=interval.limit_id,
        count=units_gone(case.allocated_on, on, interval.unit), facts=(f"The case came on {say_day(case.allocated_on, on)}.",),
    )  # fmt: skip


def _missing(case: CaseSummary, child: ChildFacts, on: date, text: str, row: str, brief: str) -> Prompt:
    old = f"{row}, day {guards.days_old(case, on)}" if case.allocated_on and text != NO_INTERVAL else row
    less = narrow(old, old.replace(" yet,", ","), row, brief)
    return Prompt(
        ID, child.id, "not recorded", case.allocated_on, text, medium(old, row), brief, less, child_id=child.id
    )


def _look_again(child: ChildFacts, on: date) -> str:
    day = child.alone_rule_review_on
    if child.alone_rule != "observed_counts" or day is None or day >= on:
        return ""
    return f" Whether observed counts was to be looked at again on {say_day(day, on)}."
