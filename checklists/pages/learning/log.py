"""My learning log: the five ways on top, each with when it was last done; below them what I wrote, the newest first."""

from datetime import date

from checklists.by_key import by_key
from checklists.dates import due, say_count, say_day
from checklists.learning.embedding import Item as Way
from checklists.learning.embedding import embedding
from checklists.limits import Limit, Limits
from checklists.pages.blocks import Block, Cell, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.lists.rows import newest, one_line, words_of
from checklists.pages.spot import Spot
from store.case import OWN, Case
from store.records import LearningEntry

AGAIN = "learning_again"
"""After so long one of the five ways is spoken of again."""
WAY = "way"
"""What the row of one of the five stands for."""
WAYS = (Column("", 3, 3), Column("", 7, 7), Column("", 58, 36))
ENTRIES = (Column("", 3, 3), Column("", 15, 15), Column("", 28, 28), Column("", 64, 0))
NOT_YET = "not recorded yet"
EMPTY = "Nothing is written yet. A line is enough: what I read, and the one thing I will do."
TO_SUPERVISION = "to supervision"


def log_page(own: Case, today: date, limits: Limits) -> Page:
    """The whole log."""
    rows = newest(own.of(LearningEntry), lambda row: row.happened_on)
    limit = limits.row(AGAIN)
    last = {way.kind: _last(own, way) for way in embedding().items}
    ways = tuple(_way(way, last[way.kind], today, limit) for way in embedding().items)
    blocks: list[Block] = [Table(WAYS, ways, embedding().heading)]
    if said := _for_a_while(last, today, limit):
        blocks.append(Paragraph(said, dim=True))
    blocks.append(Table(ENTRIES, tuple(_entry(own, row, today) for row in rows), "What I wrote", empty=EMPTY))
    foot = f"{by_key('new', 'adds an entry.')} {by_key('open', 'changes it.')}"
    return Page("My learning", say_entries(len(rows)), tuple(blocks), foot, say_entries(len(rows)))


def say_entries(count: int) -> str:
    """`no entry yet`, `1 entry`, `4 entries`."""
    return "no entry yet" if not count else "1 entry" if count == 1 else f"{count} entries"


def _last(own: Case, way: Way) -> date | None:
    return max((row.happened_on for row in own.of(LearningEntry) if row.type == way.kind), default=None)


def _way(way: Way, last: date | None, today: date, limit: Limit) -> Item:
    said: Cell = f"last {say_day(last, today)}" if last else NOT_YET
    if last and _long_ago(last, today, limit):
        said = Fit(f"{said}, {(today - last).days} days", short=str(said))
    why = f"{way.prompt}\n{way.small_step}"
    return Item((way.id, Fit(way.title, short=way.short), said), "", Spot(OWN, WAY, part=way.kind), why)


def _long_ago(last: date, today: date, limit: Limit) -> bool:
    return limit.enabled and due(last, limit.value, limit.unit) < today


def _for_a_while(last: dict[str, date | None], today: date, limit: Limit) -> str:
    """Which of the five were last done longer ago than the limit says, with the days; no more is made of it."""
    gone = [
        f"{way.id} {(today - day).days} days ago"
        for way in embedding().items
        if (day := last[way.kind]) and _long_ago(day, today, limit)
    ]
    if not gone:
        return ""
    after = f"Said after {say_count(limit.value, limit.unit)} ({limit.source})."
    return f"It has been a while: {', '.join(gone)}. Which of them would help now? {after}"


def _entry(own: Case, row: LearningEntry, today: date) -> Item:
    cases = words_of(own, row, "case_ids", today)
    words = one_line(f"{row.review}: {row.what_i_take}" if row.review else row.what_i_take)
    brought = TO_SUPERVISION if row.bring else ""
    about = [f"About {cases}." if cases else "", "Brought to supervision." if brought else ""]
    why = f"{words}\n{' '.join(part for part in (*about, f'id {row.short_id}') if part)}"
    type_ = words_of(own, row, "type", today)
    return Item((say_day(row.happened_on, today), type_, words, brought), "", Spot(OWN, "record", row.id), why)
