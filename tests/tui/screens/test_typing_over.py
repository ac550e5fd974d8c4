"""Typing in a field that is filled in: a day, a time, a number or a name gives way to what is typed; a text goes on."""

import pytest

from tests.tui.screens.conftest import Open
from tests.tui.screens.driving import Desk


async def at_an_action(desk: Desk, label: str) -> str:
    """The filled form of an action, at a field; what stands there."""
    await desk.press("a enter")
    if not desk.app.screen.query("RecordForm"):
        await desk.press("enter")
    await desk.to_field(label)
    return desk.form.editor.text


async def test_the_first_letter_takes_the_place_of_a_day(at: Open) -> None:
    """It is marked when it is opened by Tab, and only then; Ctrl+Z brings it back."""
    async with at() as desk:
        before = await at_an_action(desk, "By")
        assert desk.form.editor.selected_text == before != ""
        await desk.say("25/11")
        assert desk.form.editor.text == "25/11"
        await desk.press("shift+tab tab")
        await desk.press("end")
        await desk.say("/2026")
        assert desk.form.editor.text == "25/11/2026"
        await desk.press("tab shift+tab")
        assert desk.form.editor.selected_text == desk.form.editor.text != ""


@pytest.mark.parametrize(("press", "left"), [("backspace", -1), ("end backspace", -1), ("delete", 0)])
async def test_backspace_and_the_arrows_keep_it(at: Open, press: str, left: int) -> None:
    """Backspace takes the last letter, as in any field; Delete takes all that is marked."""
    async with at() as desk:
        before = await at_an_action(desk, "By")
        await desk.press(press)
        assert desk.form.editor.text == before[:left]


async def test_a_text_goes_on_at_its_end(at: Open) -> None:
    """Words are added to more often than replaced, and are more to lose."""
    async with at() as desk:
        before = await at_an_action(desk, "What")
        await desk.say(" again")
        assert desk.form.editor.text == f"{before} again"
