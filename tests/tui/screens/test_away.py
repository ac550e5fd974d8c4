"""Days away on their screen, and what Today then says."""

from tests.tui.screens.conftest import Open
from tui.composition import House


async def test_days_away_are_added_changed_and_taken_out(at: Open, house: House) -> None:
    """Kept for the practitioner; on Today each dated line says who covers."""
    async with at() as desk:
        await desk.menu("days away")
        assert "No days away are written down" in desk.text
        await desk.press("n")
        await desk.fill(Away="o", First_day="today", Last_day="+1w", Cover="d")
        await desk.press("ctrl+o")
        assert "Own leave Mon 23 Nov to Mon 30 Nov, cover: duty. Kept" in desk.foot
        (days,) = house.store.practitioner().away
        assert (days.type, days.cover) == ("own_leave", "duty")
        await desk.press("escape")
        await desk.to_row("F-102")
        assert "On leave; cover: duty." in desk.foot
        await desk.menu("days away")
        await desk.press("enter")
        await desk.fill(Last_day="20/11/26")
        await desk.press("ctrl+o")
        assert "before the first day" in desk.foot
        await desk.fill(Last_day="25/11")
        await desk.press("ctrl+o")
        assert "to Wed 25 Nov" in desk.foot
        await desk.press("x shift+tab enter")
        assert house.store.practitioner().away == ()
