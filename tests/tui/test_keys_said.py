"""A page that says what a key does, through every way out: the key in force, the word for it, or neither."""

from collections.abc import Awaitable, Callable
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from textual.pilot import Pilot

from checklists.by_key import by_key
from checklists.clock import Clock
from checklists.pages.blocks import Block, Column, Fit, Item, Page, Paragraph, Table
from tests.tui.demo import TODAY
from tui.key_names import remapped
from tui.outlets.docx import docx
from tui.outlets.files import FORMATS
from tui.outlets.text import plain
from tui.shell import HouseApp
from tui.themes import THEMES
from tui.widgets.page_screen import PageScreen

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]
LEFT = ("notes the answer", "adds one", "shows each", "changes it", "notes that")
"""What is said of a key, on each part of the page."""


def page() -> Page:
    """One that speaks of a key in every place where a page may."""
    long, brief = f"Not recorded yet: household {by_key('open')}", f"Not recorded {by_key('open')}"
    item = Item((Fit(long, short=brief),), "", "one", f"No reply yet. {by_key('done', 'notes the answer.')} By Monday.")
    blocks: tuple[Block, ...] = (
        Paragraph(f"Nothing is here. {by_key('new', 'adds one.')}"),
        Table((Column("", 3, 3),), (item,), "Waiting"),
        Table((Column("", 3, 3),), (), "Others", empty=f"None. {by_key('open', 'shows each.')}"),
    )
    return Page("Contacts", "F-102", blocks, f"{by_key('open', 'changes it.')} A moved date asks why.")


class Said(PageScreen):
    """The page as a list."""

    def compose_page(self) -> Page:
        """As it comes."""
        return page()


class Small(HouseApp):
    """An app of that page alone."""

    def get_default_screen(self) -> Said:
        """The page."""
        return Said()


async def test_a_screen_names_the_key_in_force(press: Press, shown: Shown) -> None:
    """Also where the person has put it elsewhere; in the rows, in the foot of a row, in a notice."""
    app = Small(THEMES["dark"], clock=Clock(fixed=TODAY))
    table, wrong = remapped({"done": "y", "new": "Ctrl+T"})
    assert not wrong
    app.use_keys(table)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = "\n".join(shown(app))
        assert "Nothing is here. Ctrl+T adds one." in rows
        assert "Not recorded yet: household (Enter)" in rows
        assert "None. Enter shows each." in rows
        assert "No reply yet. y notes the answer. By Monday." in rows
        screen = app.screen
        assert isinstance(screen, PageScreen)
        screen.notice(f"It waits. {by_key('done', 'notes that.')}")
        await pilot.pause()
        assert "It waits. y notes that." in "\n".join(shown(app))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_a_file_names_no_key_and_reads_well(form: Any) -> None:
    """The sentence is left out whole, in each of the four forms; nobody can press a key in a file."""
    made = form.write(page(), "OFFICIAL-SENSITIVE")
    if form.write(page(), "x")[:2] == b"PK":
        paper = Document(BytesIO(docx(page())))
        cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
        made = "\n".join([*(part.text for part in paper.paragraphs), *cells])
    assert "Nothing is here." in made
    assert "A moved date asks why." in made
    assert "Not recorded yet: household" in made
    assert not [words for words in (*LEFT, "Enter", "\ufffd", "\x01", "()") if words in made]


def test_text_of_a_command_names_no_key() -> None:
    """Also where each row is explained."""
    said = plain(page(), explain=True)
    assert "No reply yet. By Monday." in said
    assert not [words for words in (*LEFT, "Enter", "\ufffd", "()") if words in said]
