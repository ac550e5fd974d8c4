"""S7: when it was last confirmed who lives here."""

from collections.abc import Iterator
from datetime import date

from checklists.limits import Limits
from checklists.marks.household import CONFIRMED
from checklists.signals.elapsed import elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

ID = "S7"
NEVER = "Who lives here has not been confirmed yet."


def household_stale(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """From the day it was last confirmed; on a new case, that nobody has confirmed it waits (G2)."""
    last = next(marked(case, CONFIRMED), None)
    if last is None:
        if not new_case(case, on, limits):
            rows = ("Who lives here is not confirmed yet", "Household not confirmed yet", "Not confirmed yet")
            yield missing(ID, case.id, case.allocated_on, NEVER, rows, question="Q2", theme="T4")
        return
    gone = elapsed(last.since, "household_confirmed", on, limits)
    if gone is None:
        return
    yield dated(
        ID,
        case.id,
        gone,
        f"Household last confirmed {gone.day} ({gone.counted}). {gone.limited}. Has anyone come or gone?",
        (
            f"Household confirmed {gone.day}, {gone.brief}",
            f"Household confirmed {gone.day}",
            f"Household {gone.day}, {gone.brief}",
            f"Household, {gone.brief}",
        ),
        question="Q2",
        theme="T4",
        facts=(f"Household confirmed on {gone.day}.",),
    )
