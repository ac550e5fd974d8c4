"""When the case was last looked at from a year ahead, and the day on which that comes up again."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

AHEAD = "looking ahead"


def ahead_marks(case: Case) -> Iterator[Mark]:
    """The earliest day set on the last day it was held; none where no day is set."""
    from store.records import LookingAhead

    rows = case.of(LookingAhead)
    last = max((row.held_on for row in rows), default=None)
    days = [(row.look_again_on, row.id) for row in rows if row.held_on == last and row.look_again_on]
    if days:
        again, record_id = min(days)
        yield Mark(AHEAD, record_id, since=last, due=again)
