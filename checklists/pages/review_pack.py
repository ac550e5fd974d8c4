"""The pack of a review: all that belongs to it as one page for a file. What is private is in only if it was ticked."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checklists.chronology.dated import joined
from checklists.dates import say_day
from checklists.learning.review_process import review_process
from checklists.limits import Limits
from checklists.pages.audit import audit_page
from checklists.pages.blocks import Block, Column, Facts, Heading, Item, Page, Paragraph, Table
from checklists.pages.chronology_rows import said_written
from checklists.pages.history import say_instant
from checklists.pages.lists.reviewing import meeting_items, request_items, support_items
from checklists.pages.lists.rows import one_line
from checklists.pages.pack import NOT_THE_RECORD
from checklists.pages.review_ladder import ladder
from checklists.pages.review_timeline import Then, boxes
from checklists.paper_sections import Section
from store.case import Case
from store.records import ReviewNote

if TYPE_CHECKING:
    from store.events import Event
    from store.summary import CaseSummary

TIMELINE = (Column("Day", 3, 3), Column("Then, as it was written", 16, 16), Column("What I think now", 50, 40))
LADDER = (Column("Day", 3, 3), Column("Rung, and how its day is known", 19, 19))
LISTED = (Column("When", 3, 3), Column("What", 16, 16))
NONE, NO_NOTE = "None recorded.", "No note is ticked."


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the pack is made from."""

    then: Then
    limits: Limits
    events: Sequence["Event"]
    rows: Sequence["CaseSummary"]

    @property
    def case(self) -> Case:
        """The case as it stands."""
        return self.then.case

    @property
    def today(self) -> date:
        """The day on which the pack is made."""
        return self.then.today

    @property
    def shared(self) -> list[ReviewNote]:
        """The notes that were ticked, oldest first."""
        return [note for note in self.then.notes if note.shared]


def review_sections() -> tuple[Section, ...]:
    """The one list, in its order."""
    return review_process().pack


def ticked_at_first() -> frozenset[str]:
    """What is in unless a person takes it out: everything but those who stand by me."""
    return frozenset(section.id for section in review_sections() if section.ticked)


def review_pack_page(of: Reviewed, ticked: Collection[str]) -> Page:
    """The whole of it, with what was left out."""
    said, today = review_process(), of.today
    blocks: list[Block] = []
    for section in review_sections():
        if section.id in ticked:
            blocks += [Heading(section.titled(of.case.info.service)), *part_of(of, section.id)]
    out = [section.title for section in review_sections() if section.id not in ticked]
    left = joined(said.pack_left_out, f"Also left out: {', '.join(out)}" if out else "")
    blocks += [Heading("About these pages"), Paragraph(f"Made on {say_day(today, date.min)}."), Paragraph(left)]
    facts = f"{of.case.ref}, {say_day(today, today)} {today.year}"
    foot = f"{NOT_THE_RECORD} {said.kept_out.text}"
    return Page(said.pack_title, facts, tuple(blocks), foot, of.case.ref, cases=(of.case.id,))


def part_of(of: Reviewed, section_id: str) -> tuple[Block, ...]:
    """A section, filled in."""
    return _PARTS[section_id](of)


def in_short(of: Reviewed, section_id: str) -> str:
    """A few words of what stands in a section, for the list of them."""
    counts: Mapping[str, Callable[[], int]] = {
        "timeline": lambda: len(of.then.entries),
        "account": lambda: len(of.shared),
        "requests": lambda: len(request_items(of.case, of.today)),
        "meetings": lambda: len(meeting_items(of.case, of.today)),
        "support": lambda: len(support_items(of.case, of.today)),
        "frozen": lambda: len(of.case.info.frozen),
    }
    words = {"account": "notes ticked", "timeline": "entries"}
    return f"{counts[section_id]()} {words.get(section_id, '')}".strip() if section_id in counts else ""


def _purpose(of: Reviewed) -> tuple[Block, ...]:
    info, said = of.case.info, review_process()
    held = (("On hold since", f"{say_day(info.held_on, of.today)} {info.held_on.year}"),) if info.held_on else ()
    return (Paragraph(said.header), Facts((*held, ("Asked by", info.hold_note.strip()))), Paragraph(said.not_this))


def _ladder(of: Reviewed) -> tuple[Block, ...]:
    rows = ladder(of.case, of.today, of.limits).items
    return (Table(LADDER, tuple(_listed(item, item.why) for item in rows)),)


def _timeline(of: Reviewed) -> tuple[Block, ...]:
    notes, told, items = of.then.beside(shared_only=True), set[str](), []
    for one in of.then.entries:
        mine = notes.get(one.record_id, []) if one.record_id not in told else []
        told.add(one.record_id)
        then = joined(f"{one.word}: {one.text}", said_written(one, of.today).full)
        items.append(Item((one.said_day(of.today), then, " ".join(_now(note, of.today) for note in mine))))
    return (Table(TIMELINE, tuple(items), titles=True, empty=NONE),)


def _now(note: ReviewNote, today: date) -> str:
    """What I think now, with its own day."""
    words = " ".join(f"{title}: {one_line(text)}" for title, text in boxes(note))
    return f"Now, {say_day(note.written_on, today)}: {words}"


def _account(of: Reviewed) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for note in of.shared:
        written = f"Written {say_instant(note.recorded_at)}" if note.recorded_at else ""
        edited = f", edited {say_instant(note.edited_at)}" if note.edited_at else ""
        blocks += [Paragraph(f"{say_day(note.written_on, of.today)}. {written}{edited}.", dim=True), Facts(boxes(note))]
    return tuple(blocks) or (Paragraph(NO_NOTE),)


def _audit(of: Reviewed) -> tuple[Block, ...]:
    page = audit_page(of.events, of.rows, of.today, case_id=of.case.id)
    table = next(block for block in page.blocks if isinstance(block, Table))
    rows = tuple(Item((item.cells[0], item.cells[2])) for item in table.items)
    return (Table(LISTED, rows, empty=NONE),)


def _frozen(of: Reviewed) -> tuple[Block, ...]:
    copies = of.case.info.frozen
    facts = tuple((say_instant(one.taken_at), f"save {one.revision}, SHA-256 {one.sha256}") for one in copies)
    return (Facts(facts),) if facts else (Paragraph(NONE),)


def _listing(make: Callable[[Case, date], list[Item]]) -> Callable[[Reviewed], tuple[Block, ...]]:
    """The rows of a list, each with all that its foot says."""

    def made(of: Reviewed) -> tuple[Block, ...]:
        items = tuple(_listed(item, f"{_cell(item, 1)}. {item.why}") for item in make(of.case, of.today))
        return (Table(LISTED, items, empty=NONE),)

    return made


def _listed(item: Item, text: str) -> Item:
    return Item((_cell(item, 0), one_line(text)), item.word)


def _cell(item: Item, place: int) -> str:
    cell = item.cells[place]
    return cell if isinstance(cell, str) else cell.full


_PARTS: Mapping[str, Callable[[Reviewed], tuple[Block, ...]]] = {
    "purpose": _purpose,
    "ladder": _ladder,
    "timeline": _timeline,
    "account": _account,
    "requests": _listing(request_items),
    "meetings": _listing(meeting_items),
    "support": _listing(support_items),
    "audit": _audit,
    "frozen": _frozen,
}
"""What fills each section, by its name in the one list."""
