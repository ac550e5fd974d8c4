"""How long a closed case is kept: after the council's period it is asked, and never more than asked (section 10)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from checklists.dates import due, say_day
from checklists.limits import Limits
from checklists.marks.held import HOLD
from store.summary import CaseSummary, SetAside

FIRST, LAST = "retention_first", "retention_last"
"""The rows of the limits; the first also names what is kept until a day."""
WAYS = "Purge this working copy, keep it until a day with a reason, or hold it. Nothing is purged by itself."


class Asked(NamedTuple):
    """A closed case of which it is asked whether it is to be kept."""

    row: CaseSummary
    on: date
    """The day from which it is asked."""
    said: str
    """What it counts from, in a sentence or two."""
    brief: str
    """The same in at most 37 letters."""
    source: str


def asked(row: CaseSummary, today: date, limits: Limits) -> Asked | None:
    """Whether it is asked of this case today. Not while it is open, on hold, kept until a day ahead, or unreadable."""
    if row.closed_on is None or row.damaged or on_hold(row):
        return None
    closed = f"Closed {say_day(row.closed_on, today)}"
    kept = kept_until(row)
    if kept is not None and kept.until > row.closed_on:
        if today < kept.until:
            return None
        again = f"{closed}. Kept until {say_day(kept.until, today)}: {' '.join(kept.reason.split())}"
        return Asked(row, kept.until, again, "Its day has come: purge or keep?", limits.row(FIRST).source)
    days = {name: due(row.closed_on, limits.row(name).value, limits.row(name).unit) for name in _in_force(limits)}
    reached = [name for name in sorted(days, key=days.__getitem__) if days[name] <= today]
    if not reached:
        return None
    limit = limits.row(reached[-1])
    last = " The limits name no later time." if limit.id == LAST else ""
    said = f"{closed}; {limit.said} were over on {say_day(days[limit.id], today)}.{last}"
    return Asked(row, days[limit.id], said, f"Closed {limit.said} ago: purge or keep?", limit.source)


def all_asked(rows: Sequence[CaseSummary], today: date, limits: Limits) -> list[Asked]:
    """Of all cases, the day that came first on top, then by reference."""
    found = [one for row in rows if row.closed_on and (one := asked(row, today, limits))]
    return sorted(found, key=lambda one: (one.on, one.row.ref.casefold()))


def on_hold(row: CaseSummary) -> bool:
    """A review, a court or a complaint needs it."""
    return any(mark.kind == HOLD for mark in row.marks)


def kept_until(row: CaseSummary) -> SetAside | None:
    """Until when it is to be kept, and why; the latest day counts."""
    return max((one for one in row.set_aside if one.signal == FIRST), key=lambda one: (one.until, one.id), default=None)


def _in_force(limits: Limits) -> list[str]:
    return [name for name in (FIRST, LAST) if limits.row(name).enabled]
