"""Import on screen: a file, whose rows, a preview; nothing is written before a yes, and again it changes nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store.records import ImportedFact
from tests.samples.workbooks import SAMPLES
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tui.composition import House

ANNEX_A = SAMPLES / "Annex_A_2024_Jan.xlsx"
BRING_IN = "enter shift+tab enter"
"""Enter on the preview, and from the safe answer to the other."""


async def read(desk: Desk, path: Path) -> None:
    """Give the file's path and read it."""
    await desk.write(str(path))
    await desk.press("ctrl+o")


async def test_what_is_no_file_or_no_annex_a_is_refused_and_asked_again(at: Open, no_cases: House) -> None:
    """The path stays to be mended; nothing is written."""
    async with at(no_cases) as desk:
        await desk.press("i")
        assert "Bring in which file?" in desk.text
        await read(desk, SAMPLES / "nowhere.xlsx")
        assert "There is no file of that name." in desk.text
        await read(desk, SAMPLES / "fake_sen.xlsx")
        assert "This is not an Annex A workbook" in desk.text
        await read(desk, SAMPLES / "README.md")
        assert "Bring in which file?" in desk.text
        await desk.press("escape")
        assert "Bring in which file?" not in desk.text
        assert desk.refs == []


async def test_a_workbook_that_names_no_worker_brings_nothing(at: Open, no_cases: House) -> None:
    """It says so; there are no rows to call one's own."""
    async with at(no_cases) as desk:
        await desk.press("i")
        await read(desk, SAMPLES / "example-B-2004.xlsx")
        assert "Nothing was written." in desk.foot
        assert desk.refs == []


async def test_a_worker_is_chosen_the_preview_stands_first_and_a_yes_brings_it_in(at: Open, no_cases: House) -> None:
    """Names as they stand in the file; the rows of others only counted; facts with their source."""
    async with at(no_cases) as desk:
        await desk.press("i")
        await read(desk, ANNEX_A)
        assert desk.column(3, 20)[0] == "Eugene Swift"
        assert len(desk.column(3, 20)) == 8
        await desk.to_row("Petra Wills")
        await desk.press("enter")
        assert "Children     2 new" in desk.text
        assert "10 rows of other workers: counted, not kept" in desk.text
        assert "Ezra Leigh" not in desk.text
        assert desk.refs == []
        await desk.press("enter enter")
        assert desk.refs == []
        await desk.press(BRING_IN)
        assert "Brought in: 2 new, 0 changed, 0 the same, 0 to look at." in desk.foot
        assert desk.refs == ["14953858", "5358472"]
        facts = desk.kept("5358472", ImportedFact)
        assert {fact.origin.partition(":")[0] for fact in facts} == {"import"}


async def test_the_same_file_again_brings_nothing_new(at: Open, no_cases: House) -> None:
    """From the menu this time; not even a save."""
    async with at(no_cases) as desk:
        await desk.press("i")
        await read(desk, ANNEX_A)
        await desk.to_row("Petra Wills")
        await desk.press(f"enter {BRING_IN}")
        before = {ref: desk.case(ref).revision for ref in desk.refs}
        await desk.menu("import a file")
        await read(desk, ANNEX_A)
        await desk.to_row("Petra Wills")
        await desk.press("enter")
        assert "The file says nothing new." in desk.foot
        await desk.press(BRING_IN)
        assert "Brought in: 0 new, 0 changed, 2 the same, 0 to look at." in desk.foot
        assert {ref: desk.case(ref).revision for ref in desk.refs} == before


async def test_esc_from_names_or_preview_writes_nothing_and_says_so(at: Open, no_cases: House) -> None:
    """At each step."""
    async with at(no_cases) as desk:
        for more in ("escape", "enter escape"):
            await desk.press("i")
            await read(desk, ANNEX_A)
            await desk.press(more)
            assert "Nothing was written." in desk.foot
            assert desk.place.startswith("Today")
            assert desk.refs == []


async def test_today_says_where_imported_dates_come_from(at: Open, no_cases: House) -> None:
    """Seen alone, as the file says, with the file's day."""
    async with at(no_cases) as desk:
        await desk.press("i")
        await read(desk, ANNEX_A)
        await desk.to_row("Petra Wills")
        await desk.press("enter")
        await desk.press(f"{BRING_IN} down up")
        assert "from Annex A as at" in " ".join(desk.text.split())


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home folder with the workbook in it."""
    (tmp_path / "annex a.xlsx").write_bytes(ANNEX_A.read_bytes())
    monkeypatch.setenv("HOME", str(tmp_path))
    yield tmp_path


async def test_a_path_may_begin_with_the_home_folder_and_hold_blanks(at: Open, no_cases: House, here: Path) -> None:
    """~/annex a.xlsx, as a person writes it."""
    async with at(no_cases) as desk:
        await desk.press("i")
        await desk.write("~/annex a.xlsx")
        await desk.press("ctrl+o")
        assert "Names in the file" in desk.text
