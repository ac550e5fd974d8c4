"""All cases in a list: for the command line, and to choose one from."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_brief
from checklists.naming import called
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from store.summary import CaseSummary


def cases_page(rows: Sequence[CaseSummary], today: date) -> Page:
    """One line a case, by reference, closed ones too."""
    columns = (Column("case", 3, 3), Column("service", 16, 0), Column("who", 27, 16), Column("came", 48, 36), Column("closed", 60, 48))
    return Page("Cases", str(len(rows)), (Table(columns, tuple(_item(row, today) for row in rows), titles=True, empty="No cases yet."),))


def _item(row: CaseSummary, today: date) -> Item:
    who = row.damaged and "cannot be read" or ", ".join(called(child, row.ref) for child in row.children)
    came = say_brief(row.allocated_on, today) if row.allocated_on else ""
    closed = say_brief(row.closed_on, today) if row.closed_on else ""
    return Item((row.ref, row.service, who, came, closed), "", Spot(row.id), row.damaged)
