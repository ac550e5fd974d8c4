"""How a field of a record is said when it is searched, and which fields of a kind there are to search."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from checklists.dates import About
from checklists.entry import Entry
from store.records import Interval, Record
from store.records.base import TEXTS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
PROGRAMS_OWN = frozenset(Record.model_fields)
"""Fields of every record that the program fills in."""


def in_full(on: date) -> str:
    """A day as it is found: its name and month are found by their beginnings too."""
    return f"{DAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"


class Field:
    """How a field is said: the words of its choices are looked up by their value."""

    def __init__(self, entry: Entry) -> None:
        self.name = entry.field
        self.label = entry.label
        self.inner = entry.field in inner_names(entry.record)
        self.plain = self.inner or entry.kind in ("line", "long")
        self.covered = self.plain or entry.covered
        self._entry = entry
        self._words: Mapping[Any, str] = {choice.value: choice.words for choice in entry.choices}

    def say(self, value: Any, today: date) -> str:
        """The value in words; a day with its month and year in full."""
        match value:
            case str() if self.plain:
                return value
            case tuple():
                return ", ".join(self.say(one, today) for one in value)
            case date():
                return in_full(value)
            case About():
                return value.text or in_full(value.on)
        words = self._words.get(value)
        return self._entry.say(value, today) if words is None else words


def inner_texts(value: Any) -> str:
    """The texts of what a record holds in parts, such as why a date was moved."""
    if isinstance(value, tuple):
        return "\n".join(filter(None, map(inner_texts, value)))
    if not isinstance(value, BaseModel):
        return ""
    texts = (getattr(value, name) for name, info in type(value).model_fields.items() if _is_text(info))
    return "\n".join(filter(None, texts))


@cache
def names_of(kind: type[Record]) -> tuple[str, ...]:
    """The fields that a person fills in or reads, and those that hold parts; not ids, and not what the program counts by."""
    inner = inner_names(kind)
    return tuple(
        name
        for name, info in kind.model_fields.items()
        if name not in PROGRAMS_OWN
        and (name in inner or kind.ask(name).of == "child" or (info.title and _told(kind, name)))
    )


def _told(kind: type[Record], name: str) -> bool:
    """It is asked for, or it says something by itself: a text, a choice or a day, and no id or sum of a file."""
    info = kind.model_fields[name]
    if kind.ask(name).asked or info.annotation is not str:
        return True
    return _is_text(info)


def _is_text(info: FieldInfo) -> bool:
    return any(note is text for note in info.metadata for text in TEXTS)


@cache
def inner_names(kind: type[Record]) -> frozenset[str]:
    """The fields that hold parts with texts of their own."""
    return frozenset(name for name, info in kind.model_fields.items() if _is_model(info.annotation))


def _is_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation is not Interval
    return any(_is_model(part) for part in get_args(annotation))
