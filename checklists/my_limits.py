"""The person's own limits over the council's and the built-in ones: only the rows that were changed, each with its reason.

A limit of law can be made shorter and never longer. Where a built-in row changes under an edited one, both are shown,
and the person chooses.
"""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from checklists.dates import say_day
from checklists.limits import Count, Limit, Limits
from checklists.wrong import Wrong

FILE = "my-timescales.toml"
COUNCIL = "set by the council"
SHORTER = "That is a limit of law. It can be made shorter, not longer."
LONGEST = 1000
Who = Literal["built in", "council", "me"]


@dataclass(frozen=True, slots=True)
class MyLimit:
    """One row that the person changed."""

    id: str
    value: int
    strong: int | None
    was: int
    """The value before, whoever set it."""
    under: int
    """The value of the row beneath, the council's or the built-in one, when it was changed."""
    reason: str
    on: date


@dataclass(frozen=True, slots=True)
class Setting:
    """A limit as it stands: in force, what lies beneath, and who set it."""

    limit: Limit
    beneath: Limit
    who: Who
    mine: MyLimit | None = None

    @property
    def changed_beneath(self) -> bool:
        """The row beneath has another value than when the person changed it."""
        return self.mine is not None and self.mine.under != self.beneath.value


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The three layers of limits: built in, the council's over them, the person's over both."""

    built_in: Limits
    council: Limits
    mine: tuple[MyLimit, ...] = ()
    trouble: str = ""
    """Why the person's or the council's file was left out, in a sentence; blank where neither was."""

    @property
    def in_force(self) -> Limits:
        """The limits that count."""
        return with_mine(self.council, self.mine) if self.mine else self.council

    def settings(self, today: date) -> list[Setting]:
        """Every limit as it stands."""
        return settings(self.built_in, self.council, self.mine, today)

    def setting(self, limit_id: str, today: date) -> Setting:
        """One limit as it stands. Raises Wrong."""
        found = next((one for one in self.settings(today) if one.limit.id == limit_id), None)
        if found is None:
            raise Wrong("There is no limit of that name.", "`casereflect limits list` shows them.", "limit")
        return found


def read_mine(text: str) -> tuple[MyLimit, ...]:
    """The changed rows in a text. Raises Wrong, naming the row."""
    try:
        rows = tomllib.loads(text).get("changed", [])
    except tomllib.TOMLDecodeError as error:
        raise Wrong(f"{FILE} cannot be read: {error}.", "Mend that line, or put the file aside.") from None
    if not isinstance(rows, list):
        raise Wrong(f"{FILE}: its rows begin with [[changed]].", "Mend it, or put the file aside.")
    return tuple(_mine(row) for row in rows)


def _mine(row: Mapping[str, Any]) -> MyLimit:
    try:
        made = MyLimit(
            row["id"],
            int(row["value"]),
            row.get("strong"),
            int(row["was"]),
            int(row["under"]),
            row["reason"],
            row["on"],
        )
    except (KeyError, TypeError, ValueError):
        name = row.get("id", "without an id") if isinstance(row, Mapping) else "without an id"
        raise Wrong(f"{FILE}, row {name}: it is not whole.", "Mend it, or take the row out.") from None
    if not isinstance(made.on, date) or not 0 <= made.value <= LONGEST:
        raise Wrong(f"{FILE}, row {made.id}: its value or its date cannot be used.", "Mend it, or take the row out.")
    return made


def write_mine(rows: Sequence[MyLimit]) -> str:
    """The changed rows as a file, each with what it was, when and why."""
    import tomlkit

    content = tomlkit.document()
    content.add(
        tomlkit.comment("Limits you changed in casereflect. All other limits are the council's or the built-in ones.")
    )
    table = tomlkit.aot()
    for row in rows:
        values = {
            "id": row.id,
            "value": row.value,
            "was": row.was,
            "under": row.under,
            "reason": row.reason,
            "on": row.on,
        }
        table.append(tomlkit.item(values | ({"strong": row.strong} if row.strong is not None else {})))
    content.add("changed", table)
    return tomlkit.dumps(content)


def read_council(text: str, built_in: Limits) -> Limits:
    """The built-in limits with those of the council's file over them. Raises Wrong, naming the row.

    A row of `[timescales]` is `cp_visit = { value = 15, strong = 30, source = "Our procedures, 4.2" }`.
    """
    try:
        given = tomllib.loads(text).get("timescales", {})
    except tomllib.TOMLDecodeError as error:
        raise Wrong(f"The council's file cannot be read: {error}.", "Ask who looks after it.") from None
    rows = dict(built_in.rows)
    for name, row in given.items():
        if name not in rows or not isinstance(row, Mapping) or not isinstance(row.get("value"), int):
            raise Wrong(f"The council's file, row {name}: that is not a limit.", "Ask who looks after it.")
        old = rows[name]
        _may_be(old, row["value"])
        source = f"{row.get('source') or 'Council'}, {COUNCIL}"
        rows[name] = replace(old, value=row["value"], strong=row.get("strong", old.strong), source=source)
    return Limits(rows, built_in.counts)


def with_mine(beneath: Limits, mine: Iterable[MyLimit], today: date | None = None) -> Limits:
    """The limits in force: the person's rows over those beneath. A row that no longer exists is left out."""
    rows = dict(beneath.rows)
    for row in mine:
        if row.id in rows and _shorter_or_free(rows[row.id], row.value):
            day = say_day(row.on, today or row.on)
            rows[row.id] = replace(
                rows[row.id],
                value=row.value,
                strong=row.strong,
                source=f"my limit since {day}: {row.reason}",
                last_checked=None,
            )
    return Limits(rows, beneath.counts)


def settings(built_in: Limits, council: Limits, mine: Sequence[MyLimit], today: date) -> list[Setting]:
    """Every limit as it stands, in the order of the file."""
    in_force, own = with_mine(council, mine, today), {row.id: row for row in mine}
    made = []
    for name, beneath in council.rows.items():
        who: Who = "me" if name in own else "council" if beneath != built_in.rows[name] else "built in"
        made.append(Setting(in_force.rows[name], beneath, who, own.get(name)))
    return made


def change(setting: Setting, value: int, strong: int | None, reason: str, today: date) -> MyLimit:
    """The row with another value. Raises Wrong."""
    _may_be(setting.beneath, value)
    if not reason.strip():
        raise Wrong("Why: changing a limit asks why.", "A few words are enough.", "reason")
    if strong is not None and strong < value:
        raise Wrong(
            "Well past: that is before the limit itself.", f"Give {value} or more, or leave it blank.", "strong"
        )
    if (value, strong) == (setting.limit.value, setting.limit.strong):
        raise Wrong("That is what it is now.", "Give another value, or go back.", "value")
    return MyLimit(setting.limit.id, value, strong, setting.limit.value, setting.beneath.value, reason.strip(), today)


def put(mine: Sequence[MyLimit], row: MyLimit) -> tuple[MyLimit, ...]:
    """The rows with this one in the place of the one before."""
    return (*(one for one in mine if one.id != row.id), row)


def take_out(mine: Sequence[MyLimit], limit_id: str) -> tuple[MyLimit, ...]:
    """The rows without this one: what lies beneath is in force again."""
    return tuple(one for one in mine if one.id != limit_id)


def keep_over(mine: Sequence[MyLimit], setting: Setting) -> tuple[MyLimit, ...]:
    """The person keeps their own value over the one that changed beneath."""
    return tuple(replace(one, under=setting.beneath.value) if one.id == setting.limit.id else one for one in mine)


def said_of(count: Count) -> str:
    """A count in words: `noticed at 2, repeated at 3`."""
    parts = [
        f"noticed at {count.due}" if count.due is not None else "",
        f"repeated at {count.strong}" if count.strong is not None else "",
    ]
    return ", ".join(part for part in parts if part) or "see its note"


def _may_be(old: Limit, value: int) -> None:
    if not 0 <= value <= LONGEST:
        raise Wrong(f"Limit: a whole number from 0 to {LONGEST}.", "Try another.", "value")
    if not _shorter_or_free(old, value):
        raise Wrong(SHORTER, f"Give {old.value} or less.", "value")


def _shorter_or_free(old: Limit, value: int) -> bool:
    return old.kind != "law" or value <= old.value
