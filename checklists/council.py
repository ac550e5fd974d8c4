"""The council's file: its own limits and counts over the built-in ones. It is read, and never written.

    [timescales]
    cp_visit = { value = 15, strong = 30, source = "Our procedures, 4.2" }

    [counts]
    not_alone_in_a_row = { due = 3, strong = 4, source = "Our procedures, 6.1" }

Of a count only the numbers that differ need be given. What cannot be used is said with its line and what may be meant.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import tomli

from checklists import my_counts, my_limits
from checklists.limits import Count, Limit, Limits
from checklists.near import line_of, nearest
from checklists.wrong import Wrong

COUNCIL = "set by the council"
ASK = "Ask who looks after it."
TABLES = ("timescales", "counts")
OF_A_LIMIT = ("value", "strong", "source")
NUMBERS = (int, float)


def read_council(text: str, built_in: Limits) -> Limits:
    """The built-in limits and counts with those of the council's file over them. Raises Wrong, naming line and row."""
    try:
        given = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Wrong(f"The council's file cannot be read: {error}.", ASK) from None
    for name in given:
        _known(text, (name,), "table", TABLES)
    rows, counts = dict(built_in.rows), dict(built_in.counts)
    for name, row in _rows(text, given, "timescales", "limit", rows):
        rows[name] = _limit(text, rows[name], row)
    for name, row in _rows(text, given, "counts", "count", counts):
        counts[name] = _count(text, counts[name], row)
    return Limits(rows, counts)


def _rows(
    text: str, given: Mapping[str, Any], table: str, what: str, known: Mapping[str, Any]
) -> Iterable[tuple[str, Mapping[str, Any]]]:
    """The rows of a table, each of a name that there is."""
    found = given.get(table, {})
    if not isinstance(found, Mapping):
        raise _wrong(text, (table,), f"its rows begin with [{table}].")
    for name, row in found.items():
        _known(text, (table, name), what, known)
        if not isinstance(row, Mapping):
            raise _wrong(text, (table, name), "a row has its values in { }.")
        yield name, row


def _limit(text: str, old: Limit, row: Mapping[str, Any]) -> Limit:
    path = ("timescales", old.id)
    for name in row:
        _known(text, (*path, name), "value of a limit", OF_A_LIMIT)
    value, strong = row.get("value"), row.get("strong", old.strong)
    if not isinstance(value, int) or not all(_is_whole(number) for number in (value, strong) if number is not None):
        raise _wrong(text, path, "value is needed, and it and strong are whole numbers.")
    try:
        my_limits.may_be(old, value)
    except Wrong as wrong:
        raise _wrong(text, path, f"{wrong.trouble} {wrong.mend}") from None
    if "strong" in row and strong < value:
        raise _wrong(text, path, f"strong is before the limit itself. Give {value} or more, or leave it out.")
    return old._replace(value=value, strong=strong, source=_source(row), last_checked=None)


def _count(text: str, old: Count, row: Mapping[str, Any]) -> Count:
    path, numbers = ("counts", old.id), my_counts.numbers_of(old)
    for name in row:
        _known(text, (*path, name), "number of this count", (*numbers, "source"))
    given = {name: value for name, value in row.items() if name != "source"}
    if not given or any(isinstance(value, bool) or not isinstance(value, NUMBERS) for value in given.values()):
        raise _wrong(text, path, f"a number is needed. It has {old.said}.")
    try:
        my_counts.may_be(old, numbers | given)
    except Wrong as wrong:
        raise _wrong(text, path, f"{wrong.trouble} {wrong.mend}") from None
    return my_counts.with_numbers(old, numbers | given)._replace(source=_source(row), last_checked=None)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _source(row: Mapping[str, Any]) -> str:
    return f"{row.get('source') or 'Council'}, {COUNCIL}"


def _known(text: str, path: tuple[str, ...], what: str, names: Iterable[str]) -> None:
    known = list(names)
    if path[-1] not in known:
        raise _wrong(text, path, f"there is no {what} of that name.{nearest(path[-1], known, 12)}")


def _wrong(text: str, path: tuple[str, ...], said: str) -> Wrong:
    return Wrong(f"The council's file, line {line_of(text, *path)}, {path[-1]}: {said}", ASK)
