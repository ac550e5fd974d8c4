"""The form of a question: last time beside now."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.tui.demo import Demo
from tui.look import words
from tui.widgets.reflect_form import ReflectForm

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]


def form(app: Demo) -> ReflectForm:
    return app.screen.query_one(ReflectForm)


async def test_a_digit_opens_the_box_and_typing_goes_there(press: Press) -> None:
    """Behind what was written."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4 space O r space t h r e e full_stop")
        assert form(app).texts[("answer", "text")] == "Two readings. Or three."
        assert app.cursor_position == form(app).editor.cursor_screen_offset


async def test_two_columns_at_eighty(press: Press, shown: Shown) -> None:
    """Last time on the left from column 3, the box on the right from column 41, evidence and follow-up below."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        rows = shown(app)
        assert rows[2] == " Last time  Thu 8 Oct, 3 of 3          > Now  draft 16:04"
        assert rows[3].startswith("   I thought")
        assert rows[3][39:] == "│ Two readings."
        assert [row[39] for row in rows[3:9] if len(row) > 39] == ["│"] * 6
        assert rows[13].startswith(" Evidence   1 I wonder                 Follow-up")


async def test_one_column_at_sixty(press: Press, shown: Shown) -> None:
    """Four lines of last time above the box, at most; the rest by Tab."""
    app = Demo()
    async with app.run_test(size=(60, 20)) as pilot:
        await press(pilot, "4")
        rows = shown(app)
        assert rows[2] == " Last time  Thu 8 Oct, 3 of 3"
        assert rows[6] == " > Now  draft 16:04"
        assert rows[7] == " │ Two readings."
        await press(pilot, "tab")
        assert " > Unchanged" in "\n".join(shown(app))


async def test_three_columns_on_a_wide_screen(press: Press, shown: Shown) -> None:
    """The evidence stands on the right."""
    app = Demo()
    async with app.run_test(size=(132, 40)) as pilot:
        await press(pilot, "4")
        assert shown(app)[2].index("Evidence") > shown(app)[2].index("Now") > shown(app)[2].index("Last time")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (132, 40)])
async def test_the_box_keeps_six_lines_and_the_columns_apart(size: tuple[int, int], press: Press, shown: Shown) -> None:
    """However long the text; no column runs into the next, no line past the edge."""
    app = Demo()
    async with app.run_test(size=size) as pilot:
        await press(pilot, "4")
        form(app).editor.insert("One more reading of the same facts. " * 20)
        await pilot.pause()
        assert form(app).editor.size.height == 6
        assert max(len(words(line)) for line in form(app).page.shown) < size[0]
        bars = {row.index("│") for row in shown(app) if "│" in row}
        assert len(bars) == 1


async def test_the_prompt_is_the_first_line_of_the_foot_while_the_box_is_empty(press: Press, shown: Shown) -> None:
    """It goes when something is typed and comes back when that is gone."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        assert "What do you think" not in shown(app)[21]
        await press(pilot, "ctrl+u")
        assert shown(app)[21] == " What do you think is going on?"
        await press(pilot, "a")
        assert "What do you think" not in shown(app)[21]


async def test_the_status_beside_now_changes_without_moving_anything(press: Press, shown: Shown) -> None:
    """`draft 16:05`."""
    app = Demo()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "4")
        before = shown(app)
        form(app).set_status("draft 16:05")
        await pilot.pause()
        assert shown(app) == [row.replace("16:04", "16:05") for row in before]
