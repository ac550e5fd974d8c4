"""What an import is about to do, as plain values: one line a child, each value with the cell that it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

Status = Literal["new", "changed", "same", "odd"]

GROUPS = {7: "cp", 8: "lac"}
"""The first part of a fact's name, by the list it comes from."""
STARTS = {"cp": "cp.plan_started_on", "lac": "lac.care_started_on"}
ENDS = {"cp": "cp.plan_ended_on", "lac": "lac.care_ended_on"}

FIELDS: dict[str, str] = {
    "born_on": "born",
    "expected_on": "expected",
    "plan": "plan",
    "plan_started_on": "plan since",
    "category": "category",
    "legal_status": "legal status",
    "cp.plan_started_on": "protection plan began",
    "cp.plan_ended_on": "protection plan ended",
    "cp.category": "category of the protection plan",
    "cp.last_visit_on": "last visit (list 7)",
    "cp.seen_alone": "seen alone at that visit",
    "cp.latest_review_on": "last review conference",
    "lac.care_started_on": "care began",
    "lac.care_ended_on": "care ended",
    "lac.legal_status": "legal status in the file",
    "lac.last_visit_on": "last visit (list 8)",
    "lac.latest_review_on": "last review in care",
}
"""The fields of a child and of imported facts, as a person reads them."""


@dataclass(frozen=True, slots=True)
class Said:
    """One value of the file. Days are in ISO; blank means that the cell is blank."""

    value: str
    source: str
    """List and cell, such as `List 7, K5`."""
    row: str
    """List and row, such as `7.5`."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that the file gives anew: what the last file said, and what this one says."""

    field: str
    old: str
    new: str
    source: str


@dataclass(frozen=True, slots=True)
class Differs:
    """What the person has, and what the file says; the person's stands."""

    field: str
    yours: str
    theirs: str
    source: str


@dataclass(frozen=True, slots=True)
class Odd:
    """Something to look at in the file, and where."""

    source: str
    sentence: str


@dataclass(frozen=True, slots=True)
class FileChild:
    """What the file says of one child, over its lists."""

    own_id: str
    places: tuple[str, ...]
    """`List 7, row 5`, one for each of its rows."""
    said: Mapping[str, Said]
    odd: tuple[Odd, ...] = ()
    trouble: str = ""
    """Why nothing of it can be brought in, in a sentence; blank where it can."""


@dataclass(frozen=True, slots=True)
class Line:
    """One child of the preview: what would become of what the file says."""

    child: FileChild
    status: Status
    changes: tuple[Change, ...] = ()
    differs: tuple[Differs, ...] = ()
    trouble: str = ""
    """Why it is not brought in, in a sentence."""
    case_id: str = ""
    """The case that has this child; blank for a child who is new."""
    ref: str = ""
    """The reference of that case, or of the case that would be made."""
    ref_taken: bool = False
    """The child is new and a case has that reference: it can only be put with a case."""
    put_with: str = ""
    """The reference of the case that the person wants a new child to be put with."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. Nothing is written before it is confirmed."""

    file_kind: str
    file_hash: str
    as_at: date
    worker: str
    """The name as the file has it."""
    lines: tuple[Line, ...]
    others: int
    """Rows of other workers: counted, never kept."""
    unnamed: int
    """Rows that name no worker."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What an import did: children new, changed, left as they were, and left out to be looked at."""

    new: int = 0
    changed: int = 0
    same: int = 0
    odd: int = 0


def child_fields(values: Mapping[str, str]) -> dict[str, str]:
    """The fields of a child that follow from facts. A plan or care without an end date is open; care comes first.

    Where it is not known whether either has ended, there is no `plan` among them.
    """
    born = {name: values.get(name, "") for name in ("born_on", "expected_on")}
    blank = {"plan_started_on": "", "category": "", "legal_status": ""}
    if values.get(ENDS["lac"]) == "":
        started, status = values.get(STARTS["lac"], ""), values.get("lac.legal_status", "")
        return {**born, "plan": "lac", **blank, "plan_started_on": started, "legal_status": status}
    if values.get(ENDS["cp"]) == "":
        started, category = values.get(STARTS["cp"], ""), values.get("cp.category", "")
        return {**born, "plan": "cp", **blank, "plan_started_on": started, "category": category}
    return {**born, "plan": "none", **blank} if any(end in values for end in ENDS.values()) else born
