"""An hour of supervision over several cases: which were talked of in it, and when each was talked of before."""

from collections.abc import Mapping, Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.journeys.hour import Hour
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from store.records import Supervision
from store.summary import CaseSummary

COLUMNS = (Column("Case", 3, 3), Column("who", 12, 12), Column("in this hour", 36, 30), Column("before", 54, 44))
FOOT = "The day and with whom stand already; each case has its own part."
EMPTY = "There is no open case."


def hour_page(rows: Sequence[CaseSummary], held: Mapping[str, Sequence[Supervision]], hour: Hour, today: date) -> Page:
    """One line a case, by reference. `held` are the supervisions of each case by its id."""
    items = tuple(_item(row, held.get(row.id, ()), hour, today) for row in rows)
    facts = ", ".join(filter(None, (say_day(hour.held_on, today), hour.with_role)))
    return Page("Supervision hour", facts, (Table(COLUMNS, items, titles=True, empty=EMPTY),), FOOT, facts)


def part_in(held: Sequence[Supervision], hour: Hour) -> Supervision | None:
    """The part that a case has in the hour."""
    return next((one for one in held if one.session_id == hour.session_id), None)


def _item(row: CaseSummary, held: Sequence[Supervision], hour: Hour, today: date) -> Item:
    before = max((one.held_on for one in held if one.session_id != hour.session_id), default=None)
    said = say_day(before, today) if before else "not recorded"
    who = ", ".join(child.initials or row.ref for child in row.children)
    written = part_in(held, hour) is not None
    does = "opens what was written." if written else "writes down what was said."
    cells = (row.ref, who, "written down" if written else "", said)
    return Item(cells, "", Spot(row.id, "case"), f"{row.ref}, talked of before: {said}. {by_key('open', does)}")
