"""The chronology and a child's own words by their keys: read in three ways, narrowed, added to, marked as looked at."""

import stat
from pathlib import Path

import pytest

from store.records import ChronologyReview, Event, Visit
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


async def on_case(desk: Desk, ref: str = "F-102") -> None:
    """The overview of a case."""
    await desk.press("c")
    await desk.to_row(ref)
    await desk.press("enter")


async def at_the_chronology(desk: Desk, ref: str = "F-102") -> None:
    """Everything dated on the case."""
    await on_case(desk, ref)
    await desk.press("t")


async def test_t_opens_it_newest_first_and_tab_turns_through_three_ways(at: Open) -> None:
    """Entries, by month, as written, and entries again; the last row says what Tab leads to."""
    async with at() as desk:
        await at_the_chronology(desk)
        assert desk.place.startswith("Chronology")
        assert "newest first" in desk.text
        for seen in ("By month", "As written", "Entries  "):
            await desk.press("tab")
            assert seen in desk.text, desk.text


async def test_what_is_typed_narrows_it_and_the_top_row_says_so(at: Open) -> None:
    """Words and a day; Esc in the list shows all again, and once more goes back."""
    async with at() as desk:
        await at_the_chronology(desk)
        whole = desk.rows[0]
        await desk.press("slash")
        await desk.say("visit since 1/11")
        await desk.press("enter")
        assert 'Only since Sun 1 Nov, "visit": 2 of ' in desk.text
        assert "F-102" in desk.rows[0]
        assert desk.column(16, 27)
        assert set(desk.column(16, 27)) <= {"Visit", ""}
        await desk.press("escape")
        assert desk.rows[0] == whole
        await desk.press("escape")
        assert desk.rows[0].startswith(" F-102")


async def test_a_row_of_the_months_gives_its_entries(at: Open) -> None:
    """Enter on Visits: only those, and the top row says it."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.press("tab")
        await desk.to_row("Visits")
        assert "in Nov" in desk.foot
        await desk.press("enter")
        assert "Only Visits: " in desk.text
        assert set(desk.column(16, 27)) <= {"Visit", ""}


async def test_a_kind_a_child_and_the_order_are_chosen_from_the_menu(at: Open) -> None:
    """What was chosen first stays when another is chosen."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.menu("only one kind")
        await desk.to_row("Visit")
        await desk.press("enter")
        assert "Only Visit: " in desk.text
        await desk.menu("only one child")
        await desk.to_row("K.M.")
        await desk.press("enter")
        assert "Only K.M., Visit: " in desk.text
        newest = desk.column(3, 14)
        await desk.menu("oldest first")
        assert desk.column(3, 14) == newest[::-1]
        await desk.menu("show all")
        assert "Only" not in desk.text


async def test_n_adds_an_event_whose_day_is_not_known_better(at: Open) -> None:
    """It stands at its month as it was typed, with the day on which it was noted at the right."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.press("n")
        await desk.fill(Event="good news", When="c. May 2019", What_happened="Won at chess.")
        await desk.press("ctrl+o")
        (event,) = [one for one in desk.kept("F-102", Event) if one.type == "positive"]
        assert (event.happened_on.isoformat(), event.approx) == ("2019-05-01", True)
        await desk.to_row("c. May 2019")
        assert desk.row.split()[:5] == [">", "c.", "May", "2019", "Good"]
        assert desk.row.endswith("noted Mon 23 Nov")
        assert "Won at chess." in desk.foot


async def test_d_marks_it_as_looked_at_with_the_pattern_seen(at: Open) -> None:
    """It is a record of its own, and an entry."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.press("d")
        await desk.fill(Pattern="Better after each conference, then less.")
        await desk.press("ctrl+o")
        (review,) = desk.kept("F-102", ChronologyReview)
        assert (review.looked_on.isoformat(), review.pattern) == (
            "2026-11-23",
            "Better after each conference, then less.",
        )
        await desk.to_row("Looked at")


async def test_enter_opens_the_record_and_x_takes_it_out_but_not_the_case(at: Open) -> None:
    """A visit's form; the day the case came is changed on the case."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.to_row("Visit")
        await desk.press("enter")
        assert desk.form
        await desk.press("escape")
        before = len(desk.kept("F-102", Visit))
        await desk.to_row("Visit")
        await desk.press("x")
        await desk.say("Typed twice.")
        await desk.press("ctrl+o")
        assert len(desk.kept("F-102", Visit)) == before - 1
        await desk.to_row("The case came to me")
        await desk.press("x")
        assert "The case is changed from its own page" in desk.foot


async def test_the_mask_covers_every_way_and_days_stay(at: Open) -> None:
    """No initials and no words; the days and kinds stay."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.press("f2")
        for _ in range(3):
            assert "K.M." not in desk.text
            assert "get myself up" not in desk.text
            assert "Nov" in desk.text
            await desk.press("tab")


async def test_at_60_columns_both_days_and_ten_months_stand(at: Open) -> None:
    """No row is wider than the screen, and no figure is cut."""
    async with at(size=(60, 20)) as desk:
        await at_the_chronology(desk)
        assert all(len(row) <= 60 for row in desk.rows)
        await desk.press("tab")
        row = desk.starting(" > Visits")
        assert "…" not in row
        assert len(row.split()) == 2 + 10


async def test_their_own_words_are_in_the_menu_and_tab_turns_to_the_next_child(at: Open) -> None:
    """Oldest first, each with where and how; a theme can be chosen."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("own words")
        assert desk.rows[0].startswith(" In their ow")
        assert "K.M., F-102" in desk.rows[0]
        assert '"I get myself up' in desk.text
        await desk.press("tab")
        assert "K.M." not in desk.rows[0]
        await desk.press("tab")
        await desk.menu("only one theme")
        await desk.to_row("Theme 8")
        await desk.press("enter")
        assert "Only theme 8" in desk.text
        await desk.press("escape")
        assert '"I get myself up' in desk.text
        await desk.to_row('"I get myself up')
        await desk.press("enter")
        assert desk.place.startswith("Change a visit")


async def test_ctrl_o_leads_to_the_page_that_is_written(
    at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is read now: this way, what is asked for and what that leaves out; the form and the name are the person's."""
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / "packs"
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.press("slash")
        await desk.say("visit")
        await desk.press("enter ctrl+o")
        assert "Writes chronology-2026-11-23-F-102.md to ~/packs, a new folder for you alone." in desk.foot
        assert not folder.exists()
        await desk.press("f f ctrl+o")
        assert "Written: ~/packs/chronology-2026-11-23-F-102.txt" in desk.foot
        await desk.menu("another name")
        await desk.write("for-court.docx")
        await desk.press("ctrl+o")
        assert "Writes for-court.docx to ~/packs" in desk.foot
        await desk.press("ctrl+o")
        await desk.press("ctrl+o")
        assert "Write over that file?" in desk.text
        await desk.press("enter")
        assert "Nothing was written." in desk.foot
        await desk.menu("another name")
        await desk.write("../for-court.md")
        await desk.press("ctrl+o")
        assert "That is not the name of a file." in desk.text
        await desk.press("escape escape")
        assert desk.place.startswith("Chronology")
        await desk.press("escape tab ctrl+o f f ctrl+o")
        assert "Write over that file?" in desk.text
    text = (folder / "chronology-2026-11-23-F-102.txt").read_text(encoding="utf-8")
    assert 'the rest is left out: "visit".' in text
    assert {one.name: stat.S_IMODE(one.stat().st_mode) for one in folder.iterdir()} == {
        "chronology-2026-11-23-F-102.txt": 0o600,
        "for-court.docx": 0o600,
    }


async def test_own_words_and_escalations_are_written_too(
    at: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From their lists, and not through the mask."""
    monkeypatch.setenv("HOME", str(tmp_path))
    async with at() as desk:
        await on_case(desk)
        await desk.press("b ctrl+o ctrl+o")
        assert "Written: ~/packs/words-2026-11-23-F-102.md" in desk.foot
        await desk.press("escape escape")
        await desk.menu("escalations")
        await desk.press("ctrl+o f2 ctrl+o")
        assert "F2 shows them" in desk.foot
        await desk.press("f2 ctrl+o")
        assert "Written: ~/packs/escalations-2026-11-23-F-102.md" in desk.foot
    assert "I get myself up" in (tmp_path / "packs" / "words-2026-11-23-F-102.md").read_text(encoding="utf-8")


async def test_b_opens_own_words_of_the_child_on_the_row_and_its_foot_says_so(at: Open) -> None:
    """On the case and on the caseload; Enter on the row still opens the plan."""
    async with at() as desk:
        await on_case(desk)
        await desk.to_row("L.M.")
        assert "b own words" in desk.rows[-1]
        assert "Enter plan" in desk.rows[-1]
        await desk.press("b")
        assert "L.M., F-102" in desk.rows[0]
        await desk.press("escape")
        await desk.to_row("1 Seen alone")
        assert "own words" not in desk.rows[-1]


async def test_a_theme_a_person_and_a_period_are_chosen_from_the_menu_and_come_on_top_of_each_other(at: Open) -> None:
    """Each says in the top row what is shown; Esc shows all again."""
    async with at() as desk:
        await at_the_chronology(desk)
        await desk.menu("only one person")
        await desk.to_row("mother")
        await desk.press("enter")
        assert "Only mother: " in desk.text.replace("Mother", "mother")
        await desk.menu("only a period")
        await desk.to_row("the last month")
        await desk.press("enter")
        assert "since Fri 23 Oct" in desk.text
        await desk.menu("only one theme")
        await desk.to_row("Theme 1")
        await desk.press("enter")
        assert "theme 1" in desk.text
        assert "mother" in desk.text
        await desk.press("escape")
        assert "Only" not in desk.text
