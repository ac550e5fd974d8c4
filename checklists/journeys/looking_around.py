"""A look at the system around something on a case: an incident, drift, a disagreement."""

from dataclasses import replace
from datetime import date

from checklists.clock import Clock
from checklists.journeys.form import Form
from checklists.journeys.registers import known_by, record_form
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Concern, Contact, Escalation, Event, Outcome, Record, SystemNote

NAME = "around"
"""Begins the name of the form, before the id of the record that it looks around."""
AROUND: tuple[type[Record], ...] = (Event, Escalation, Outcome, Concern, Contact, Action)
"""The kinds of record around which one looks from their row."""
DAYS = ("happened_on", "step_started_on", "set_on", "due_on")
"""Where such a record has the day that the note is about: the first of these."""
ABOUT = 120
"""So many letters of what it is about stand in the note."""


def around_form(store: CaseStore, clock: Clock, case: Case, record: Record) -> Form:
    """A new system note that knows what it is about."""
    today = clock.today()
    about = {"about": known_by(case, record, today)[:ABOUT], "about_id": record.id, "happened_on": _day(record, today)}
    form = record_form(store, clock, case, SystemNote, about=about)
    return replace(form, name=f"{NAME}:{record.id}", worth_keeping=False)


def _day(record: Record, today: date) -> date:
    """The day of the record, unless it is still to come."""
    days = [day for name in DAYS if isinstance(day := getattr(record, name, None), date)]
    return min(days[0], today) if days else today
