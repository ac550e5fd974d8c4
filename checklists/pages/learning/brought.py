"""Entries of my learning log that I want to bring to supervision: those marked for it, of a case or of none."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.masking import Reading
from checklists.pages.blocks import Block, Column, Item, Table
from checklists.pages.lists.rows import newest, one_line
from store.case import OWN
from store.records import LearningEntry

COLUMNS = (Column("When", 3, 3), Column("What", 16, 16))
FROM_MY_LOG = "From my learning log"


def entries_to_bring(reading: Reading) -> list[LearningEntry]:
    """All that are marked for it, the newest on top; nothing else of the log is ever in a pack. Raises StoreTrouble."""
    if not reading.stamp(OWN):
        return []
    return newest((one for one in reading.case(OWN).of(LearningEntry) if one.bring), lambda one: one.happened_on)


def of_case(entries: Sequence[LearningEntry], case_id: str) -> tuple[LearningEntry, ...]:
    """Those that name the case."""
    return tuple(one for one in entries if case_id in one.case_ids)


def of_none(entries: Sequence[LearningEntry]) -> tuple[LearningEntry, ...]:
    """Those that name no case."""
    return tuple(one for one in entries if not one.case_ids)


def entries_blocks(entries: Sequence[LearningEntry], today: date) -> tuple[Block, ...]:
    """A row for each; nothing where there is none."""
    return (Table(COLUMNS, tuple(_row(one, today) for one in entries), FROM_MY_LOG),) if entries else ()


def _row(one: LearningEntry, today: date) -> Item:
    type_ = entry_of(LearningEntry, "type").say(one.type, today)
    parts = [one.review, one.what_i_take, one.what_was_said, f"What came of it: {one.result}" if one.result else ""]
    text = one_line(f"{type_}: {' '.join(_ended(part) for part in parts if part.strip())}")
    return Item((say_day(one.happened_on, today), text), "", None, text)


def _ended(text: str) -> str:
    return text if text.rstrip().endswith((".", "!", "?", "…")) else f"{text.rstrip()}."
