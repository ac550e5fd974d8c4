"""What tests of a form share: its fields, what is open, a paste."""

from collections.abc import Awaitable, Callable
from typing import Any

from textual import events
from textual.pilot import Pilot

from tests.tui.demo import Demo
from tui.widgets.record_form import RecordForm

Press = Callable[[Pilot[Any], str], Awaitable[None]]
Shown = Callable[[Any], list[str]]
SIZE = (80, 24)
KM_SEEN = ("seen", "km", "seen")
KM_ROOM = ("seen", "km", "sleeping_place_seen")
KM_WORDS = ("seen", "km", "child_words")
ACCOUNT = ("visit", "account")
WHEN, AT = ("visit", "happened_on"), ("visit", "started_at")
TO_ACCOUNT = "v shift+tab shift+tab shift+tab"


def form(app: Demo) -> RecordForm:
    return app.screen.query_one(RecordForm)


def here(app: Demo) -> object:
    """The path of the open field, or the words of the lit button."""
    state = form(app).state
    return state.entry.path if state.entry else state.button


async def paste(app: Demo, text: str) -> None:
    """A paste, waited for."""
    app.post_message(events.Paste(text))
    await app.key_queue.done()
