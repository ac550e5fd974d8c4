"""The person's own limits over the council's and the built-in ones: only the rows that were changed, each with its reason.

A limit of law can be made shorter and never longer. Where a built-in row changes under an edited one, both are shown,
and the person chooses.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeGuard

import tomli

from checklists.dates import say_day
from checklists.limits import Limit, Limits
from checklists.my_counts import CountSetting, MyCount, counts_with, numbers_of, pairs_of, read_counts
from checklists.wrong import Wrong

FILE = "my-timescales.toml"
SHORTER = "That is a limit of law. It can be made shorter, not longer."
LONGEST = 1000
Who = Literal["built in", "council", "me"]


class MyLimit(NamedTuple):
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


class Setting(NamedTuple):
    """A limit as it stands: in force, what lies beneath, and who set it."""

    limit: Limit
    beneath: Limit
    who: Who
    mine: MyLimit | None = None

    @property
    def id(self) -> str:
        """The id of the limit."""
        return self.limit.id

    @property
    def name(self) -> str:
        """What it limits."""
        return self.limit.name

    @property
    def said(self) -> str:
        """Its value in words."""
        return self.limit.said

    @property
    def said_beneath(self) -> str:
        """The value beneath in words."""
        return self.beneath.said

    @property
    def changed_beneath(self) -> bool:
        """The row beneath has another value than when the person changed it."""
        return self.mine is not None and self.mine.under != self.beneath.value


Mine = MyLimit | MyCount
AnySetting = Setting | CountSetting


def is_count(row: Mine) -> TypeGuard[MyCount]:
    """Whether the row changes a count, and not a limit."""
    return isinstance(row, MyCount)


def read_mine(text: str) -> tuple[Mine, ...]:
    """The changed rows in a text. Raises Wrong, naming the row."""
    try:
        content = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Wrong(f"{FILE} cannot be read: {error}.", "Mend that line, or put the file aside.") from None
    rows = content.get("changed", [])
    if not isinstance(rows, list):
        raise Wrong(f"{FILE}: its rows begin with [[changed]].", "Mend it, or put the file aside.")
    return (*(_mine(row) for row in rows), *read_counts(content.get("changed_count", []), FILE))


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


def write_mine(rows: Sequence[Mine]) -> str:
    """The changed rows as a file, each with what it was, when and why."""
    import tomlkit

    content = tomlkit.document()
    content.add(
        tomlkit.comment("Limits you changed in casereflect. All other limits are the council's or the built-in ones.")
    )
    table, counts = tomlkit.aot(), tomlkit.aot()
    for row in rows:
        if isinstance(row, MyCount):
            plain = {"numbers": dict(row.numbers), "was": row.was, "under": dict(row.under)}
            counts.append(tomlkit.item({"id": row.id, "reason": row.reason, "on": row.on, **plain}))
            continue
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
    if counts:
        content.add("changed_count", counts)
    return tomlkit.dumps(content)


def with_mine(beneath: Limits, mine: Iterable[Mine], today: date | None = None) -> Limits:
    """The limits in force: the person's rows over those beneath. A row that no longer exists is left out."""
    rows, mine = dict(beneath.rows), tuple(mine)
    for row in mine:
        if isinstance(row, MyLimit) and row.id in rows and _shorter_or_free(rows[row.id], row.value):
            day = say_day(row.on, today or row.on)
            rows[row.id] = rows[row.id]._replace(
                value=row.value,
                strong=row.strong,
                source=f"my limit since {day}: {row.reason}",
                last_checked=None,
            )
    return Limits(rows, counts_with(beneath.counts, (row for row in mine if is_count(row)), today))


def settings(built_in: Limits, council: Limits, mine: Sequence[Mine], today: date) -> list[Setting]:
    """Every limit as it stands, in the order of the file."""
    in_force = with_mine(council, mine, today)
    own = {row.id: row for row in mine if isinstance(row, MyLimit)}
    made = []
    for name, beneath in council.rows.items():
        who: Who = "me" if name in own else "council" if beneath != built_in.rows[name] else "built in"
        made.append(Setting(in_force.rows[name], beneath, who, own.get(name)))
    return made


def change(setting: Setting, value: int, strong: int | None, reason: str, today: date) -> MyLimit:
    """The row with another value. Raises Wrong."""
    may_be(setting.beneath, value)
    if not reason.strip():
        raise Wrong("Why: changing a limit asks why.", "A few words are enough.", "reason")
    if strong is not None and strong < value:
        raise Wrong(
            "Well past: that is before the limit itself.", f"Give {value} or more, or leave it blank.", "strong"
        )
    if (value, strong) == (setting.limit.value, setting.limit.strong):
        raise Wrong("That is what it is now.", "Give another value, or go back.", "value")
    return MyLimit(setting.limit.id, value, strong, setting.limit.value, setting.beneath.value, reason.strip(), today)


def put(mine: Sequence[Mine], row: Mine) -> tuple[Mine, ...]:
    """The rows with this one in the place of the one before."""
    return (*(one for one in mine if one.id != row.id), row)


def take_out(mine: Sequence[Mine], limit_id: str) -> tuple[Mine, ...]:
    """The rows without this one: what lies beneath is in force again."""
    return tuple(one for one in mine if one.id != limit_id)


def keep_over(mine: Sequence[Mine], setting: AnySetting) -> tuple[Mine, ...]:
    """The person keeps their own value over the one that changed beneath."""
    return tuple(_over(one, setting) if one.id == setting.id else one for one in mine)


def _over(one: Mine, setting: AnySetting) -> Mine:
    if isinstance(one, MyCount):
        return one._replace(under=pairs_of(numbers_of(setting.beneath))) if isinstance(setting, CountSetting) else one
    return one._replace(under=setting.beneath.value) if isinstance(setting, Setting) else one


def may_be(old: Limit, value: int) -> None:
    """Whether a limit may have that value. Raises Wrong."""
    if not 0 <= value <= LONGEST:
        raise Wrong(f"Limit: a whole number from 0 to {LONGEST}.", "Try another.", "value")
    if not _shorter_or_free(old, value):
        raise Wrong(SHORTER, f"Give {old.value} or less.", "value")


def _shorter_or_free(old: Limit, value: int) -> bool:
    return old.kind != "law" or value <= old.value
