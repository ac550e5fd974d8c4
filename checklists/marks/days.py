"""When something of a child's own day was last written: for each child, never for the family."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

DAY_ENTRY = "day entry"


def days(case: Case) -> Iterator[Mark]:
    """The day of the latest entry about each child that has one."""
    from store.records import DayEntry

    for child in case.children:
        found = [entry.happened_on for entry in case.of(DayEntry) if entry.child_id == child.id]
        if found:
            yield Mark(DAY_ENTRY, child.id, max(found), child_id=child.id)
