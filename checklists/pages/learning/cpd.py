"""CPD: a year beside what is asked of it, its pieces, and the pieces in the order of the regulator's form."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.learning.cpd_year import Standing, Year, fact_of, in_year, standing, year_of
from checklists.learning.embedding import OF_THE_FORM, Cpd, embedding
from checklists.learning.names import Found
from checklists.limits import Limits
from checklists.pages.blocks import Block, Column, Heading, Item, Page, Paragraph, Table
from checklists.pages.lists.rows import one_line, words_of
from checklists.pages.spot import Spot
from store.case import OWN, Case
from store.records import CpdPiece

PIECES = (Column("", 3, 3), Column("", 15, 0), Column("", 33, 15))
EMPTY = "No piece yet. What did you read, hear or try that you would tell a colleague about?"
BLANK = "Not written yet."
TEXTS = ("what", "learned", "impact", "peer_role", "peer_reflection")
NOTHING_FOUND = "No reference, initials, own id or label that is known here was found in the pieces of this year."
OTHER_NAMES = "Names that are not recorded here cannot be found. Read it once more yourself."


def cpd_page(own: Case, today: date, limits: Limits) -> Page:
    """This year on top, with what is still open; below it the years before."""
    cpd = embedding().cpd
    year = year_of(today, cpd.ends)
    stands = standing(map(fact_of, own.of(CpdPiece)), year, cpd, limits)
    blocks: list[Block] = [Paragraph(f"{stands.said(today)}."), Paragraph(stands.wanted)]
    rows = in_year(own.of(CpdPiece), year)
    blocks.append(Table(PIECES, tuple(_row(own, row, today) for row in rows), "This year", empty=EMPTY))
    for before in years_of(own, cpd):
        if before.last < year.last:
            items = tuple(_row(own, row, today) for row in in_year(own.of(CpdPiece), before))
            blocks.append(Table(PIECES, items, f"Year to {before.said}"))
    foot = f"{cpd.no_case_detail}\n{by_key('new', 'adds a piece.')} {by_key('write', 'is the form of this year.')}"
    facts = f"{cpd.regulator}, {stands.counted}"
    return Page("CPD", facts, tuple(blocks), foot, stands.counted, stands.short)


def years_of(own: Case, cpd: Cpd) -> list[Year]:
    """The years that have a piece, the newest first."""
    return sorted({year_of(row.done_on, cpd.ends) for row in own.of(CpdPiece)}, reverse=True)


def stands_on(own: Case, year: Year, limits: Limits) -> Standing:
    """How a year stands beside what is asked of it."""
    return standing(map(fact_of, own.of(CpdPiece)), year, embedding().cpd, limits)


def blanks_of(piece: CpdPiece) -> list[str]:
    """The fields of the form that are not written yet, by their titles."""
    fields = ("learned", "impact")
    return [CpdPiece.model_fields[name].title or name for name in fields if not getattr(piece, name).strip()]


def _row(own: Case, row: CpdPiece, today: date) -> Item:
    blank = blanks_of(row)
    still = f"Not written yet: {', '.join(blank)}." if blank else ""
    peer = f"With a peer: {row.peer_role or 'role not recorded'}." if row.peer_reflection.strip() else ""
    why = f"{one_line(row.what)}\n{' '.join(part for part in (peer, still, f'id {row.short_id}') if part)}"
    cells = (say_day(row.done_on, today), words_of(own, row, "type", today), one_line(row.what))
    return Item(cells, "", Spot(OWN, "record", row.id), why)


def form_page(own: Case, year: Year, today: date) -> Page:
    """The pieces of a year as the form asks for them, oldest first."""
    cpd = embedding().cpd
    pieces = in_year(own.of(CpdPiece), year)
    blocks: list[Block] = [Paragraph(cpd.not_checked)]
    if not pieces:
        blocks.append(Paragraph(EMPTY))
    for number, piece in enumerate(pieces, 1):
        blocks.append(Heading(f"Piece {number} of {len(pieces)}", part=number > 1))
        for field, label in cpd.labels.items():
            title = CpdPiece.model_fields[OF_THE_FORM.get(field, field)].title or field
            blocks += [
                Heading(title),
                Paragraph(label, dim=True),
                Paragraph(_answer(own, piece, field, today) or BLANK),
            ]
    facts = f"{cpd.regulator}, year to {year.said}"
    return Page("CPD record", facts, tuple(blocks), cpd.no_case_detail, str(year.last.year))


def _answer(own: Case, piece: CpdPiece, field: str, today: date) -> str:
    """What stands in the form under one of its questions."""
    if field == "kind":
        return words_of(own, piece, "type", today)
    if field == "done_on":
        return f"{piece.done_on.day} {piece.done_on:%B %Y}"
    if field == "peer_reflection":
        return "\n".join(part for part in (piece.peer_role, piece.peer_reflection) if part.strip())
    return str(getattr(piece, field))


def texts_of(pieces: Sequence[CpdPiece], today: date) -> Iterator[tuple[str, str]]:
    """Every text of the pieces, each with the piece and the field where it stands."""
    for piece in pieces:
        for name in TEXTS:
            title = CpdPiece.model_fields[name].title or name
            yield f"{say_day(piece.done_on, today)} ({piece.short_id}), {title}", str(getattr(piece, name))


def check_page(found: Sequence[Found], unread: Sequence[str], year: Year) -> Page:
    """What the check found in the pieces of a year, and what it could not look for."""
    blocks: list[Block] = [Paragraph(line) for line in check_lines(found, unread)]
    facts = f"year to {year.said}"
    return Page("CPD check", facts, tuple(blocks), "", str(year.last.year))


def check_lines(found: Sequence[Found], unread: Sequence[str]) -> list[str]:
    """The same as lines."""
    lines = [one.said for one in found] or [NOTHING_FOUND]
    if unread:
        lines.append(f"Not looked for: the names of {', '.join(unread)}, which cannot be read.")
    return [*lines, OTHER_NAMES]
