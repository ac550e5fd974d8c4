"""The short form by which a row of a list is finished: an unknown answered, an account checked, a concern followed up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from checklists.choices import with_choices
from checklists.clock import Clock
from checklists.entry import Entry, blank_is_today, entries_of, held, texts_of
from checklists.journeys.form import Form, Texts, fixed, placed_in, under, values_of
from checklists.starting import with_today_since
from checklists.use_cases.records import edit_record
from store.case import Case
from store.case_store import CaseStore
from store.records import (
    Concern,
    Contact,
    DesiredOutcome,
    Explanation,
    Hypothesis,
    Record,
    ReviewRequest,
    ReviewSupport,
    Unknown,
)

NOW = "today"
"""Stands in `Closing.start` for a day that is today where it is left blank."""


@dataclass(frozen=True, slots=True)
class Closing:
    """How one kind of record is finished: what is asked, and in which words."""

    title: str
    """The question over the short form."""
    yes: str
    """Its button."""
    fields: Sequence[str]
    needed: Sequence[str]
    start: Mapping[str, Any]
    """What stands in a field that is still blank or open."""
    said: str
    """The foot's sentence when it is kept."""


CLOSINGS: Mapping[type[Record], Closing] = {
    Unknown: Closing(
        "Is this known now?",
        "Answered",
        ("answer", "state", "closed_on"),
        ("answer",),
        {"state": "answered", "closed_on": NOW},
        "Answered. The question stays in the list, with its answer.",
    ),
    Explanation: Closing(
        "How was this account checked?",
        "Checked",
        ("checked_how", "checked_with", "checked_on", "fits"),
        ("checked_how",),
        {"checked_on": NOW},
        "Checked, with how and when.",
    ),
    Concern: Closing(
        "What came of this concern?",
        "Followed up",
        ("follow_up",),
        ("follow_up",),
        {},
        "Followed up. The concern stays in the list.",
    ),
    Contact: Closing(
        "Have they replied?",
        "Replied",
        ("they_said", "replied_on"),
        ("they_said", "replied_on"),
        {"replied_on": NOW},
        "Replied, with what they said.",
    ),
    Hypothesis: Closing(
        "Set this I wonder down?",
        "Set down",
        ("set_down_reason",),
        ("set_down_reason",),
        {},
        "Set down, with the reason. It stays in the list.",
    ),
    DesiredOutcome: Closing(
        "Is the outcome they asked for met?",
        "Asked again",
        ("result", "reason"),
        ("result",),
        {},
        "Kept, in the words of the day.",
    ),
    ReviewRequest: Closing(
        "Was it handed over?",
        "Handed over",
        ("submitted_on", "to_whom", "receipt"),
        ("submitted_on",),
        {"submitted_on": NOW},
        "Handed over, with to whom and what confirms it.",
    ),
    ReviewSupport: Closing(
        "When do you speak next?",
        "Spoken",
        ("check_in_on",),
        (),
        {},
        "Kept. Asking for help is part of doing it well.",
    ),
}
"""The kinds whose rows can be finished from their list."""
ALSO: Mapping[type[Record], Mapping[str, Any]] = {Hypothesis: {"state": "set_down"}}
"""What finishing changes beside what is asked."""


def closing_form(store: CaseStore, clock: Clock, case: Case, record: Record) -> Form:
    """The short form that finishes the record. Raises KeyError for a kind that has none."""
    today, kind, how = clock.today(), type(record), CLOSINGS[type(record)]
    entries = [_asked(entry, how) for entry in _entries(case, record, how, today)]
    start = texts_of(entries, {entry.path: _stands(record, entry.name, how) for entry in entries}, today)
    expected = {record.id: record.revision}

    def save(texts: Texts) -> str:
        typed = under(values_of(entries, texts, today), kind.kind)
        with placed_in(kind.kind):
            changes = with_today_since(record, {**typed, **ALSO.get(kind, {})}, today)
            edit_record(store, case.id, record.id, kind, changes, expected=expected[record.id])
        return how.said

    facts = f"{case.ref}, {record.short_id}"
    return Form(f"finish:{record.id}", case.id, how.title, facts, fixed(entries), start, save, expected=expected)


def _entries(case: Case, record: Record, how: Closing, today: date) -> list[Entry]:
    kind = type(record)
    made = entries_of(kind, how.fields, case.info.service, (kind.kind,))
    return [with_choices(entry, case, today, record.id) for entry in made]


def _asked(entry: Entry, how: Closing) -> Entry:
    asked = replace(entry, needed=entry.name in how.needed)
    return blank_is_today([asked], entry.name)[0] if how.start.get(entry.name) == NOW else asked


def _stands(record: Record, name: str, how: Closing) -> Any:
    """What the record holds; where that is blank, or its state still open, what finishing begins with."""
    now = held(record, name)
    if name not in how.start or now not in (None, "", "open"):
        return now
    return None if how.start[name] == NOW else how.start[name]
