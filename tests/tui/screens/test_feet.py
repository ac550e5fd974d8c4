"""The foot: what matters in it is never cut, in a small window too; and a list says that it goes on."""

from pathlib import Path

import pytest

from tests.tui.screens.conftest import Open
from tui.look import words
from tui.widgets.frame import MOST_TOLD, foot_lines, hairline, lines_needed

FAILED = "Not saved. What was saved before is whole. No space is left on the disk. Make room, then save again."
STILL = "What you typed is still here."


@pytest.mark.parametrize("width", [60, 80])
def test_trouble_takes_the_lines_it_needs(width: int) -> None:
    """What to do is its end: at 80 columns two lines, at 60 three, and no ellipsis."""
    needed = lines_needed([f"{FAILED} {STILL}"], width, MOST_TOLD)
    said = " ".join(words(line).strip() for line in foot_lines(STILL, FAILED, "", width, needed))
    assert said == f"{FAILED} {STILL}"


@pytest.mark.parametrize("height", [2, 3, 4])
def test_what_is_cut_is_cut_before_the_source(height: int) -> None:
    """A long sentence ends in an ellipsis; the source behind it stands."""
    lines = [words(line).strip() for line in foot_lines("It is long. " * 40 + "\nS1, the plan.", "", "", 60, height)]
    assert lines[-1] == "S1, the plan."
    assert lines[-2].endswith("…")
    assert len(lines) == height


def test_a_list_that_goes_on_says_so_in_its_hairline() -> None:
    """It takes nothing from what is said of the row."""
    line = words(hairline(60, more="more below"))
    assert line.endswith("─ more below ─") or line.rstrip().endswith(" more below ─")
    assert len(line) == 59


async def test_at_60_columns_the_day_the_rows_and_the_source_stand(at: Open) -> None:
    """Today's header has day and rows in view; the foot of each row ends with the whole of its source."""
    async with at(size=(60, 20)) as desk:
        assert desk.place.startswith("Today  23 Nov")
        for _ in range(4):
            assert "…" not in desk.foot.split("S1")[-1], desk.text
            await desk.press("down")


async def test_in_the_smallest_window_every_page_says_that_nothing_is_encrypted(at: Open) -> None:
    """In its header or in its hairline; a list, a case, a form, a question over a page, the find line, behind the mask."""
    async with at(size=(60, 20)) as desk:
        for keys in (
            "",
            "slash",
            "escape c",
            "home enter",
            "w",
            "escape v",
            "f1",
            "escape f2",
            "escape escape 4",
            "f9",
        ):
            await desk.press(keys)
            assert "not encrypted" in desk.text, desk.text
            assert desk.text.count("──") > 0


async def test_what_the_foot_has_no_room_for_help_says_whole(at: Open) -> None:
    """The foot ends with F1, of a row and of a field alike; the mask holds there too, and the page says it in full."""
    async with at(size=(60, 20)) as desk:
        await desk.press("v")
        assert "… F1" in desk.foot
        await desk.press("f1")
        assert "today, yest, mon, 3/4, -3d. Day comes first." in " ".join(desk.text.split())
        await desk.press("escape escape c")
        await desk.to_row("F-102  K.M.")
        await desk.press("enter home")
        desk.app.screen.say("Long words. " * 40 + "\nS1, the plan.")  # type: ignore[attr-defined]
        await desk.press("f1")
        assert "The line you are on" in desk.text
        said = " ".join(desk.text.split())
        assert "Long words. " * 40 + "S1, the plan." in said
        await desk.press("f2")
        assert "Long" not in desk.text


async def test_a_question_stands_whole_in_the_header_of_a_small_window(at: Open) -> None:
    """Its short name beside the reference, and the whole of it below; at 80 columns on one row, with a blank below."""
    async with at(size=(60, 20)) as desk:
        await desk.press("4")
        assert desk.rows[0].startswith(" 4 Curious  F-114")
        assert desk.rows[1] == " 4 Am I being professionally curious?"
        await desk.pilot.resize_terminal(80, 24)
        await desk.pilot.pause()
        assert desk.rows[0].startswith(" 4 Am I being professionally curious?  F-114")
        assert desk.rows[1] == ""


async def test_a_case_with_two_children_stands_without_scrolling(at: Open) -> None:
    """At 80 columns and 24 rows its actions are on the page: the foot takes no line that the page needs."""
    async with at() as desk:
        await desk.press("c")
        await desk.to_row("F-102  K.M.")
        await desk.press("enter")
        assert desk.starting(" Actions ")
        assert "rows" not in desk.place


async def test_a_save_that_fails_says_all_of_it_in_a_form(at: Open, tmp_path: Path) -> None:
    """The foot of a form has one line, and takes more for trouble; the next key gives them back."""
    async with at() as desk:
        await desk.press("c")
        await desk.to_row("F-102  K.M.")
        await desk.press("v tab tab a")
        before = len(desk.rows), desk.rows.index(next(row for row in desk.rows if "───" in row))
        desk.app.screen.notice(STILL, FAILED)  # type: ignore[attr-defined]
        await desk.pilot.pause()
        assert desk.foot == f"{FAILED} {STILL}"
        assert desk.keys.startswith("Tab next")
        await desk.press("tab")
        after = len(desk.rows), desk.rows.index(next(row for row in desk.rows if "───" in row))
        assert after == before
