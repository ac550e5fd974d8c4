"""What has changed since a day, group by group: of one case, or over all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.changes import GROUPS, Changed, Since, changes_since
from checklists.dates import say_day
from checklists.pages.actions import action_items
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.history import called_kind, changed_fields
from checklists.pages.lists.rows import one_line
from checklists.pages.registers import REGISTERS
from checklists.pages.spot import Spot
from checklists.paper_sections import papers
from store.case import Case, with_record
from store.case_store import Version
from store.records import Action, Answer, CaseRecord, Record

NOTHING = "Nothing was written on this case in that time."
NOTHING_AT_ALL = "Nothing was written in that time."
FOOT = "What was written late counts from the day it was written."
COLUMNS = (Column("Written", 3, 3), Column("What", 16, 16))


@dataclass(frozen=True, slots=True)
class Looked:
    """A case with all its earlier texts, and from when to look."""

    case: Case
    versions: Sequence[Version]
    since: Since


def changes_page(looked: Looked, today: date) -> Page:
    """Of one case."""
    blocks = changes_blocks(looked, today)
    facts = f"{looked.case.ref}, {looked.since.said}"
    since = Paragraph(f"{_capital(looked.since.said)}.", dim=True)
    case, shown = looked.case, blocks or (Paragraph(NOTHING),)
    return Page(papers().changes_title, facts, (since, *shown), FOOT, case.ref, cases=(case.id,))


def all_changes_page(every: Sequence[Looked], today: date, day: date | None = None) -> Page:
    """Of all cases by reference, each since its own last supervision unless a day is given."""
    blocks: list[Block] = []
    for looked in every:
        found = changes_blocks(looked, today)
        if found:
            blocks += [Heading(looked.case.ref, ((16, looked.since.said),), part=True), *found]
    since = f"since {say_day(day, today)}" if day else "each since its last supervision"
    empty = (Paragraph(NOTHING_AT_ALL),)
    ids = tuple(looked.case.id for looked in every)
    return Page(papers().changes_title, f"all cases, {since}", tuple(blocks) or empty, FOOT, "all cases", cases=ids)


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def changes_blocks(looked: Looked, today: date, without: tuple[type[Record], ...] = ()) -> tuple[Block, ...]:
    """A table for each group that holds anything, without these kinds of records."""
    case, found = looked.case, _found(looked, without)
    words = words_of_records(case, [one.record for one in found], today)
    blocks: list[Block] = []
    for how, heading in GROUPS.items():
        items = tuple(_item(case, one, words, today) for one in found if one.how == how)
        if items:
            blocks.append(Table(COLUMNS, items, heading))
    return tuple(blocks)


def _found(looked: Looked, without: tuple[type[Record], ...]) -> list[Changed]:
    every = changes_since(looked.case, looked.versions, looked.since.on)
    return [one for one in every if not isinstance(one.record, without)]


def count_changes(looked: Looked, without: tuple[type[Record], ...] = ()) -> str:
    """`4 new, 1 done`: how many there are of each group."""
    found = _found(looked, without)
    counts = {heading: sum(one.how == how for one in found) for how, heading in GROUPS.items()}
    return ", ".join(f"{count} {heading.split()[0].lower()}" for heading, count in counts.items() if count)


def _item(case: Case, one: Changed, words: dict[str, str], today: date) -> Item:
    kind, said = called_kind(case, one.record), words[one.record.id].removeprefix(f"{say_day(one.on, today)}, ")
    if isinstance(one.record, Answer):
        number = one.record.question[1:]
        kind, said = f"{kind} to question {number}", said.removeprefix(f"{number}, ")
    now = f"{kind}: {said}" if said else kind
    more = _more(case, one, today)
    key = Spot(case.id, "action" if isinstance(one.record, Action) else "record", one.record.id)
    text = one_line(f"{now}{f' ({more})' if more else ''}")
    return Item((say_day(one.on, today), text), "", None if one.how == "withdrawn" else key, text)


def _more(case: Case, one: Changed, today: date) -> str:
    """What was otherwise before: the fields that changed, the date it was moved from, why it was taken out."""
    if one.how == "withdrawn":
        return one.reason
    if isinstance(one.record, Action) and one.how == "moved":
        last = one.record.moved[-1]
        moved = f"moved {say_day(last.moved_on, today)} " if last.moved_on else ""
        return f"{moved}from {say_day(last.from_on, today)} to {say_day(last.to_on, today)}: {last.reason}"
    if isinstance(one.record, Action) and one.how == "done":
        return one.record.child_outcome or one.record.dropped_reason
    if one.before is None or one.before is one.record:
        return ""
    fields = changed_fields(case, one.before, one.record, today)
    return "; ".join(f"{label}: {old or 'not recorded'}, now {new or 'not recorded'}" for label, old, new in fields)


def words_of_records(case: Case, records: Sequence[Record], today: date) -> dict[str, str]:
    """Each record in the words that its own list has for it, by its id; those taken out too."""
    whole = case
    for record in records:
        if whole.find(record.id) is None:
            whole = with_record(whole, record)
    words = {case.id: case.ref}
    for kind in {record.kind for record in records} - {CaseRecord.kind}:
        make = action_items if kind == Action.kind else REGISTERS[kind].items
        for item in make(whole, today):
            if isinstance(item.key, Spot):
                words[item.key.record_id] = _said(item)
    return {record.id: words.get(record.id, "") for record in records}


def _said(item: Item) -> str:
    cells = [cell if isinstance(cell, str) else cell.full for cell in item.cells]
    return ", ".join(cell for cell in cells if cell)
