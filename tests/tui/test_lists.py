"""Keys of a list, of a page to read, and of finding."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from checklists.pages.blocks import Column, Table
from tests.tui.demo import Demo, Log, Read, rows_of
from tui.look import lit
from tui.outlets.rows import rows
from tui.themes import THEMES
from tui.widgets.line_list import LineList
from tui.widgets.lines import strip

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]
SIZE = (80, 24)


def place(app: Demo) -> object:
    """The key of the row with the cursor."""
    return app.screen.query_one(LineList).row.key


def marked(screen: list[str]) -> list[str]:
    return [row for row in screen if row.startswith(" > ")]


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ("down", 1),
        ("j", 1),
        ("j j k", 1),
        ("down down up", 1),
        ("up", 0),
        ("k", 0),
        ("end", 25),
        ("end j", 25),
        ("end home", 0),
        ("j j j", 3),
    ],
)
async def test_the_cursor_moves_row_by_row(keys: str, key: int, press: Press, shown: Shown) -> None:
    """Arrows or j and k, Home and End; it stops at both ends, steps over headings, and one `>` says where it is."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, keys)
        assert place(app) == key
        assert [row[3:8] for row in marked(shown(app))] == [f"F-{100 + key}"]
        assert f" Row {key} explained." in shown(app)[21]


async def test_a_page_on_and_back(press: Press, shown: Shown) -> None:
    """PgDn and PgUp move by a page less two lines, and end at the last and first row."""
    app = Demo(rows=60)
    async with app.run_test(size=SIZE) as pilot:
        height = app.screen.query_one(LineList).size.height
        await press(pilot, "j j j pagedown")
        assert place(app) == 3 + height - 2
        await press(pilot, "pageup")
        assert place(app) == 3
        await press(pilot, "pagedown pagedown pagedown pagedown pagedown")
        assert place(app) == 59
        await press(pilot, "pageup pageup pageup pageup pageup")
        assert place(app) == 0
        assert shown(app)[2] == " Not seen alone by the date set"


async def test_half_a_page_is_turned_at_the_edge(press: Press, shown: Shown) -> None:
    """Past the last line the row stands in the middle; until then no row but the two of the cursor moves."""
    app = Demo(rows=60)
    async with app.run_test(size=SIZE) as pilot:
        page = app.screen.query_one(LineList)
        await press(pilot, "j " * 14)
        assert page.top == 0
        assert marked(shown(app))[0] == shown(app)[19]
        await press(pilot, "j")
        assert page.top > 0
        assert shown(app)[11].startswith(" > F-115")
        await press(pilot, "k " * 9)
        assert page.top > 0
        await press(pilot, "home")
        assert page.top == 0


async def test_the_header_says_which_rows_are_in_view(press: Press, shown: Shown) -> None:
    """`rows 1 to 17 of 26` where the page is longer than its room, else nothing; in a small window the hairline does."""
    app = Demo(rows=26)
    async with app.run_test(size=(100, 24)) as pilot:
        await press(pilot, "home")
        assert "rows 1 to 15 of 26" in shown(app)[0]
        await press(pilot, "end")
        assert "rows 9 to 26 of 26" in shown(app)[0]
        await pilot.resize_terminal(60, 20)
        await press(pilot, "home")
        assert any("─ rows 1 to 12 of 26 ─" in row for row in shown(app))
        await pilot.resize_terminal(80, 50)
        await press(pilot, "home")
        assert "rows" not in shown(app)[0]
        assert "18 children" in shown(app)[0]


async def test_one_step_repaints_two_rows(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    """The row that was left and the one that was reached; a slow link carries no more."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        page = app.screen.query_one(LineList)
        painted: list[int] = []
        refresh = page.refresh

        def noted(*regions: Any, **how: Any) -> Any:
            painted.extend(region.y for region in regions)
            return refresh(*regions, **how)

        monkeypatch.setattr(page, "refresh", noted)
        await press(pilot, "j")
        assert painted == [1, 2]


async def test_the_cursor_stays_on_its_row_when_rows_come_and_go(press: Press, shown: Shown) -> None:
    """Rows are known by their key, not by their place; a row that went away leaves its place."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        page = app.screen.query_one(LineList)
        await press(pilot, "j j j j j")
        whole = page.compose_rows
        page.compose_rows = lambda width: [row for row in whole(width) if row.key not in (1, 2)]
        page.reload()
        assert place(app) == 5
        page.compose_rows = lambda width: [row for row in whole(width) if row.key not in (1, 2, 5)]
        page.reload()
        assert place(app) == 6
        page.compose_rows = lambda _width: []
        page.reload()
        await press(pilot, "j enter end pagedown")
        assert place(app) is None
        page.compose_rows = whole
        page.reload()
        page.go_to(7)
        await pilot.pause()
        assert marked(shown(app))[0].startswith(" > F-107")


async def test_enter_opens_the_row_and_back_returns_to_it(press: Press) -> None:
    """Esc or Backspace; the cursor has stayed."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        for back in ("escape", "backspace"):
            await press(pilot, "j enter")
            assert isinstance(app.screen, Read)
            await press(pilot, back)
            assert not isinstance(app.screen, Read)
        assert place(app) == 2


async def test_a_page_without_rows_is_read_by_line_and_by_page(press: Press, shown: Shown) -> None:
    """The same keys turn it; nothing is lit, and Enter does nothing."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "enter j j")
        assert shown(app)[2] == "   line 2"
        await press(pilot, "k")
        assert shown(app)[2] == "   line 1"
        await press(pilot, "pagedown")
        assert shown(app)[2] == "   line 17"
        await press(pilot, "end enter")
        assert shown(app)[19] == "   line 59"
        await press(pilot, "home k pageup")
        assert shown(app)[2] == "   line 0"
        assert marked(shown(app)) == []


async def test_finding_narrows_the_list_as_it_is_typed(press: Press, shown: Shown) -> None:
    """The line holds what is typed, the header counts, rows stay under their headings, the page never shifts."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        assert shown(app)[21].startswith(" > Find │")
        assert shown(app)[23] == " Enter to the list   Esc show all"
        await press(pilot, "f minus 1 0 2")
        assert shown(app)[21].startswith(" > Find │ f-102 ")
        assert "1 of 26" in shown(app)[0]
        assert [row[3:8] for row in shown(app)[2:20] if "F-" in row] == ["F-102"]
        await press(pilot, "backspace")
        assert "10 of 26" in shown(app)[0]
        assert shown(app)[2:8:4] == [" Not seen alone by the date set", ""]
        await press(pilot, "space o v e r d u e")
        assert "2 of 26" in shown(app)[0]
        await press(pilot, "z")
        assert "0 of 26" in shown(app)[0]
        assert [row for row in shown(app)[2:20] if row] == ["   Nothing here has these words in it."]


async def test_enter_takes_what_was_found_to_the_list(press: Press, shown: Shown) -> None:
    """What was looked for stays until Esc on the list shows all; the cursor keeps its row."""
    app = Demo(rows=26)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash 1 2 enter")
        assert "Find" not in shown(app)[21]
        assert place(app) == 12
        assert "7 of 26" in shown(app)[0]
        await press(pilot, "j v")
        assert isinstance(app.screen, Log)
        await press(pilot, "escape")
        assert place(app) == 20
        await press(pilot, "slash")
        assert shown(app)[21].startswith(" > Find │ 12 ")
        await press(pilot, "enter escape")
        assert "9-26 of 26" in shown(app)[0]
        assert place(app) == 20
        assert marked(shown(app))[0].startswith(" > F-120")


@pytest.mark.parametrize("leave", ["escape", "backspace backspace backspace"])
async def test_leaving_the_find_line_shows_all(leave: str, press: Press, shown: Shown) -> None:
    """Esc at once, or Backspace in the empty line."""
    app = Demo(rows=8)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"slash 0 5 {leave}")
        assert "Find" not in "\n".join(shown(app))
        assert len([row for row in shown(app) if "F-1" in row]) == 8
        assert shown(app)[23].startswith(" Enter open")
        await press(pilot, "j")
        assert len(marked(shown(app))) == 1


async def test_at_sixty_columns_finding_keeps_the_page_where_it_was(press: Press, shown: Shown) -> None:
    """No blank rows between headings there, before and while something is looked for."""
    app = Demo(rows=8)
    async with app.run_test(size=(60, 20)) as pilot:
        before = shown(app)[2:16]
        await press(pilot, "slash f")
        assert shown(app)[2:16] == before
        assert shown(app)[17].startswith(" > Find │ f")


@pytest.mark.parametrize("width", [60, 80, 100, 132])
@pytest.mark.parametrize("theme", THEMES)
def test_a_row_is_one_run_of_ink_or_two(theme: str, width: int) -> None:
    """The row, and its word where that has an ink of its own; the cursor row is one."""
    columns = (Column("Case", 3, 3), Column("", 10, 10), Column("", 16, 16), Column("", 54, 37))
    drawn = [row.line for row in rows([Table(columns, rows_of(12), "Due")], width) if row.key is not None]
    assert len(drawn) == 12
    assert {len(list(strip(line, width, theme))) for line in drawn} == {1, 2}
    assert {len(list(strip(lit(line), width, theme))) for line in drawn} == {1}
