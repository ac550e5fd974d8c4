"""A record that was typed in the wrong case is put where it belongs."""

from store.records import Hypothesis, Seen
from tests.tui.screens.conftest import Open
from tui.widgets.line_list import LineList


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


async def test_letters_narrow_the_cases_to_choose_from_and_the_own_one_is_left_out(at: Open) -> None:
    """A reference that is typed is looked for, and never acts as keys; the record's own case is not offered."""
    async with at() as desk:
        await desk.to_row("F-108")
        await desk.press("w")
        await desk.say("Is it the bus?")
        await desk.press("tab enter c")
        await desk.to_row("F-108")
        await desk.press("enter")
        await desk.menu("I wonders")
        await desk.menu("move to another")
        assert not [row for row in desk.rows if "F-108" in row]
        await desk.say("f-11")
        assert [row.split()[1 if row.startswith(" >") else 0] for row in desk.rows if " F-1" in row] == ["F-114"]
        await desk.press("enter")
        assert desk.place.startswith("Move  F-108, to F-114")


async def test_a_page_on_turns_the_list_while_one_types(at: Open) -> None:
    """PgDn and PgUp in the menu, without going to the list first; Enter does the row that they came to."""
    async with at() as desk:
        await desk.press("m")
        page = desk.app.screen.query_one(LineList)
        await desk.press("pagedown")
        assert page.cursor > 5
        await desk.press("pageup")
        assert page.cursor == 0
        await desk.press("pagedown")
        await desk.press("enter")
        assert not desk.place.startswith("Menu")
