"""The companion of a case under review at the screen: begun, read on a day, a note beside an entry, the pack written."""

from pathlib import Path

import pytest

from store.records import Answer, Event, ReviewNote, ReviewRequest, ReviewSupport
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk
from tests.tui.screens.test_cases import on_case
from tui.composition import House

HEADER = "Reviews are there to learn."


async def companion(desk: Desk, *, begun: bool = True) -> None:
    """On the companion of F-102, under review or not yet."""
    await on_case(desk, "F-102")
    await desk.menu("review companion")
    if begun:
        await desk.press("enter")
        await desk.say("Asked by the partnership.")
        await desk.press("ctrl+o")


async def test_it_is_begun_with_a_hold_and_a_frozen_copy(at: Open) -> None:
    """First steps stand first until then; the header says on every page of it what reviews are for."""
    async with at() as desk:
        await companion(desk, begun=False)
        assert "not marked as under review" in desk.text
        assert "Tell your manager that you keep a reflective working copy" in desk.text
        await desk.press("enter ctrl+o")
        assert "needed" in desk.foot
        await desk.say("Asked by the partnership.")
        await desk.press("ctrl+o")
        info = desk.case("F-102").info
        assert (info.hold, len(info.frozen)) == ("review", 1)
        assert "HOLD" in desk.text
        assert "Asked by the partnership. 1 frozen copy." in " ".join(desk.text.split())
        for row in ("Then and now", "R1", "R3", "R4", "R5", "The frozen copy", "The pack of"):
            await desk.to_row(row)
            await desk.press("enter")
            assert HEADER in desk.text, row
            assert "HOLD" in desk.text, row
            await desk.press("escape")
        await desk.menu("begin the review")
        assert "under review already" in desk.foot
        await desk.menu("freeze another copy")
        assert len(desk.case("F-102").info.frozen) == 2
        await desk.menu("read the frozen copy")
        assert "Which frozen copy?" in desk.text
        await desk.press("enter")
        assert "its fingerprint is the same" in desk.text


async def test_each_step_says_what_it_asks_and_opens_its_own_list(at: Open) -> None:
    """A request with a day and a contact stand on Today by their days; d says what was handed over."""
    async with at() as desk:
        await companion(desk)
        await desk.to_row("R1")
        assert "What have you been asked for, by whom, and by when?" in desk.foot
        assert "It is fine to ask what the review is for" in desk.foot
        await desk.press("enter n")
        await desk.fill(Asked_for="A chronology from March.", Asked_by="panel secretary", Wanted_by="fri")
        await desk.press("ctrl+o")
        assert "A chronology from March." in desk.text
        await desk.press("escape")
        assert "1 open, Fri 27 Nov" in desk.text
        await desk.to_row("R5")
        await desk.press("enter n")
        await desk.fill(Role="union rep", Number="01632 960001", Next_speak="wed")
        await desk.press("ctrl+o escape")
        assert "speak Wed 25 Nov" in desk.text
        await desk.press("0")
        await desk.to_row("Speak with union rep")
        await desk.to_row("Review: A chronology from March.")
        await on_case(desk, "F-102")
        await desk.menu("review requests")
        await desk.press("d ctrl+o")
        (asked,) = desk.kept("F-102", ReviewRequest)
        assert asked.submitted_on == DAY
        assert desk.kept("F-102", ReviewSupport)


async def test_a_rung_is_noted_as_an_event_and_shows_its_sum(at: Open) -> None:
    """The day, so long after what, and where that comes from."""
    async with at() as desk:
        await companion(desk)
        await desk.to_row("Rapid review")
        assert "15 working days after the serious incident, which is not recorded" in desk.foot
        await desk.press("escape")
        case = desk.case("F-102")
        with desk.house.store.change(case.id) as change:
            change.put(Event(type="serious_incident", happened_on=DAY))
        await desk.menu("review companion")
        await desk.to_row("Rapid review")
        assert "by Mon 14 Dec" in desk.row
        assert "15 working days after the serious incident of Mon 23 Nov" in " ".join(desk.foot.split())
        assert "Working Together to Safeguard Children 2023" in desk.foot
        await desk.press("enter")
        await desk.fill(When="today")
        await desk.press("ctrl+o")
        assert [one.type for one in desk.kept("F-102", Event)][-1] == "rapid_review_end"


async def test_then_is_read_only_and_now_stands_beside_it(at: Open) -> None:
    """As of a day the later text and what was written later are gone; n writes beside the entry, nothing edits it."""
    async with at() as desk:
        await companion(desk)
        before = desk.kept("F-102", Answer)
        await desk.to_row("Then and now")
        await desk.press("enter")
        await desk.to_row("4: Late nig")
        await desk.press("n")
        await desk.fill(I_think_now="I would ask her at school.")
        await desk.press("ctrl+o")
        assert "I would ask her" in desk.row
        (note,) = desk.kept("F-102", ReviewNote)
        assert (note.about_ids, note.shared) == ((before[1].id,), False)
        await desk.press("r")
        await desk.say("9/10")
        await desk.press("ctrl+o")
        assert "As I knew it on Fri 9 Oct" in desk.text
        assert "In her room, drawing" not in desk.text
        await desk.to_row("4: Late nig")
        await desk.press("enter")
        assert "Then" in desk.text
        assert "I would ask her at school." in desk.text
        await desk.press("escape x")
        assert "not changed here" in desk.foot
        await desk.press("d")
        assert "not changed here" in desk.foot
        await desk.press("escape")
        assert "As I knew it on" not in desk.text
        assert desk.kept("F-102", Answer) == before
        await desk.press("f2")
        assert "ask her at school" not in desk.text
        assert "mum said" not in desk.text


async def test_a_note_that_was_left_comes_back_beside_its_entry(at: Open) -> None:
    """The draft knows which entry it is about."""
    async with at() as desk:
        await companion(desk)
        await desk.to_row("Then and now")
        await desk.press("enter")
        await desk.to_row("4: Late nig")
        await desk.press("n")
        await desk.fill(I_think_now="Half a thought")
        await desk.press("escape 0")
        await desk.menu("drafts")
        await desk.press("enter ctrl+o")
        (note,) = desk.kept("F-102", ReviewNote)
        assert note.about_ids == (desk.kept("F-102", Answer)[1].id,)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_pack_is_ticked_read_and_written(
    at: Open, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Private notes and those who stand by me are out; the header, the hash and the trail are in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    async with at(size=size) as desk:
        await companion(desk)
        case = desk.case("F-102")
        with house.store.change(case.id) as change:
            change.put(ReviewNote(written_on=DAY, now_text="I was frightened."))
            change.put(ReviewNote(written_on=DAY, now_text="I would ring first.", shared=True))
            change.put(ReviewSupport(role="union rep", number="01632 960001"))
        await desk.to_row("The pack of")
        await desk.press("enter f f ctrl+o")
        assert "Written: ~/packs/review-" in desk.foot
        (path,) = (tmp_path / "packs").iterdir()
        text = " ".join(path.read_text(encoding="utf-8").split())
        for part in (HEADER, "I would ring first.", "frozen copy made", "SHA-256", "Left out:"):
            assert part in text
        assert "frightened" not in text
        assert "01632" not in text
        await desk.to_row("Who stands by me")
        await desk.press("space ctrl+o")
        assert "Write over" in desk.text
        await desk.press("left enter")
        assert "01632" in path.read_text(encoding="utf-8")
