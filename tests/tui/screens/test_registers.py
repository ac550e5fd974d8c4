"""People, children, visits, I wonders and answers: one list and one form for each; nothing is erased."""

from store.records import Child, Hypothesis, Person
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


async def on_case(desk: Desk, ref: str = "F-102") -> None:
    """The overview of a case."""
    await desk.press("c")
    await desk.to_row(ref)
    await desk.press("enter")


async def test_people_are_one_key_away_and_n_adds_one(at: Open) -> None:
    """Who, the link, met or not; the list says who was not met."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        assert desk.column(3, 20) == ["mother", "partner D"]
        await desk.press("n")
        await desk.say("gran")
        await desk.fill(Link="mother's mother", Met="fri")
        await desk.press("ctrl+o")
        assert desk.place.startswith("People in and")
        assert "Saved." in desk.foot
        assert [row.label for row in desk.kept("F-102", Person)] == ["mother", "partner D", "gran"]
        assert "gran" in desk.column(3, 20)
        assert "gran" in desk.row  # the cursor is where one would look at it, or take it back


async def test_enter_opens_a_person_and_saving_writes_a_version(at: Open) -> None:
    """What it said before is readable from the menu, with what changed."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        await desk.press("enter")
        await desk.fill(Link="mother's partner, a roofer")
        await desk.press("ctrl+o")
        person = desk.kept("F-102", Person)[1]
        assert (person.relation, person.revision) == ("mother's partner, a roofer", 2)
        await desk.to_row("partner D")
        await desk.menu("earlier texts")
        text = " ".join(desk.text.split())
        assert "as it stands" in text
        assert "mother's partner, a roofer" in text
        assert "mother's partner" in text.replace("mother's partner, a roofer", "")


async def test_x_takes_a_person_out_with_a_reason_and_keeps_the_text(at: Open) -> None:
    """Without a reason nothing is taken out."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        person = desk.kept("F-102", Person)[1]
        await desk.press("x ctrl+o")
        assert "is needed to save" in desk.text
        await desk.say("Entered twice.")
        await desk.press("ctrl+o")
        assert "Withdrawn." in desk.foot
        assert [row.label for row in desk.kept("F-102", Person)] == ["mother"]
        assert "partner D" not in desk.text
        (version,) = desk.house.store.versions(person.case_id, person.id)
        assert (version.record, version.why, version.reason) == (person, "withdrawn", "Entered twice.")


async def test_undo_brings_a_person_back_that_was_taken_out(at: Open) -> None:
    """From the menu of the case; the safe answer has the focus."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.to_row("partner D")
        await desk.press("x")
        await desk.say("Entered twice.")
        await desk.press("ctrl+o escape")
        await desk.menu("undo")
        await desk.press("enter")
        assert len(desk.kept("F-102", Person)) == 1
        await desk.menu("undo")
        await desk.press("shift+tab enter")
        assert [row.label for row in desk.kept("F-102", Person)] == ["mother", "partner D"]


async def test_an_empty_list_asks_its_question(at: Open) -> None:
    """Not recorded, and not nothing."""
    async with at() as desk:
        await on_case(desk, "F-114")
        await desk.press("h")
        assert "No adults are listed for this home. Who lives here?" in desk.text
        await desk.press("x")
        assert "There is nothing on this row to take out." in desk.foot


async def test_a_child_is_added_and_changed_with_a_plan_of_their_own(at: Open) -> None:
    """From the menu; the case then has a line more on Caseload."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("add a child")
        await desk.say("B.M.")
        await desk.fill(Born="1/10/2026", Plan="p", Visit_every="5 wd")
        await desk.press("ctrl+o")
        child = desk.kept("F-102", Child)[-1]
        assert (child.initials, child.plan, child.visit_interval and child.visit_interval.value) == ("B.M.", "cp", 5)
        assert "B.M." in desk.text
        await desk.menu("children")
        await desk.to_row("B.M.")
        await desk.press("enter")
        await desk.fill(Visit_every="10 wd")
        await desk.press("ctrl+o")
        child = desk.kept("F-102", Child)[-1]
        assert (child.visit_interval and child.visit_interval.value, child.revision) == (10, 2)
        await desk.press("x")
        assert "A child stays with the case." in desk.foot
        await desk.press("escape escape")
        assert "B.M." in desk.text


async def test_an_i_wonder_is_set_down_with_a_reason_in_its_form(at: Open) -> None:
    """From the list in the menu."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("I wonders")
        await desk.press("enter")
        await desk.fill(State="s", Why_set_down="She sleeps from nine.")
        await desk.press("ctrl+o")
        (row,) = desk.kept("F-102", Hypothesis)
        assert (row.state, row.set_down_reason) == ("set_down", "She sleeps from nine.")
        assert "(set down)" in desk.row


async def test_all_that_is_recorded_can_be_read(at: Open) -> None:
    """A page of one record, with when it was written."""
    async with at() as desk:
        await on_case(desk)
        await desk.press("h")
        await desk.menu("all that is recorded")
        text = " ".join(desk.text.split())
        assert desk.place.startswith("Person  F-102")
        assert "Who mother" in text
        assert "Written" in desk.foot
        await desk.press("escape")
        assert desk.place.startswith("People")


async def test_an_answer_in_the_list_opens_its_history(at: Open) -> None:
    """Every text of the question, with its day."""
    async with at() as desk:
        await on_case(desk)
        await desk.menu("answers")
        await desk.to_row("Thu 8 Oct")
        await desk.press("enter")
        assert "Late nights, mum said so." in desk.text
        assert "Fri 7 Aug" in desk.text
