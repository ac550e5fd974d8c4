"""The dated facts of a case beyond visits, for its row in the caseload: one file for each list, all named here by hand.

A mark is a fact, never a judgement: no limit and no day of today is looked at here. A rule in `checklists.signals`
reads the marks of the kinds that it names, and no others.
"""

from collections.abc import Callable, Iterable

from store.case import Case
from store.summary import Mark

Marks = Callable[[Case], Iterable[Mark]]
EVERY: tuple[Marks, ...] = ()
"""Each list's own marks, in the order of the questions."""


def marks_of(case: Case) -> tuple[Mark, ...]:
    """All marks of a case, in an order that does not depend on the order of its records."""
    found = [mark for marks in EVERY for mark in marks(case)]
    return tuple(sorted(found, key=lambda mark: (mark.kind, mark.about, str(mark.since), mark.label)))
