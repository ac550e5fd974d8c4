"""Header, foot and notices of a page, and windows of other sizes."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from tests.tui.demo import Demo, Log
from tui.look import words
from tui.outlets.text import MARKING
from tui.widgets.facts import Facts
from tui.widgets.frame import TOO_SMALL, foot_lines, header_line
from tui.widgets.line_list import LineList
from tui.widgets.page_screen import PageScreen
from tui.widgets.record_form import RecordForm

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]


def page(app: Demo) -> PageScreen:
    assert isinstance(app.screen, PageScreen)
    return app.screen


async def test_a_notice_stands_until_the_next_key(press: Press, shown: Shown) -> None:
    """It takes the foot; any key, even one that does nothing, gives the foot back to the row."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "d")
        assert shown(app)[21] == " Done."
        page(app).say("The row, said again while the notice stands.")
        await pilot.pause()
        assert shown(app)[21] == " Done."
        await press(pilot, "f")
        assert shown(app)[21].startswith(" The row")
        await press(pilot, "d j")
        assert shown(app)[21] == " Row 1 explained."


async def test_trouble_begins_in_amber_and_news_does_not(press: Press) -> None:
    """Its first words are bold amber, how to mend it is plain; the row is never recoloured."""
    trouble = foot_lines("Try 25/3.", "13/25 is not a date.", "", 80, 2)
    assert trouble == [((" 13/25 is not a date.", "strong"), (" Try 25/3.", "text")), ()]
    assert foot_lines("Saved 16:05.", "", "", 80, 2) == [((" Saved 16:05.", "dim"),), ()]


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("height", [1, 2])
def test_a_foot_without_room_ends_in_an_ellipsis(width: int, height: int) -> None:
    """Never silently: what is left out is seen to be left out, in trouble as in news."""
    text = "Day comes first here. Try 25/3 or 25 mar, or say it in words. " * 3
    for trouble in ("", "13/25 is not a date."):
        lines = [words(line) for line in foot_lines(text, trouble, "", width, height)]
        assert len(lines) == height
        assert lines[-1].endswith("…")
        assert max(map(len, lines)) < width


def test_more_below_stands_at_the_end_of_the_foot() -> None:
    """It keeps its place; the sentence before it is cut."""
    lines = foot_lines("A long sentence about the field. " * 4, "", "more below: Account", 60, 1)
    assert words(lines[0]).endswith("more below: Account")
    assert len(words(lines[0])) == 59
    assert "…" in words(lines[0])


@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_the_marking_is_never_shortened(width: int) -> None:
    """Place and facts give way."""
    line = words(header_line("4 Am I being professionally curious?", "F-102, draft saved 16:04", MARKING, width))
    assert line.endswith(MARKING)
    assert len(line) == width - 1


@pytest.mark.parametrize("place", ["Today", "Log a visit", "4 Am I being professionally curious?"])
@pytest.mark.parametrize("width", [40, 60, 80, 132])
def test_what_the_header_has_no_room_for_is_left_for_the_hairline(place: str, width: int) -> None:
    """No note is in neither, nor in the place of the place; what matters most is left out last."""
    facts = Facts(("CP plan since Tue 17 Feb, F-102", "F-102"), (), ("not encrypted", "masked", "day set"))
    fact, left = facts.said(place, MARKING, width)
    notes = [note for note in facts.notes if note in fact]
    assert (*notes, *left) == facts.notes
    assert "F-102" in fact
    assert left == () or width < 132
    assert not notes or words(header_line(place, fact, MARKING, width)).startswith(f" {place}  ")


@pytest.mark.parametrize("size", [(39, 24), (80, 14), (20, 5), (8, 3)])
async def test_a_window_too_small_says_so_and_keeps_everything(
    size: tuple[int, int], press: Press, shown: Shown
) -> None:
    """Below 40x15 one sentence; typing goes on behind it, and is there when the window grows."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v ctrl+u t")
        await pilot.resize_terminal(*size)
        await press(pilot, "u e")
        told = " ".join(" ".join(shown(app)).split())
        assert TOO_SMALL.startswith(told)
        assert "When" not in told
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert shown(app)[2].startswith(" > When         │ tue")


async def test_forty_by_fifteen_is_the_sixty_column_page_cut(press: Press, shown: Shown) -> None:
    """From 40x15 on it works."""
    app = Demo(rows=26)
    async with app.run_test(size=(40, 15)) as pilot:
        await press(pilot, "j")
        assert shown(app)[4].startswith(" > F-101  K.M.  Alone Tue 3 Nov")
        assert len(shown(app)) == 15
        await press(pilot, "v")
        assert shown(app)[2].startswith(" > When     │ mon")


async def test_sixty_by_twenty(press: Press, shown: Shown) -> None:
    """No blank before a heading, the word at column 49, short labels, halves share a line only as choices."""
    app = Demo()
    async with app.run_test(size=(60, 20)) as pilot:
        rows = shown(app)
        assert rows[2:5] == [
            " Not seen alone by the date set",
            " > F-100  K.M.  Alone Tue 3 Nov      Mon 23 Nov  overdue",
            "   F-101  K.M.  Alone Tue 3 Nov      Mon 23 Nov  due",
        ]
        assert rows[6] == " Due"
        assert rows[16] == " " + "─" * 58
        await press(pilot, "v tab tab")
        rows = shown(app)
        assert rows[2:4] == ["   When       mon  Mon 23 Nov", "   At         15:40"]
        assert rows[6].startswith(" > Seen     │ alone ")
        assert rows[6][34:] in ("Room     yes", "Bedroom  yes")
        assert rows[8] == "   It means   not recorded"
        assert rows[17] == " " + "─" * 58


async def test_a_change_of_size_while_typing_keeps_text_and_caret(press: Press, shown: Shown) -> None:
    """80x24, 60x20, 132x50 and back: text, open field, the place in the text, the cursor of the terminal."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "v shift+tab shift+tab shift+tab")
        app.post_message(events.Paste("long words " * 14))
        await app.key_queue.done()
        await press(pilot, "left left left left")
        assert isinstance(app.screen, Log)
        form = app.screen.query_one(RecordForm)
        for size in ((60, 20), (132, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await press(pilot, "x")
            assert form.state.entry
            assert form.state.entry.name == "account"
            assert form.editor.text.count("x") == 1
            index = form.editor.text.index("x")
            assert form.editor.text[index + 1 :] == "rds "
            await pilot.pause()
            here = app.cursor_position
            row, before = shown(app)[here.y], shown(app)[here.y][: here.x]
            assert before.endswith("x"), (size, row)
            await press(pilot, "backspace")
        assert form.texts[("visit", "account")] == "long words " * 14


async def test_a_change_of_size_keeps_the_row_in_view(shown: Shown, press: Press) -> None:
    """The cursor row is on the screen at each size."""
    app = Demo(rows=60)
    async with app.run_test(size=(132, 50)) as pilot:
        await press(pilot, "j " * 35)
        for size in ((80, 24), (60, 20), (40, 15), (132, 50)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert [row[3:8] for row in shown(app) if row.startswith(" > ")] == ["F-135"]
            assert app.screen.query_one(LineList).row.key == 35
