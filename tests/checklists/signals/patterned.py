"""Cases made of records for the patterns, and what they ask."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from checklists.limits import Limits, load_limits
from checklists.signals import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from store.case import Case, case_of
from store.records import (
    CaseRecord,
    Child,
    Concern,
    DayEntry,
    Engagement,
    Event,
    NeglectEntry,
    Outcome,
    OutcomeReading,
    Record,
    Seen,
    Visit,
)

TODAY = date(2026, 11, 23)
OLD = date(2025, 6, 2)
K = Child(initials="K.M.", plan="cp", born_on=date(2018, 5, 4))
E_F = Child(initials="E.F.", plan="adult", born_on=date(1940, 2, 2))
LIMITS = load_limits()


def day(text: str) -> date:
    """`2026-11-03` as a day."""
    return date.fromisoformat(text)


def visited(on: str, how: str, *, child: Child = K, place: str = "home", **more: Any) -> list[Record]:
    """A visit and how the child was seen on it."""
    visit = Visit(happened_on=day(on), place=place)
    return [visit, Seen(visit_id=visit.id, child_id=child.id, happened_on=day(on), seen=how, **more)]


def seen(*texts: str, child: Child = K, **more: Any) -> list[Record]:
    """`2026-11-02 with_others`, each a visit."""
    return [record for text in texts for record in visited(*text.split(), child=child, **more)]


def day_entry(on: date, impact: str = "", child: Child = K) -> DayEntry:
    """A piece of a day, with or without what it means."""
    return DayEntry(child_id=child.id, happened_on=on, source="child", text="gets herself up", impact=impact)


def concern(on: str, child: Child | None = K, impact: str = "") -> Concern:
    """A worry."""
    return Concern(text="no coat again", happened_on=day(on), child_id=child.id if child else None, impact=impact)


def review(on: str, engagement: str, change: str, *, child: Child = K) -> Engagement:
    """Taking part and change, at a review."""
    return Engagement(child_id=child.id, review_on=day(on), engagement=engagement, child_change=change)


def readings(*texts: str, child: Child = K) -> list[Record]:
    """`2026-11-02 better`, each a reading of one outcome."""
    outcome = Outcome(child_id=child.id, set_on=day("2026-02-01"), need="a warm bed")
    made = [
        OutcomeReading(
            outcome_id=outcome.id, read_on=day(on), change=change, evidence="seen at home", seen_or_told="seen"
        )
        for on, change in (text.split() for text in texts)
    ]
    return [outcome, *made]


def event(on: str, kind: str, child: Child | None = None) -> Event:
    """Something that happened."""
    return Event(type=kind, happened_on=day(on), child_id=child.id if child else None)


def care(on: str, area: str, *, child: Child = K) -> NeglectEntry:
    """A small fact about care."""
    return NeglectEntry(child_id=child.id, happened_on=day(on), area=area, what="nothing in the fridge")


def a_case(
    records: Iterable[Record], *children: Child, adult: bool = False, allocated: date = OLD, **facts: Any
) -> Case:
    """A case with these records; of K.M., or of an adult."""
    who = children or ((E_F,) if adult else (K,))
    info = CaseRecord(
        ref="A-1" if adult else "F-1", service="adults" if adult else "children", allocated_on=allocated, **facts
    )
    return case_of(info, [*who, *records])


def asked(case: Case, signal: str, on: date = TODAY, limits: Limits = LIMITS) -> list[Prompt]:
    """What one signal asks of the case."""
    return [prompt for prompt in prompts_of(case, summarise(case), on, limits) if prompt.signal == signal]


def the_one(case: Case, signal: str, on: date = TODAY, limits: Limits = LIMITS) -> Prompt:
    """The one prompt of a signal."""
    (prompt,) = asked(case, signal, on, limits)
    return prompt


def severity(case: Case, signal: str, on: date = TODAY, limits: Limits = LIMITS) -> str:
    """The severity of a signal's prompt; `none` where it asks nothing."""
    found = asked(case, signal, on, limits)
    return found[0].severity if found else "none"
