"""A page as a Word document on A4: real headings, lists, and tables with a row of titles. User text is only ever text."""

import re
from io import BytesIO

import docx as word
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Words

from checklists.pages.blocks import Block, Compare, Facts, Heading, Page, Paragraph, Table
from checklists.pages.keys_said import without_keys
from store.text import clean
from tui.outlets.docx_tables import compare_table, plain_list, table_of
from tui.outlets.text import MARKING

FONT = "Arial"
NOT_XML = re.compile("[^\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML file may hold, beside what `clean` has taken out already."""
NOT_THE_RECORD = "A reflection aid, not the statutory record."
NAMED = "casereflect"
"""All that the document's properties say: no author, no company, no day."""
SIZES = {"Title": 20, "Heading 1": 20, "Heading 2": 15, "Heading 3": 12.5, "Heading 4": 11}
BLACK, GREY = RGBColor(0, 0, 0), RGBColor(0x44, 0x44, 0x44)


def docx(page: Page, marking: str = MARKING) -> bytes:
    """The whole page as the content of a file, its marking on every sheet of paper."""
    page, paper = without_keys(page), word.Document()
    _set_up(paper)
    _frame(paper, text_for_word(marking))
    paper.add_heading(text_for_word(page.place), 1)
    if page.facts:
        _quiet(paper.add_paragraph(text_for_word(page.facts)))
    level = 3 if any(isinstance(block, Heading) and block.part for block in page.blocks) else 2
    for block in page.blocks:
        _block(paper, block, level)
    if page.foot:
        _quiet(paper.add_paragraph(text_for_word(page.foot)))
    made = BytesIO()
    paper.save(made)
    return made.getvalue()


def text_for_word(text: str) -> str:
    """Text as it may stand in the file: clean, and without what XML does not know."""
    return NOT_XML.sub("\ufffd", clean(text))


def _block(paper: Document, block: Block, level: int) -> None:
    match block:
        case Heading():
            _heading(paper, block, 2 if block.part else level)
        case Paragraph():
            said = paper.add_paragraph(text_for_word(block.text))
            if block.dim:
                _quiet(said)
        case Facts():
            for label, value in block.pairs:
                _fact(paper, text_for_word(label), text_for_word(value) or "not recorded")
        case Compare():
            compare_table(paper, block, text_for_word)
        case Table():
            _table(paper, block, min(level + 1, 4))


def _table(paper: Document, block: Table, level: int) -> None:
    """Its heading, and its rows: one column is a list, more are a table, none is a sentence."""
    if block.heading:
        paper.add_heading(text_for_word(block.heading), level)
    if not block.items:
        _quiet(paper.add_paragraph(text_for_word(block.empty)))
    elif len(block.columns) == 1:
        plain_list(paper, block, text_for_word)
    else:
        table_of(paper, block, text_for_word)


def _heading(paper: Document, block: Heading, level: int) -> None:
    made = paper.add_heading(text_for_word(block.text), level)
    for _, words in block.beside:
        run = made.add_run(f"  {text_for_word(words)}")
        run.bold, run.font.size, run.font.color.rgb = False, Pt(10), GREY
    made.paragraph_format.page_break_before = block.part


def _fact(paper: Document, label: str, value: str) -> None:
    made = paper.add_paragraph(style="List Bullet")
    made.add_run(f"{label}: " if label else "").bold = True
    made.add_run(value)


def _quiet(said: Words) -> None:
    for run in said.runs:
        run.font.color.rgb = GREY


# The sheet of paper


def _set_up(paper: Document) -> None:
    """A4, one plain black letter in British English, and nothing of whose it is in the properties."""
    sheet = paper.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(18)
    sheet.top_margin = sheet.bottom_margin = Mm(20)
    for name, size in {"Normal": 11, **SIZES}.items():
        style = paper.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), BLACK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(script), None)
        fonts.set(qn("w:cs"), FONT)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    _say_nothing_of_the_writer(paper)


def _say_nothing_of_the_writer(paper: Document) -> None:
    paper.core_properties.title = NAMED
    about = paper.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    properties = about.element
    for one in list(properties):
        if not one.tag.endswith("}title"):
            properties.remove(one)


def _frame(paper: Document, marking: str) -> None:
    """The marking at the head and the foot of every sheet, and there what it is not and which sheet it is."""
    sheet = paper.sections[0]
    head, foot = sheet.header.paragraphs[0], sheet.footer.paragraphs[0]
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    head.add_run(marking).bold = True
    foot.add_run(marking).bold = True
    foot.add_run(f"   {NOT_THE_RECORD}   ")
    for words, field in (("", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(words)
        _field(foot, field)
    for run in (*head.runs, *foot.runs):
        run.font.size = Pt(9)


def _field(said: Words, name: str) -> None:
    """A number that Word fills in."""
    for kind in ("begin", name, "end"):
        run = said.add_run()
        if kind == name:
            code = OxmlElement("w:instrText")
            code.text = name
        else:
            code = OxmlElement("w:fldChar")
            code.set(qn("w:fldCharType"), kind)
        run._r.append(code)  # noqa: SLF001 - the library has no word of its own for a field
