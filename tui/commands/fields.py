"""Options made from the records: what a form asks for, the command line takes; read by the same rules."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import click

from checklists.choices import with_choices
from checklists.entry import Entry, entry_of
from checklists.wrong import Wrong
from store.case import Case
from store.records import Record
from tui.commands.children_named import one_child
from tui.commands.session import Session

F = TypeVar("F", bound=Callable[..., Any])

NAMES = {
    "happened_on": "on",
    "started_at": "at",
    "child_words": "words",
    "what_i_saw": "saw",
    "how_we_talked": "talked",
    "sleeping_place_seen": "bedroom",
    "sleeping_place_note": "room",
    "reason_text": "reason-words",
    "child_id": "child",
    "agency_id": "agency",
    "outcome_id": "outcome",
    "about_children": "about",
    "case_ids": "cases",
    "what_i_take": "take",
    "what_was_said": "said",
    "who_was_told": "told",
    "told_on": "told-on",
    "looked_at": "looked-at",
}
"""Options that are called otherwise than their field."""
ALSO = {"plan": {"looked-after": "lac"}, "service": {"child": "children", "adult": "adults"}}
"""Other words for a choice."""
NEXT_SUPERVISION = ("next supervision", "next-supervision", "supervision")


def option_of(field: str) -> str:
    """`born_on` is `--born`, `visit_interval` is `--visit-interval`."""
    name = NAMES.get(field) or field.removesuffix("_on").removesuffix("_at")
    return f"--{name.replace('_', '-')}"


def entries(kind: type[Record], names: Sequence[str] = (), but: Sequence[str] = ()) -> list[Entry]:
    """The fields that people are asked for, on a case of either service; or those named."""
    asked = names or [name for name in kind.model_fields if kind.ask(name).asked]
    return [entry_of(kind, name) for name in asked if name not in but]


def field_options(
    kind: type[Record], names: Sequence[str] = (), but: Sequence[str] = (), *, many: bool = False
) -> Callable[[F], F]:
    """An option for each field; `many` may be given again, for another child."""

    def decorate(function: F) -> F:
        for entry in reversed(entries(kind, names, but)):
            function = click.option(
                option_of(entry.name), entry.name, multiple=many, metavar=_metavar(entry, many=many), help=_help(entry)
            )(function)
        return function

    return decorate


def _metavar(entry: Entry, *, many: bool) -> str:
    kinds = {
        "day": "DATE",
        "number": "NUMBER",
        "interval": "INTERVAL",
        "time": "TIME",
        "many": "LIST",
        "choice": "CHOICE",
        "named": "CHOICE",
    }
    word = kinds.get(entry.kind, "TEXT")
    return f"[CHILD=]{word}" if many else word


def _help(entry: Entry) -> str:
    """Its label, its help, and the choices as they may be typed."""
    if entry.ask.of:
        return f"{entry.label}. {entry.help} It is named by its words or the end of its id."
    known = entry.ask.words_of != ""  # an id, which says nothing by itself
    choices = [
        f"{choice.value} {choice.words}" if known else str(choice.value).replace("_", "-")
        for choice in entry.choices
        if not isinstance(choice.value, bool)
    ]
    words = ", ".join(["looked-after" if choice == "lac" else choice for choice in choices]) or (
        "yes, no" if entry.choices else ""
    )
    text = f"{entry.label}. {entry.help}" if entry.help else f"{entry.label}."
    return f"{text} [{words}]" if words else text


def read_given(
    session: Session, kind: type[Record], typed: Mapping[str, str | None], case: Case | None = None
) -> dict[str, Any]:
    """The values of the options that were given for something new. Raises Wrong, also for a date left blank.

    With the case its children, agencies and other records can be named.
    """
    given = {name: text for name, text in typed.items() if text is not None}
    for name, text in given.items():
        must_be_a_day(entry_of(kind, name), text)
    return read_changed(session, kind, given, case)


def read_changed(
    session: Session, kind: type[Record], typed: Mapping[str, str | None], case: Case | None = None, but: str = ""
) -> dict[str, Any]:
    """The values of the options that were given for a change; blank for one that was emptied. Raises Wrong.

    `but` is the record that is changed; it cannot be named by itself.
    """
    return {
        name: _read_of(session, entry_of(kind, name, case.info.service), text, case, but)
        if case
        else read_one(session, entry_of(kind, name), text)
        for name, text in typed.items()
        if text is not None
    }


def _read_of(session: Session, entry: Entry, text: str, case: Case, but: str) -> Any:
    """A value that may name a record of the case; a child by initials, own id or the end of its id."""
    if entry.ask.of == "child" and text.strip():
        if entry.kind == "many":
            return tuple(one_child(case.children, part).id for part in text.split(","))
        return one_child(case.children, text).id
    return read_one(session, with_choices(entry, case, session.today, but), text)


def must_be_a_day(entry: Entry, text: str) -> None:
    """Raises Wrong for a date that is blank: an empty variable of a script is no date."""
    if entry.kind == "day" and not text.strip():
        raise Wrong(f"{entry.label}: that date is blank.", "Give a day, such as mon or 3/4.", entry.name)


def read_one(session: Session, entry: Entry, text: str) -> Any:
    """One value as it was typed; `-` is standard input where text is meant. Raises Wrong."""
    if entry.kind in ("long", "line") or entry.ask.free:
        text = session.text_or_input(text)
    other = ALSO.get(entry.name, {})
    if entry.ask.day == "due" and text.strip().lower() in NEXT_SUPERVISION:
        from checklists.use_cases.supervision import SPOKEN, spoken_days

        entry, text = replace(entry, spoken=spoken_days(session.store, session.today)), SPOKEN
    return entry.read(other.get(text.strip().lower(), text), session.today)
