"""What the plan is to make different: each outcome, and the last day on which it was read as better or worse."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

OUTCOME = "outcome"
READ, SET = "read", "set"
"""In `more`: what the day is, that of a reading or that on which it was set."""
CHANGE = ("better", "worse")
"""The same, and not clear, are no change."""


def outcome_marks(case: Case) -> Iterator[Mark]:
    """From when each outcome counts: the last change of the child's, else the day it was set."""
    from store.records import Outcome, OutcomeReading

    readings = case.of(OutcomeReading)
    for outcome in case.of(Outcome):
        changed = [row.read_on for row in readings if row.outcome_id == outcome.id and row.change in CHANGE]
        since = max(changed, default=outcome.set_on)
        more = (READ,) if changed else (SET,)
        yield Mark(OUTCOME, outcome.id, since=since, child_id=outcome.child_id, label=outcome.need, more=more)
