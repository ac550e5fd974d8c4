"""What was done and what was let go over all cases, and one action in full."""

from collections.abc import Iterable
from datetime import date

from checklists.dates import say_day
from checklists.pages.actions import action_detail
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.use_cases.records import the_record
from store.case import Case
from store.records import Action

COLUMNS = (Column("Done", 3, 3), Column("Case", 16, 16), Column("What", 24, 24))


def done_actions_page(cases: Iterable[Case], today: date) -> Page:
    """Every action that is over, the newest first, each with what is different or why it was let go."""
    pairs = [(case, action) for case in cases for action in case.of(Action) if action.state != "open"]
    pairs.sort(key=lambda pair: (pair[1].done_on or date.min, pair[0].ref.casefold(), pair[1].id), reverse=True)
    items = tuple(_item(case, action, today) for case, action in pairs)
    table = Table(COLUMNS, items, titles=True, empty="Nothing is done or let go yet.")
    return Page("Actions done", f"all cases, {len(items)}, newest first", (table,), "", f"{len(items)}")


def action_page(case: Case, action_id: str, today: date) -> Page:
    """One action in full. Raises UnknownRecord."""
    action = the_record(case, action_id, Action)
    return Page("Action", f"{case.ref}, {action.short_id}", action_detail(case, action, today), "", case.ref)


def _item(case: Case, action: Action, today: date) -> Item:
    outcome = " ".join((action.child_outcome or action.dropped_reason).split())
    day = say_day(action.done_on, today) if action.done_on else "let go"
    return Item((day, case.ref, action.what), "", Spot(case.id, "action", action.id), f"{action.what}\n{outcome}")
