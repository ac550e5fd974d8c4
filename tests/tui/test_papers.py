"""A page as a file: the same words in every form, user text only ever text, nothing written over unasked."""

import re
import stat
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.pages.blocks import Column, Compare, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.wrong import Wrong
from store.text import clean
from tui.outlets.docx import docx
from tui.outlets.files import FORMATS, IsThere, after, file_name, format_of, ready_folder, who_can_read, write_file
from tui.outlets.html import html
from tui.outlets.markdown import markdown
from tui.outlets.paper import paper

MARKING = "OFFICIAL-SENSITIVE - PERSONAL"
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></title></table><h1>big</h1>",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "<!-- --> ]]> <?php ?>",
    "javascript:alert(1) onmouseover='x'",
    "\x1b]52;c;x\x07 \u202egnp",
)
OURS = {
    "html", "head", "meta", "title", "style", "body", "p", "h1", "h2", "h3", "h4", "small", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "dl", "div", "dt", "dd", "span", "footer",
}  # fmt: skip
"""Every tag that the outlet itself writes."""


class Read(HTMLParser):
    """What a browser would see: the tags with their attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.comments: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_pi(self, data: str) -> None:
        self.comments.append(data)


def page_of(text: str) -> Page:
    """A page with the text in every place of every kind of block."""
    table = Table(
        (Column(text, 3, 3), Column(text, 16, 16, ruler=True)), (Item((text, Fit(text)), text, None, text),), text
    )
    blocks = (
        Heading(text, ((16, text),), part=True),
        Heading(text),
        Paragraph(text),
        Paragraph(text, dim=True),
        Facts(((text, text), ("Blank", ""))),
        Compare((text, text), ((text, text, ""),)),
        table,
        Table((Column(text, 3, 3),), (), text, empty=text),
    )
    return Page(text, text, blocks, text)


PAGE = Page(
    "Supervision pack",
    "F-102, Fri 27 Nov 2026",
    (
        Facts((("Made", "Fri 27 Nov 2026"), ("Left out", "My private notes"))),
        Heading("F-102", ((16, "since Mon 21 Sep"),), part=True),
        Heading("In their own words"),
        Table(
            (Column("When", 3, 3), Column("Words", 16, 16), Column("How", 56, 44)),
            (
                Item(
                    (
                        "Tue 3 Nov",
                        '"I get myself up. Mum is asleep when I go, and L. is still in her cot by the door."',
                        "alone",
                    )
                ),
                Item(("Mon 16 Nov", "quiet, looked to gran", "with others"), "well past"),
            ),
        ),
        Paragraph("Not seen alone since Tue 3 Nov.\n\nPlan says every 10."),
        Compare(("mother", "K.M."), (("Account", "the iron", "the toaster"),)),
        Table((Column("", 3, 3),), (), "Escalations", empty="No escalation is recorded."),
    ),
    "A reflection aid, not the record.",
)


def words_in(text: str) -> list[str]:
    """The words of a text, in order, without what only separates them."""
    return re.findall(r"[A-Za-z0-9']+", text)


def said_by(form: str) -> str:
    """What a reader of that form reads."""
    match form:
        case "HTML":
            found = Read(html(PAGE, MARKING)).said
            return " ".join(part for part in found if "font:" not in part and part.strip() != "casereflect")
        case "Markdown":
            text = markdown(PAGE, MARKING)
            return re.sub(r"\\(.)", r"\1", re.sub(r"^\|[ \-|]*\|$", "", text, flags=re.MULTILINE))
        case "Word":
            return read_word(docx(PAGE, MARKING))
        case _:
            return paper(PAGE, MARKING)


def read_word(data: bytes) -> str:
    """What Word would show: the head of the sheet, then everything in its order."""
    paper = Document(BytesIO(data))
    said = [paper.sections[0].header.paragraphs[0].text]
    said += ["".join(one.text or "" for one in part.iter(qn("w:t"))) for part in paper.element.body.iter(qn("w:p"))]
    return "\n".join(said)


@pytest.mark.parametrize("form", [one.name for one in FORMATS])
def test_every_form_says_all_of_a_page_in_its_order(form: str) -> None:
    """Read back, each text of the page is there whole, one after the other."""
    said = words_in(said_by(form))
    place = 0
    texts = [
        PAGE.place, PAGE.facts, "Made", "Fri 27 Nov 2026", "Left out", "My private notes", "F-102", "since Mon 21 Sep",
        "In their own words", "Tue 3 Nov",
        "I get myself up. Mum is asleep when I go, and L. is still in her cot by the door.", "alone", "Mon 16 Nov",
        "quiet, looked to gran", "with others", "well past", "Not seen alone since Tue 3 Nov.", "Plan says every 10.",
        "the iron", "the toaster", "Escalations", "No escalation is recorded.", PAGE.foot,
    ]  # fmt: skip
    for text in texts:
        wanted = words_in(text)
        starts = [at for at in range(place, len(said)) if said[at : at + len(wanted)] == wanted]
        assert starts, f"{text} is not in the {form} after what stands before it: {said[place : place + 12]}"
        place = starts[0] + len(wanted)
    assert words_in(MARKING) == said[:3]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_tag_script_or_entity_of_a_user_survives_in_html(text: str) -> None:
    """A browser sees our own tags alone, none with a handler or an address, and the text letter for letter."""
    read = Read(html(page_of(text), text))
    assert {tag for tag, _ in read.tags} <= OURS
    assert read.comments == []
    given = {name for _, attrs in read.tags for name in attrs}
    assert given <= {"lang", "charset", "http-equiv", "name", "content", "class", "scope", "role"}
    shown = "".join(read.said)
    assert shown.count(clean(text)) >= 15


@given(st.text(max_size=60))
def test_any_text_at_all_stays_text_in_html(text: str) -> None:
    """The same for whatever a person may paste."""
    read = Read(html(page_of(text), MARKING))
    assert {tag for tag, _ in read.tags} <= OURS
    style = next(part for part in read.said if "@page" in part)
    assert "url(" not in style
    assert "import" not in style


def test_a_marking_of_the_council_cannot_break_out_of_the_style() -> None:
    """It is text at the head of each part, and not in the style."""
    text = html(PAGE, '"; } </style><script>')
    assert "script" not in text.partition("</style>")[0]
    assert "<script" not in text


def test_the_marking_is_the_head_of_each_part_so_that_every_browser_prints_it_on_each_page() -> None:
    """A table's head is printed anew on every page; what is drawn in margins is not, in some browsers."""
    text = html(PAGE, MARKING)
    parts = sum(isinstance(block, Heading) and block.part for block in PAGE.blocks)
    assert text.count(f'<thead><tr><td class="marking">{MARKING}</td></tr></thead>') == 1 + parts
    assert text.count(MARKING) == 2 + parts
    assert "@media screen { .sheet + .sheet > thead { display: none; } }" in text


def test_html_needs_nothing_else_and_runs_nothing() -> None:
    """One file: no address, no script, no picture; a part begins a new page, tables have headers."""
    text = html(PAGE, MARKING)
    assert not re.search(r"https?:|src=|href=|<script|<link|<img|url\(", text)
    assert 'h2 class="part"' in text
    assert ".sheet + .sheet { break-before: page; }" in text
    assert '<th scope="col">When</th>' in text
    assert "default-src 'none'" in text


def test_a_word_document_has_headings_lists_and_titles_of_tables_on_a4() -> None:
    """What a screen reader goes by: levels in order, a row of titles on every sheet; a part begins a new one."""
    paper = Document(BytesIO(docx(PAGE, MARKING)))
    styles = {one.text: one.style.name if one.style else "" for one in paper.paragraphs}
    assert styles[PAGE.place] == "Heading 1"
    assert styles["F-102  since Mon 21 Sep"] == "Heading 2"
    assert styles["In their own words"] == "Heading 3"
    assert styles["Made: Fri 27 Nov 2026"] == "List Bullet"
    part = next(one for one in paper.paragraphs if one.text.startswith("F-102  "))
    assert part.paragraph_format.page_break_before
    (titles, *rows) = paper.tables[0].rows
    assert [cell.text for cell in titles.cells][:3] == ["When", "Words", "How"]
    assert titles._tr.xpath("./w:trPr/w:tblHeader")
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in rows)
    sheet = paper.sections[0]
    assert (round(sheet.page_width.mm), round(sheet.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    for frame in (sheet.header, sheet.footer):
        assert frame.paragraphs[0].text.startswith(MARKING)
    assert "PAGE" in sheet.footer._element.xml


def test_a_word_document_says_nothing_of_who_wrote_it() -> None:
    """No author, no company, no day and no address in the file; nothing that could run."""
    data = docx(PAGE, MARKING)
    about = Document(BytesIO(data)).core_properties
    assert (about.author, about.last_modified_by, about.comments, about.created) == ("", "", "", None)
    assert about.title == "casereflect"
    with ZipFile(BytesIO(data)) as file:
        assert not [name for name in file.namelist() if "vba" in name.lower() or "activex" in name.lower()]
        links = "".join(file.read(name).decode() for name in file.namelist() if name.endswith(".rels"))
    assert 'TargetMode="External"' not in links


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60))
def test_any_text_at_all_stays_text_in_word(text: str) -> None:
    """Whatever a person may paste; what no XML file can hold is marked, and the file opens."""
    said = read_word(docx(page_of(text), MARKING))
    wanted = [line for line in re.sub("[\ufffe\uffff]", "\ufffd", clean(text)).split("\n") if line.strip()]
    for line in wanted:
        assert said.count(line) >= 12, (line, said)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_element_of_a_user_survives_in_word(text: str) -> None:
    """The same elements as with a harmless text, and no field but our own two."""

    def elements(of: str) -> list[str]:
        return sorted(one.tag for one in Document(BytesIO(docx(page_of(of), MARKING))).element.iter())

    assert elements(text) == elements("harmless")


def test_a_text_file_cuts_nothing_and_stays_narrow() -> None:
    """Long words go on under themselves, at most 78 columns wide."""
    text = paper(PAGE, MARKING)
    assert max(map(len, text.splitlines())) <= 78
    assert "…" not in text


# Files


def test_an_ending_names_the_form(tmp_path: Path) -> None:
    """The table of endings; any other is refused with those that may be."""
    assert [format_of(Path(f"x{one.ending}")) for one in FORMATS] == list(FORMATS)
    assert format_of(Path("PACK.HTML")).name == "HTML"
    with pytest.raises(Wrong, match=r"It may be \.md, \.html, \.txt, \.docx\."):
        format_of(tmp_path / "x.doc")
    assert after(FORMATS[-1]) is FORMATS[0]


def test_what_makes_word_documents_is_loaded_only_for_one() -> None:
    """Reading its library takes longer than a page; whoever writes another form does not wait for it."""
    code = "import sys, tui.outlets.files, tui.screens.sheet; print([n for n in sys.modules if n in ('docx', 'lxml')])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_a_file_is_for_its_owner_alone_and_is_never_written_over_unasked(tmp_path: Path) -> None:
    """0600; a second one is refused and the first stays; over it only when told so."""
    path = tmp_path / "pack.md"
    write_file(path, "one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(IsThere):
        write_file(path, "two")
    assert path.read_text() == "one"
    write_file(path, "three", over=True)
    assert path.read_text() == "three"
    assert [one.name for one in tmp_path.iterdir()] == ["pack.md"]


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """What it points to stays as it is, also where a file may be written over."""
    target = tmp_path / "target"
    target.write_text("mine")
    link = tmp_path / "pack.md"
    link.symlink_to(target)
    with pytest.raises(IsThere):
        write_file(link, "text")
    write_file(link, "text", over=True)
    assert target.read_text() == "mine"
    assert not link.is_symlink()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    """In a sentence; nothing is left behind."""
    with pytest.raises(Wrong, match="The folder is not there"):
        write_file(tmp_path / "none" / "pack.md", "text")


def test_who_can_read_a_folder_is_said(tmp_path: Path) -> None:
    """Only its owner; others; another program that copies it; one that is not there yet."""
    ready_folder(tmp_path / "mine")
    assert who_can_read(tmp_path / "mine") == "a folder only you can read"
    assert "copies it elsewhere" in who_can_read(tmp_path / "OneDrive" / "packs")
    assert "new folder for you alone" in who_can_read(tmp_path / "not there")
    assert "others on this machine" in who_can_read(Path("/usr"))


def test_a_file_is_named_by_day_and_reference() -> None:
    """A reference may hold what no file name can; it names no other folder."""
    day = date(2026, 11, 27)
    assert file_name("pack", "F-102", day, FORMATS[0]) == "pack-2026-11-27-F-102.md"
    assert file_name("pack", "", day, FORMATS[1]) == "pack-2026-11-27.html"
    assert file_name("pack", "../F 102/ä", day, FORMATS[2]) == "pack-2026-11-27-F-102.txt"
