"""One row a case: the plain facts from which Today and Caseload are drawn without opening a case file.

A row holds facts, never a severity or a limit day: those depend on the day and on the limits in force.
Plain tuples with names and no pydantic: this file is on the start path, and a dataclass takes three times as long to make.
"""

from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

SHORT = 6


def short_id(record_id: str) -> str:
    """The last six letters of an id, by which people name a record; the first ones of a morning's ids are alike."""
    return record_id[-SHORT:]


class SeenFact(NamedTuple):
    """When a child was seen, by whom, and what says so."""

    on: date
    by: str = "me"
    """me, colleague or duty."""
    as_at: date | None = None
    """The date of the file, when only an import says so."""
    source: str = ""
    """The kind of file, such as `Annex A`, when only an import says so."""
    how: str = "alone"
    """alone, observed, with_others; `seen` where an import does not say how."""


class ChildFacts(NamedTuple):
    """What the record holds of one child, as far as dated prompts and the caseload need it."""

    id: str
    initials: str = ""
    own_id: str = ""
    born_on: date | None = None
    expected_on: date | None = None
    plan: str = "none"
    plan_started_on: date | None = None
    category: str = ""
    visit_interval: tuple[int, str] | None = None
    """What the plan says of visits: how many of which unit (wd, day, week, month)."""
    alone_interval: tuple[int, str] | None = None
    visit_rule: str = "not_set"
    placement_started_on: date | None = None
    first_review_on: date | None = None
    legal_order_on: date | None = None
    """The latest order, from which regulation 28(5) counts the first visit."""
    alone_rule: str = "alone"
    alone_rule_review_on: date | None = None
    not_asked_until: date | None = None
    """Visits do not apply to this child for now, until that day."""
    whereabouts: str = "home"
    whereabouts_since: date | None = None
    last_seen: SeenFact | None = None
    """Seen by any social worker, never by video."""
    last_alone: SeenFact | None = None
    """Seen alone; for a child whose rule says so, observed counts."""
    last_sighting: tuple[date, str] | None = None
    """Seen by another agency: when, and by whom."""
    last_video: date | None = None
    last_not_seen: date | None = None
    """The last visit on which the child was not seen, if it came after the last time seen."""
    refused: tuple[date, str, str] | None = None
    """The last visit, if time alone was refused: when, the reason's value, and the words."""
    bedroom_on: date | None = None
    """When the place where the child sleeps was last seen."""
    weeks: tuple[tuple[date, str], ...] = ()
    """The seen strip: the Monday of each week with something recorded, and its letter (a w o n s), oldest first."""

    @property
    def unborn(self) -> bool:
        """Expected and not born yet."""
        return self.expected_on is not None and self.born_on is None


class OpenAction(NamedTuple):
    """An action that is open, or done with a day to look again."""

    id: str
    what: str
    due_on: date
    type: str = "other"
    child_id: str | None = None
    owner: str = "me"
    moved: int = 0
    """How often its date was moved."""
    question: str | None = None
    look_again: bool = False
    """Done, and `due_on` is the day to look again."""


class Mark(NamedTuple):
    """A dated fact on which a prompt may rest: what it is, what it is about, and from when it counts.

    What each kind means is for practice to say (see `checklists.marks`); the store keeps it as it is.
    """

    kind: str
    about: str
    """The id of the record, person or child that it names; of the case only where it names nothing smaller."""
    since: date | None = None
    """The day it counts from; None where that is not recorded."""
    due: date | None = None
    """A day of its own, such as by when a reply is expected."""
    child_id: str | None = None
    label: str = ""
    """A few words of it: whose name, which need."""
    more: tuple[str, ...] = ()
    """Whatever else its message says."""


class SetAside(NamedTuple):
    """One prompt about one thing that waits until a day."""

    signal: str
    about: str
    until: date
    reason: str = ""
    id: str = ""
    """The record that says so."""


class CaseSummary(NamedTuple):
    """One case as Today and Caseload need it."""

    id: str
    ref: str
    service: str = "children"
    allocated_on: date | None = None
    closed_on: date | None = None
    children: tuple[ChildFacts, ...] = ()
    actions: tuple[OpenAction, ...] = ()
    """Open actions, oldest date first."""
    marks: tuple[Mark, ...] = ()
    """The dated facts beyond visits: people, concerns, requests, outcomes, events."""
    set_aside: tuple[SetAside, ...] = ()
    revision: int = 0
    """Revision of the case that the row was drawn from."""
    damaged: str = ""
    """Why the case cannot be read, in a sentence; then the other fields may be blank."""


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None


def _pair(value: Any) -> tuple[int, str] | None:
    return (value[0], value[1]) if value else None


def _seen(value: Any) -> SeenFact | None:
    if not value:
        return None
    return SeenFact(**{**value, "on": date.fromisoformat(value["on"]), "as_at": _day(value["as_at"])})


def _child(row: dict[str, Any]) -> ChildFacts:
    facts = dict(row)
    for name in _CHILD_DAYS:
        if facts[name]:
            facts[name] = date.fromisoformat(facts[name])
    sighting, refused = row["last_sighting"], row["refused"]
    facts["visit_interval"] = _pair(row["visit_interval"])
    facts["alone_interval"] = _pair(row["alone_interval"])
    facts["last_seen"] = _seen(row["last_seen"])
    facts["last_alone"] = _seen(row["last_alone"])
    facts["last_sighting"] = (date.fromisoformat(sighting[0]), sighting[1]) if sighting else None
    facts["refused"] = (date.fromisoformat(refused[0]), refused[1], refused[2]) if refused else None
    facts["weeks"] = tuple((date.fromisoformat(monday), letter) for monday, letter in row["weeks"])
    return ChildFacts._make(_OF_CHILD(facts))


def _action(row: dict[str, Any]) -> OpenAction:
    return OpenAction(**{**row, "due_on": date.fromisoformat(row["due_on"])})


def _mark(row: dict[str, Any]) -> Mark:
    facts = {**row, "since": _day(row["since"]), "due": _day(row["due"]), "more": tuple(row["more"])}
    return Mark._make(_OF_MARK(facts))


def _set_aside(row: dict[str, Any]) -> SetAside:
    return SetAside(**{**row, "until": date.fromisoformat(row["until"])})


_OF_CHILD, _OF_MARK, _OF_CASE = (itemgetter(*kind._fields) for kind in (ChildFacts, Mark, CaseSummary))
"""The facts of the many in their order, all at once: by name a row of 2,000 takes half as long again."""
_CHILD_DAYS = tuple(name for name, kind in ChildFacts.__annotations__.items() if kind == date | None)


def plain(fact: Any) -> dict[str, Any]:
    """A summary, or one of its facts, as the row that is kept. Raises TypeError for anything else."""
    if not isinstance(fact, CaseSummary | ChildFacts | SeenFact | OpenAction | Mark | SetAside):
        raise TypeError
    return fact._asdict()


def summary_from(row: dict[str, Any]) -> CaseSummary:
    """The summary from its plain row (what `plain` makes of it). Raises KeyError, TypeError or ValueError."""
    facts = dict(row)
    facts["allocated_on"] = _day(row["allocated_on"])
    facts["closed_on"] = _day(row["closed_on"])
    facts["children"] = tuple(map(_child, row["children"]))
    facts["actions"] = tuple(map(_action, row["actions"]))
    facts["marks"] = tuple(map(_mark, row["marks"]))
    facts["set_aside"] = tuple(map(_set_aside, row["set_aside"]))
    return CaseSummary._make(_OF_CASE(facts))
