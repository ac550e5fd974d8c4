"""The record's own evidence for a question: one list a question. A list that comes later is one function and one entry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import say_day
from checklists.library import library
from checklists.pages.actions import action_items
from checklists.pages.blocks import Column, Item, Table
from checklists.pages.people import people_items
from checklists.pages.spot import Spot
from checklists.pages.visits import visit_items
from store.case import Case
from store.records import Action, Hypothesis, Person, Record, Visit

Items = Callable[[Case, date], Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One list: which records it shows, and how it is counted in words."""

    kind: type[Record]
    items: Items
    one: str
    many: str


def wonder_items(case: Case, today: date) -> list[Item]:
    """Open ones first, the newest on top."""
    newest = sorted(case.of(Hypothesis), key=lambda row: (str(row.recorded_at or ""), row.id), reverse=True)
    return [_wonder(case, row, today) for row in sorted(newest, key=lambda row: row.state != "open")]


def _wonder(case: Case, row: Hypothesis, today: date) -> Item:
    day = say_day(row.recorded_at.astimezone().date(), today) if row.recorded_at else ""
    mind = row.what_would_change_my_mind
    then = f"What would change my mind: {mind}" if mind else "What would change my mind is not written yet."
    if row.state == "set_down":
        then = f"Set down: {row.set_down_reason}"
    text = row.text if row.state == "open" else f"(set down) {row.text}"
    return Item((day, text), "", Spot(case.id, "record", row.id), f"{row.text}\n{' '.join(then.split())}")


LISTS: dict[str, Evidence] = {
    "Q1": Evidence(Visit, visit_items, "visit", "visits"),
    "Q2": Evidence(Person, people_items, "person", "people"),
    "Q4": Evidence(Hypothesis, wonder_items, "I wonder", "I wonder"),
    "Q8": Evidence(Action, action_items, "action", "actions"),
}
"""Which question has which list; a question that is not here has none yet."""


def count_of(case: Case, question: str) -> str:
    """`9 visits`, `none`; blank for a question whose list comes later."""
    found = LISTS.get(question)
    if found is None:
        return ""
    count = len(case.of(found.kind))
    return f"{count} {found.one if count == 1 else found.many}" if count else "none"


def evidence(case: Case, question: str, today: date) -> tuple[Table, tuple[str, ...]] | None:
    """The list beside the box, and the ids of its records; None for a question whose list comes later."""
    found = LISTS.get(question)
    if found is None:
        return None
    columns = (Column("", 3, 3), Column("", 16, 16))
    empty = library(case.info.service).question(question).empty
    table = Table(columns, tuple(_two(item) for item in found.items(case, today)), empty=empty)
    return table, tuple(record.id for record in case.of(found.kind))


def _two(item: Item) -> Item:
    """The row in two columns: its day or name, and the rest in words."""
    first, *rest = item.cells
    words = "  ".join(cell if isinstance(cell, str) else cell.full for cell in rest if cell)
    return Item((first, words), "", item.key, item.why)
