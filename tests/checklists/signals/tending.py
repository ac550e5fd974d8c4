"""Records of what is to be kept in view: unknowns, agencies, outcomes, plan, actions, supervision. Everyone is made up."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from checklists.limits import Limits
from checklists.signals import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from store.case import case_of
from store.records import (
    Action,
    Agency,
    Answer,
    CaseRecord,
    ChronologyReview,
    Contact,
    Escalation,
    Event,
    Outcome,
    OutcomeReading,
    Record,
    Supervision,
    Unknown,
    Visit,
)

TODAY = date(2026, 11, 23)
OLD = date(2025, 6, 2)


def asked(
    limits: Limits, records: Iterable[Record], signals: Sequence[str], on: date = TODAY, **case: Any
) -> list[Prompt]:
    """What these signals ask of a case made of the records, by date; patterns too."""
    whole = case_of(CaseRecord(**{"ref": "F-1", "allocated_on": OLD, **case}), records)
    return [prompt for prompt in prompts_of(whole, summarise(whole), on, limits) if prompt.signal in signals]


def one(limits: Limits, records: Iterable[Record], signal: str, on: date = TODAY, **case: Any) -> Prompt | None:
    """The one prompt of a signal, or none."""
    found = asked(limits, records, [signal], on, **case)
    assert len(found) <= 1, found
    return found[0] if found else None


def unknown(by: date, **facts: Any) -> Unknown:
    """Who collects on Fridays, to be known by a day."""
    return Unknown(**{"what": "Who collects K. on Fridays?", "by_on": by, **facts})


def agency(label: str = "School", sector: str = "education", **facts: Any) -> Agency:
    """An agency of the case."""
    return Agency(label=label, sector=sector, **facts)


def told(of: Agency, day: date, **facts: Any) -> Contact:
    """The agency told something on a day."""
    return Contact(**{"agency_id": of.id, "happened_on": day, "they_said": "She comes early.", **facts})


def asked_of(of: Agency, day: date, **facts: Any) -> Contact:
    """Something was asked of the agency on a day."""
    given = {"agency_id": of.id, "happened_on": day, "i_asked": "Her health record.", "basis": "consent"}
    return Contact(**{**given, **facts})


def heard(day: date) -> list[Record]:
    """School, which told something on a day."""
    school = agency()
    return [school, told(school, day)]


def requested(day: date, **facts: Any) -> list[Record]:
    """The GP, of whom something was asked on a day."""
    surgery = agency("GP", "health")
    return [surgery, asked_of(surgery, day, **facts)]


def outcome(child_id: str, set_on: date, *readings: tuple[date, str]) -> list[Record]:
    """What is to become different, and how it was read since."""
    made = Outcome(child_id=child_id, need="gets up alone", set_on=set_on)
    return [made, *(reading(made, day, change) for day, change in readings)]


def reading(of: Outcome, day: date, change: str) -> OutcomeReading:
    """How it stood on a day."""
    return OutcomeReading(outcome_id=of.id, change=change, read_on=day, evidence="up when I came", seen_or_told="seen")


def answer(day: date, question: str = "Q8", **facts: Any) -> Answer:
    """An answer to a question."""
    return Answer(**{"question": question, "text": "It moves, slowly.", "answered_on": day, **facts})


def action(due: date, moved: int = 0, **facts: Any) -> Action:
    """Something to do, whose date was moved so many times."""
    moves = tuple({"from_on": due, "to_on": due, "reason": "records not in"} for _ in range(moved))
    return Action(**{"what": "Bring health events in", "due_on": due, "moved": moves, **facts})


def supervised(day: date, **facts: Any) -> Supervision:
    """The case was talked about on a day."""
    return Supervision(held_on=day, **facts)


def read_through(day: date) -> ChronologyReview:
    """The chronology was looked at as a whole."""
    return ChronologyReview(looked_on=day)


def escalated(day: date, step: int = 1, **facts: Any) -> Escalation:
    """A step of an escalation that began on a day."""
    return Escalation(**{"about": "No school place", "step": step, "step_started_on": day, **facts})


def visit(day: date, **facts: Any) -> Visit:
    """A visit that waits to be written up."""
    return Visit(happened_on=day, **facts)


def event(type_: str, day: date, **facts: Any) -> Event:
    """Something that happened."""
    return Event(type=type_, happened_on=day, **facts)
