"""A frozen copy, read: what it is, whether it is still the one that was made, and what has been added to the case since."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from checklists.chronology.every import entries
from checklists.learning.review_process import review_process
from checklists.pages.blocks import Column, Facts, Item, Page, Paragraph, Table
from checklists.pages.changes import words_of_records
from checklists.pages.chronology_rows import COLUMNS, entry_item
from checklists.pages.history import called_kind, say_instant
from checklists.pages.lists.rows import one_line
from checklists.pages.registers import REGISTERS
from store.case import Case
from store.records import Record
from store.records.case_record import FrozenCopy

if TYPE_CHECKING:
    from store.frozen import FrozenCase

PLACE = "Frozen copy"
SINCE = (Column("", 3, 3), Column("", 16, 16), Column("", 34, 34))
SAME = "It is the copy that was made: its fingerprint is the same."
OTHER = (
    "It is not the copy that was made: its fingerprint is another. Tell your manager, and look at `casereflect doctor`."
)
NOTHING = "Nothing was added, changed or taken out since."


def frozen_page(case: Case, copy: FrozenCopy, found: "FrozenCase", today: date) -> Page:
    """The copy beside the case as it stands."""
    then = found.case
    whole = found.sha256 == copy.sha256
    facts = (
        ("Frozen", say_instant(copy.taken_at)),
        ("Of save", str(copy.revision)),
        ("SHA-256", copy.sha256),
        ("Holds", f"{sum(len(rows) for rows in then.tables.values())} records, {len(found.versions)} earlier texts"),
        ("Now", f"save {case.revision}"),
    )
    changed = tuple(_since(case, then, today))
    rows = tuple(_read(entry_item(then, one, today)) for one in reversed(entries(then, today)))
    blocks = (
        Paragraph(review_process().header),
        Paragraph(SAME if whole else OTHER),
        Facts(facts),
        Table(SINCE, changed, "Since then", empty=NOTHING),
        Table(COLUMNS, rows, "As it stood", empty="Nothing with a day stood in it."),
    )
    return Page(PLACE, f"{case.ref}, {say_instant(copy.taken_at)}", blocks, "", case.ref)


def _since(case: Case, then: Case, today: date) -> Iterator[Item]:
    """Each record that is not as it was, the newest first."""
    before = {record.id: record for record in _records(then)}
    now = {record.id: record for record in _records(case)}
    listed = [one for one in {**before, **now}.values() if one.kind in REGISTERS or one.kind in ("case", "action")]
    words = words_of_records(case, listed, today)
    for record in sorted(now.values(), key=lambda one: one.id, reverse=True):
        old = before.get(record.id)
        if old is None:
            yield _row(case, record, "added", words)
        elif old.revision != record.revision:
            yield _row(case, record, "changed", words)
    for record in before.values():
        if record.id not in now:
            yield _row(then, record, "taken out", words)


def _records(case: Case) -> Iterator[Record]:
    yield case.info
    for rows in case.tables.values():
        yield from rows


def _row(case: Case, record: Record, how: str, words: Mapping[str, str]) -> Item:
    said, kind = one_line(words.get(record.id, "")), called_kind(case, record)
    return Item((how, kind, said), "", None, f"{how[:1].upper()}{how[1:]}: {kind}. {said}")


def _read(item: Item) -> Item:
    """A row to read: it opens nothing, as what it stands for may be another now."""
    return Item(item.cells, item.word, None, item.why)
