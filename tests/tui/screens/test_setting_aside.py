"""s on a row with a prompt: until when and why; in the list of prompts it is taken back."""

from store.records import SetAside
from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


async def aside(desk: Desk) -> None:
    """K.M.'s line on Today, set aside until Fri 4 Dec."""
    await desk.to_row("F-102  K.M.  Last alone")
    await desk.press("s")
    assert "Set S1 aside until a day?" in desk.text
    await desk.say("4/12")
    await desk.press("tab")
    await desk.say("seen at school tomorrow")
    await desk.press("ctrl+o")


async def test_on_today_a_prompt_is_set_aside_and_the_foot_counts_it(at: Open) -> None:
    """The line goes, no other does; the page says that one waits."""
    async with at() as desk:
        await aside(desk)
        (kept,) = desk.kept("F-102", SetAside)
        assert (kept.signal, str(kept.until_on), kept.reason) == ("S1", "2026-12-04", "seen at school tomorrow")
        assert "Set aside until Fri 4 Dec." in desk.foot
        assert "F-102  K.M.  Last alone" not in desk.text


async def test_on_the_case_it_is_listed_and_asked_again_at_once(at: Open) -> None:
    """Enter on it asks first; the menu has the list too."""
    async with at() as desk:
        await aside(desk)
        await desk.to_row("F-102")
        await desk.press("enter")
        await desk.menu("prompts set")
        assert desk.place.startswith("Prompts")
        await desk.to_row("until Fri 4 Dec")
        assert "set aside until Fri 4 Dec: seen at school tomorrow" in desk.foot
        await desk.press("enter")
        assert "Ask this again now?" in desk.text
        await desk.press("right enter")
        assert desk.kept("F-102", SetAside) == ()
        assert "It is asked again." in desk.foot


async def test_what_is_not_recorded_opens_from_its_line(at: Open) -> None:
    """Each in full; Enter on one opens its question, where it stands with its facts."""
    async with at() as desk:
        await desk.press("c enter")
        await desk.to_row("Not recorded yet:")
        await desk.press("enter")
        assert desk.place.startswith("Prompts")
        await desk.press("enter")
        assert "From the record" in desk.text


async def test_a_row_without_a_prompt_says_so(at: Open) -> None:
    """Nothing is asked and nothing is kept."""
    async with at() as desk:
        await desk.press("c enter")
        await desk.to_row("K.M. 8")
        await desk.press("s")
        assert "There is no prompt on this row." in desk.foot
