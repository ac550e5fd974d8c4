"""What a case has room for on a wide screen: its prompts in full, all its actions, the last entries of its chronology."""

from collections.abc import Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.chronology.every import entries
from checklists.dates import say_day
from checklists.due import date_word
from checklists.limits import Limits
from checklists.pages.blocks import Column, Fit, Item, Table
from checklists.pages.chronology_rows import COLUMNS, entry_item
from checklists.pages.spot import Spot
from checklists.pages.today import say_due
from checklists.signals.prompt import Prompt
from store.case import Case
from store.summary import CaseSummary

MOST = 6
"""So many actions; the heading says of how many."""
LAST = 3


def in_full(mine: Sequence[Prompt]) -> Fit:
    """The first prompt of a question as a sentence, and how many more there are."""
    first, more = mine[0], f" +{len(mine) - 1}" if len(mine) > 1 else ""
    return Fit(f"{first.text}{more}", f"{first.medium}{more}", first.short, f"{first.narrow or first.short}{more}")


def all_actions(facts: CaseSummary, today: date, limits: Limits) -> Table:
    """The next actions, one a row, each with its day."""
    rows = facts.actions[:MOST]
    count = len(facts.actions)
    title = f"{len(rows)} of {count} open" if count > MOST else f"{count} open"
    items = tuple(
        Item(
            (say_day(action.due_on, today), Fit(f"look again: {action.what}" if action.look_again else action.what)),
            date_word(action.due_on, today, limits),
            Spot(facts.id, "action", action.id),
            f"{action.what}\n{say_due(action, today)}",
        )
        for action in rows
    )
    none = Item(
        ("", "none open"), "", Spot(facts.id, "actions"), by_key("actions", "opens the seven practical actions.")
    )
    return Table((Column("", 3, 3), Column(title, 19, 19)), items or (none,), "Actions", titles=True)


def last_entries(case: Case, today: date) -> Table:
    """The newest three of the chronology, the newest first; what is still to come is not in them."""
    past = [one for one in entries(case, today) if one.on <= today]
    items = tuple(entry_item(case, one, today) for one in past[: -LAST - 1 : -1])
    return Table(COLUMNS, items, "Last entries")
