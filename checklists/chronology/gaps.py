"""Times without an entry, named in their place. Nothing recorded is not the same as nothing happening."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from checklists.chronology.dated import Dated
from checklists.dates import due, say_count, say_day
from checklists.limits import Limits

LIMIT = "chronology_gap"
BEFORE_MINE = ", before the case came to me"
NOT_NOTHING = "Nothing recorded is not the same as nothing happening."


@dataclass(frozen=True, slots=True)
class Gap:
    """Days in a row without an entry."""

    first: date
    last: date
    not_mine: bool = False
    """It ends before the case came to me: what was recorded then is in another's hands."""

    @property
    def days(self) -> int:
        """How many."""
        return (self.last - self.first).days + 1

    def said(self, today: date) -> str:
        """`from Wed 5 Aug to Sun 6 Sep (33 days)`."""
        return f"from {say_day(self.first, today)} to {say_day(self.last, today)} ({say_count(self.days, 'day')}){BEFORE_MINE if self.not_mine else ''}"


def gaps(found: Sequence[Dated], limits: Limits, until: date | None, came: date | None = None) -> Iterator[Gap]:
    """The gaps between entries that stand oldest first, and from the last of them to `until`, if that is given.

    `came` is the day on which the case came to me.

    An entry with an approximate day may have been on any day of its month or year, so there is no gap within that.
    """
    row = limits.row(LIMIT)
    reached: date | None = None
    for one in found:
        if reached is not None and due(reached, row.value, row.unit) < one.on:
            last = one.on - timedelta(days=1)
            yield Gap(reached + timedelta(days=1), last, not_mine=came is not None and last < came)
        reached = max(reached or one.last_day, one.last_day)
    if until is not None and reached is not None and due(reached, row.value, row.unit) <= until:
        yield Gap(reached + timedelta(days=1), until)


def limit_line(limits: Limits) -> str:
    """From how long on a gap is named, and where that comes from."""
    row = limits.row(LIMIT)
    return f"A gap is named from {row.said} on ({row.source})."
