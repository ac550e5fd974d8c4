"""Days away: school holidays here and my own leave, those ahead first."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.pages.blocks import Block, Column, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from checklists.signals.guards import HOLIDAY

if TYPE_CHECKING:
    from store.practitioner import Away

COLUMNS = (Column("", 3, 3), Column("from", 24, 20, tight=True), Column("to", 40, 33), Column("cover", 56, 0))
FOOT = " ".join(
    (
        "Days away, school holidays and your own leave. They hold for every case.",
        by_key("new", "adds."),
        by_key("open", "changes."),
        by_key("drop", "takes out."),
    )
)
NONE = "No days away are written down.\n\nA school holiday lets prompts about a school wait. Your own leave stops no clock: prompts add who covers."
WHY = {
    True: "While it lasts, nothing is asked about when a school was last heard from or is to reply.",
    False: "No day stands still; each dated prompt adds who covers.",
}


def away_page(found: Sequence["Away"], today: date) -> Page:
    """Those that are not over by their first day, then those that are."""
    ahead = [one for one in found if one.to_on >= today]
    over = [one for one in found if one.to_on < today]
    blocks: list[Block] = []
    if ahead:
        blocks.append(Table(COLUMNS, tuple(_item(one, today) for one in ahead), titles=True))
    if over:
        blocks.append(Table(COLUMNS, tuple(_item(one, today) for one in reversed(over)), "Over"))
    return Page("Days away", f"{len(found)}", tuple(blocks) or (Paragraph(NONE),), FOOT)


def _item(days: "Away", today: date) -> Item:
    holiday = days.type == HOLIDAY
    first, last = say_day(days.from_on, today), say_day(days.to_on, today)
    cover = "" if holiday else days.cover or "not recorded"
    what = "School holiday" if holiday else "Own leave"
    why = f"{what} {first} to {last}{f', cover: {cover}' if cover else ''}. {WHY[holiday]}"
    return Item((what, first, last, cover), "", Spot("", "away", days.id), why)
