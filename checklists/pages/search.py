"""What a search has found: a row each, the newest on top, with the sentence around the words."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_brief, say_day
from checklists.pages.blocks import SHORT, Block, Column, Fit, Item, Page, Paragraph, Table
from checklists.searching.search import Found, Hit

PLACE = "Search"
COLUMNS = (Column("Case", 3, 3), Column("When", 10, 10), Column("What", 23), Column("Words", 37, 23))
AT_80, AT_60 = 41, 35
"""The room for the sentence at 80 and at 60 columns."""
ROOM = 150
"""Letters of the sentence in the foot: two lines with what stands before it."""
NOTHING_TYPED = (
    "Type a word: a name, a place, what somebody said, a month. With more words, all of them stand in one record."
)
WHERE = (
    "Cases, answers, visits, the chronology and what you learned are looked through, closed cases too. Not drafts, not "
    "earlier texts, not what was taken out. Nothing of what you type here is kept."
)
NOTHING_FOUND = "Nothing has all of these words in it."
SO_FAR = "Nothing so far has all of these words in it."
FEWER = "The newest {shown} of {many}. One more word leaves fewer."
NOT_READ = "Not searched, as it cannot be read: {refs}. `casereflect doctor` says more."


def search_page(found: Found, today: date) -> Page:
    """The hits in one list; what to do where there is none; how far the reading is in the header."""
    facts = _facts(found)
    return Page(PLACE, ", ".join(facts), _blocks(found, today), _foot(found), facts[-1] if facts else "")


def progress(found: Found) -> str:
    """`read 40 of 200 cases`; blank once all are read."""
    return f"read {found.read} of {found.of} cases" if found.read < found.of else ""


def _facts(found: Found) -> tuple[str, ...]:
    count = f"{found.many:,} found" if found.asked else ""
    return tuple(filter(None, (count, progress(found))))


def _blocks(found: Found, today: date) -> tuple[Block, ...]:
    unread = (Paragraph(said_unread(found.unread)),) if found.unread else ()
    if not found.asked:
        return (Paragraph(NOTHING_TYPED), Paragraph(WHERE, dim=True), *unread)
    if not found.hits:
        return (Paragraph(SO_FAR if found.read < found.of else NOTHING_FOUND), *unread)
    return (Table(COLUMNS, tuple(_item(hit, today) for hit in found.hits)), *unread)


def _foot(found: Found) -> str:
    return FEWER.format(shown=len(found.hits), many=f"{found.many:,}") if found.many > len(found.hits) else ""


def _item(hit: Hit, today: date) -> Item:
    what, sentence = hit.what, hit.sentence
    words = Fit(sentence.text, sentence.within(AT_80), sentence.within(SHORT), sentence.within(AT_60))
    day = say_brief(what.on, today) if what.on else ""
    return Item((what.ref, day, what.kind, words), "", what.spot, said(hit, today))


def said(hit: Hit, today: date, *, whole: bool = False) -> str:
    """The row in full: what it is, its day, the field, the sentence; `whole`: however long that is."""
    what = hit.what
    day = f", {say_day(what.on, today)}" if what.on else ""
    kind = f"{what.kind[:1].upper()}{what.kind[1:]}"
    label = f"{hit.label}: " if hit.label else ""
    return f"{kind}{day}. {label}{hit.sentence.text if whole else hit.sentence.within(ROOM)}"


def said_unread(refs: Sequence[str]) -> str:
    """Which cases were not searched."""
    return NOT_READ.format(refs=", ".join(refs)) if refs else ""
