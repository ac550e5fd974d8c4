"""One list for any kind of record, one page for any record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import say_brief, say_day
from checklists.entry import entries_of
from checklists.naming import aged, called
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Table
from checklists.pages.evidence import wonder_items
from checklists.pages.history import say_time
from checklists.pages.people import people_items
from checklists.pages.spot import Spot
from checklists.pages.visits import visit_items
from store.case import Case
from store.records import Answer, Child, Hypothesis, Person, Record, Seen, Visit


@dataclass(frozen=True, slots=True)
class Register:
    """A list of one kind of record: its title, its rows and columns, and what it says when it is empty."""

    title: str
    items: Callable[[Case, date], Sequence[Item]]
    columns: tuple[Column, ...]
    empty: str
    adult_title: str = ""
    adult_empty: str = ""


def child_items(case: Case, today: date) -> list[Item]:
    """The children of a case."""
    return [
        Item((aged(child, today, case.ref), child.own_id, child.plan.replace("_", " ")), "", Spot(case.id, "record", child.id), "Enter opens all facts.")
        for child in case.children
    ]  # fmt: skip


def answer_items(case: Case, today: date) -> list[Item]:
    """The answers on a case, newest first."""
    rows = sorted(case.of(Answer), key=lambda row: (row.answered_on, row.id), reverse=True)
    return [
        Item((say_brief(row.answered_on, today), row.question[1:], " ".join((row.text or row.unchanged_because).split())), "", Spot(case.id, "record", row.id), row.question_text)
        for row in rows
    ]  # fmt: skip


REGISTERS: dict[str, Register] = {
    Person.kind: Register(
        "People in and around the household",
        people_items,
        (Column("", 3, 3), Column("", 26, 20), Column("", 42, 0), Column("", 58, 42)),
        "No adults are listed for this home. Who lives here?",
        "People around this person",
        "Nobody is listed around this person. Who comes and goes?",
    ),
    Hypothesis.kind: Register("I wonder", wonder_items, (Column("", 3, 3), Column("", 15, 15)), "No I wonder recorded yet."),
    Visit.kind: Register(
        "Visits", visit_items, (Column("", 3, 3), Column("", 15, 15), Column("", 40, 34)), "No visit is recorded yet."
    ),
    Child.kind: Register(
        "Children", child_items, (Column("", 3, 3), Column("", 28, 26), Column("", 50, 44)), "No child is recorded yet.", "Person"
    ),
    Answer.kind: Register("Answers", answer_items, (Column("", 3, 3), Column("", 16, 16), Column("", 19, 19)), "No question is answered yet."),
}


def register_page(case: Case, kind: str, today: date) -> Page:
    """The list of one kind of record on a case. Each row's foot gives its id, by which commands name it."""
    found = REGISTERS[kind]
    adults = case.info.service == "adults"
    items = tuple(_with_id(item) for item in found.items(case, today))
    title = (adults and found.adult_title) or found.title
    empty = (adults and found.adult_empty) or found.empty
    return Page(title, f"{case.ref}, {len(items)}", (Table(found.columns, items, empty=empty),), "", case.ref)


def record_page(case: Case, record: Record, today: date) -> Page:
    """All that is recorded in one record, and when it was written."""
    blocks: list[Block] = [Facts(_pairs(case, record, today))]
    if isinstance(record, Visit):
        for row in case.of(Seen):
            child = next((child for child in case.children if child.id == row.child_id), None)
            if row.visit_id == record.id and child:
                blocks += [Heading(aged(child, today, case.ref)), Facts(_pairs(case, row, today, filled_only=True))]
    written = f"Written {say_time(record)}, text {record.revision}, id {record.short_id}."
    return Page(type(record).name.capitalize(), f"{case.ref}, {_called(record, today)}", tuple(blocks), written, case.ref)


def _pairs(case: Case, record: Record, today: date, *, filled_only: bool = False) -> tuple[tuple[str, str], ...]:
    names = ("seen", "reason", "reason_text", "sleeping_place_seen", "child_words", "impact", "what_i_saw", "how_we_talked")
    entries = entries_of(type(record), names if isinstance(record, Seen) else (), case.info.service)
    pairs = ((entry.label, entry.say(getattr(record, entry.name), today)) for entry in entries)
    return tuple(pair for pair in pairs if pair[1] or not filled_only)


def _called(record: Record, today: date) -> str:
    if isinstance(record, Visit):
        return say_day(record.happened_on, today)
    if isinstance(record, Child):
        return called(record)
    return record.short_id


def _with_id(item: Item) -> Item:
    record = item.key.record_id if isinstance(item.key, Spot) else ""
    first, _, rest = item.why.partition("\n")
    return Item(item.cells, item.word, item.key, f"{first}\n{rest + '  ' if rest else ''}id {record[-6:]}" if record else item.why)
