"""S16: an outcome that has not changed for the child, whatever was done."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.outcomes import OUTCOME, READ
from checklists.naming import called
from checklists.signals.elapsed import elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from checklists.signals.wording import falls_on, rows
from store.summary import CaseSummary, ChildFacts, Mark

ID, QUESTION, THEME = "S16", "Q8", "T7"


def outcome_flat(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Each outcome from the last reading better or worse, else from the day it was set; and each child who has none."""
    outcomes = list(marked(case, OUTCOME))
    for outcome in outcomes:
        yield from _flat(outcome, on, limits)
    if limits.row("outcome_change").enabled and not new_case(case, on, limits):
        having = {outcome.child_id for outcome in outcomes}
        yield from (_none(case, child) for child in case.children if child.id not in having)


def _flat(outcome: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    gone = elapsed(outcome.since, "outcome_change", on, limits)
    if gone is None:
        return
    day = f"{say_day(gone.limit_day, on)}{falls_on(gone.limit_day, on) if gone.limit_day > on else ''}"
    text = f'No change recorded for "{outcome.label}" since {gone.day} (limit {gone.limit.said}: {day}).'
    what = "It was last read as better or worse on" if READ in outcome.more else "It was set on"
    yield dated(
        ID, outcome.about, gone, text, rows("No change: ", outcome.label), question=QUESTION, theme=THEME,
        child_id=outcome.child_id, facts=(f"{what} {gone.day}.",),
    )  # fmt: skip


def _none(case: CaseSummary, child: ChildFacts) -> Prompt:
    what = "plan outcome" if case.service == "adults" else "outcome"  # an adult's own desired outcome is another list
    text = f"No {what} is set for {called(child, case.ref).rstrip('.')}. What would better look like?"
    return missing(
        ID, child.id, case.allocated_on, text, ("No outcome is set yet", "No outcome set yet"), question=QUESTION,
        theme=THEME, child_id=child.id,
    )  # fmt: skip
