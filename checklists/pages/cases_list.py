"""All cases in a list: for the command line, and to choose one from."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Cell, Column, Fit, Item, Page, Table
from checklists.pages.spot import Spot
from store.summary import CaseSummary


def cases_page(rows: Sequence[CaseSummary], today: date) -> Page:
    """One line a case, by reference, closed ones too."""
    columns = (
        Column("Case", 3, 3),
        Column("service", 10, 0),
        Column("who", 21, 10),
        Column("allocated", 46, 34),
        Column("closed", 60, 46),
    )
    items = tuple(_item(row, today) for row in sorted(rows, key=lambda row: row.ref.casefold()))
    return Page("Cases", str(len(rows)), (Table(columns, items, titles=True, empty="No cases yet."),))


def _item(row: CaseSummary, today: date) -> Item:
    allocated = say_day(row.allocated_on, today) if row.allocated_on else "not recorded"
    closed = say_day(row.closed_on, today) if row.closed_on else ""
    service, who = ("", "cannot be read") if row.damaged else (row.service, _who(row))
    days = ("", "") if row.damaged else (allocated, closed)
    key = Spot(row.id, "damaged" if row.damaged else "case")
    return Item((row.ref, service, who, *days), "", key, row.damaged or _why(row))


def _who(row: CaseSummary) -> Cell:
    """The initials of all; how many more where there is no room."""
    names = [child.initials or row.ref for child in row.children]
    if len(names) < 2:
        return "".join(names) or "none recorded"
    return Fit(", ".join(names), short=f"{names[0]}, +{len(names) - 1}")


def _why(row: CaseSummary) -> str:
    names = ", ".join(child.initials or row.ref for child in row.children)
    return f"{row.ref}: {names or 'nobody is recorded on it yet'}".rstrip(".") + "."
