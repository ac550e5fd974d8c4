"""Days away as they are typed: a school holiday, or my own leave with who covers."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from checklists.clock import Clock
from checklists.dates import say_day
from checklists.entry import Entry, Path, entries_of, texts_of
from checklists.journeys.form import Form, Texts, asked_of, placed_in, under, values_of
from checklists.signals.guards import HOLIDAY, LEAVE
from checklists.use_cases.away import keep_away
from store.case_store import CaseStore
from store.practitioner import Away
from store.records import Ask, Record

NAME = "away"
"""Begins the name of the form's draft, before the id of the days that it changes."""


class AwayAsked(Record):
    """Days away as they are asked for. They are kept in the practitioner's own file, never with a case."""

    kind: ClassVar[str] = "away"
    name: ClassVar[str] = "days away"

    type: Annotated[
        Literal["school_holiday", "own_leave"], Ask(letters="so", words=("school holiday", "own leave"))
    ] = Field(
        title="Away",
        description="Own leave stops no clock.",
    )
    from_on: Annotated[date, Ask(half=True, day="due", short="From")] = Field(
        title="First day", description="Such as 21/12 or mon."
    )
    to_on: Annotated[date | None, Ask(half=True, day="due", short="To")] = Field(
        default=None, title="Last day", description="It is one of them. Blank: one day."
    )
    cover: Annotated[
        Literal["duty", "manager", "colleague"] | None,
        Ask(letters="dmc", when="type", among=("own_leave",)),
    ] = Field(default=None, title="Cover", description="Who covers, as a role.")


def away_form(store: CaseStore, clock: Clock, days: Away | None = None) -> Form:
    """New days away, or other ones in place of these."""
    today, head = clock.today(), AwayAsked.kind
    every = entries_of(AwayAsked, (), under=(head,))
    held: dict[Path, object] = {entry.path: getattr(days, entry.name) or None for entry in every} if days else {}
    start = texts_of(every, held, today)

    def entries(texts: Texts, _path: Path) -> list[Entry]:
        return asked_of(every, texts, start)

    def save(texts: Texts) -> str:
        values = under(values_of(entries(texts, ()), texts, today), head)
        with placed_in(head):
            kept = keep_away(store, {"cover": None, **values}, days.id if days else "")
        return f"{say_away(kept, today)} Kept, for every case."

    title = "Edit days away" if days else "Days away"
    return Form(f"{NAME}:{days.id}" if days else NAME, "", title, "", entries, start, save)


def say_away(days: Away, today: date) -> str:
    """`Own leave Mon 23 Nov to Fri 27 Nov, cover: duty.`."""
    first, last = say_day(days.from_on, today), say_day(days.to_on, today)
    when = first if first == last else f"{first} to {last}"
    what = {HOLIDAY: "School holiday", LEAVE: "Own leave"}[days.type]
    return f"{what} {when}{f', cover: {days.cover}' if days.cover else ''}."
