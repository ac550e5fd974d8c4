"""S24: the case was begun anew several times."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.limits import Limits
from checklists.signals.counting import Look, listed, mark_of, window_from
from checklists.signals.events import said_when
from checklists.signals.prompt import Prompt
from checklists.signals.wording import many_times
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case


def restarts(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of the whole case, from its first day on. On one day it begins anew once, for however many children."""
    from store.records import Event

    count = limits.count("restarts")
    first = window_from(count, on, limits)
    rows = [row for row in case.of(Event) if row.type == "restart" and first <= row.happened_on <= on]
    days = {row.happened_on: said_when(row, on) for row in sorted(rows, key=lambda row: row.id, reverse=True)}
    severity = mark_of(count, len(days))
    if severity:
        said = [days[day] for day in sorted(days)]
        text = f"Started again on {listed(said)}. What was set aside each time?"
        short_rows = (f"Started again {many_times(len(days))}", f"Started anew: {len(days)}")
        look = Look("S24", "Q8", "T8", count, facts)
        yield look.noticed(severity, len(days), text, short_rows, [f"Started again: {day}." for day in said])
