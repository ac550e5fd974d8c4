"""The dated facts of a case beyond visits, for its row in the caseload: one file for each list, all named here by hand.

A mark is a fact, never a judgement: no limit and no day of today is looked at here. A rule in `checklists.signals`
reads the marks of the kinds that it names, and no others.
"""

from collections.abc import Callable, Iterable

from checklists.marks.adults import adults
from checklists.marks.agencies import agency_marks
from checklists.marks.concerns import concerns
from checklists.marks.days import days
from checklists.marks.drifting import answered_marks, chronology_marks, supervision_marks
from checklists.marks.escalations import escalation_marks
from checklists.marks.explanations import explanations
from checklists.marks.held import held
from checklists.marks.household import household
from checklists.marks.learning import recorded
from checklists.marks.live import live_marks
from checklists.marks.looked_ahead import ahead_marks
from checklists.marks.outcomes import outcome_marks
from checklists.marks.reviewing import review_marks
from checklists.marks.unknowns import unknown_marks
from checklists.marks.wonders import wonders
from checklists.marks.written_up import write_up_marks
from store.case import Case
from store.summary import Mark

Marks = Callable[[Case], Iterable[Mark]]
EVERY: tuple[Marks, ...] = (
    adults,
    household,
    days,
    wonders,
    concerns,
    explanations,
    unknown_marks,
    agency_marks,
    escalation_marks,
    outcome_marks,
    answered_marks,
    supervision_marks,
    chronology_marks,
    live_marks,
    write_up_marks,
    ahead_marks,
    held,
    recorded,
    review_marks,
)
"""Each list's own marks, in the order of the questions."""


def marks_of(case: Case) -> tuple[Mark, ...]:
    """All marks of a case, in an order that does not depend on the order of its records."""
    found = [mark for marks in EVERY for mark in marks(case)]
    return tuple(sorted(found, key=lambda mark: (mark.kind, mark.about, str(mark.since), mark.label)))
