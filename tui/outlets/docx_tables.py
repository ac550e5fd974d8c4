"""Tables and lists of a Word document: a row of titles that stands on every sheet, rows that are not torn apart."""

from collections.abc import Callable, Sequence

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from checklists.pages.blocks import Cell, Compare, Fit, Table

Say = Callable[[str], str]
"""Makes text fit for the file."""
MONO = "Courier New"
"""For the seen strip, whose letters stand under their months."""
WIDTH, NARROWEST, WIDEST = 174, 20, 110
"""The room between the margins, and what a column has at least and is reckoned with at most, in millimetres."""
AFTER_BORDERS = tuple(qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar", "tblLook"))
"""What may stand in the properties of a table behind its lines."""
STRIP, LETTER = 78, 2
"""What a strip of half a year needs, and a letter, about."""


def plain_list(paper: Document, block: Table, say: Say) -> None:
    """A table of one column: a list, its word at the end of each line."""
    for item in block.items:
        made = paper.add_paragraph(say(_full(item.cells[0])), style="List Bullet")
        if item.word:
            made.add_run(f" [{say(item.word)}]")


def table_of(paper: Document, block: Table, say: Say) -> None:
    """A table with its titles, where it has any."""
    worded = any(item.word for item in block.items)
    titles = [say(column.title) for column in block.columns] + ([""] if worded else [])
    rows = [[*(say(_full(cell)) for cell in item.cells), *([say(item.word)] if worded else [])] for item in block.items]
    strips = {place for place, column in enumerate(block.columns) if column.ruler}
    _fill(paper, titles if any(titles) else [], rows, strips)


def compare_table(paper: Document, block: Compare, say: Say) -> None:
    """Two texts side by side, field by field."""
    rows = [[say(part or "not recorded") for part in field] for field in block.fields]
    _fill(paper, ["", *(say(title) for title in block.titles)], rows, set())


def _fill(paper: Document, titles: Sequence[str], rows: Sequence[Sequence[str]], strips: set[int]) -> None:
    every = [titles, *rows] if titles else rows
    made = paper.add_table(rows=len(every), cols=len(every[0]))
    made.autofit = False
    widths = _widths(every, strips)
    for texts, row in zip(every, made.rows, strict=True):
        _mark(row, "w:cantSplit")
        for place, (text, cell) in enumerate(zip(texts, row.cells, strict=True)):
            cell.width = Mm(widths[place])
            _write(cell, text, strip=place in strips)
    if titles:
        _mark(made.rows[0], "w:tblHeader")
        for cell in made.rows[0].cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
    _rule(made)
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _write(cell: _Cell, text: str, *, strip: bool) -> None:
    said = cell.paragraphs[0]
    said.paragraph_format.space_after = Pt(2)
    run = said.add_run(text)
    if strip:
        run.font.name, run.font.size = MONO, Pt(7.5)
        for blank in run._r.iter(qn("w:t")):  # noqa: SLF001 - months are kept apart by blanks
            blank.set(qn("xml:space"), "preserve")


def _widths(rows: Sequence[Sequence[str]], strips: set[int]) -> list[float]:
    """Each column as wide as its longest text asks for, within the room there is."""
    asked = [
        STRIP if place in strips else min(max(LETTER * max(map(len, column)), NARROWEST), WIDEST)
        for place, column in enumerate(zip(*rows, strict=True))
    ]
    fixed = sum(asked[place] for place in strips)
    rest = sum(asked) - fixed
    return [
        width if place in strips or not rest else width * (WIDTH - fixed) / rest for place, width in enumerate(asked)
    ]


def _full(cell: Cell) -> str:
    return cell.full if isinstance(cell, Fit) else cell


def _mark(row: _Row, what: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(what))  # noqa: SLF001 - the library has no word of its own for it


def _rule(made: WordTable) -> None:
    """A thin line under each row, and no other."""
    lines = OxmlElement("w:tblBorders")
    for side in ("w:bottom", "w:insideH"):
        line = OxmlElement(side)
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "AAAAAA")):
            line.set(qn(f"w:{name}"), value)
        lines.append(line)
    about = made._tbl.tblPr  # noqa: SLF001 - the same
    after = next((one for one in about if one.tag in AFTER_BORDERS), None)
    if after is None:
        about.append(lines)
    else:
        after.addprevious(lines)  # the file's form has an order, and Word keeps to it
