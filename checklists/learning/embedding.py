"""Bringing learning into practice: the five ways, CPD, a short way to reflect; read from `content/learning.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import tomli

from checklists.content_file import checked, text_of
from checklists.dates import read_day
from checklists.library import Guide
from checklists.wrong import Wrong

FILE = "learning.toml"
WAYS = {"E1": "read", "E2": "discussed", "E3": "applied", "E4": "challenged", "E5": "contributed"}
"""The five items, each with the type of learning entry that it makes."""
OF_THE_FORM = {"kind": "type"}
"""Fields of the form that the record calls otherwise."""
FIELDS = ("kind", "what", "done_on", "learned", "impact", "peer_reflection")
"""What the regulator's form asks, in its order."""


@dataclass(frozen=True, slots=True)
class Item:
    """One of the five ways in which learning comes into practice."""

    id: str
    title: str
    short: str
    """Its name where there is little room."""
    kind: str
    """The type of learning entry that it makes."""
    prompt: str
    small_step: str


@dataclass(frozen=True, slots=True)
class Cpd:
    """What is asked of a year of professional development, and in which words the form asks it."""

    regulator: str
    ends: tuple[int, int]
    """Day and month of the last day of a year."""
    pieces: str
    """The limit that says how many pieces a year."""
    peer: str
    """The count that says how many of them with a peer."""
    reminder_days: int
    """So many working days before its end Today begins to say what is still open."""
    no_case_detail: str
    not_checked: str
    labels: Mapping[str, str]
    """The questions of the form by field, in its order."""
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TeamSheet:
    """What stands on the sheet of a review for a team meeting, beside the review itself."""

    title: str
    minutes: int
    steps: tuple[tuple[int, str], ...]
    """Minutes, and what they are for."""
    questions: int
    more_questions: tuple[str, ...]
    actions: int
    blanks: tuple[str, ...]
    close: str


@dataclass(frozen=True, slots=True)
class Embedding:
    """What the file says of learning in practice."""

    heading: str
    ways: Guide
    """The five to be read beside the log."""
    items: tuple[Item, ...]
    cpd: Cpd
    reflection: Guide
    team_sheet: TeamSheet

    def item(self, kind: str) -> Item:
        """The way that makes entries of that type."""
        return next(item for item in self.items if item.kind == kind)


@cache
def embedding() -> Embedding:
    """The built-in file. Raises Wrong, naming the file and what is amiss."""
    return read_embedding(text_of(FILE), FILE)


def read_embedding(text: str, name: str) -> Embedding:
    """What the text of a file says. Raises Wrong: not TOML, something missing, a way too many, a field out of order."""
    with checked(name):
        raw = tomli.loads(text)
        heading, items, cpd = str(raw["heading"]), _items(raw["item"], name), _cpd(raw["cpd"], name)
        ways = _ways(heading, raw["log"], items)
        return Embedding(heading, ways, items, cpd, _reflection(raw["reflection"]), _sheet(raw["team_sheet"], name))


def _items(rows: Sequence[Mapping[str, Any]], name: str) -> tuple[Item, ...]:
    parts = ("id", "title", "short", "kind", "prompt", "small_step")
    found = tuple(Item(*(str(row[part]) for part in parts)) for row in rows)
    if {item.id: item.kind for item in found} != WAYS or len(found) != len(WAYS):
        told = ", ".join(f"{item.id} {item.kind}" for item in found)
        wanted = ", ".join(f"{item_id} {kind}" for item_id, kind in WAYS.items())
        raise Wrong(f"{name}: the items are {told}.", f"Write {wanted}, each once.")
    return found


def _ways(heading: str, raw: Mapping[str, Any], items: Sequence[Item]) -> Guide:
    parts = tuple((f"{item.id} {item.title}", (item.prompt, item.small_step)) for item in items)
    return Guide(heading, str(raw["opening"]), str(raw["source"]), (), parts)


def _cpd(raw: Mapping[str, Any], name: str) -> Cpd:
    rows = raw["field"]
    ids = tuple(row["id"] for row in rows)
    if ids != FIELDS:
        raise Wrong(f"{name}, cpd: the fields are {', '.join(ids)}.", f"Write {', '.join(FIELDS)}, each once.")
    days = raw["reminder_working_days_before"]
    if not isinstance(days, int) or days < 1:
        raise Wrong(f"{name}, cpd: reminder_working_days_before is no number of days.", "Write 40, say.")
    end = _day(raw["year_ends"], name)
    pieces, peer = raw["limits"]
    kinds = tuple(rows[0]["options"])
    labels = {row["id"]: str(row["label"]) for row in rows}
    return Cpd(
        raw["regulator"], end, pieces, peer, days, raw["no_case_detail"], raw["not_checked"], labels, kinds
    )  # fmt: skip


def _day(text: str, name: str) -> tuple[int, int]:
    """`30 November` as its day and month, whatever the year."""
    try:
        found = read_day(text, date(2000, 1, 1))
    except Wrong:
        raise Wrong(f"{name}, cpd: year_ends is no day of a year.", "Write 30 November, say.") from None
    return found.day, found.month


def _reflection(raw: Mapping[str, Any]) -> Guide:
    steps = tuple((str(step["label"]), (str(step["help"]),)) for step in raw["steps"])
    return Guide(str(raw["title"]), str(raw["opening"]), str(raw["source"]), (), steps)


def _sheet(raw: Mapping[str, Any], name: str) -> TeamSheet:
    steps = tuple((int(step["minutes"]), str(step["what"])) for step in raw["steps"])
    if sum(minutes for minutes, _ in steps) != raw["minutes"]:
        raise Wrong(f"{name}, team_sheet: the steps do not make {raw['minutes']} minutes.", "Share them out anew.")
    if len(raw["more_questions"]) < raw["questions"]:
        raise Wrong(f"{name}, team_sheet: there are fewer more_questions than questions.", "Add some.")
    return TeamSheet(
        raw["title"],
        raw["minutes"],
        steps,
        raw["questions"],
        tuple(raw["more_questions"]),
        raw["actions"],
        tuple(raw["blanks"]),
        raw["close"],
    )
