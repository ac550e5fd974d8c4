"""The supervision pack, what has changed, and a hand-over, as a person has them at the screen."""

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from checklists.use_cases.supervision import set_next
from store.embedded_store import EmbeddedStore
from store.records import Action, CaseRecord, Supervision
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk
from tui.composition import House
from tui.screens.pack import reading_line


@pytest.fixture(autouse=True)
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that files go into."""
    monkeypatch.setenv("HOME", str(tmp_path))
    yield tmp_path / "packs"


def supervised(store: EmbeddedStore, **more: str) -> None:
    """Supervision on F-102 three weeks ago."""
    (row,) = [row for row in store.caseload() if row.ref == "F-102"]
    with store.change(row.id) as change:
        change.put(Supervision(held_on=date(2026, 11, 2), with_role="team manager", **more))


def written(folder: Path) -> str:
    """The one file in the folder."""
    (file,) = folder.iterdir()
    return file.read_text(encoding="utf-8")


def modes(folder: Path) -> list[int]:
    """Who may do what with the folder, and with each file in it; nothing where it is not there."""
    found = [folder, *folder.iterdir()] if folder.exists() else []
    return [stat.S_IMODE(path.stat().st_mode) for path in found]


async def all_read(desk: Desk) -> None:
    """Wait until all cases are read."""
    await desk.app.workers.wait_for_complete()
    await desk.pilot.pause()


async def test_a_pack_is_written_in_three_keys(at: Open, packs: Path) -> None:
    """p, the format, Ctrl+O: a new file in a folder made for this person alone, that no one else can read."""
    async with at() as desk:
        await desk.to_row("F-102")
        await desk.press("p f ctrl+o")
        assert "Written: ~/packs/pack-2026-11-23-F-102.html" in desk.foot
    assert modes(packs) == [0o700, 0o600]
    text = written(packs)
    assert text.count("OFFICIAL-SENSITIVE - PERSONAL") == 2
    assert "A reflection aid, not the record." in text
    assert "I get myself up." in text


async def test_the_list_says_what_is_in_it_and_shows_the_section_under_the_cursor(at: Open) -> None:
    """Each section with a few words of it; below the list the one where the cursor is."""
    async with at() as desk:
        await desk.press("c home p")
        assert desk.place.startswith("Supervision")
        assert "F-102" in desk.place
        assert desk.row.startswith("> [x]  1 In their own words")
        assert "I put the alarm on for six." in desk.text
        await desk.to_row("What I do not know")
        assert "Nothing is listed as not known." in desk.text
        assert "I put the alarm on for six." not in desk.text
        assert "Writes pack-2026-11-23-F-102.md to ~/packs" in desk.foot


async def test_private_notes_are_in_only_if_they_are_ticked(
    at: Open, house: House, elsewhere: EmbeddedStore, packs: Path
) -> None:
    """Left out at first, and that is said; one key takes them in, and only that pack."""
    supervised(elsewhere, me_note="I was tired that day.")
    async with at() as desk:
        await desk.press("c home p ctrl+o")
        await desk.to_row("My private notes")
        assert "left out unless ticked" in desk.row
        assert "does not mean privileged" in desk.foot
        first = written(packs)
        await desk.press("space")
        assert "[x] 12 My private notes" in desk.row
        await desk.press("ctrl+o")
        assert "Write over that file?" in desk.text
        await desk.press("enter")
        assert written(packs) == first
        await desk.press("ctrl+o left enter")
    assert "tired that day" not in first
    assert "My private notes, full names" in first
    assert "I was tired that day" in written(packs)


async def test_a_section_taken_out_is_not_in_the_file_and_is_named_as_left_out(at: Open, packs: Path) -> None:
    """Space ticks and unticks."""
    async with at() as desk:
        await desk.press("c home p")
        await desk.to_row("In their own words")
        await desk.press("space")
        assert "[ ]  1 In their own words" in desk.row
        await desk.press("ctrl+o")
    text = written(packs)
    assert "I put the alarm on" not in text.partition("What has changed")[0]
    assert "In their own words, My private notes, full names" in text


async def test_what_i_want_is_typed_there_and_stands_in_the_record_of_the_hour(at: Open) -> None:
    """The line is kept for the next hour; the form of that hour begins with it, and then it is gone from here."""
    async with at() as desk:
        await desk.press("c home p")
        await desk.to_row("What I want from this hour")
        assert "not written yet" in desk.row
        await desk.press("enter")
        await desk.paste("Is it time for legal advice?")
        await desk.press("ctrl+o")
        await desk.to_row("What I want from this hour")
        assert "1 line" in desk.row
        assert "Is it time for legal advice?" in desk.text
        await desk.to_row("Agreed and decided")
        await desk.press("enter")
        assert "Is it time for legal advice?" in desk.text
        await desk.fill(With="team manager", Decided="Ask legal by Friday\nSee K. before school", Next_on="fri")
        await desk.press("ctrl+o")
        (session,) = desk.kept("F-102", Supervision)
        assert (session.wanted, session.with_role) == ("Is it time for legal advice?", "team manager")
        await desk.to_row("What I want from this hour")
        assert "not written yet" in desk.row
        await desk.press("0")
        await desk.to_row("Supervision")
        assert "Fri 27 Nov" in desk.row
        assert "Supervision Fri 27 Nov (4 working days left)." in desk.foot
        await desk.press("enter")
        await all_read(desk)
        assert desk.place.startswith("Supervision")


async def test_a_line_of_what_was_agreed_becomes_an_action(at: Open, elsewhere: EmbeddedStore) -> None:
    """Chosen from the last supervision; next supervision is a day there."""
    supervised(elsewhere, decided="Ask legal\n- See K. before school")
    set_next(elsewhere, date(2026, 11, 27))
    async with at() as desk:
        await desk.press("c home p")
        await desk.menu("an action from")
        await desk.to_row("See K. before school")
        await desk.press("enter")
        await desk.fill(By="next supervision")
        await desk.press("ctrl+o")
        found = [action for action in desk.kept("F-102", Action) if action.what == "See K. before school"]
    assert [action.due_on for action in found] == [date(2026, 11, 27)]


async def test_an_hour_over_several_cases_asks_for_its_day_and_people_once(at: Open) -> None:
    """From the pack of all cases; then case by case, each with its own part in one session; left and begun anew, it is that one."""
    async with at() as desk:
        await desk.menu("supervision pack, all")
        await all_read(desk)
        await desk.to_row("Agreed and decided")
        await desk.press("enter")
        await desk.paste("today")
        await desk.press("tab tab")
        await desk.paste("team manager")
        await desk.press("ctrl+o")
        assert desk.place.startswith("Supervision hour")
        assert "Mon 23 Nov, team manager" in desk.rows[0]
        for ref, said in (("F-102", "See K. early"), ("F-108", "Ask the panel")):
            await desk.to_row(ref)
            assert "written down" not in desk.row
            await desk.press("enter")
            await desk.fill(Decided=said)
            await desk.press("ctrl+o")
            await desk.to_row(ref)
            assert "written down" in desk.row
        await desk.press("enter")
        assert "Ask the panel" in desk.text
        await desk.press("escape escape")
        await desk.menu("supervision hour")
        assert "team manager" in desk.text
        await desk.press("ctrl+o")
        await desk.to_row("F-108")
        assert "written down" in desk.row
        parts = [*desk.kept("F-102", Supervision), *desk.kept("F-108", Supervision)]
    assert [(one.with_role, one.held_on, one.decided) for one in parts] == [
        ("team manager", date(2026, 11, 23), "See K. early"),
        ("team manager", date(2026, 11, 23), "Ask the panel"),
    ]
    assert len({one.session_id for one in parts}) == 1


async def test_what_became_of_a_line_is_known_by_the_action_made_of_it(at: Open, elsewhere: EmbeddedStore) -> None:
    """Also where the action has other words by now; the pack says how it stands."""
    supervised(elsewhere, decided="See K. before school\nAsk legal")
    async with at(size=(80, 60)) as desk:
        await desk.press("c home p")
        await desk.menu("an action from")
        await desk.to_row("See K. before school")
        await desk.press("enter")
        await desk.fill(What="Visit at seven, with gran there", By="fri")
        await desk.press("ctrl+o")
        await desk.to_row("Agreed and decided")
        assert "Talked of 1 time since Sun 23 Nov 2025, 12 months back: Mon 2 Nov." in " ".join(desk.text.split())
        text = " ".join(desk.text.split())
    assert "See K. before school open, by Fri 27 Nov" in text
    assert "Ask legal no action of it is recorded" in text


async def test_the_mask_covers_the_preview_and_nothing_is_written_through_it(at: Open, packs: Path) -> None:
    """F2: no word of a child on the screen, and no file."""
    async with at() as desk:
        await desk.press("c home p f2")
        assert "alarm" not in desk.text
        await desk.press("ctrl+o")
        assert "F2 shows them" in desk.foot
        await desk.press("y")
        assert "F2 shows them" in desk.foot
    assert modes(packs) == []


async def test_the_text_to_mark_is_the_pack_and_nothing_goes_to_a_clipboard(at: Open) -> None:
    """Shown by y; how it is copied is the terminal's."""
    async with at() as desk:
        await desk.press("c home p y")
        assert desk.place.startswith("Text to mark")
        assert "In their own words" in desk.text
        assert desk.app.clipboard == ""


async def test_all_cases_are_in_one_pack(at: Open, packs: Path) -> None:
    """From the menu; each case a part of its own; closed ones are not in it."""
    async with at() as desk:
        await desk.menu("supervision pack, all")
        await all_read(desk)
        assert "4 cases" in desk.place
        await desk.press("ctrl+o")
    text = written(packs)
    assert all(f"## {ref}".replace("-", r"\-") in text or f"## {ref}" in text for ref in ("A-201", "F-102", "F-108"))
    assert "F-098" not in text


async def test_esc_stops_the_reading_and_the_pack_says_which_cases_are_not_in_it(
    at: Open, elsewhere: EmbeddedStore, packs: Path
) -> None:
    """What was read so far is a pack; nothing is left out without a word."""
    for number in range(150):
        elsewhere.add_case(CaseRecord(ref=f"Z-{number:03}", allocated_on=date(2026, 11, 2)))
    async with at() as desk:
        desk.app.open_pack()
        await desk.press("escape")
        await all_read(desk)
        assert desk.place.startswith("Supervision")
        assert "of 154 cases are in this pack." in desk.foot
        await desk.press("ctrl+o")
    text = written(packs).replace("\\", "")
    assert "the cases that were not read: " in text
    assert "Z-149" in text.partition("Cases")[0]


def test_how_far_it_is_is_said_in_words_and_a_bar() -> None:
    """As the guide draws it, with the key that stops it."""
    assert reading_line(12, 25) == "Reading cases  =========···········  12 of 25   Esc stop"


async def test_what_has_changed_counts_from_the_last_supervision_or_another_day(
    at: Open, elsewhere: EmbeddedStore
) -> None:
    """The header says since when; Enter opens the record."""
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("what has changed")
        assert "Since Mon 26 Oct, 4 weeks: no supervision is recorded before." in desk.text
        assert "action: Mon 23 Nov, Early visit, before school" in desk.text
        await desk.menu("since another day")
        await desk.write("yest")
        await desk.press("ctrl+o")
        assert "Nothing was written on this case in that time." in desk.text
    supervised(elsewhere)
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("what has changed")
        assert "Since supervision on Mon 2 Nov." in desk.text


async def test_a_hand_over_is_read_and_written(at: Open, packs: Path) -> None:
    """From the menu of the case."""
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("hand-over")
        assert "What this child's life is like" in desk.text
        await desk.press("f f ctrl+o")
        assert "handover-2026-11-23-F-102.txt" in desk.foot
    assert "Dates coming" in written(packs)
