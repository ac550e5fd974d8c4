"""What belongs to a record and stands under it on its page: the contacts of an agency, the readings of an outcome, steps."""

from datetime import date

from checklists.limits import Limits
from checklists.pages.blocks import Block, Item, Table
from checklists.pages.lists.agencies import contact_items
from checklists.pages.lists.escalations import steps_of
from checklists.pages.lists.plan import reading_items
from checklists.pages.lists.rows import THREE
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Agency, Contact, Escalation, Outcome, OutcomeReading, Record


def parts_of(case: Case, record: Record, today: date, limits: Limits | None = None) -> list[Block]:
    """The lists that stand under the record; none where there is nothing in them."""
    if isinstance(record, Agency):
        mine = {one.id for one in case.of(Contact) if one.agency_id == record.id}
        return _table("Contacts", contact_items(case, today), mine)
    if isinstance(record, Outcome):
        mine = {one.id for one in case.of(OutcomeReading) if one.outcome_id == record.id}
        return _table("Readings", reading_items(case, today), mine)
    if isinstance(record, Escalation):
        return steps_of(case, record, today, limits)
    return []


def _table(heading: str, items: list[Item], mine: set[str]) -> list[Block]:
    rows = tuple(item for item in items if isinstance(item.key, Spot) and item.key.record_id in mine)
    return [Table(THREE, rows, heading)] if rows else []
