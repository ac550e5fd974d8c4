"""That a case is on hold: while it is, nobody is asked whether it is to be kept."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

HOLD = "hold"


def held(case: Case) -> Iterator[Mark]:
    """The hold, since its day, with what needs it."""
    if case.info.hold:
        yield Mark(HOLD, case.id, case.info.held_on, label=case.info.hold)
