"""Then and now: the record as it was known on a day, read-only, and beside each entry what I think now, dated."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checklists.by_key import by_key
from checklists.chronology.dated import Dated, joined
from checklists.chronology.every import entries
from checklists.dates import say_day
from checklists.learning.as_known import Text, as_known, later_texts, texts_of
from checklists.learning.review_process import review_process
from checklists.marks.when import local_day
from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.chronology_rows import said_written, say_entries
from checklists.pages.history import say_instant
from checklists.pages.lists.reviewing import SHARED, first_words
from checklists.pages.lists.rows import one_line
from checklists.pages.register import record_page
from checklists.pages.spot import Spot
from store.case import Case
from store.case_store import Version
from store.records import Record, ReviewNote
from store.records.review_note import BOXES

PLACE = "Then and now"
COLUMNS = (
    Column("Day", 3, 3, tight=True),
    Column("Noted", 16, 0, tight=True),
    Column("Then, as it was written", 28, 16, tight=True),
    Column("Now", 58, 42, wide=70, tight=True),
)
WHOLE = (Column("", 3, 3), Column("", 16, 16), Column("", 28, 28))
EMPTY = "Nothing with a day was written down by then."
READ_ONLY = "Entries are read here, not changed: a new thought goes in the now column, with its own day."
ENTRY = "then"
"""What a row of an entry stands for: it is read as it stood, never opened to be changed."""
NOT_BESIDE = "Now, of the case as a whole or of what was written later"


@dataclass(frozen=True, slots=True)
class Then:
    """A timeline as it is read: the case now, the record as it was known, and its entries."""

    case: Case
    known: Case
    versions: Sequence[Version]
    today: date
    texts: Mapping[str, Sequence[Text]]
    """Every text of every record, by its id."""
    day: date | None
    """As it was known at the end of that day; None: all there is."""

    @property
    def entries(self) -> list[Dated]:
        """What was dated and written down by then, oldest first, each with when its words first stood."""
        return [self._when(one) for one in entries(self.known, self.today)]

    def _when(self, one: Dated) -> Dated:
        """An end that was written later than the beginning: when it first was, not when the record last changed."""
        texts = self.texts.get(one.record_id, ())
        days = [text.since for text in texts if (day := local_day(text.since)) and day >= one.on]
        begun = local_day(texts[0].since) if texts else None
        return replace(one, written=days[0]) if days and begun and begun < one.on else one

    def beside(self, shared_only: bool = False) -> dict[str, list[ReviewNote]]:
        """The notes of now, oldest first, by the entry that they are about."""
        found: dict[str, list[ReviewNote]] = {}
        for note in self.notes:
            for about in note.about_ids if note.shared or not shared_only else ():
                found.setdefault(about, []).append(note)
        return found

    @property
    def notes(self) -> list[ReviewNote]:
        """All notes, oldest first: they are of now, whatever day is looked at."""
        return sorted(self.case.of(ReviewNote), key=lambda note: (note.written_on, note.id))


def then_of(case: Case, versions: Sequence[Version], today: date, day: date | None = None) -> Then:
    """The timeline of a case, as it was known on a day."""
    known = as_known(case, versions, day) if day else case
    return Then(case, known, versions, today, texts_of(case, versions), day)


def timeline_page(then: Then) -> Page:
    """Two columns: what was written by then, and what I think now."""
    found, notes = then.entries, then.beside()
    told: set[str] = set()
    items = []
    for one in found:
        first = one.record_id not in told
        told.add(one.record_id)
        items.append(_item(then, one, notes.get(one.record_id, []) if first else []))
    rest = [note for note in then.notes if not told.intersection(note.about_ids)]
    as_of = f"As I knew it on {say_day(then.day, then.today)}: only what was written down by then." if then.day else ""
    blocks: list[Block] = [Paragraph(review_process().header)]
    blocks += [Paragraph(as_of)] if as_of else []
    blocks.append(Table(COLUMNS, tuple(items), "Entries", titles=True, empty=EMPTY))
    if rest:
        blocks.append(Table(WHOLE, tuple(_note(then, note) for note in rest), NOT_BESIDE))
    count = say_entries(len(found))
    facts = ", ".join(
        part for part in (then.case.ref, count, f"as of {say_day(then.day, then.today)}" if then.day else "") if part
    )
    return Page(PLACE, facts, tuple(blocks), READ_ONLY, then.case.ref)


def _item(then: Then, one: Dated, notes: Sequence[ReviewNote]) -> Item:
    written = said_written(one, then.today)
    text = joined(f"{one.word}: {one.text}")
    now = _now(notes)
    beside = f" Now: {now}" if now else f" {by_key('new', 'adds what I think now.')}"
    why = f"{one.word}, {one.said_day(then.today)}. {written.full}.{_later(then, one.record_id)}\n{text}{beside}"
    as_of = then.day.isoformat() if then.day else ""
    noted = Fit(written.medium, short=written.short) if written.medium else " "
    return Item(
        (one.brief_day(then.today), noted, text, now),
        "",
        Spot(then.case.id, ENTRY, one.record_id, part=one.part, about=as_of),
        why,
    )


def _later(then: Then, record_id: str) -> str:
    """That there are later texts, which are not shown."""
    if then.day is None or not any(later_texts(then.case, then.versions, record_id, then.day)):
        return ""
    return " It was changed or taken out later; this is how it stood then."


def _now(notes: Sequence[ReviewNote]) -> str:
    return one_line(" ".join(note.now_text or first_words(note) for note in notes))


def _note(then: Then, note: ReviewNote) -> Item:
    day = say_day(note.written_on, then.today)
    cells = (day, SHARED if note.shared else "mine", first_words(note))
    return Item(cells, "", Spot(then.case.id, "record", note.id), f"Written {day}. {first_words(note)}")


def then_page(then: Then, record: Record) -> Page:
    """One entry as it stood then, whole and read-only; what I think now stands under it with its own days."""
    page = record_page(then.known, record, then.today)
    later = list(later_texts(then.case, then.versions, record.id, then.day)) if then.day else []
    blocks: list[Block] = [Paragraph(review_process().header), Heading("Then"), *page.blocks, Paragraph(page.foot)]
    if later:
        days = ", ".join(say_instant(text.since) for text in later)
        blocks.append(Paragraph(f"Changed later: {days}. Those texts are among its earlier and present texts."))
    for note in then.beside().get(record.id, []):
        blocks += [Heading(f"Now, {say_day(note.written_on, then.today)}"), Facts(boxes(note))]
    as_of = f", as of {say_day(then.day, then.today)}" if then.day else ""
    return Page(page.place, f"{page.facts}{as_of}", tuple(blocks), READ_ONLY, page.short_facts)


def boxes(note: ReviewNote) -> tuple[tuple[str, str], ...]:
    """The boxes that are filled, each under its title and whether it is of then or of now."""
    return tuple(
        (ReviewNote.model_fields[box].title or box, text.strip())
        for box in BOXES
        if (text := getattr(note, box)).strip()
    )
