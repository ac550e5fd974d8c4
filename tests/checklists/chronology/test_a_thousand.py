"""A thousand entries of every kind: each filter keeps just those that were made to fit it, and the grid counts them."""

from collections import Counter
from datetime import date, timedelta
from functools import cache
from random import Random

import pytest

from checklists.chronology.choosing import Only
from checklists.chronology.every import entries
from checklists.chronology.grid import lanes
from checklists.limits import load_limits
from checklists.pages.blocks import Table
from checklists.pages.chronology import chronology_page
from checklists.pages.spot import Spot
from store.case import Case, case_of
from store.records import CaseRecord, Concern, Event, NeglectEntry, Record, Seen, Visit
from tests.checklists.chronology.written import TODAY, K, L, at

FIRST = date(2023, 1, 2)
COUNT = 1000
WORDS = ("No coat again.", "Toast for two.", "A loud evening.", "Won at chess.")
PEOPLE = ("gran", "head of year", "")


class Made:
    """A record, and what it was made to be: known without asking the app."""

    def __init__(self, place: int, random: Random) -> None:
        self.on = FIRST + timedelta(days=random.randrange((TODAY - FIRST).days + 1))
        self.kind = ("visit", "police", "concern", "care", "school")[place % 5]
        self.child = random.choice((K, L, None)) if self.kind in ("police", "school", "concern") else (K, L)[place % 2]
        self.words = random.choice(WORDS)
        self.person = random.choice(PEOPLE) if self.kind == "visit" else ""
        self.theme = random.choice(("T1", "T4", "T8")) if self.kind == "concern" else ""
        self.records = self._records()

    def _records(self) -> list[Record]:
        child = self.child.id if self.child else None
        match self.kind:
            case "visit":
                assert child
                there = (self.person,) if self.person else ()
                visit = Visit(happened_on=self.on, present=there, account=self.words)
                return [visit, Seen(visit_id=visit.id, child_id=child, happened_on=self.on, seen="alone")]
            case "concern":
                return [Concern(happened_on=self.on, text=self.words, theme=self.theme, child_id=child)]
            case "care":
                assert child
                return [NeglectEntry(child_id=child, happened_on=self.on, area="food", what=self.words)]
        return [Event(type=self.kind, happened_on=self.on, text=self.words, child_id=child)]


@cache
def made() -> tuple[Made, ...]:
    """The same thousand each time."""
    random = Random(20261123)
    return tuple(Made(place, random) for place in range(COUNT))


@cache
def case() -> Case:
    """Their case."""
    records = [one.model_copy(update={"recorded_at": at(each.on)}) for each in made() for one in each.records]
    return case_of(CaseRecord(ref="F-102"), [K, L, *records])


def shown(only: Only) -> Counter[str]:
    """The records of the rows."""
    page = chronology_page(case(), TODAY, load_limits(), only)
    rows = [item for block in page.blocks if isinstance(block, Table) for item in block.items]
    return Counter(item.key.record_id for item in rows if isinstance(item.key, Spot))


LATER, EARLIER = date(2025, 3, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("only", "fits"),
    [
        (Only(), lambda one: True),
        (Only(kind="visit"), lambda one: one.kind == "visit"),
        (Only(kind="Police"), lambda one: one.kind == "police"),
        (Only(kind="care"), lambda one: one.kind == "care"),
        (Only(kind="concern"), lambda one: one.kind == "concern"),
        (Only(theme="T4"), lambda one: one.theme == "T4"),
        (Only(theme="T8"), lambda one: one.theme == "T8" or one.kind == "care"),
        (Only(child=K.id), lambda one: one.child in (K, None)),
        (Only(child=L.id, kind="school"), lambda one: one.kind == "school" and one.child in (L, None)),
        (Only(person="head of year"), lambda one: one.person == "head of year"),
        (Only(since=LATER), lambda one: one.on >= LATER),
        (Only(until=LATER), lambda one: one.on <= LATER),
        (
            Only(since=LATER, until=EARLIER, words="coat"),
            lambda one: LATER <= one.on <= EARLIER and "coat" in one.words,
        ),
        (Only(words="chess", oldest_first=True), lambda one: "chess" in one.words),
    ],
)
def test_a_filter_keeps_just_those_that_were_made_to_fit(only: Only, fits: object) -> None:
    """None too few and none too many, each once."""
    assert callable(fits)
    wanted = Counter(one.records[0].id for one in made() if fits(one))
    assert wanted
    assert shown(only) == wanted


def test_the_grid_counts_the_same_months() -> None:
    """A row of the grid is what was made in that month, month by month."""
    found = {lane.name: lane.counts for lane in lanes(entries(case(), TODAY), TODAY)}
    first = [date(2025, 12, 1), *(date(2026, month, 1) for month in range(1, 12))]
    for name, kind in (("Visits", "visit"), ("Police", "police"), ("School", "school"), ("Concerns", "concern")):
        per_month = Counter(one.on.replace(day=1) for one in made() if one.kind == kind)
        assert list(found[name]) == [per_month[month] for month in first], name
