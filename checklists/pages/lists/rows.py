"""What the rows of every list share: the day, the child, the first words, and the sentence in the foot."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from checklists.choices import with_choices
from checklists.dates import About, say_about, say_day
from checklists.entry import entry_of, held
from checklists.naming import called
from checklists.pages.blocks import Cell, Column, Item
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Record

R = TypeVar("R", bound=Record)
NEVER = date.min
ENDED = (".", "?", "!", ":", '."')
"""How words end after which no comma stands."""
TWO = (Column("", 3, 3), Column("", 16, 16))
"""A day or a name, and words."""
THREE = (Column("", 3, 3), Column("", 16, 16), Column("", 28, 28))
"""A day, a name, and words."""
FOUR = (Column("", 3, 3), Column("", 16, 0), Column("", 28, 16), Column("", 60, 43))
"""A day, a name, words, and a short fact."""


def row(case: Case, record: Record, cells: Sequence[Cell], *why: str) -> Item:
    """A row that opens the record; the foot says the rest of it in a line or two."""
    said = "\n".join(one_line(text) for text in why if text.strip())
    return Item(tuple(cells), "", Spot(case.id, "record", record.id), said)


def one_line(text: str) -> str:
    """Text on one line."""
    return " ".join(text.split())


def newest(records: Iterable[R], day: Callable[[R], date | None]) -> list[R]:
    """The newest on top; what was written later stands higher on the same day."""
    return sorted(records, key=lambda record: (day(record) or NEVER, record.id), reverse=True)


def child_of(case: Case, child_id: str | None) -> str:
    """The child's initials; blank where it is all of them."""
    found = next((child for child in case.children if child.id == child_id), None)
    return called(found, case.ref) if found else ""


def words_of(case: Case, record: Record, name: str, today: date) -> str:
    """What a field holds, as a person reads it on this case; another record by its label or first words."""
    entry = with_choices(entry_of(type(record), name, case.info.service), case, today)
    value: Any = held(record, name)
    return entry.say(value, today)


def day_of(record: Record, name: str, today: date) -> str:
    """A day of the record, as it was typed where it is approximate; blank where there is none."""
    value = held(record, name)
    if isinstance(value, About):
        return say_about(value, today)
    return say_day(value, today) if value else ""


def rows_of_fields(kind: type[R]) -> Callable[[Case, date], list[Item]]:
    """The rows of a list that needs none of its own: its day, whose it is, its words; the newest on top."""

    def items(case: Case, today: date) -> list[Item]:
        entries = [entry_of(kind, name, case.info.service) for name in kind.model_fields if kind.ask(name).asked]
        day = next((entry.name for entry in entries if entry.kind == "day"), "")
        whose = next((entry.name for entry in entries if entry.ask.of == "child"), "")
        words = next(entry for entry in entries if entry.kind in ("line", "long") and not entry.ask.of)
        found = []
        for one in newest(case.of(kind), lambda record: getattr(record, day) if day else None):
            said = one_line(getattr(one, words.name))
            cells = [day_of(one, day, today)] if day else []
            cells += [child_of(case, getattr(one, whose))] if whose else []
            found.append(row(case, one, (*cells, said or f"no {words.label.lower()} written down"), said))
        return found

    return items


def in_two(item: Item) -> Item:
    """The row in two columns for a page for others, without its key: its day or name; all the rest in words."""
    first, *rest = (cell if isinstance(cell, str) else cell.full for cell in item.cells)
    parts = [one_line(part) for part in rest if part.strip()]
    text = ": ".join(parts[:2])
    for part in parts[2:]:
        text = f"{text}{' ' if text.endswith(ENDED) else ', '}{part}"
    return Item((first, text), "", None, text)
