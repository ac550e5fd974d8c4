"""All looks at the system, over all cases and my own book, by factor: for a talk with the team, without names."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.learning.names import Known, look_for
from checklists.learning.systems import systems
from checklists.pages.blocks import Block, Column, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.lists.rows import one_line
from checklists.pages.pack import NOT_THE_RECORD
from checklists.pages.spot import Spot
from store.case import Case
from store.records import SystemNote

COLUMNS = (Column("", 3, 3), Column("", 14, 14))
EMPTY = "No look at the system is recorded yet. On a case the menu has system notes; own adds one without a case."
NAMES = "It names somebody, and is left out. Name the factor in it, not the person."
TEXTS = ("about", "text", "decided", "shaped_by", "met", "recommendation", "raised_with", "reply")
"""The fields of a note in which somebody could be named."""
Note = tuple[Case, SystemNote]


def systems_page(books: Sequence[Case], names: Sequence[Known], today: date) -> Page:
    """A part for each factor that any note names. No reference, no name and no day stands on it; a month does."""
    notes = [(book, one) for book in books for one in book.of(SystemNote)]
    said = systems()
    blocks: list[Block] = [Paragraph(said.team.opening)]
    for factor, title in (*((one.id, one.short) for one in said.factors), ("", "No factor named")):
        mine = [note for note in notes if (note[1].factors[:1] or ("",))[0] == factor]
        if mine:
            blocks.append(Table(COLUMNS, tuple(_rows(mine, names)), f"{title[:1].upper()}{title[1:]}"))
    if not notes:
        return Page(said.team.title, "none yet", (Paragraph(EMPTY),), NOT_THE_RECORD)
    blocks += [Heading("To talk over"), *(Paragraph(question) for question in said.team.questions)]
    if any(_named(one, names) for _, one in notes):
        blocks.append(Paragraph(said.team.left_out, dim=True))
    cases = tuple(dict.fromkeys(book.id for book, _ in notes))
    return Page(said.team.title, f"{today:%B %Y}", tuple(blocks), NOT_THE_RECORD, cases=cases)


def open_notes(books: Sequence[Case], names: Sequence[Known]) -> list[tuple[SystemNote, bool]]:
    """Every note, and whether it can stand on the page: False where it names somebody."""
    return [(one, not _named(one, names)) for book in books for one in book.of(SystemNote)]


def _rows(notes: Sequence[Note], names: Sequence[Known]) -> Iterator[Item]:
    """The newest month first; within a month in the order in which they were written."""
    for book, one in sorted(notes, key=lambda note: (note[1].happened_on.replace(day=1), note[1].id), reverse=True):
        key, month = Spot(book.id, "record", one.id), f"{one.happened_on:%b %Y}"
        if _named(one, names):
            yield Item((month, Fit("left out: it names somebody", short="left out")), "", key, NAMES)
        else:
            text = _words(one)
            yield Item((month, text), "", key, text)


def _words(one: SystemNote) -> str:
    """What surrounded it, what shaped it, what would help, with whom it was raised and what came back."""
    also = ", ".join(systems().factor(factor) for factor in one.factors[1:])
    parts = (
        one.text,
        f"Shaped by: {one.shaped_by}" if one.shaped_by.strip() else "",
        f"From hand to hand: {one.met}" if one.met.strip() else "",
        f"To ask for: {one.recommendation}" if one.recommendation.strip() else "",
        f"Raised with {one.raised_with}" if one.raised_with.strip() else "",
        f"Reply: {one.reply}" if one.reply.strip() else "",
        f"Also: {also}" if also else "",
    )
    return " ".join(f"{one_line(part).rstrip('.')}." for part in parts if part.strip())


def _named(one: SystemNote, names: Sequence[Known]) -> bool:
    return bool(look_for(names, ((field, getattr(one, field)) for field in TEXTS)))
