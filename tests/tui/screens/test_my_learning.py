"""My learning and CPD at the screen: the log, a piece from a reflection, the year as a file, the sheet for a team."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from checklists.use_cases.records import add_record
from store.case import OWN
from store.records import Answer, CpdPiece, Escalation, LearningEntry, Supervision
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk, house_in
from tui.composition import House

NOV = date(2026, 11, 16)
LOG, CPD = "l end up enter", "l end enter"


@pytest.fixture(autouse=True)
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that files go into."""
    monkeypatch.setenv("HOME", str(tmp_path))
    yield tmp_path / "packs"


def written(folder: Path) -> list[Path]:
    """The files that were written."""
    return list(folder.iterdir()) if folder.exists() else []


def kept(desk: Desk) -> tuple[tuple[LearningEntry, ...], tuple[CpdPiece, ...]]:
    """What my own book holds, read by a house of its own."""
    own = house_in(desk.house.places.home).store.case(OWN)
    return own.of(LearningEntry), own.of(CpdPiece)


def entry(house: House, **values: object) -> LearningEntry:
    """An entry of the log that is there already."""
    return add_record(
        house.store, OWN, LearningEntry, {"happened_on": NOV, "what_i_take": "Ask of the night", **values}
    )


def piece(house: House, **values: object) -> CpdPiece:
    """A piece that is there already."""
    given = {"type": "training", "done_on": NOV, "what": "A day on sleep", **values}
    return add_record(house.store, OWN, CpdPiece, given)


def case_id(house: House, ref: str = "F-102") -> str:
    """The id of a case."""
    return next(row.id for row in house.store.caseload() if row.ref == ref)


async def test_the_five_ways_stand_on_top_and_begin_an_entry_of_their_kind(at: Open) -> None:
    """Enter on the second: its prompt and small step stand in the foot; saved, the row says when it was last done."""
    async with at() as desk:
        await desk.press(LOG)
        assert [row[58:].strip() for row in desk.rows if row[3:5] in ("E1", "E2", "E3", "E4", "E5")] == [
            "not recorded yet"
        ] * 5
        await desk.press("home down enter")
        assert "Which point would you bring to others" in desk.foot
        assert "Put one line in the next supervision pack." in desk.foot
        await desk.fill(I_take="Say it aloud", Cases="F-102", Bring_along="y")
        await desk.press("ctrl+o")
        assert desk.row.startswith("> Mon 23 Nov  discussed")
        assert "to supervision" in desk.row
        assert "last Mon 23 Nov" in desk.starting("   E2")
        ((one,), _) = kept(desk)
        assert (one.type, one.case_ids, one.bring) == ("discussed", (case_id(desk.house),), True)


async def test_an_entry_is_changed_taken_out_and_undone(at: Open, house: House) -> None:
    """What it said before stays readable; undoing brings it back."""
    entry(house)
    async with at() as desk:
        await desk.press(f"{LOG} end enter")
        await desk.fill(Review="Out of routine")
        await desk.press("ctrl+o")
        await desk.menu("earlier texts")
        assert "Out of routine" in desk.text
        await desk.press("escape x")
        await desk.say("written twice")
        await desk.press("ctrl+o")
        assert kept(desk) == ((), ())
        await desk.menu("undo the last")
        await desk.press("left enter")
        assert [one.review for one in kept(desk)[0]] == ["Out of routine"]


async def test_only_what_is_marked_stands_in_the_pack_of_its_cases_or_of_any(at: Open, house: House) -> None:
    """A challenge is kept out until it is ticked, and its form says what that means; one key of the menu marks it."""
    entry(
        house, type="challenged", what_i_take="Zq open question", what_was_said="Zq asked", case_ids=(case_id(house),)
    )
    entry(house, what_i_take="Zq of another", bring=True, case_ids=(case_id(house, "F-108"),))
    entry(house, what_i_take="Zq of any", bring=True)
    async with at() as desk:
        await desk.press(LOG)
        await desk.to_row("Zq open question")
        await desk.press("enter")
        await desk.to_field("Bring along")
        assert "Kept out of packs unless you tick it. A court, a coroner" in desk.foot
        await desk.press("escape")
        assert await learning_of(desk) == ["Zq of any."]
        await desk.press(f"escape escape 0 {LOG}")
        await desk.to_row("Zq open question")
        await desk.menu("bring to supervision")
        assert desk.foot == "It stands in the next packs."
        assert await learning_of(desk) == ["Zq open question. Zq asked.", "Zq of any."]


async def learning_of(desk: Desk) -> list[str]:
    """What the section of learning says in the pack of F-102."""
    await desk.press("0 c home p")
    await desk.to_row("Learning I want to bring")
    await desk.press("enter")
    return [row.partition(": ")[2] for row in desk.rows if "Zq" in row]


async def test_a_challenge_becomes_an_escalation_on_its_case(at: Open, house: House) -> None:
    """With what I would ask for as what it is about; the case is the one that the entry names."""
    entry(house, type="challenged", what_was_said="A strategy talk", case_ids=(case_id(house),))
    async with at() as desk:
        await desk.press(f"{LOG} end")
        await desk.menu("raise a concern")
        assert "F-102" in desk.place
        await desk.press("ctrl+o")
        assert [one.about for one in desk.kept("F-102", Escalation)] == ["A strategy talk"]


async def test_a_piece_begins_with_nothing_of_the_record(at: Open, house: House) -> None:
    """Neither its text nor who was there; Ctrl+T takes the text over, and then the names in it are said."""
    words = {"held_on": NOV, "with_role": "Robin", "tested": "K.M. was tired.", "decided": "Look again."}
    add_record(house.store, case_id(house), Supervision, words)
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("supervision")
        await desk.menu("a CPD piece")
        assert desk.place.startswith("CPD piece")
        for text in ("K.M.", "Robin", "Look again", "F-102"):
            assert text not in desk.text
        assert "Ctrl+T takes its text over." in desk.foot
        await desk.fill(What_I_did="An hour")
        await desk.press("ctrl+t")
        assert "K.M. was tired." in desk.text
        assert "I learned: K.M. (initials, F-102)" in desk.foot
        await desk.press("ctrl+o")
        assert "Found in it: I learned: K.M. (initials, F-102)" in desk.foot
        (_, (one,)) = kept(desk)
        assert (one.type, one.done_on, one.what, one.impact) == ("supervision", NOV, "An hour", "Look again.")


async def test_a_draft_of_a_piece_from_a_record_is_offered_there_again(at: Open, house: House) -> None:
    """And not in a new piece, nor in one from another record."""
    add_record(house.store, case_id(house), Answer, {"question": "Q3", "text": "Up at six.", "answered_on": NOV})
    async with at() as desk:
        await desk.press("c home enter")
        await desk.menu("answers")
        await desk.menu("a CPD piece")
        await desk.fill(What_I_did="half a thought")
        await desk.press(f"escape 0 {CPD} n")
        assert "half a thought" not in desk.text
        await desk.press("escape 0")
        await desk.menu("drafts")
        await desk.press("enter")
        assert "half a thought" in desk.text
        await desk.press("ctrl+o")
        assert [one.what for one in kept(desk)[1]] == ["half a thought"]


async def test_the_year_says_what_is_open_and_today_says_it_too(at: Open, house: House) -> None:
    """One piece and none with a peer a week before its end; Enter on the line of Today leads to it."""
    piece(house)
    async with at() as desk:
        await desk.press("end")
        assert desk.row.strip("> ").startswith("CPD: 1 piece, none with a peer yet")
        await desk.press("enter")
        assert "CPD year ends Mon 30 Nov: 1 piece, none with a peer yet." in desk.text
        assert "Asked for: 2 pieces, at least 1 of them with a peer" in desk.text
        await desk.press("n r")
        await desk.fill(What_I_did="Out of routine", What_it_added="A second look")
        await desk.press("ctrl+o")
        assert "2 pieces, 1 with a peer." in desk.text
        await desk.press("0 end")
        assert "CPD" not in desk.row


async def test_a_year_is_written_in_the_order_of_the_form_once_names_are_answered_for(
    at: Open, house: House, packs: Path
) -> None:
    """What was found is said with its piece and field; leaving it writes nothing. In Word it reads as on the screen."""
    piece(house, learned="K.M. and F-102 taught me", peer_role="colleague", peer_reflection="It may be sleep.")
    piece(house, what="Last year's", done_on=date(2025, 11, 30))
    async with at() as desk:
        await desk.press(f"{CPD} ctrl+o")
        assert "We did not check the wording of the regulator's form." in desk.text
        await desk.press("ctrl+o")
        assert "I learned: F-102 (reference, F-102)" in desk.text
        assert "I learned: K.M. (initials, F-102)" in desk.text
        await desk.press("escape")
        assert (desk.foot.startswith("Nothing was written."), written(packs)) == (True, [])
        await desk.press("f f f ctrl+o left enter")
        assert "Written: ~/packs/cpd-2026-11-23-year-2026.docx" in desk.foot
    (file,) = written(packs)
    said = [one.text for one in Document(str(file)).paragraphs if one.text.strip()]
    first = said.index("Piece 1 of 1")
    asked = [said.index(label) for label in said if label.endswith("?")]
    assert len(asked) == 6
    assert [said[place + 1] for place in asked] == [
        "training",
        "A day on sleep",
        "16 November 2026",
        "K.M. and F-102 taught me",
        "Not written yet.",
        said[asked[-1] + 1],
    ]
    assert first < asked[0]
    assert "It may be sleep." in " ".join(said)
    assert "Last year's" not in " ".join(said)


async def test_a_review_becomes_a_sheet_for_a_team_meeting(at: Open, packs: Path) -> None:
    """From the menu of a review; written, it holds nothing of a case."""
    async with at() as desk:
        await desk.press("l")
        await desk.to_row("Child criminal exploitation")
        await desk.press("enter")
        await desk.menu("sheet for a team")
        assert desk.place.startswith("Team-meeting sheet  N2")
        await desk.press("ctrl+o")
    text = (packs / "team-sheet-2026-11-23-N2.md").read_text(encoding="utf-8")
    assert "20 minutes" in text
    assert "F-1" not in text


async def test_behind_the_mask_no_word_of_it_is_read(at: Open, house: House) -> None:
    """The log, a year, the form of it, the check and the form of a piece; and nothing is written."""
    entry(house, review="Zq", what_i_take="Zq", what_was_said="Zq")
    piece(house, what="Zq", learned="Zq", impact="Zq", peer_role="Zq", peer_reflection="Zq")
    async with at() as desk:
        await desk.press(f"f2 {LOG}")
        for keys in ("end", "enter", f"escape 0 {CPD}", "enter", "escape ctrl+o", "ctrl+o"):
            await desk.press(keys)
            assert "zq" not in desk.text.lower(), desk.text
        assert "masked" in desk.foot
        await desk.menu("check for names")
        assert "zq" not in desk.text.lower()


async def test_what_another_window_saved_is_seen(at: Open, house: House, elsewhere: object) -> None:
    """At the next key; what is typed here is not lost."""
    async with at() as desk:
        await desk.press(LOG)
        add_record(elsewhere, OWN, LearningEntry, {"happened_on": DAY, "what_i_take": "from elsewhere"})  # type: ignore[arg-type]
        await desk.press("down")
        assert "from elsewhere" in desk.text
