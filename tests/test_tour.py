"""The tour can be walked: each key of it is pressed, and each word that it promises is then on the screen."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from textual.events import Key
from textual.keys import _character_to_key

from tests.tui.conftest import character_of
from tui.app import Casereflect
from tui.composition import open_house
from tui.demo import ready_demo
from tui.keys import KEYS, name_of
from tui.passphrase import Asking

TOUR = Path(__file__).parents[1] / "docs" / "tour.md"
PRESSED = {**{name_of(pressed): pressed for key in KEYS for pressed in key.keys}, "Left": "left"}
STEP = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")


def steps() -> list[str]:
    """The numbered steps of the tour, each as one line."""
    page = TOUR.read_text(encoding="utf-8")
    found = re.findall(r"^\d+\. (.*?)(?=\n\n|\n\d+\. )", page, re.MULTILINE | re.DOTALL)
    return [" ".join(step.split()) for step in found]


@pytest.mark.parametrize("day", [date(2026, 11, 23), date(2027, 1, 2)], ids=str)
async def test_the_tour_can_be_walked(day: date, tmp_path: Path) -> None:
    """On a Monday and on a bank holiday's weekend: what is in code is pressed or typed, what is bold is then on the screen."""
    environ = {"CASEREFLECT_TODAY": day.isoformat()}
    ready_demo(environ, tmp_path / "demo")
    app = Casereflect(open_house(environ, Asking(), tmp_path / "demo"))
    assert len(steps()) > 15
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for step in steps():
            for named, seen in STEP.findall(step):
                if seen:
                    assert seen in on_screen(app), step
                elif app.is_running:
                    await send(app, [PRESSED[named]] if named in PRESSED else named)
                    await pilot.pause()
    assert app.return_code == 0


async def send(app: Casereflect, pressed: Iterable[str]) -> None:
    """Keys and letters, all at once, as a fast typist's are; wait until each has been acted on."""
    for key in pressed:
        app.post_message(Key(_character_to_key(key) if len(key) == 1 else key, character_of(key)))
    await app.key_queue.done()


def on_screen(app: Casereflect) -> str:
    """All words of the screen, one blank between them."""
    strips = app.screen._compositor.render_strips()
    return " ".join(" ".join("".join(part.text for part in strip) for strip in strips).split())
