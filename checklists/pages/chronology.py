"""The chronology of a case: its entries, the same by month, and the same in the order in which they were written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from checklists.by_key import by_key
from checklists.chronology.choosing import Only, chosen, names_on, said_only
from checklists.chronology.dated import Dated, joined
from checklists.chronology.every import entries
from checklists.chronology.gaps import Gap, gaps
from checklists.dates import say_day
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.chronology_months import by_month
from checklists.pages.chronology_rows import BY_WRITING, COLUMNS, ON_PAPER, entry_item, gap_item, on_paper, say_entries
from store.case import Case

Way = Literal["entries", "month", "written"]
WAYS: tuple[Way, ...] = ("entries", "month", "written")
"""The three ways to read it, in the order in which they follow one another."""
LEFT_OUT = "Always left out: my private notes on supervision, drafts, what was taken out, and prompts of this program."
NOT_THE_RECORD = "A reflection aid, not the statutory record. It may still have to be disclosed."
NOTHING = f"Nothing with a day is recorded on this case yet. {by_key('new', 'adds an event.')}"
NONE_SUCH = f"No entry is of that kind. {by_key('back', 'shows all.')}"
AS_WRITTEN = "As written"
BESIDE = 16
"""Where the order stands beside a heading."""


@dataclass(frozen=True, slots=True)
class Known:
    """Everything dated on a case, found once, with the rows that were made of it: a filter then makes none again."""

    every: Sequence[Dated]
    items: dict[tuple[int, bool], Item] = field(default_factory=dict)

    def item(self, case: Case, one: Dated, today: date, *, by_writing: bool = False) -> Item:
        """The row of an entry."""
        key = (id(one), by_writing)
        found = self.items.get(key)
        if found is None:
            found = self.items[key] = entry_item(case, one, today, by_writing=by_writing)
        return found


@dataclass(frozen=True, slots=True)
class Reading:
    """A chronology as it is being read: the entries that are asked for, and all there are."""

    case: Case
    today: date
    limits: Limits
    only: Only
    known: Known
    found: Sequence[Dated]

    @property
    def oldest(self) -> Sequence[Dated]:
        """The entries that are asked for, oldest first."""
        return self.found if self.only.oldest_first else self.found[::-1]

    @property
    def ends(self) -> date:
        """The day up to which it speaks."""
        return min(self.only.until or self.today, self.case.info.closed_on or self.today)

    @property
    def order(self) -> str:
        """In which order it stands."""
        return "oldest first" if self.only.oldest_first else "newest first"


def chronology_page(
    case: Case,
    today: date,
    limits: Limits,
    only: Only | None = None,
    way: Way = "entries",
    known: Known | None = None,
) -> Page:
    """The page of one of the three ways. `known` spares finding the entries of this child again."""
    only, names = only or Only(), names_on(case)
    known = known or known_of(case, today, only)
    reading = Reading(case, today, limits, only, known, chosen(known.every, only, names, today))
    count = f"{len(reading.found)} of {len(known.every)}" if only.asks else say_entries(len(known.every))
    said = said_only(only, names, today)
    stated = (Paragraph(f"Only {', '.join(said)}: {count}.", dim=True),) if said else ()
    facts = ", ".join([case.ref, count, *said])
    return Page("Chronology", facts, (*stated, *_BLOCKS[way](reading)), "", case.ref, cases=(case.id,))


def known_of(case: Case, today: date, only: Only) -> Known:
    """All entries of the case, or of the child that is asked for."""
    return Known(entries(case, today, only.child))


def printed(page: Page, case: Case, today: date, only: Only) -> Page:
    """The page for a file: with the day, what was left out, and that it is not the record."""
    left = said_only(only, names_on(case), today)
    asked = joined(f"Only what was asked for is here, the rest is left out: {', '.join(left)}")
    filtered = asked if left else "No filter."
    made = f"Made on {say_day(today, date.min)}."
    lines = (made, filtered, LEFT_OUT, NOT_THE_RECORD)
    more: tuple[Block, ...] = (Heading("About these pages"), *(Paragraph(line) for line in lines))
    headings = [block.text for block in page.blocks if isinstance(block, Heading)]
    columns = BY_WRITING if AS_WRITTEN in headings else ON_PAPER
    return replace(page, blocks=(*(_on_paper(block, columns) for block in page.blocks), *more))


def _on_paper(block: Block, columns: tuple[Column, ...]) -> Block:
    """A list of entries in columns for which a sheet has room; every other block as it is."""
    if not isinstance(block, Table) or block.columns != COLUMNS:
        return block
    return replace(block, columns=columns, items=tuple(map(on_paper, block.items)))


def _entries(reading: Reading) -> list[Block]:
    named = list(gaps(reading.oldest, reading.limits, reading.ends, reading.case.info.allocated_on))
    rows = tuple(_with_gaps(reading, named))
    return [Heading("Entries", ((BESIDE, reading.order),)), Table(COLUMNS, rows, empty=_none(reading))]


def _none(reading: Reading) -> str:
    return NONE_SUCH if reading.only.asks else NOTHING


def _with_gaps(reading: Reading, named: Sequence[Gap]) -> list[Item]:
    """The rows, each gap in its place between them."""
    ahead = reading.only.oldest_first
    waiting = list(named if ahead else named[::-1])
    rows: list[Item] = []
    for one in reading.found:
        while waiting and (waiting[0].last < one.on if ahead else waiting[0].first > one.on):
            rows.append(_gap(reading, waiting.pop(0)))
        rows.append(reading.known.item(reading.case, one, reading.today))
    return [*rows, *(_gap(reading, gap) for gap in waiting)]


def _gap(reading: Reading, gap: Gap) -> Item:
    return gap_item(gap, reading.today, reading.limits, every=not reading.only.asks)


def _by_month(reading: Reading) -> list[Block]:
    every = not reading.only.asks
    return by_month(reading.case, reading.oldest, reading.ends, reading.today, reading.limits, every=every)


def _as_written(reading: Reading) -> list[Block]:
    by_time = sorted(reading.oldest, key=lambda one: one.written.timestamp() if one.written else 0.0)
    rows = by_time if reading.only.oldest_first else by_time[::-1]
    items = tuple(reading.known.item(reading.case, one, reading.today, by_writing=True) for one in rows)
    beside = f"by the day it was written down, {reading.order}"
    return [Heading(AS_WRITTEN, ((BESIDE, beside),)), Table(COLUMNS, items, empty=_none(reading))]


_BLOCKS: Mapping[Way, Callable[[Reading], list[Block]]] = {
    "entries": _entries,
    "month": _by_month,
    "written": _as_written,
}
