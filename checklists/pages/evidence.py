"""The record's own evidence for each question: which lists, and how they are counted in words.

A list that is added is one entry here; its rows are made in `lists/`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.library import library
from checklists.pages.actions import action_items
from checklists.pages.blocks import Block, Column, Item, Paragraph, Table
from checklists.pages.lists.agencies import agency_items, contact_items, waiting
from checklists.pages.lists.childs_day import care_items, day_items
from checklists.pages.lists.concerns import concern_items, waiting_concerns
from checklists.pages.lists.explanations import explanation_items, unchecked
from checklists.pages.lists.for_adults import advocate_items, capacity_items, desired_items
from checklists.pages.lists.plan import engagement_items, event_items, outcome_items, plan_line
from checklists.pages.lists.seen_by_others import confirmed_line, sighting_items
from checklists.pages.lists.unknowns import open_unknowns, unknown_items
from checklists.pages.lists.wonders import wonder_items
from checklists.pages.people import people_items
from checklists.pages.visits import visit_items
from store.case import Case
from store.records import (
    Action,
    Advocate,
    Agency,
    CapacityNote,
    Concern,
    Contact,
    DayEntry,
    DesiredOutcome,
    Engagement,
    Event,
    Explanation,
    Hypothesis,
    NeglectEntry,
    Outcome,
    Person,
    Record,
    Sighting,
    Unknown,
    Visit,
)

Items = Callable[[Case, date], Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One list: which records it shows, and how it is counted in words."""

    kind: type[Record]
    items: Items
    one: str
    many: str
    heading: str = ""
    """Over the list, where it is not the question's first."""
    waits: Callable[[Case], Sequence[Record]] | None = None
    """Those of them that wait for something."""
    wait_word: str = ""
    """What they are called in the count: `4, 1 waiting`."""


LISTS: dict[str, tuple[Evidence, ...]] = {
    "Q1": (
        Evidence(Visit, visit_items, "visit", "visits"),
        Evidence(Sighting, sighting_items, "sighting", "sightings", "Sightings by others"),
    ),
    "Q2": (Evidence(Person, people_items, "person", "people"),),
    "Q3": (
        Evidence(DayEntry, day_items, "entry", "entries"),
        Evidence(NeglectEntry, care_items, "on care", "on care", "Care"),
    ),
    "Q4": (
        Evidence(Hypothesis, wonder_items, "I wonder", "I wonder"),
        Evidence(Concern, concern_items, "concern", "concerns", "Concerns", waiting_concerns, "open"),
    ),
    "Q5": (Evidence(Explanation, explanation_items, "account", "accounts", "", unchecked, "unchecked"),),
    "Q6": (Evidence(Unknown, unknown_items, "unknown", "unknowns", "", open_unknowns, "open"),),
    "Q7": (
        Evidence(Agency, agency_items, "agency", "agencies", "", waiting, "waiting"),
        Evidence(Contact, contact_items, "contact", "contacts", "Contacts"),
    ),
    "Q8": (
        Evidence(Outcome, outcome_items, "outcome", "outcomes"),
        Evidence(Engagement, engagement_items, "review", "reviews", "Taking part, and the change"),
        Evidence(Event, event_items, "event", "events", "Events"),
        Evidence(Action, action_items, "action", "actions", "Actions"),
    ),
}
"""Which question has which lists; the first is the one that is always there."""
OF_ADULTS: dict[str, tuple[Evidence, ...]] = {
    **LISTS,
    "Q6": (
        *LISTS["Q6"],
        Evidence(CapacityNote, capacity_items, "capacity note", "capacity notes", "Capacity, one decision at a time"),
        Evidence(Advocate, advocate_items, "on an advocate", "on an advocate", "Advocate"),
    ),
    "Q8": (
        Evidence(DesiredOutcome, desired_items, "wish", "wishes", "What they want to happen"),
        *LISTS["Q8"],
    ),
}
"""The same for an adult: what they want comes first where the plan is looked at."""
LINES: dict[str, Callable[[Case, date], str]] = {"Q2": confirmed_line, "Q8": plan_line}
"""A sentence that stands before the lists of a question."""


def lists_of(case: Case, question: str) -> tuple[Evidence, ...]:
    """The lists of a question on this case."""
    return (OF_ADULTS if case.info.service == "adults" else LISTS)[question]


def grows_by(case: Case, question: str) -> str:
    """The kind of record that is new on a question: of its first list, or a contact where agencies are listed."""
    first = lists_of(case, question)[0].kind
    return Contact.kind if first is Agency and case.of(Agency) else first.kind


def count_of(case: Case, question: str) -> str:
    """`9 visits`, `4, 1 waiting`, `none`: the first list of the question that holds anything, in words."""
    found = next((one for one in lists_of(case, question) if case.of(one.kind)), None)
    if found is None:
        return "none"
    count = len(case.of(found.kind))
    waits = len(found.waits(case)) if found.waits else 0
    return f"{count}, {waits} {found.wait_word}" if waits else f"{count} {found.one if count == 1 else found.many}"


def recorded(case: Case, question: str) -> tuple[Record, ...]:
    """All the records that the question rests on."""
    return tuple(record for one in lists_of(case, question) for record in case.of(one.kind))


def evidence(case: Case, question: str, today: date) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """What stands beside the box, and the ids of its records: the first list, and those others that hold anything."""
    first, *others = lists_of(case, question)
    line = LINES[question](case, today) if question in LINES else ""
    blocks: list[Block] = [Paragraph(line, dim=True)] if line else []
    blocks.append(_table(case, first, today, library(case.info.service).question(question).empty))
    blocks += [_table(case, one, today) for one in others if case.of(one.kind)]
    return tuple(blocks), tuple(record.id for record in recorded(case, question))


def _table(case: Case, one: Evidence, today: date, empty: str = "") -> Table:
    items = tuple(_two(item) for item in one.items(case, today))
    return Table((Column("", 3, 3), Column("", 16, 16)), items, one.heading, empty=empty)


def _two(item: Item) -> Item:
    """The row in two columns: its day or name, and the rest in words."""
    first, *rest = item.cells
    words = "  ".join(cell if isinstance(cell, str) else cell.full for cell in rest if cell)
    return Item((first, words), "", item.key, item.why)
