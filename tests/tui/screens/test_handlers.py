"""How Textual calls handlers: those of every class below, one after the other, each by itself."""

import re
from pathlib import Path

import tui
from tests.tui.screens.conftest import Open
from tui.screens.base import LOOK_AGAIN

CALLS = re.compile(r"super\(\)\.(on_(?!event\b)\w+)")


def test_no_handler_calls_the_one_of_the_class_below() -> None:
    """It is called anyway: a handler that calls it too does everything twice, and starts timers twice."""
    files = Path(tui.__file__).parent.rglob("*.py")
    assert [(file.name, found) for file in files for found in CALLS.findall(file.read_text("utf-8"))] == []


async def test_each_page_looks_once_for_what_other_windows_saved(at: Open) -> None:
    """One timer a page; on a form, in the menu and in the pack as on Today."""
    async with at() as desk:
        for keys in ("", "v", "escape c home p", "f9"):
            await desk.press(keys)
            timers = [timer for timer in desk.app.screen._timers if timer._interval == LOOK_AGAIN]
            assert len(timers) == 1, keys
