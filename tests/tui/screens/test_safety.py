"""Data and safety on screens: the audit trail, backups and damage; a person needs no command to read them."""

from pathlib import Path

import pytest

from store.records import CaseRecord
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tests.tui.screens.test_cases import on_case
from tui.composition import House
from tui.screens.audit import AuditScreen
from tui.screens.safety import SafetyScreen


async def trail(desk: Desk) -> AuditScreen:
    """The page of the trail, once it is read whole."""
    screen = desk.app.screen
    assert isinstance(screen, AuditScreen)
    await desk.app.workers.wait_for_complete()
    await desk._painted()
    assert screen.whole
    return screen


async def at_work(desk: Desk) -> SafetyScreen:
    """The page of data and safety, once what was begun on it is done."""
    screen = desk.app.screen
    assert isinstance(screen, SafetyScreen)
    await desk.app.workers.wait_for_complete()
    await desk._painted()
    return screen


def flat(desk: Desk) -> str:
    """The screen as one line, wherever it was wrapped."""
    return " ".join(desk.text.split())


async def test_the_trail_has_the_newest_on_top_and_one_case_alone_from_its_menu(at: Open, house: House) -> None:
    """Ids and kinds, no text; Enter leads to the case; the menu turns between one and all."""
    house.store.add_case(CaseRecord(ref="F-555"))
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.press("w")
        await desk.say("Is it the bus?")
        await desk.press("tab enter")
        await desk.menu("audit trail of")
        await trail(desk)
        assert desk.place.startswith("Audit trail  F-108")
        assert "none is missing" in flat(desk)
        assert desk.row.split()[-2:] == ["I", "wonder"]
        assert "the bus" not in desk.text
        assert "F-555" not in desk.text
        await desk.menu("show all")
        assert "F-555" in desk.text
        await desk.menu("only one case")
        await desk.to_row("F-555")
        await desk.press("enter")
        assert desk.place.startswith("Audit trail  F-555")
        await desk.press("enter")
        assert desk.place.startswith("F-555")


async def test_a_trail_from_which_a_line_is_gone_says_so(at: Open, house: House) -> None:
    """Above the lines, with what it means."""
    house.store.add_case(CaseRecord(ref="F-555"))
    path = min((house.places.home / "audit").glob("*.log"))
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *lines[2:]]))
    async with at() as desk:
        await desk.menu("audit")
        await trail(desk)
        assert "Line 2 is missing." in desk.text
        assert "none is missing" not in flat(desk)
        await desk.press("escape")
        await desk.menu("data and")
        await desk.to_row("Audit trail")
        assert "1 place that does not fit" in desk.row


async def test_the_trail_goes_out_through_the_one_door(
    at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For a subject access request: of one case, with the marking; and that it was written is in the trail."""
    monkeypatch.setenv("HOME", str(tmp_path))
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.menu("audit trail of")
        await trail(desk)
        await desk.press("ctrl+o ctrl+o")
        assert "Written: ~/packs/audit-2026-11-23-F-108.md" in desk.foot
        (case,) = [row for row in desk.house.store.caseload() if row.ref == "F-108"]
        last = desk.house.store.trail()[-1]
        assert (last.what, last.case_id) == ("exported", case.id)
    text = (tmp_path / "packs" / "audit-2026-11-23-F-108.md").read_text(encoding="utf-8")
    assert "OFFICIAL-SENSITIVE" in text
    assert "none is missing, changed or cut" in text


async def test_the_page_makes_a_backup_and_says_when_the_last_one_was(at: Open, house: House) -> None:
    """Keys go on meanwhile; where a thing is done by command alone, the command stands there."""
    async with at(size=(100, 50)) as desk:
        await desk.menu("data and")
        assert "last backup none yet" in desk.place
        for command in ("backup --out", "restore", "doctor --repair"):
            assert f"casereflect {command}" in flat(desk)
        await desk.press("enter")
        await at_work(desk)
        assert "The backup is in backups/2026-11-23" in desk.foot
        assert "last backup today" in desk.place
        assert len(house.upkeep.backups()) == 1


async def test_in_a_small_window_the_cursor_comes_by_all_of_it(at: Open) -> None:
    """Row by row at 60 by 20; nothing stands where no key leads."""
    async with at(size=(60, 20)) as desk:
        await desk.menu("data and")
        seen = flat(desk)
        for _ in range(4):
            await desk.press("down")
            seen += flat(desk)
        for words in (
            "backup --out",
            "doctor --repair",
            "Passphrase and recovery",
            "none is missing",
            "No case is on hold",
        ):
            assert words in seen


async def test_damage_is_looked_for_and_said_in_words(at: Open, house: House) -> None:
    """What doctor says; nothing is changed."""
    async with at(size=(100, 50)) as desk:
        await desk.menu("data and")
        assert "Not looked yet" in desk.text
        await desk.press("down enter")
        await at_work(desk)
        assert "No damage was found." in desk.foot
        row = house.store.caseload()[0]
        path = house.places.case(row.id)
        path.write_bytes(path.read_bytes()[:100])
        await desk.menu("look for damage")
        await at_work(desk)
        assert "1 finding" in desk.text
        await desk.press("up")
        assert f"cases/{path.name}" in desk.foot
        assert "cut, empty or damaged" in desk.foot
        assert len(path.read_bytes()) == 100
