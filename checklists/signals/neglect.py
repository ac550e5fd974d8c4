"""S23: small facts about care that build up: several entries, in several areas."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.naming import called
from checklists.signals.counting import Look, many, mark_of, window_from
from checklists.signals.events import said_when
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case
    from store.records import NeglectEntry


def neglect(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of each child: enough entries and enough areas of care in the window; either may be repeated."""
    from store.records import NeglectEntry

    count, areas = limits.count("neglect_entries"), limits.count("neglect_areas")
    first = window_from(count, on, limits)
    for child in facts.children:
        rows = [row for row in case.of(NeglectEntry) if row.child_id == child.id and first <= row.happened_on <= on]
        rows.sort(key=lambda row: (row.happened_on, row.area, row.id))
        named = list(dict.fromkeys(row.area for row in rows))
        marks = mark_of(count, len(rows)), mark_of(areas, len(named))
        if None not in marks:
            look = Look("S23", "Q3", "T8", count, facts, child)
            yield _prompt(look, rows, named, "strong" in marks, first, on, areas.said)


def _prompt(
    look: Look,
    rows: "list[NeglectEntry]",
    named: list[str],
    repeated: bool,
    first: date,
    on: date,
    areas_said: str,
) -> Prompt:
    who = called(look.child, look.case.ref) if look.child else ""
    entries = many(len(rows), "entry", "entries")
    said = [_words_of(area, look) for area in named]
    text = (
        f"{entries} since {say_day(first, on)} in {many(len(named), 'area')} of care ({', '.join(said)}). "
        f"What is the build-up like for {who}?"
    )
    short_rows = (f"{entries} in {many(len(named), 'area')} of care", f"{entries}, {many(len(named), 'area')}", entries)
    facts = [f"{said_when(row, on)}: {_words_of(row.area, look)}." for row in rows]
    return look.noticed(
        "strong" if repeated else "due", len(rows), text, short_rows, [*facts, f"Areas of care: {areas_said}."]
    )


def _words_of(area: str, look: Look) -> str:
    """An area of care in a word or two: `food`, `hygiene and clothing`; an adult's `personal care`."""
    return area.replace("_", " " if look.case.service == "adults" else " and ")
