"""What is not known: each open unknown with the day set for it, and when the list was last added to or one was closed."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.marks.when import local_day
from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Unknown

OPEN, LOOKED_AT = "unknown", "unknowns looked at"


def unknown_marks(case: Case) -> Iterator[Mark]:
    """One for each that is open; and one for the case, with the last day on which any was added or closed."""
    from store.records import Unknown

    unknowns = case.of(Unknown)
    for unknown in unknowns:
        if unknown.state == "open":
            yield Mark(OPEN, unknown.id, since=unknown.by_on, label=unknown.what)
    if unknowns:
        days = [day for unknown in unknowns for day in _days(unknown)]
        yield Mark(LOOKED_AT, case.id, since=max(days, default=None))


def _days(unknown: "Unknown") -> Iterator[date]:
    if written := local_day(unknown.recorded_at):
        yield written
    if unknown.closed_on is not None:
        yield unknown.closed_on
