"""The chronology by month: how many entries of each kind. Figures of the record; they weigh nothing and rank nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.chronology.dated import Dated
from checklists.chronology.gaps import gaps
from checklists.chronology.of_agencies import MOVES, REFERRALS
from checklists.chronology.of_children import CARE, CONCERNS, GOOD, VIDEO, VISITS, WORDS
from checklists.dates import MONTHS, add_months
from checklists.limits import Limits

MONTHS_SHOWN = 12
BEFORE_CARE = (VISITS, WORDS, CONCERNS)
SCHOOL = "School"
AFTER_CARE = ("Police", "Health", SCHOOL, REFERRALS, MOVES, GOOD)
NO_CARE = "Care, facts"
"""Where no fact about care is recorded."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of the grid."""

    name: str
    counts: tuple[int, ...]
    """One a month, this month last."""
    found: tuple[Dated, ...]
    """Its entries in these months, oldest first."""


def months(last: date) -> list[date]:
    """The first day of each of the twelve months that end with this one."""
    first = last.replace(day=1)
    return [add_months(first, step - MONTHS_SHOWN + 1) for step in range(MONTHS_SHOWN)]


def lanes(found: Sequence[Dated], last: date, *, children: bool = True) -> list[Lane]:
    """The rows, in a fixed order; care by its areas, those of which something is recorded. Entries stand oldest first.

    On an adult's case there is a row of school only where something of it is recorded.
    """
    shown = months(last)
    areas = sorted({lane for one in found for lane in one.lanes if lane.startswith(CARE)})
    video = [VIDEO] if any(VIDEO in one.lanes for one in found) else []
    after = [name for name in AFTER_CARE if children or name != SCHOOL or any(name in one.lanes for one in found)]
    names = [VISITS, *video, *BEFORE_CARE[1:], *(areas or [NO_CARE]), *after]
    return [_lane(name, found, shown) for name in names]


def _lane(name: str, found: Sequence[Dated], shown: Sequence[date]) -> Lane:
    end = add_months(shown[-1], 1)
    mine = tuple(one for one in found if name in one.lanes and shown[0] <= one.on < end)
    counts = Counter(one.on.replace(day=1) for one in mine)
    return Lane(name, tuple(counts[month] for month in shown), mine)


def before(found: Sequence[Dated], last: date) -> int:
    """How many entries are older than the months shown."""
    first = months(last)[0]
    return sum(one.on < first for one in found)


def say_lane(lane: Lane, last: date, today: date, limits: Limits) -> str:
    """The row in a sentence: how many in which month, and the longest time without one."""
    shown = months(last)
    if not lane.found:
        return f"{lane.name}: none recorded in these months."
    parts = [f"{count} in {_month(month, today)}" for month, count in zip(shown, lane.counts, strict=True) if count]
    longest = max(gaps(lane.found, limits, None), key=lambda gap: gap.days, default=None)
    more = f" Longest time without one: {longest.said(today)}." if longest else ""
    return f"{lane.name}: {_listed(parts)}.{more}"


def say_gaps(
    found: Sequence[Dated], limits: Limits, until: date, today: date, came: date | None, *, every: bool
) -> list[str]:
    """Each time without an entry, oldest first; `every`: none was left out by a filter; `came`: when the case came to me."""
    what = "No entry of any kind" if every else "No such entry"
    return [f"{what} {gap.said(today)}." for gap in gaps(found, limits, until, came)]


def _month(month: date, today: date) -> str:
    name = MONTHS[month.month - 1].capitalize()
    return name if month.year == today.year else f"{name} {month.year}"


def _listed(parts: Sequence[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
