"""S17: how long a protection plan has run, asked at each of its checks until question 8 is answered. Off for adults."""

from datetime import date

from checklists.dates import due, say_count, say_day
from checklists.limits import Limit, Limits
from checklists.marks.drifting import ANSWERED
from checklists.signals.elapsed import Elapsed
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import ago, falls_on
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts

ID, QUESTION, THEME, PLAN = "S17", "Q8", "T7", "cp"
CHECKS = ("cp_length_9", "cp_length_12", "cp_length_15", "cp_length_21")
NO_START = "Plan start date is not recorded."


def plan_age(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> Prompt | None:
    """The latest check passed and not answered since; with none open, the next one from some days before it."""
    checks = [row for name in CHECKS if (row := limits.row(name)).enabled]
    if case.service == "adults" or child.plan != PLAN or not checks:
        return None
    start = child.plan_started_on
    if start is None:
        rows = (NO_START[:-1], "No plan start date")
        return missing(
            ID, child.id, case.allocated_on, NO_START, rows, question=QUESTION, theme=THEME, child_id=child.id
        )
    answered = max(
        (mark.since for mark in marked(case, ANSWERED) if mark.about == child.id and mark.since), default=None
    )
    checks.sort(key=lambda row: _day(start, row))
    passed = [row for row in checks if _day(start, row) <= on]
    if passed and (answered is None or answered < _day(start, passed[-1])):
        return _reached(child, start, passed[-1], on)
    ahead = [row for row in checks if _day(start, row) > on]
    return _near(child, start, ahead[0], on, limits) if ahead else None


def _reached(child: ChildFacts, start: date, row: Limit, on: date) -> Prompt:
    day = _day(start, row)
    word: Severity = "due" if day == on else "overdue"
    if row.strong is not None and on >= due(start, row.strong, row.unit):
        word = "strong"
    when = "is today" if day == on else f"was {say_day(day, on)}{ago(day, on)}"
    return _said(child, Elapsed(start, on, row, word), when)


def _near(child: ChildFacts, start: date, row: Limit, on: date, limits: Limits) -> Prompt | None:
    day, early = _day(start, row), limits.row("plan_check_early")
    if working_days_between(on, day) > early.value:
        return None
    return _said(child, Elapsed(start, on, row, "due soon"), f"is {say_day(day, on)}{ago(day, on)}{falls_on(day, on)}")


def _said(child: ChildFacts, gone: Elapsed, when: str) -> Prompt:
    point = f"{gone.limit.value}-{say_count(1, gone.limit.unit).split(' ', 1)[1].replace(' ', '-')} point"
    text = f"Plan began {gone.day}. The {point} {when}. Is it working?"
    rows = (f"Plan began {gone.day}, {point}", f"Plan: {point}", point.capitalize())
    facts = (f"The plan began on {gone.day}.", "Question 8 is not answered on or after that point.")
    return dated(ID, child.id, gone, text, rows, question=QUESTION, theme=THEME, child_id=child.id, facts=facts)


def _day(start: date, row: Limit) -> date:
    return due(start, row.value, row.unit)
