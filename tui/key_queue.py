"""Keys typed ahead: held until what came before them has been done, so that none is lost or acts on the old page."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from textual import events
from textual.app import ScreenStackError
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from tui.shell import HouseApp

TURN = 0.02
"""Seconds after which a widget that does not answer is asked whether it is still there."""
PAINTED = 0.01
"""Seconds that the painting after a key gets before it is looked whether all is done, unless another key waits already."""
ROUNDS = 25
"""So many rounds a busy screen may take over one key before the next one is handed on all the same."""


class KeyQueue:
    """Hands on one key at a time; the next only when no message of the last one is under way any more.

    Textual hands every key at once to the widget that has the focus. On a slow link many arrive in one piece, and
    those behind a key that opens a page would still go to the page before it.
    """

    def __init__(self, app: "HouseApp", deliver: Callable[[events.Event], Awaitable[None]]) -> None:
        self.app = app
        self.deliver = deliver
        self.waiting: deque[events.Event] = deque()
        self.holds = 0
        self._task: asyncio.Task[None] | None = None
        self._hurry = asyncio.Event()

    def put(self, event: events.Event) -> None:
        """Take a key or a paste."""
        self.waiting.append(event)
        self._hurry.set()
        if self._task is None or self._task.done():  # one that has just ended takes nothing more
            self._task = asyncio.create_task(self._run())
            self._task.add_done_callback(self._ended)

    @property
    def busy(self) -> bool:
        """A key waits, or is being acted on."""
        return self._task is not None

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Keep keys back while something is got ready that takes more than one step."""
        self.holds += 1
        try:
            yield
        finally:
            self.holds -= 1

    async def done(self) -> None:
        """Wait until every key has been acted on."""
        await self._through(self.app)
        self._hurry.set()
        while self._task is not None and self.app.is_running:
            await asyncio.wait([self._task], timeout=TURN)

    async def _run(self) -> None:
        while self.waiting and self.app.is_running:
            while not self._ready() and self.app.is_running:  # noqa: ASYNC110 - others say when, in more than one place
                await asyncio.sleep(TURN / 4)
            self._hurry.clear()
            await self.deliver(self.waiting.popleft())
            await self._let_paint()
            await self._settled()

    async def _let_paint(self) -> None:
        """Asking every part whether it is done takes the time in which the key's own painting can be made."""
        if not self.waiting:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._hurry.wait(), PAINTED)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if self._task is task:
            self._task = None
        if not task.cancelled() and isinstance(error := task.exception(), Exception):
            self.app._handle_exception(error)  # noqa: SLF001 - as Textual does for its own tasks

    def _ready(self) -> bool:
        try:
            screen = self.app.screen
        except ScreenStackError:
            return False
        return not self.holds and screen.is_mounted and bool(getattr(screen, "ready", True))

    def _chain(self) -> list[MessagePump]:
        """Everything that a key passes on its way up: the focused widget, what it lies in, the screen, the app."""
        try:
            first = self.app.focused or self.app.screen
        except ScreenStackError:
            return []
        return list(first.ancestors_with_self)

    async def _settled(self) -> None:
        """Wait until the key, and all that it set off, has gone up the whole chain, on a screen that is ready."""
        for _ in range(ROUNDS):
            chain = self._chain()
            for pump in chain:
                await self._through(pump)
            quiet = not any(pump.message_queue_size for pump in chain)
            if not self.app.is_running or (quiet and chain == self._chain() and self._ready()):
                return

    async def _through(self, pump: MessagePump) -> None:
        """Wait until the pump has worked off what stands in its queue, or is gone."""
        passed = asyncio.Event()
        if not pump.call_later(passed.set):
            return
        while not passed.is_set() and pump.is_running:
            try:
                await asyncio.wait_for(passed.wait(), TURN)
            except TimeoutError:
                continue
