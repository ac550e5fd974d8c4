"""Links to a case from others: references under *see also*, and the cases that a line of my own book is about."""

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from store.case_store import StoreTrouble
from store.keys import Keys
from store.migrations import FORMAT

if TYPE_CHECKING:
    from store.ledger import Ledger

Content = dict[str, Any]


@cache
def link_fields() -> Mapping[str, tuple[str, ...]]:
    """The fields that name other cases, by kind of record."""
    from store.records import BY_KIND, CaseRecord

    named = {kind: tuple(f for f in model.model_fields if model.ask(f).of == "case") for kind, model in BY_KIND.items()}
    return {**{kind: fields for kind, fields in named.items() if fields}, CaseRecord.kind: ("see_also",)}


def links_of(kind: str, row: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What a record links to, by field."""
    return {field: tuple(row.get(field) or ()) for field in link_fields().get(kind, ())}


def without(links: Mapping[str, Collection[str]], words: Collection[str]) -> dict[str, list[str]]:
    """The fields that lose a link, as they are then."""
    left = {field: [one for one in named if not _is_in(one, words)] for field, named in links.items()}
    return {field: rest for field, rest in left.items() if len(rest) != len(links[field])}


def unlinked(state: Content, words: Collection[str]) -> Content | None:
    """The tables of a case without these links, in its earlier texts too; None where there are none."""
    copied, changed = {name: dict(rows) for name, rows in state.items()}, False
    for name, row_id, kind, row in _rows(state):
        left = without(links_of(kind, row), words)
        if left:
            changed = True
            whole = copied[name][row_id]
            copied[name][row_id] = {**whole, "record": {**row, **left}} if name == "versions" else {**row, **left}
    return copied if changed else None


def put_without(ledger: "Ledger", words: Collection[str]) -> None:
    """Put each record of a case that loses a link, as a change like any other."""
    from store.records import changed

    case = ledger.case
    for record in (case.info, *(row for kind in link_fields() for row in case.tables.get(kind, ()))):
        left = without(links_of(record.kind, record.model_dump()), words)
        if left:
            ledger.put(changed(record, **left))


def raw_state(data: bytes, keys: Keys) -> Content | None:
    """The tables in a file as they are, in its own format; None where it cannot be read, or was written by a newer program."""
    try:
        state = orjson.loads(keys.decrypt(data))
        known = state["meta"]["meta"]["format"] <= FORMAT
        whole = all(isinstance(row, dict) for table in state.values() for row in table.values())
    except (StoreTrouble, ValueError, KeyError, TypeError, AttributeError):
        return None
    return state if known and whole else None


def words_of(ref: str, case_id: str, own: Content | None, taken: Collection[str]) -> frozenset[str]:
    """By what a case may be named, in small letters: its references, also earlier ones that are not another's now, and its id."""
    refs = {one.casefold() for one in (ref, *(refs_in(own) if own else ()))}
    return frozenset({*refs - set(taken), case_id.casefold()})


def ref_of(state: Content) -> frozenset[str]:
    """The reference of a case, in small letters."""
    return frozenset(row["ref"].casefold() for row in state.get("case", {}).values() if "ref" in row)


def named_in(state: Content) -> set[str]:
    """Everything that a case links to, in its earlier texts too, in small letters."""
    links = (links_of(kind, row) for _, _, kind, row in _rows(state))
    return {one.casefold() for named in links for names in named.values() for one in names}


def refs_in(state: Content) -> set[str]:
    """The reference of a case, and those it had before."""
    return {row["ref"] for _, _, kind, row in _rows(state) if kind == "case" and "ref" in row}


def is_held(state: Content) -> bool:
    """Whether the case is on hold."""
    return any(row.get("hold") for row in state.get("case", {}).values())


def _rows(state: Content) -> Iterator[tuple[str, str, str, Content]]:
    """Every record, and every earlier text: the table and row it stands in, its kind, and itself."""
    for name, rows in state.items():
        for row_id, row in rows.items():
            if name != "versions":
                yield name, row_id, name, row
            elif isinstance(row.get("record"), dict):
                yield name, row_id, str(row.get("kind")), row["record"]


def _is_in(named: str, words: Collection[str]) -> bool:
    return named.casefold() in words
