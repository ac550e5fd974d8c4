"""A case: add it with its first child, change it, close it, reopen it, undo."""

from datetime import date

from store.records import CaseRecord, Child
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import DAY, Desk
from tui.composition import House


async def on_case(desk: Desk, ref: str) -> None:
    """The overview of a case."""
    await desk.press("c")
    await desk.to_row(ref)
    await desk.press("enter")


async def test_the_first_case_is_added_from_the_empty_page(no_cases: House, at: Open) -> None:
    """Reference, first child, plan; Today then asks for the first visit."""
    async with at(no_cases) as desk:
        await desk.press("n")
        await desk.say("F-300")
        await desk.fill(Initials="J.J.", Born="5/5/2019", Plan="i", Visit_every="6 weeks")
        await desk.press("ctrl+o")
        assert desk.refs == ["F-300"]
        (child,) = desk.kept("F-300", Child)
        assert (child.initials, child.plan, child.born_on) == ("J.J.", "cin", date(2019, 5, 5))
        assert desk.case("F-300").info.allocated_on == DAY
        assert "No cases yet" not in desk.text


async def test_a_reference_that_is_taken_is_refused_and_the_form_stays(at: Open) -> None:
    """One sentence; another reference saves."""
    async with at() as desk:
        await desk.press("n")
        await desk.say("f-102")
        await desk.press("ctrl+o")
        assert "another case" in desk.foot.lower()
        assert desk.place.startswith("Add a case")
        await desk.to_field("Reference")
        await desk.write("F-301")
        await desk.press("ctrl+o")
        assert "F-301" in desk.refs


async def test_a_case_without_a_reference_is_not_saved(at: Open) -> None:
    """The foot says what is needed, and the cursor goes there."""
    async with at() as desk:
        await desk.press("n tab tab ctrl+o")
        assert "Reference is needed to save." in desk.foot
        assert desk.row.startswith("> Reference")


async def test_the_reference_is_changed_from_the_menu(at: Open) -> None:
    """Everything stays on the case."""
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.menu("edit case")
        await desk.write("F-180")
        await desk.press("ctrl+o")
        assert desk.place.startswith("F-180")
        assert "F-180" in desk.refs
        assert "F-108" not in desk.refs
        await desk.menu("earlier texts of the case")
        assert "F-108" in desk.text


async def test_closing_asks_what_could_still_go_wrong(at: Open) -> None:
    """It leaves Today and Caseload; the menu shows it again, and reopens it."""
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.menu("close case")
        await desk.press("ctrl+o")
        assert "Why: say in a few words why it closes now." in desk.foot
        await desk.fill(Why="The plan ended.")
        await desk.press("ctrl+o")
        assert "What could still go wrong is not written." in desk.foot
        assert "S21, casereflect default" in desk.foot
        assert desk.case("F-108").info.closed_on is None
        await desk.fill(May_go_wrong="If he stops coming to school; school would see.")
        await desk.press("ctrl+o")
        closed = desk.case("F-108").info
        assert (closed.closed_on, closed.closed_reason) == (DAY, "The plan ended.")
        assert closed.could_still_go_wrong == "If he stops coming to school; school would see."
        await desk.press("escape")
        assert "F-108" not in desk.text
        await desk.menu("closed cases")
        await desk.to_row("F-108")
        await desk.press("enter")
        assert "closed" in desk.place + desk.text.lower()
        await desk.menu("reopen case")
        assert "Reopen this case?" in desk.text
        await desk.press("shift+tab enter")
        assert "F-108 is open again." in desk.foot
        assert desk.case("F-108").info.closed_on is None


async def test_how_it_was_closed_stays_readable_after_reopening(at: Open) -> None:
    """Among the earlier texts of the case, and undo goes back to closed."""
    async with at() as desk:
        await desk.press("c")
        await desk.menu("closed cases")
        await desk.to_row("F-098")
        await desk.press("enter")
        await desk.menu("reopen case")
        await desk.press("shift+tab enter")
        await desk.menu("earlier texts of the case")
        assert "The plan ended." in desk.text
        await desk.press("escape")
        await desk.menu("undo")
        await desk.press("shift+tab enter")
        assert desk.case("F-098").info.closed_reason == "The plan ended."


async def test_undo_asks_and_says_what_it_would_undo(at: Open) -> None:
    """Leave it leaves it."""
    async with at() as desk:
        await on_case(desk, "F-108")
        await desk.menu("edit case")
        await desk.write("F-180")
        await desk.press("ctrl+o")
        await desk.menu("undo")
        assert "case changed" in desk.text
        await desk.press("enter")
        assert "F-180" in desk.refs
        await desk.menu("undo")
        await desk.press("shift+tab enter")
        assert "F-108" in desk.refs
        assert desk.place.startswith("F-108")
        assert isinstance(desk.house.store.versions(desk.case("F-108").id, desk.case("F-108").id)[0].record, CaseRecord)


async def test_an_adult_is_seen_in_private_and_asked_in_their_own_words(at: Open) -> None:
    """The words of the adult form; what is kept is the same field."""
    async with at() as desk:
        await on_case(desk, "A-201")
        await desk.press("v tab tab")
        assert "a in private" in desk.text
        assert "child" not in desk.text.lower()
        await desk.press("a ctrl+o")
        assert "Visit of Mon 23 Nov saved." in desk.foot
