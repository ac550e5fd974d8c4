"""What a record names that is the case's own: a child, an agency, an outcome, an area of care. In another case it is another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from store.case import Case
from store.records import BY_KIND, Ask, Record
from store.records.base import Of

AREA = "area"
"""An area of care is no record: it is known by its name in the checklists of the service."""


@dataclass(frozen=True, slots=True)
class Link:
    """One field that names something of its case."""

    field: str
    """The field of the record; of a part of it, such as a step taken before, the field that holds the part."""
    title: str
    """As a person reads it."""
    of: Of
    """The kind of record that is named, or an area."""
    named: str
    """Its id."""
    needed: bool
    """The record cannot be kept without it."""
    free: bool
    """Words of one's own may stand in its place."""


def links_of(record: Record, case: Case) -> list[Link]:
    """All that a record of the case names, each field and each id, in reading order. Words of one's own are no link."""
    return list(_links(record, case))


def _links(holder: BaseModel, case: Case, inside: str = "") -> Iterator[Link]:
    for name, info in type(holder).model_fields.items():
        ask, value = _ask(info.metadata), getattr(holder, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from _links(part, case, inside or name)
            elif part and ask.of and (not ask.free or _is_record(case, ask.of, part)):
                needed = info.is_required() and not isinstance(value, tuple) and not ask.free
                title = info.title or ask.of.capitalize()
                yield Link(inside or name, title, ask.of, part, needed, ask.free)


def _ask(notes: list[Any]) -> Ask:
    return next((note for note in notes if isinstance(note, Ask)), Ask())


def _is_record(case: Case, of: Of, named: str) -> bool:
    return of != AREA and any(row.id == named for row in case.of(BY_KIND[of]))


def parts_that_need(case: Case, record: Record) -> list[Record]:
    """The records that cannot stand without this one: what was seen on a visit, an agency's contacts, readings of an outcome."""
    return [
        row
        for rows in case.tables.values()
        for row in rows
        if any(link.needed and link.named == record.id for link in _links(row, case))
    ]


def relinked(holder: BaseModel, there: Mapping[str, str], words: Mapping[str, str]) -> dict[str, Any]:
    """The record's values with each link as it is there; one that is nothing there is left out.

    `there` gives, for each id that is named here, the id there. Where words of one's own are allowed, `words` has
    those by which it is known here.
    """
    values: dict[str, Any] = {}
    for name, info in type(holder).model_fields.items():
        ask, value = _ask(info.metadata), getattr(holder, name)
        if isinstance(value, BaseModel):
            values[name] = relinked(value, there, words)
        elif isinstance(value, tuple):
            values[name] = _each(value, ask, there, words)
        elif value and ask.of and value in there:
            values[name] = there[value] or (words.get(value) if ask.free else None)
        else:
            values[name] = value
    return values


def _each(value: tuple[Any, ...], ask: Ask, there: Mapping[str, str], words: Mapping[str, str]) -> tuple[Any, ...]:
    """The parts of a list: what is named there, each once, or records of their own with what those name."""
    if not ask.of:
        return tuple(relinked(part, there, words) if isinstance(part, BaseModel) else part for part in value)
    return tuple(dict.fromkeys(found for part in value if (found := there.get(part, part))))
