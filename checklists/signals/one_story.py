"""S10: when I last wondered, and how long one reading has stood alone."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.wonders import ONE_READING, WONDERED
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

ID = "S10"
LIMIT = "hypothesis"
NEVER = 'No "I wonder" recorded yet.'


def one_story(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Counted from the last one added or changed; where all that is open is one reading for longer, from then.

    On a new case, that none is recorded waits (G2).
    """
    last = next(marked(case, WONDERED), None)
    if last is None:
        if not new_case(case, on, limits):
            rows = (NEVER.rstrip("."), 'No "I wonder" yet')
            yield missing(ID, case.id, case.allocated_on, NEVER, rows, question="Q4", theme="T6")
        return
    alone = elapsed(_one_since(case), LIMIT, on, limits)
    gone = elapsed(last.since, LIMIT, on, limits)
    if alone and last.since and alone.since < last.since:
        yield _one_reading(case, alone, last.since, on)
    elif gone:
        yield _last(case, gone)


def _one_since(case: CaseSummary) -> date | None:
    """Since when all that is open is one reading; None while a second one is open."""
    return next((mark.since for mark in marked(case, ONE_READING)), None)


def _last(case: CaseSummary, gone: Elapsed) -> Prompt:
    text = f'Last "I wonder" {gone.day} ({gone.counted}). {gone.limited}. What else could explain this?'
    rows = (
        f'Last "I wonder" {gone.day}, {gone.brief}',
        f'Last "I wonder" {gone.day}',
        f'"I wonder", {gone.brief}',
    )
    facts = (f'The last "I wonder" was added or changed on {gone.day}.',)
    return dated(ID, case.id, gone, text, rows, question="Q4", theme="T6", facts=facts)


def _one_reading(case: CaseSummary, gone: Elapsed, last: date, on: date) -> Prompt:
    latest = say_day(last, on)
    text = (
        f'One reading only since {gone.day} ({gone.counted}); last "I wonder" {latest}.'
        f" {gone.limited}. What else could explain this?"
    )
    rows = (
        f"One reading since {gone.day}, {gone.brief}",
        f"One reading since {gone.day}",
        f"One reading, {gone.brief}",
        "One reading",
    )
    facts = (f"No second reading has stood open since {gone.day}.", f'The last "I wonder" is of {latest}.')
    return dated(ID, case.id, gone, text, rows, question="Q4", theme="T6", facts=facts)
