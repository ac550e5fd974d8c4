"""What holds for every screen: keys that act everywhere, faults, and the order in which keys are handed on."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from rich.color import Color
from textual import events
from textual.pilot import Pilot

from checklists.use_cases.drafts import NOTHING, Kept
from tests.tui.demo import Demo, FormScreen, Log
from tui.themes import THEMES
from tui.widgets.line_list import LineList

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]
SIZE = (80, 24)


async def test_ctrl_c_keeps_the_draft_and_says_when(press: Press, shown: Shown) -> None:
    """In a field; where nothing is typed it says that. It never ends the program."""
    app = Demo()
    kept: list[str] = []

    def keep() -> Kept:
        kept.append(type(app.screen).__name__)
        return app.keep_typed()

    app.keep = keep
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+c")
        assert shown(app)[21] == " Nothing is typed here that is not saved. Ctrl+Q leaves."
        await press(pilot, "v ctrl+c ctrl+c")
        assert shown(app)[22].endswith(". Ctrl+Q leaves.")
        assert shown(app)[22].startswith(" Draft kept ")
        assert kept == ["List", "Log", "Log"]
        assert app.is_running


async def test_marked_text_is_copied_within_the_program_only(press: Press) -> None:
    """Ctrl+C, Ctrl+X and Ctrl+V in the box; nothing of it is sent to the terminal (see test_wire)."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v end shift+home ctrl+c")
        assert app.clipboard == "mon"
        await press(pilot, "end ctrl+v")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.form.texts[("visit", "happened_on")] == "monmon"
        await press(pilot, "shift+home ctrl+x t u e")
        assert app.clipboard == "monmon"
        assert app.screen.form.texts[("visit", "happened_on")] == "tue"


@pytest.mark.parametrize("keys", ["v", "", "enter", "4"])
async def test_leaving_asks_everywhere(keys: str, press: Press, shown: Shown) -> None:
    """Ctrl+Q keeps what was typed and asks; to stay is the first answer; to leave keeps it again and ends with 0."""
    app = Demo()
    kept: list[bool] = []

    def keep() -> Kept:
        kept.append(True)
        return NOTHING

    app.keep = keep
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, f"{keys} ctrl+q")
        assert " Leave casereflect?" in shown(app)
        await press(pilot, "enter")
        assert app.is_running
        assert kept == [True]
        await press(pilot, "ctrl+q left enter")
        assert kept == [True, True, True]
        assert app.return_code == 0


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        (Kept(datetime(2026, 11, 23, 15, 54, tzinfo=UTC)), "What you typed and did not save is kept as a draft."),
        (NOTHING, "Nothing is typed that is not saved."),
        (Kept(trouble="The disk is full."), "did not save cannot be kept. The disk is full."),
        (None, "What you typed since the last draft may not be kept."),
    ],
)
async def test_a_fault_says_where_it_was_and_none_of_its_words(
    press: Press, capsys: pytest.CaptureFixture[str], kept: Kept | None, said: str
) -> None:
    """One sentence with the kind and the place, exit code 1; what became of the text, as it is; no value of a case."""
    app = Demo()
    asked: list[bool] = []

    def keep() -> Kept:
        asked.append(True)
        if kept is None:
            raise LookupError
        return kept

    app.keep = keep
    with pytest.raises(KeyError):
        async with app.run_test(size=SIZE) as pilot:
            await press(pilot, "m")
    assert app.return_code == 1
    assert asked == [True]
    told = " ".join(capsys.readouterr().err.split())
    assert said in told
    assert app.fault.startswith(" (KeyError, demo.py line ")
    assert "secret" not in told


async def test_another_theme_takes_effect_at_once(press: Press) -> None:
    """Rows, fields and buttons are drawn in the new inks."""
    app = Demo(THEMES["dark"])
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v")
        for name, theme in THEMES.items():
            app.set_look(theme)
            await pilot.pause()
            strips = app.screen._compositor.render_strips()
            seen = {part.style.bgcolor for strip in strips for part in strip if part.style and part.style.bgcolor}
            meant = {style.bgcolor for style in theme.inks.values() if style.bgcolor}
            assert shades(seen) <= shades(meant), name


def shades(colours: set[Color]) -> set[object]:
    """Colours as they look; the terminal's own ground is none."""
    return {colour.get_truecolor() for colour in colours if not colour.is_default}


async def test_keys_wait_while_a_page_is_got_ready(press: Press) -> None:
    """`holding_keys`: those typed meanwhile are acted on afterwards, in order, by whoever has the focus then."""
    app = Demo()
    async with app.run_test(size=SIZE) as pilot:
        with app.holding_keys():
            for key in "jjv":
                app.post_message(events.Key(key, key))
            app.post_message(events.Paste("!"))
            await pilot.pause()
            assert app.screen.query_one(LineList).cursor == 0
            assert len(app.screen_stack) == 1
        await app.key_queue.done()
        assert isinstance(app.screen, Log)
        assert app.screen.form.texts[("visit", "happened_on")] == "!"
        await press(pilot, "escape")
        assert app.screen.query_one(LineList).row.key == 2


async def test_keys_posted_at_once_are_acted_on_one_by_one() -> None:
    """Forty, across pages that open and close: none is lost."""
    app = Demo(rows=60)
    async with app.run_test(size=SIZE):
        for _ in range(8):
            for key in ("j", "v", "escape", "j", "k"):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
        await app.key_queue.done()
        assert app.screen.query_one(LineList).row.key == 8
        assert len(app.screen_stack) == 1


async def test_a_fault_while_a_key_is_handed_on_ends_the_program_and_not_in_silence() -> None:
    """The queue never swallows one: it goes where every fault goes."""

    class Broken(Demo):
        async def deliver(self, event: events.Event) -> None:
            raise LookupError(event)

    app = Broken()
    with pytest.raises(LookupError):
        async with app.run_test(size=SIZE):
            app.post_message(events.Key("j", "j"))
            await app.key_queue.done()
    assert app.return_code == 1
