"""Limits on their screen: seen with their source, changed with a reason, taken out again."""

from checklists.my_limits import MyLimit, read_mine
from store.limits_file import NAME
from tests.tui.screens.conftest import Open
from tui.composition import House
from tui.widgets.line_list import LineList


def kept(house: House) -> dict[str, int]:
    """The rows of the person's own file."""
    path = house.places.home / NAME
    rows = read_mine(path.read_text(encoding="utf-8")) if path.exists() else ()
    return {row.id: row.value for row in rows if isinstance(row, MyLimit)}


async def test_a_limit_is_changed_with_a_reason_and_counts_at_once(at: Open, house: House) -> None:
    """The row says whose it is; without a reason nothing is written."""
    async with at() as desk:
        await desk.menu("limits")
        assert desk.place.startswith("Limits")
        await desk.to_row("Household confirmed")
        assert "casereflect default" in desk.foot
        await desk.press("enter")
        await desk.write("60")
        assert "I wonder" not in desk.rows[-1]  # it is on no case, so there is nothing to wonder about here
        await desk.press("ctrl+o")
        assert "Why" in desk.foot
        assert kept(house) == {}
        await desk.fill(Why="two months here")
        await desk.press("ctrl+o")
        assert "60 days from now on. It was 90 days." in desk.foot
        assert kept(house) == {"household_confirmed": 60}
        await desk.to_row("Household confirmed")
        assert "two months here" in desk.foot
        assert house.limits().row("household_confirmed").value == 60


async def test_a_limit_says_which_prompts_it_is_for(at: Open) -> None:
    """By the id that the foot of a prompt has; a limit that only gives a line of its own has none."""
    async with at() as desk:
        await desk.menu("limits")
        await desk.to_row("Child's-day entry, CP")
        assert desk.foot.startswith("Child's-day entry, CP (S8): 30 days")
        await desk.to_row("Second review")
        assert desk.foot.startswith("Second review: 3 months")


async def test_a_limit_is_found_by_the_prompt_it_is_for(at: Open) -> None:
    """`/ S8`, as the foot of that prompt names it: limits and counts of it, and no other."""
    async with at() as desk:
        await desk.menu("limits")
        await desk.press("slash")
        await desk.say("S8")
        await desk.press("enter")
        rows = [row.why for row in desk.app.screen.query_one(LineList).rows if row.key is not None]
        assert len(rows) > 1
        assert all("S8" in why for why in rows)


async def test_a_limit_of_law_is_not_made_longer(at: Open, house: House) -> None:
    """The form says so in the field and keeps what was typed."""
    async with at() as desk:
        await desk.menu("limits")
        await desk.to_row("Visits in the first year")
        await desk.press("enter")
        await desk.write("9")
        await desk.fill(Why="busy")
        await desk.press("ctrl+o")
        assert "limit of law" in desk.foot
        assert kept(house) == {}


async def test_ones_own_limit_is_taken_out_after_a_question(at: Open, house: House) -> None:
    """What lies beneath is in force again."""
    async with at() as desk:
        await desk.menu("limits")
        await desk.to_row("Household confirmed")
        await desk.press("x")
        assert "Only a limit that you changed" in desk.foot
        await desk.press("enter")
        await desk.write("60")
        await desk.fill(Why="two months here")
        await desk.press("ctrl+o")
        await desk.to_row("Household confirmed")
        await desk.press("x shift+tab enter")
        assert kept(house) == {}
        assert house.limits().row("household_confirmed").value == 90


async def test_a_file_of_limits_that_is_broken_is_told_on_today(at: Open, house: House) -> None:
    """The built-in limits are used, and nothing is written over it."""
    (house.places.home / NAME).write_text("[[changed", encoding="utf-8")
    async with at() as desk:
        assert "my-timescales.toml cannot be read" in desk.foot
        await desk.menu("limits")
        await desk.to_row("Household confirmed")
        await desk.press("enter")
        await desk.write("60")
        await desk.fill(Why="two months here")
        await desk.press("ctrl+o")
        assert "cannot be read" in desk.foot
    assert (house.places.home / NAME).read_text(encoding="utf-8") == "[[changed"


async def test_a_count_is_changed_with_a_reason_and_taken_out_again(at: Open, house: House) -> None:
    """Its marks are fields of their own; one that comes before the other is said in its field."""
    async with at() as desk:
        await desk.menu("limits")
        await desk.press("slash")
        await desk.say("started again")
        await desk.press("enter")
        assert "noticed at 2, repeated at 3" in desk.foot
        await desk.press("enter")
        await desk.fill(Noticed="04", Why="ours here")
        await desk.press("ctrl+o")
        assert "before it is noticed" in desk.foot
        await desk.fill(Noticed="01")
        await desk.press("ctrl+o")
        assert "noticed at 1, repeated at 3 from now on." in desk.foot
        assert house.limits().count("restarts").due == 1
        await desk.press("x right enter")
        assert house.limits().count("restarts").due == 2
