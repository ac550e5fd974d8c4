"""When the list of people was last confirmed."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

CONFIRMED = "household confirmed"


def household(case: Case) -> Iterator[Mark]:
    """The latest day; none where nobody has confirmed it."""
    from store.records import HouseholdCheck

    days = [check.confirmed_on for check in case.of(HouseholdCheck)]
    if days:
        yield Mark(CONFIRMED, case.id, max(days))
