"""The end from outside, in plain lines: a closed line, SIGHUP, SIGTERM, Ctrl+C. No escape code is sent, whatever happens."""

import contextlib
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
LONGEST = 1.5
"""Seconds after which it ends all the same, whatever a save or a stalled line may be waiting for."""


class HungUp(BaseException):
    """The program is to end: by this signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Ending:
    """Hears the signals. While a line is awaited it ends at once; a save under way is finished first."""

    def __init__(self) -> None:
        self.keep: Callable[[], object] = lambda: None
        """Keeps what is typed; it may run at any moment."""
        self._awaiting = False
        self._number = 0

    @contextmanager
    def heard(self) -> Iterator[None]:
        """Take over the signals, and give them back."""
        before = {number: signal.signal(number, self._signalled) for number in SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def awaiting(self) -> Iterator[None]:
        """A line is awaited: a signal, also one that came before, ends the wait. Raises HungUp."""
        self._awaiting = True
        try:
            if self._number:
                raise HungUp(self._number)
            yield
        finally:
            self._awaiting = False

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        if self._number:
            return
        self._number = number
        threading.Thread(target=self._end_soon, args=(number,), daemon=True).start()
        if self._awaiting:
            raise HungUp(number)

    def _end_soon(self, number: int) -> None:
        time.sleep(LONGEST)
        try:
            self.keep()
        finally:
            os._exit(128 + number)


def last_word(text: str) -> None:
    """Say one line without waiting for anybody to read it."""
    with contextlib.suppress(OSError, ValueError):
        handle = sys.stdout.fileno()
        os.set_blocking(handle, False)
        os.write(handle, f"{text}\n".encode("ascii", "replace"))
        os.set_blocking(handle, True)
