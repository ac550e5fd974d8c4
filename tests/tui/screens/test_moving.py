"""A record that was typed in the wrong case is put where it belongs."""

from store.records import Hypothesis, Seen
from tests.tui.screens.conftest import Open


async def test_an_i_wonder_is_moved_to_another_case(at: Open) -> None:
    """Chosen by its reference; it stands there, and here no longer."""
    async with at() as desk:
        await desk.to_row("F-108")
        await desk.press("w")
        await desk.say("Is it the bus?")
        await desk.press("tab enter c")
        await desk.to_row("F-108")
        await desk.press("enter")
        await desk.menu("I wonders")
        await desk.menu("move to another")
        await desk.to_row("F-102")
        await desk.press("enter")
        assert desk.place.startswith("Move  F-108, to F-102")
        await desk.press("ctrl+o")
        assert "Moved to F-102" in desk.foot
        assert "Is it the bus?" in [row.text for row in desk.kept("F-102", Hypothesis)]
        assert "Is it the bus?" not in [row.text for row in desk.kept("F-108", Hypothesis)]


async def test_a_visit_asks_who_is_who_there(at: Open) -> None:
    """Each child who was seen is matched with a child of the other case."""
    async with at() as desk:
        await desk.press("c")
        await desk.to_row("F-108")
        await desk.press("v tab tab a ctrl+o")
        await desk.to_row("F-108")
        await desk.press("enter")
        await desk.menu("visits")
        await desk.menu("move to another")
        await desk.to_row("F-102")
        await desk.press("enter")
        assert "R. is" in desk.text
        await desk.press("ctrl+o")
        assert "needed" in desk.foot
        await desk.press("2 ctrl+o")
        assert "Moved to F-102" in desk.foot
        child = {child.id: child.initials for child in desk.case("F-102").children}
        assert "L.M." in [
            child[row.child_id] for row in desk.kept("F-102", Seen) if str(row.happened_on) == "2026-11-23"
        ]
