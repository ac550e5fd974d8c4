"""What stands in a new record before anybody types, and the days that are today when they are left blank."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from checklists.entry import Entry
from store.records import Record


def new_values(entries: Iterable[Entry]) -> dict[str, Any]:
    """What a new form starts with, by field: defaults that are to be seen, and the child where there is only one."""
    values: dict[str, Any] = {}
    for entry in entries:
        if entry.ask.start:
            values[entry.name] = entry.record.model_fields[entry.field].default
        elif entry.ask.of == "child" and entry.needed and len(entry.choices) == 1:
            values[entry.name] = entry.choices[0].value
    return values


def with_today(kind: type[Record], values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The values of a new record, each day that is today when it is left blank filled in, where it applies."""
    made = dict(values)
    for name in kind.model_fields:
        if kind.ask(name).today and made.get(name) is None and _applies(kind, name, made):
            made[name] = today
    return made


def with_today_since(record: Record, changes: Mapping[str, Any], today: date) -> dict[str, Any]:
    """The changes of a record, with a day of today where a change has made a day apply that is still blank."""
    kind, made = type(record), dict(changes)
    for name in kind.model_fields:
        ask = kind.ask(name)
        blank = made.get(name, getattr(record, name)) is None
        if ask.today and ask.when in made and blank and _applies(kind, name, made):
            made[name] = today
    return made


def _applies(kind: type[Record], name: str, values: Mapping[str, Any]) -> bool:
    """Whether the field is asked, given the value of the field that it depends on."""
    ask = kind.ask(name)
    now = str(values.get(ask.when) or "")
    return not ask.when or (now in ask.among if ask.among else bool(now))
