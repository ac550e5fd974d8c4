"""The ladder of a review: each rung with the day it was reached, or by when, with the arithmetic and where that comes from."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import due, say_day
from checklists.due import date_word
from checklists.learning.review_process import Rung, review_process
from checklists.limits import Limit, Limits, in_force
from checklists.pages.blocks import Column, Item, Table
from checklists.pages.spot import Spot
from checklists.signals.timescales import TRIGGERS
from checklists.signals.wording import ago, falls_on
from store.case import Case
from store.records import Event

COLUMNS = (Column("", 3, 3), Column("", 19, 19))
HEADING = "The ladder, with its dates"
NOT_YET = "no day yet"


def ladder(case: Case, today: date, limits: Limits) -> Table:
    """Every rung for the service of the case; a day comes from an event of the case, and a limit from the limits in force."""
    rungs = review_process().ladder(case.info.service)
    return Table(
        COLUMNS, tuple(_item(case, rung, f"rung {place}", today, limits) for place, rung in enumerate(rungs)), HEADING
    )


def _item(case: Case, rung: Rung, what: str, today: date, limits: Limits) -> Item:
    key = Spot(case.id, "companion", what)
    row = limits.rows.get(rung.timescale)
    began = _latest(case, row.starts) if row else None
    reached = _latest(case, (rung.event,)) if rung.event else None
    if reached is not None and (began is None or reached.happened_on >= began.happened_on):
        day = say_day(reached.happened_on, today)
        return Item((day, rung.title), "", key, f"{rung.title}: {day}.{_source(row)}")
    if row is None or not row.enabled:
        return Item((NOT_YET, rung.title), "", key, f"{rung.title}: no day is recorded, and none is set.{_notes(rung)}")
    if began is None:
        why = f"{rung.title}: {row.said} after {_starts(row)}, which is not recorded.{_notes(rung)}{_source(row)}"
        return Item((NOT_YET, rung.title), "", key, why)
    by = due(began.happened_on, row.value, row.unit)
    left = f"{ago(by, today)}{falls_on(by, today)}"
    trigger = TRIGGERS.get(began.type, "what happened")
    sums = f"{row.said} after {trigger} of {say_day(began.happened_on, today)}"
    why = f"{rung.title}: by {say_day(by, today)}{left}, {sums}.{_notes(rung)}{_source(row)}"
    return Item((f"by {say_day(by, today)}", rung.title), date_word(by, today, limits), key, why)


def rung_event(service: str, what: str) -> str:
    """The type of the event that shows that the rung of that row was reached; blank where none does."""
    return review_process().ladder(service)[int(what.removeprefix("rung "))].event


def _notes(rung: Rung) -> str:
    return f" {by_key('open', 'notes it as an event.')}" if rung.event else ""


def _latest(case: Case, types: Sequence[str]) -> Event | None:
    found = [event for event in case.of(Event) if event.type in types]
    return max(found, key=lambda event: (event.happened_on, event.id), default=None)


def _starts(row: Limit) -> str:
    return " or ".join(TRIGGERS.get(start, start.replace("_", " ")) for start in row.starts)


def _source(row: Limit | None) -> str:
    """Where the limit comes from, with its day of last checking."""
    note = f" {row.note}" if row and row.note else ""
    found = in_force(None, row)
    return f"\n{found.source}.{note}" if found else ""
