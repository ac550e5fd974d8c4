"""What a test sees of an app, and how it presses keys."""

import unicodedata
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.keys import REPLACED_KEYS, _get_unicode_name_from_key
from textual.pilot import Pilot

from tui.shell import HouseApp


@pytest.fixture
def shown() -> Callable[[App[Any]], list[str]]:
    """The rows of the screen as text."""

    def rows(app: App[Any]) -> list[str]:
        strips = app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    return rows


@pytest.fixture
def press() -> Callable[[Pilot[Any], str], Awaitable[None]]:
    """Keys by name, with blanks between, each acted on before the next; then a moment to draw.

    The pilot's own way waits after each key until the machine is idle, which takes most of the time of a test.
    """

    async def keys(pilot: Pilot[Any], names: str) -> None:
        app = pilot.app
        assert isinstance(app, HouseApp)
        for name in names.split():
            app.post_message(events.Key(name, character_of(name)))
            await app.key_queue.done()
        await pilot.pause()

    return keys


def character_of(name: str) -> str | None:
    """What a key types, if anything."""
    if len(name) == 1:
        return name
    try:
        return unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(name, name)))
    except KeyError:
        return None
