"""Tables and lists of a Word document: a row of titles that stands on every sheet, rows that are not torn apart."""

from collections.abc import Callable, Collection, Mapping, Sequence

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
WIDTH, NARROWEST, SHORT, WIDEST = 174, 11, 36, 300
"""The room between the margins; what a column has at least, has whole, and is reckoned with at most, in millimetres."""
LAST = (qn("w:tblLook"),)
AFTER_BORDERS = (*(qn(f"w:{name}") for name in ("shd", "tblLayout", "tblCellMar")), *LAST)
"""What may stand in the properties of a table behind its lines, and behind its margins."""
STRIP, LETTER = 60, 2.6
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
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Mm(width)
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
    said.paragraph_format.space_before = said.paragraph_format.space_after = Pt(2)
    run = said.add_run(text if strip else text.strip())
    run.font.size = Pt(10)
    if strip:
        run.font.name, run.font.size = MONO, Pt(7.5)
        for blank in run._r.iter(qn("w:t")):  # noqa: SLF001 - months are kept apart by blanks
            blank.set(qn("xml:space"), "preserve")


def _widths(rows: Sequence[Sequence[str]], strips: set[int]) -> list[float]:
    """A strip, and each short column such as a day, has what it asks for; the long ones share what is left."""
    asked = [
        STRIP if place in strips else min(max(LETTER * max(len(text.strip()) for text in column), NARROWEST), WIDEST)
        for place, column in enumerate(zip(*rows, strict=True))
    ]
    long = {place for place, width in enumerate(asked) if width > SHORT and place not in strips}
    wanted = sum(asked[place] for place in long)
    left = WIDTH - (sum(asked) - wanted)
    if not long or left <= 0:
        return [width * WIDTH / sum(asked) for width in asked]
    return [width * left / wanted if place in long else width for place, width in enumerate(asked)]


def _full(cell: Cell) -> str:
    return cell.full if isinstance(cell, Fit) else cell


def _mark(row: _Row, what: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(what))  # noqa: SLF001 - the library has no word of its own for it


def _rule(made: WordTable) -> None:
    """A thin line under each row and no other; words begin where those above and below the table do."""
    line = {"val": "single", "sz": "4", "space": "0", "color": "AAAAAA"}
    _say(made, "w:tblBorders", {"w:bottom": line, "w:insideH": line}, AFTER_BORDERS)
    _say(made, "w:tblCellMar", {"w:left": {"w": "0", "type": "dxa"}, "w:right": {"w": "120", "type": "dxa"}}, LAST)


def _say(made: WordTable, what: str, sides: Mapping[str, Mapping[str, str]], before: Collection[str]) -> None:
    """Add a property of the table in the place that it has in the order of the file's form, to which Word keeps."""
    told = OxmlElement(what)
    for side, values in sides.items():
        part = OxmlElement(side)
        for name, value in values.items():
            part.set(qn(f"w:{name}"), value)
        told.append(part)
    about = made._tbl.tblPr  # noqa: SLF001 - the library has no word of its own for it
    after = next((one for one in about if one.tag in before), None)
    if after is None:
        about.append(told)
    else:
        after.addprevious(told)
