"""What a test sees of an app, and how it presses keys."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot


@pytest.fixture
def shown() -> Callable[[App[Any]], list[str]]:
    """The rows of the screen as text."""

    def rows(app: App[Any]) -> list[str]:
        strips = app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip).rstrip() for strip in strips]

    return rows


@pytest.fixture
def press() -> Callable[[Pilot[Any], str], Awaitable[None]]:
    """Keys by name, with blanks between, and a moment to draw."""

    async def keys(pilot: Pilot[Any], names: str) -> None:
        await pilot.press(*names.split())
        await pilot.pause()

    return keys
