"""The dated lines of the timescales that are running: what is due, so long after what happened on which day.

They are none of the 27 signals. Their signal is the id of the timescale, so that each can be set aside with a reason (G10).
"""

from collections.abc import Iterator
from datetime import date

from checklists.dates import due, say_day
from checklists.due import state
from checklists.limits import Limits
from checklists.marks.live import LIVE
from checklists.pages.blocks import SHORT
from checklists.signals.elapsed import Elapsed
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import ago, cut, falls_on
from store.summary import CaseSummary, Mark

QUESTION, THEME = "Q8", "T7"
TRIGGERS = {
    "referral": "the referral",
    "strategy_discussion": "the strategy discussion",
    "icpc": "the conference",
    "rcpc": "the review conference",
    "plan_start": "the start of the plan",
    "cin_review": "the review",
    "became_looked_after": "the start of care",
    "lac_review": "the review",
    "serious_incident": "the serious incident",
    "review_decided": "the decision",
    "concern_received": "the concern",
    "s42_start": "the start of the enquiry",
}
"""How a line calls the event that started it."""


def live_rows(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """A line for each; long before its day as a note, without a word."""
    for mark in marked(case, LIVE):
        yield from _line(case, mark, on, limits)


def _line(case: CaseSummary, mark: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    """None of a row that is off, and none of a trigger whose day had passed before the case came: that is history."""
    name, happened = mark.more
    row = limits.rows.get(name)
    if row is None or not row.enabled or mark.since is None:
        return
    day = due(mark.since, row.value, row.unit)
    if case.allocated_on is not None and day < case.allocated_on:
        return
    word: Severity = state(mark.since, row.value, row.unit, on, limits) or "note"  # type: ignore[assignment]
    gone = Elapsed(mark.since, on, row, word)
    trigger = TRIGGERS.get(happened, "what happened")
    called = row.called or row.name
    text = f"{called} {_when(day, on)}: {row.said} after {trigger} of {gone.day}."
    texts = (called, row.brief, cut(row.name, SHORT))
    fact = f"{trigger[:1].upper()}{trigger[1:]}: {gone.day}."
    yield dated(
        row.id, mark.about, gone, text, texts, question=QUESTION, theme=THEME, child_id=mark.child_id, facts=(fact,)
    )


def _when(day: date, on: date) -> str:
    """`due Wed 30 Dec`, `due today`, `was due Wed 30 Dec (2 working days ago)`."""
    if day == on:
        return "due today"
    if day < on:
        return f"was due {say_day(day, on)}{ago(day, on)}"
    return f"due {say_day(day, on)}{falls_on(day, on)}"
