"""132 columns and 40 rows: Today in three panes, and a case with its prompts in full."""

import pytest

from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tui.screens.beside import Beside
from tui.widgets.lines import Lines

WIDE = (132, 40)
BESIDE = 83
PARTS = ["Seen", "Questions", "Prompts", "Actions"]


def beside(desk: Desk) -> list[str]:
    """What stands in the right pane."""
    return [row[BESIDE:].strip() for row in desk.rows[2:-6]]


async def rested(desk: Desk) -> None:
    """Wait until the case of the row is drawn beside it."""
    for _ in range(200):
        if beside(desk)[0].split()[:1] == desk.row.split()[1:2]:
            return
        await desk.pilot.pause(0.02)
    raise AssertionError(desk.text)


def line_of(desk: Desk, words: str) -> int:
    """The first line with these words."""
    return next(place for place, row in enumerate(desk.rows) if words in row)


async def test_the_case_of_the_row_stands_beside_it_once_the_cursor_rests(at: Open) -> None:
    """Its children, weeks, questions, prompts by date and actions; of the row on which one came to rest."""
    async with at(size=WIDE) as desk:
        await rested(desk)
        await desk.to_row("F-102")
        await rested(desk)
        said = beside(desk)
        assert said[0].startswith("F-102  K.M. 8")
        assert [row.split()[0] for row in said if row[:1].isupper() and row.split()[0] in PARTS] == PARTS
        assert any(row.startswith("8 Drifting") for row in said)


async def test_no_key_waits_for_the_case_beside(at: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """While keys come the pane stays as it is, and no case is read."""
    monkeypatch.setattr("tui.screens.beside.REST", 600.0)
    async with at(size=WIDE) as desk:
        await desk.press("down down up end home down")
        assert set(beside(desk)) == {""}
        assert isinstance(desk.app.screen, Beside)
        assert desk.app.screen._read is None


async def test_all_children_stand_below_in_a_part_of_their_own(at: Open) -> None:
    """In sight from the start; Tab leads there, one cursor goes through both, the terminal's own is on its row."""
    async with at(size=WIDE) as desk:
        below = line_of(desk, "last seen")
        for _ in range(5):
            if line_of(desk, " > ") > below:
                break
            await desk.press("tab")
        assert line_of(desk, " > ") > below
        assert tuple(desk.app.cursor_position) == (1, line_of(desk, " > "))
        await desk.press("up")
        assert line_of(desk, " > ") < below
        await desk.press("end")
        assert sum(row.startswith(" > ") for row in desk.rows) == 1
        ref = desk.row.split()[1]
        await desk.press("enter")
        assert desk.place.startswith(ref)


async def test_the_panes_come_and_go_with_the_size_of_the_window(at: Open) -> None:
    """While they stand it is made smaller, as wide as the list, and large again; a question over it stays."""
    async with at() as desk:
        small = desk.rows
        await desk.pilot.resize_terminal(*WIDE)
        await desk.pilot.pause()
        await rested(desk)
        wide = desk.rows
        await desk.press("w")
        await desk.say("late nights")
        for size in ((82, 24), WIDE, (60, 20), (80, 24)):
            await desk.pilot.resize_terminal(*size)
            await desk.pilot.pause()
            assert "late nights" in desk.text
        await desk.press("escape")
        assert desk.rows[1:14] == small[1:14]
        await desk.pilot.resize_terminal(*WIDE)
        await desk.pilot.pause()
        await rested(desk)
        assert desk.rows[1:18] == wide[1:18]


async def test_the_mask_covers_the_case_beside_at_once(at: Open) -> None:
    """Not only when the cursor has rested."""
    async with at(size=WIDE) as desk:
        await desk.to_row("F-102")
        await rested(desk)
        await desk.press("f2")
        assert "K.M." not in desk.text
        assert beside(desk)[0].startswith("F-102  child 1 8")
        await desk.press("c")
        await desk.press("f2 f2 escape")
        pane = desk.app.screen.query_one("#pane", Lines)
        assert not any("K.M." in text for line in pane.shown for text, _ in line)


async def test_a_wide_case_says_its_prompts_in_full_and_has_its_actions_and_last_entries(at: Open) -> None:
    """From 100 columns on whole sentences; from 132 every action on a row of its own, and the newest three entries."""
    async with at() as desk:
        await desk.press("c")
        await desk.to_row("F-102  K.M.")
        await desk.press("enter")
        assert "working days)" not in desk.row
        assert "Last entries" not in desk.text
        await desk.pilot.resize_terminal(100, 30)
        await desk.pilot.pause()
        assert ". Plan 10" in desk.row or "working days)" in desk.row
        await desk.pilot.resize_terminal(*WIDE)
        await desk.pilot.pause()
        assert "working days). Plan says every 10." in desk.row
        last = desk.rows[line_of(desk, " Last entries") + 1 :][:4]
        assert [bool(row.strip()) for row in last] == [True, True, True, False]
        await desk.press("end enter")
        assert desk.place.split()[0] not in ("F-102", "Today")
