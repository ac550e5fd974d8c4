"""One list for any kind of record, one page for any record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checklists.chronology.every import OF_A_REVIEW
from checklists.dates import say_day
from checklists.entry import Entry, held
from checklists.learning.review_process import review_process
from checklists.limits import Limits
from checklists.naming import aged, called
from checklists.pages.blocks import Block, Facts, Heading, Item, Page, Paragraph, Table
from checklists.pages.history import called_kind, say_instant, titled
from checklists.pages.lists.parts import parts_of
from checklists.pages.lists.reflections import reflection_blocks
from checklists.pages.registers import REGISTERS, Register
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Child, Record, ReviewReflection, Seen, Visit
from store.summary import short_id

LABEL = 12
"""The room for a label before its value."""


def register_page(case: Case, kind: str, today: date, limits: Limits | None = None) -> Page:
    """The list of one kind of record on a case. Each row's foot gives its id, by which commands name it.

    With the limits in force a row that waits says by when.
    """
    found = REGISTERS[kind]
    adults = case.info.service == "adults"
    made = found.limited(case, today, limits) if found.limited and limits else found.items(case, today)
    items = tuple(_with_id(item) for item in made)
    title = (adults and found.adult_title) or found.title
    empty = (adults and found.adult_empty) or found.empty
    above = () if kind not in OF_A_REVIEW else (Paragraph(review_process().header),)
    blocks = (*above, Table(found.columns, items, empty=empty), *map(_named, _below(found, case, today, limits)))
    return Page(title, f"{case.ref}, {len(items)}", blocks, "", case.ref)


def _below(found: Register, case: Case, today: date, limits: Limits | None) -> tuple[Block, ...]:
    """What stands under the list."""
    if found.below_limited and limits:
        return found.below_limited(case, today, limits)
    return found.below(case, today) if found.below else ()


def _named(block: Block) -> Block:
    """A list under the list, its rows with their ids too."""
    return replace(block, items=tuple(_with_id(item) for item in block.items)) if isinstance(block, Table) else block


def record_page(case: Case, record: Record, today: date, limits: Limits | None = None) -> Page:
    """All that is recorded in one record, and when it was written; a field that does not apply is left out."""
    blocks: list[Block] = [Facts(_pairs(case, record, today))]
    if isinstance(record, ReviewReflection):
        blocks = [*reflection_blocks(record, today)]
    if isinstance(record, Visit):
        blocks += _each_child(case, record, today)
    blocks += parts_of(case, record, today, limits)
    kind = called_kind(case, record)
    place = kind[0].upper() + kind[1:]
    return Page(place, f"{case.ref}, {_called(case, record, today)}", tuple(blocks), _written(record), case.ref)


def _written(record: Record) -> str:
    """When it was first written, when this text was, and its id."""
    first = f"Written {say_instant(record.recorded_at)}. " if record.recorded_at else ""
    edited = f"Edited {say_instant(record.edited_at)}, text {record.revision}. " if record.edited_at else ""
    return f"{first}{edited}Id {record.short_id}."


def _each_child(case: Case, visit: Visit, today: date) -> Iterator[Block]:
    children = {child.id: child for child in case.children}
    for row in case.of(Seen):
        if row.visit_id == visit.id and row.child_id in children:
            pairs = _pairs(case, row, today)
            yield Heading(aged(children[row.child_id], today, case.ref))
            yield Facts(tuple(pair for pair in pairs if pair[1]))


def _pairs(case: Case, record: Record, today: date) -> tuple[tuple[str, str], ...]:
    """Label and value of every field that people know; those they are not asked for only where they are filled."""
    pairs = []
    for entry in titled(case, type(record), today):
        now = held(record, entry.name)
        value = entry.say(now, today)
        applies = entry.applies(_held(entry, record))
        if (value or entry.ask.asked) if applies else now != type(record).model_fields[entry.name].default:
            pairs.append((_label(entry), value))
    return tuple(pairs)


def _held(entry: Entry, record: Record) -> str:
    """What the field holds that this one depends on."""
    return str(getattr(record, entry.ask.when) or "") if entry.ask.when else ""


def _label(entry: Entry) -> str:
    """The label; the shorter one where it would touch its value."""
    return entry.short_label or entry.label if len(entry.label) > LABEL else entry.label


def _called(case: Case, record: Record, today: date) -> str:
    if isinstance(record, Visit):
        return say_day(record.happened_on, today)
    if isinstance(record, Child):
        return called(record, case.ref)
    return record.short_id


def _with_id(item: Item) -> Item:
    record = item.key.record_id if isinstance(item.key, Spot) else ""
    first, _, rest = item.why.partition("\n")
    named = f"{rest}  id {short_id(record)}".strip()
    return replace(item, why=f"{first}\n{named}") if record else item
