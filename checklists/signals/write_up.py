"""S27: what happened and waits to be written up in the council's record."""

from collections.abc import Iterator
from datetime import date, timedelta

from checklists.dates import say_brief
from checklists.due import state
from checklists.limits import Limit, Limits
from checklists.marks.written_up import CONTACT, EVENT, KEY_EVENT, VISIT, WAITING
from checklists.signals.elapsed import Elapsed, well_past
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import by_day, falls_on
from store.summary import CaseSummary, Mark

ID, QUESTION, THEME = "S27", "Q1", "T2"
LIMITS = {VISIT: "record_visit", CONTACT: "record_other", EVENT: "record_other", KEY_EVENT: "record_key_event"}
DAY = timedelta(days=1)


def write_up(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Visits, talks with agencies and events; a key event sooner."""
    for mark in marked(case, WAITING):
        yield from _waits(mark, on, limits)


def _waits(mark: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    row = _in_days(limits.row(LIMITS[mark.more[0]]))
    if mark.since is None or not row.enabled:
        return
    word: Severity = state(mark.since, row.value, row.unit, on, limits)  # type: ignore[assignment]
    if not word:
        return
    strong = word == "overdue" and well_past(mark.since, row, on)
    gone = Elapsed(mark.since, on, row, "strong" if strong else word)
    what = _what(mark)
    text = f"{what} of {gone.day} waits to be written up{_sum(gone)}"
    facts = (f"{what}: {gone.day}.", "It is recorded as not written up yet.")
    yield dated(
        ID, mark.about, gone, text, _rows(mark, what, gone), question=QUESTION, theme=THEME, child_id=mark.child_id,
        facts=facts,
    )  # fmt: skip


def _rows(mark: Mark, what: str, gone: Elapsed) -> tuple[str, ...]:
    """The day is never cut; whose talk it was goes first."""
    brief = f" ({gone.brief})" if gone.count else ""
    plain = mark.more[0].capitalize()
    days = (f"{what} of {gone.day}", f"{plain} of {gone.day}")
    return (*(f"{said}{brief}" for said in days), *days, f"{plain} {say_brief(gone.since, gone.on)}")


def _sum(gone: Elapsed) -> str:
    """` (3 working days). Limit 2.` once the limit is reached; before that, the day it will be."""
    if gone.limit_day <= gone.on:
        return f" ({gone.counted}). {gone.limited}."
    return f". Limit {gone.limit.said}: {by_day(gone.limit_day, gone.on)}{falls_on(gone.limit_day, gone.on)}."


def _what(mark: Mark) -> str:
    if mark.more[0] == CONTACT:
        return f"Contact with {mark.label}" if mark.label else "Contact"
    return mark.more[0].capitalize()


def _in_days(row: Limit) -> Limit:
    """A limit in hours as whole calendar days: 24 hours are the next day."""
    if row.unit != "hour":
        return row
    return row._replace(value=-(-timedelta(hours=row.value) // DAY), unit="day")
