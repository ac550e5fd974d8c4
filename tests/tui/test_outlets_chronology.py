"""One page, composed once: text, Markdown, HTML, Word and plain lines all hold the words of every entry."""

import re
from collections.abc import Callable
from html import unescape
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.chronology.choosing import Only
from checklists.limits import load_limits
from checklists.pages.blocks import Fit, Item, Page, Table
from checklists.pages.chronology import WAYS, Way, chronology_page, printed
from checklists.pages.own_words import words_page
from checklists.pages.to_write import words_to_write
from store.records import Event
from store.text import clean
from tests.checklists.chronology.written import TODAY, K, family, on, written
from tui.outlets.docx import docx
from tui.outlets.html import html
from tui.outlets.markdown import markdown
from tui.outlets.paper import paper
from tui.plain.outlet import sentences

Read = Callable[[Page], str]


def from_text(page: Page) -> str:
    """The words of the text file."""
    return paper(page)


def from_markdown(page: Page) -> str:
    """The words of the Markdown file, as it is shown."""
    return re.sub(r"\\(.)", r"\1", markdown(page))


def from_html(page: Page) -> str:
    """The words of the HTML file, as it is shown."""
    body = html(page).partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", " ", body))


def from_word(page: Page) -> str:
    """The words of the Word document."""
    return "\n".join(one.text or "" for one in Document(BytesIO(docx(page))).element.body.iter(qn("w:t")))


def from_lines(page: Page) -> str:
    """What plain mode says."""
    return "\n".join(said.text for said in sentences(page, "Entry"))


READERS: list[Read] = [from_text, from_markdown, from_html, from_word, from_lines]


def squeezed(text: str) -> str:
    """Without blanks and line ends, which each form sets as it likes."""
    return "".join(text.split())


def pieces(page: Page) -> list[str]:
    """Every text of every entry, in full."""
    rows: list[Item] = [item for block in page.blocks if isinstance(block, Table) for item in block.items]
    return [cell.full if isinstance(cell, Fit) else cell for item in rows for cell in item.cells]


def case_page(text: str = "Won at chess.") -> Page:
    """The chronology for a file, with an event that says the text."""
    event = written(Event(type="positive", happened_on=on("2 Nov"), text=text, meaning_for_child=text), "6 Nov")
    asked, case = Only(), family(event)
    return printed(chronology_page(case, TODAY, load_limits(), asked), case, TODAY, asked)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_each_form_has_every_word_of_every_entry(read: Read) -> None:
    """What it means, from whom, both days, gaps: nothing is cut."""
    page = case_page()
    said = squeezed(read(page))
    for piece in pieces(page):
        assert squeezed(piece) in said, piece


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
def test_each_form_has_the_words_of_a_child(read: Read) -> None:
    """Who was there and how we talked too."""
    page = words_page(family(), K, TODAY)
    said = squeezed(read(page))
    for piece in pieces(page):
        assert squeezed(piece) in said, piece


def test_on_paper_a_list_has_few_columns_each_with_its_title_and_no_short_word_is_broken() -> None:
    """A sheet has room for four; a kind such as School stands on one line of it."""
    for page in (case_page(), words_to_write(family(), [K], TODAY)):
        tables = [block for block in page.blocks if isinstance(block, Table)]
        assert [len(table.columns) <= 4 and all(column.title for column in table.columns) for table in tables] == [True]
        assert '<td class="short">' in html(page)


@settings(deadline=None, max_examples=60)
@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120).filter(lambda t: t.strip() != "")
)
def test_any_text_reads_the_same_from_text_and_from_markdown(text: str) -> None:
    """User text is only ever text, whatever is in it."""
    page = case_page(text)
    means = f"It means: {' '.join(clean(text).split())}"
    assert any(means in piece for piece in pieces(page))
    for read in READERS[:3]:
        assert squeezed(means) in squeezed(read(page)), read.__name__


@pytest.mark.parametrize("way", WAYS)
def test_each_way_is_told_in_plain_lines_without_a_picture(way: Way) -> None:
    """By month the words stand for the grid."""
    page = chronology_page(family(), TODAY, load_limits(), way=way)
    said = from_lines(page)
    assert "·" not in said
    if way == "month":
        assert "Visits: 2 in Nov." in said
        assert "Dec" not in said.split("In words", maxsplit=1)[0]
