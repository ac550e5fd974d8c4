"""S8: when something was last written of what a day is like for this child."""

from datetime import date

from checklists.limits import Limits
from checklists.marks.days import DAY_ENTRY
from checklists.naming import called
from checklists.signals.elapsed import elapsed
from checklists.signals.guards import AWAY, new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, ChildFacts

ID = "S8"
ON_PLAN = "cp"
"""The plan that has a limit of its own; every other one has the longer."""


def no_childs_day(case: CaseSummary, child: ChildFacts, on: date, limits: Limits) -> Prompt | None:
    """Of this child alone. A child not born yet (G1), missing or abroad (G4) is asked after by S1's own sentence."""
    if child.unborn or child.whereabouts in AWAY:
        return None
    last = next((mark for mark in marked(case, DAY_ENTRY) if mark.about == child.id), None)
    if last is None:
        return None if new_case(case, on, limits) else _none_yet(case, child)
    on_plan = child.plan == ON_PLAN
    gone = elapsed(last.since, "day_entry_cp" if on_plan else "day_entry_cin", on, limits)
    if gone is None:
        return None
    day = "ordinary day" if case.service == "adults" else "day"
    limited = f"{gone.limited} on a CP plan" if on_plan else gone.limited
    return dated(
        ID,
        child.id,
        gone,
        f"Last entry about {called(child, case.ref)}'s {day}: {gone.day} ({gone.counted}). {limited}.",
        (f"Last day entry {gone.day}, {gone.brief}", f"Last day entry {gone.day}", f"Day entry, {gone.brief}"),
        question="Q3",
        theme="T1",
        child_id=child.id,
        facts=(f"The last entry about a day is of {gone.day}.",),
    )


def _none_yet(case: CaseSummary, child: ChildFacts) -> Prompt:
    day = "an ordinary day" if case.service == "adults" else "a day"
    text = f"No entry yet about what {day} is like for {called(child, case.ref).rstrip('.')}."
    rows = ("No day entry recorded yet", "No day entry yet")
    return missing(ID, child.id, case.allocated_on, text, rows, question="Q3", theme="T1", child_id=child.id)
