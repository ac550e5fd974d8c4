"""Disagreements taken up the agreed steps and not settled yet: the step and the day it began."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

ESCALATION = "escalation"


def escalation_marks(case: Case) -> Iterator[Mark]:
    """One for each that is open; `more` holds its step."""
    from store.records import Agency, Escalation

    names = {agency.id: agency.label for agency in case.of(Agency)}
    for one in case.of(Escalation):
        if one.closed_on is None:
            label = names.get(one.with_agency, one.with_agency) or one.about
            yield Mark(ESCALATION, one.id, since=one.step_started_on, label=label, more=(str(one.step),))
