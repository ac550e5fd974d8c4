"""Behind the mask the children of a case are told apart by their order, on every page and in every form."""

import pytest

from store.records import Action, Seen
from tests.tui.screens.conftest import Open

TWO = ("child 1", "child 2")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=["80x24", "60x20"])
async def test_two_children_are_told_apart_on_pages(at: Open, size: tuple[int, int]) -> None:
    """In the caseload, on the case and in its prompts, whole at both sizes; an only child is the reference."""
    async with at(size=size) as desk:
        await desk.press("f2 c")
        assert all(name in desk.text for name in TWO), desk.text
        assert not [row for row in desk.rows if "F-108" in row and "child" in row]
        await desk.to_row("F-102")
        await desk.press("enter")
        assert all(name in desk.text for name in TWO), desk.text
        await desk.menu("prompts")
        assert all(name in desk.text for name in TWO), desk.text
        assert "chil…" not in desk.text


async def test_two_children_are_told_apart_in_a_form(at: Open) -> None:
    """Each heading of a visit has the order and the age; what is answered is kept of that child."""
    async with at() as desk:
        await desk.to_row("F-102")
        before = {seen.id for seen in desk.kept("F-102", Seen)}
        await desk.press("f2 v")
        assert "child 1, 8" in desk.text
        assert "child 2, 3" in desk.text
        while desk.form.state.entry is None or desk.form.state.entry.group_behind_mask != "child 2, 3":
            await desk.press("tab")
        await desk.press("a ctrl+o")
        (new,) = [seen for seen in desk.kept("F-102", Seen) if seen.id not in before]
        assert new.child_id == desk.case("F-102").children[1].id


async def test_a_child_is_chosen_by_number_behind_the_mask(at: Open) -> None:
    """The foot and the closed field name the order; the mask on an open choice is put on and taken off where it stands."""
    async with at() as desk:
        await desk.to_row("F-102")
        await desk.press("enter f2 a n")
        await desk.write("Ring the nursery")
        await desk.fill(By="+5wd")
        await desk.to_field("Child")
        assert "1 child 1   2 child 2" in desk.foot
        await desk.press("2 shift+tab")
        assert "child 2" in desk.text
        await desk.to_field("Child")
        assert "child 2" in desk.text
        await desk.press("f2")
        assert "L.M." in desk.text
        await desk.press("f2")
        assert "L.M." not in desk.text
        await desk.press("x")
        assert "x is not one of the letters. 1 child 1   2 child 2" in desk.foot
        await desk.press("ctrl+o")
        (kept,) = [one for one in desk.kept("F-102", Action) if one.what == "Ring the nursery"]
        assert kept.child_id == desk.case("F-102").children[1].id
