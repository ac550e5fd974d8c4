"""A key that comes at the very moment at which the one before it has been acted on is acted on too."""

import asyncio
from types import SimpleNamespace
from typing import Any, cast

from textual import events

from tui.key_queue import KeyQueue


class Quick(KeyQueue):
    """A queue whose pages take no time, so that the next key can come as the last one ends."""

    def __init__(self, then: list[events.Event]) -> None:
        self.acted: list[events.Event] = []
        screen = SimpleNamespace(is_mounted=True, ready=True)
        super().__init__(cast("Any", SimpleNamespace(is_running=True, screen=screen)), self._act)
        self.then = then

    async def _act(self, event: events.Event) -> None:
        self.acted.append(event)

    async def _settled(self) -> None:
        if self.then:
            asyncio.get_running_loop().call_soon(self.put, self.then.pop(0))


async def test_no_key_waits_for_the_next_one() -> None:
    """Else a letter would stand on no screen and in no draft until another is typed."""
    first, *others = (events.Key(letter, letter) for letter in "abc")
    queue = Quick(list(others))
    queue.put(first)
    for _ in range(100):
        if len(queue.acted) == 3:
            break
        await asyncio.sleep(0.005)
    assert queue.acted == [first, *others]
    assert not queue.waiting
