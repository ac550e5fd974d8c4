"""Every limit and count that a signal or a page uses, read from `content/timescales.toml` and from nowhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from checklists.dates import say_count
from checklists.wrong import Wrong

if TYPE_CHECKING:
    from store.practitioner import Away

FILE = "timescales.toml"


class Limit(NamedTuple):
    """One row: how long may pass, counted from what, who says so."""

    id: str
    name: str
    value: int
    unit: str
    """wd, day, week, month; hour and minute in a few."""
    kind: str
    """law, guidance or policy."""
    source: str
    trigger: str = ""
    strong: int | None = None
    applies_to: tuple[str, ...] = ()
    visit_rule: tuple[str, ...] = ()
    """The visiting rules of a child in care that it belongs to."""
    phase: str = ""
    starts: tuple[str, ...] = ()
    """The types of event that start it; none: it gives no line of its own."""
    answered_by: tuple[str, ...] = ()
    """The types of event that answer it."""
    called: str = ""
    """What its line calls that which is due: `Next review conference`."""
    brief: str = ""
    """The same where there is little room."""
    enabled: bool = True
    last_checked: date | None = None
    note: str = ""
    signal: str = ""
    """The prompts that it is for: `S1`; blank: a line of its own."""

    @property
    def said(self) -> str:
        """`10 working days`, `6 weeks`."""
        return say_count(self.value, self.unit)


class Count(NamedTuple):
    """One row for a pattern: at how many it is noticed, and at how many repeated."""

    id: str
    name: str
    due: int | None = None
    strong: int | None = None
    at_least: int | None = None
    """Fewer than so many are too few to look at."""
    of_last: int | None = None
    """Only the last so many are looked at."""
    more_than: float | None = None
    """Noticed when it is more than this share of those looked at."""
    window: str = ""
    """The timescale within which is counted; blank: ever."""
    source: str = ""
    kind: str = "policy"
    applies_to: tuple[str, ...] = ()
    """The plans that it is for; none named: all."""
    enabled: bool = True
    last_checked: date | None = None
    note: str = ""
    signal: str = ""
    """The prompts that it is for."""

    def applies(self, plan: str) -> bool:
        """Whether it looks at a child with that plan."""
        return self.enabled and (not self.applies_to or plan in self.applies_to)

    @property
    def cited(self) -> str:
        """Where it comes from, with its day of last checking."""
        return _source(self)

    @property
    def said(self) -> str:
        """Its marks in words: `noticed at 2, repeated at 3`."""
        share = f"noticed at more than {self.more_than:.0%}" if self.more_than is not None else ""
        parts = [
            "off" if not self.enabled else "",
            f"noticed at {self.due}" if self.due is not None else share,
            f"repeated at {self.strong}" if self.strong is not None else "",
            f"of the last {self.of_last}" if self.of_last is not None else "",
            f"at least {self.at_least}" if self.at_least is not None else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True)
class Limits:
    """The limits in force."""

    rows: Mapping[str, Limit]
    counts: Mapping[str, Count]
    away: "tuple[Away, ...]" = ()
    """The days away that are written down (G13): they hold for every case, as limits do."""

    def row(self, limit_id: str) -> Limit:
        """The limit with this id. Raises KeyError: a signal names a row that does not exist."""
        return self.rows[limit_id]

    def count(self, count_id: str) -> Count:
        """The count with this id. Raises KeyError."""
        return self.counts[count_id]


class InForce(NamedTuple):
    """The interval that counts for a child, and how to say whose it is."""

    value: int
    unit: str
    said: str
    """`Plan says every 10.`, `Default says every 10 working days.`, or both where law is shorter than the plan."""
    source: str
    limit_id: str
    by_plan: bool
    strong: int | None = None

    @property
    def short(self) -> str:
        """`Plan 10`, `Limit 6 weeks`: for a row that has little room."""
        words = str(self.value) if self.unit == "wd" else say_count(self.value, self.unit)
        return f"Plan {words}" if self.by_plan else f"Limit {words}"


def in_force(plan: tuple[int, str] | None, limit: Limit | None) -> InForce | None:
    """Which interval counts: the plan's own, but never longer than law (guard G8); None where there is none."""
    if plan is None:
        if limit is None:
            return None
        said = f"Default says every {limit.said}."
        return InForce(limit.value, limit.unit, said, _source(limit), limit.id, by_plan=False, strong=limit.strong)
    every = str(plan[0]) if plan[1] == "wd" else say_count(*plan)
    if limit is not None and limit.kind == "law" and _longer(plan, limit):
        said = f"Plan says every {every}; {_regulation(limit)} says at most {limit.value}."
        return InForce(limit.value, limit.unit, said, _source(limit), limit.id, by_plan=False, strong=limit.strong)
    strong = limit.strong if limit else None
    return InForce(
        *plan, f"Plan says every {every}.", "the child's plan", limit.id if limit else "", by_plan=True, strong=strong
    )


def _longer(plan: tuple[int, str], limit: Limit) -> bool:
    return _days(*plan) > _days(limit.value, limit.unit)


def _days(value: int, unit: str) -> float:
    """An interval in calendar days, for comparing a plan with law; five working days are a week."""
    return value * {"wd": 7 / 5, "day": 1.0, "week": 7.0, "month": 365.25 / 12}[unit]


def _regulation(limit: Limit) -> str:
    return "regulation 28" if "28" in limit.source else limit.source


def _source(limit: Limit | Count) -> str:
    checked = f", checked {limit.last_checked.day} {limit.last_checked:%b %Y}" if limit.last_checked else ""
    return f"{limit.source}{checked}"


@cache
def load_limits() -> Limits:
    """The built-in limits. Raises Wrong, naming the file and the row, where one cannot be used."""
    return read_limits(Path(__file__).with_name("content").joinpath(FILE).read_text(encoding="utf-8"), FILE)


def read_limits(text: str, name: str) -> Limits:
    """Limits from the text of a file. Raises Wrong, naming the file and the row."""
    try:
        content = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise Wrong(f"{name} cannot be read: {error}.", "Mend that line.") from None
    rows = {row.id: row for row in (_limit(raw, name) for raw in content.get("timescale", ()))}
    counts = {row.id: row for row in (_count(raw, name) for raw in content.get("count", ()))}
    return Limits(rows, counts)


def _limit(raw: Mapping[str, Any], name: str) -> Limit:
    try:
        lists: dict[str, Any] = {key: tuple(raw.get(key, ())) for key in _LISTS}
        plain = {key: raw[key] for key in ("id", "name", "value", "unit", "kind", "source")}
        more = {key: raw[key] for key in _PLAIN if key in raw}
        return Limit(**plain, **more, **lists)
    except KeyError as error:
        raise Wrong(f"{name}, row {raw.get('id', 'without an id')}: {error.args[0]} is missing.", "Add it.") from None


def _count(raw: Mapping[str, Any], name: str) -> Count:
    if "id" not in raw or "name" not in raw:
        raise Wrong(f"{name}: a count has no id or no name.", "Add it.")
    given = {key: raw[key] for key in _COUNT_FIELDS if key in raw}
    return Count(**{**given, "applies_to": tuple(raw.get("applies_to", ()))})


_PLAIN = ("trigger", "strong", "phase", "enabled", "last_checked", "note", "signal", "called", "brief")
_LISTS = ("applies_to", "visit_rule", "starts", "answered_by")
_COUNT_FIELDS = Count._fields
