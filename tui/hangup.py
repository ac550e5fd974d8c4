"""The end from outside: a closed terminal, SIGHUP, SIGTERM, SIGINT. What was typed is kept, the terminal put right."""

import os
import select
import signal
import termios
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from tui.terminal import RESTORE, write_now

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
LONGEST = 1.5
"""Seconds after which it ends all the same, whatever keeping or a stalled terminal may be waiting for."""


class Hangup:
    """Ends the program as the system's own signals would, but keeps the drafts first.

    It uses plain signal handlers and not the event loop: with a stalled terminal the loop never turns again.
    `keep` runs at any moment, so it may take no lock that the program holds.
    """

    def __init__(self, keep: Callable[[], object], stdin: int = 0) -> None:
        self.keep = keep
        self.stdin = stdin
        self.modes: list[Any] | None = None
        self._before: dict[int, Any] = {}
        self._leaving = False

    def install(self) -> None:
        """Take over the signals and watch the terminal. Before Textual starts, so that its modes are remembered."""
        if os.isatty(self.stdin):
            self.modes = termios.tcgetattr(self.stdin)
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._signalled)
        threading.Thread(target=self._watch, name="hang-up", daemon=True).start()

    def remove(self) -> None:
        """Give the signals back, after a usual end."""
        self._leaving = True
        for number, before in self._before.items():
            signal.signal(number, before)

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        self.leave(number)

    def leave(self, number: int) -> None:
        """Keep what was typed, put the terminal right, end with 128 and the number of the signal."""
        if self._leaving:
            return
        self._leaving = True
        threading.Thread(target=_end_soon, args=(number,), daemon=True).start()
        try:
            self.keep()
        finally:
            self._restore()
            os._exit(128 + number)

    def _restore(self) -> None:
        write_now(RESTORE)
        if self.modes is not None:
            try:
                termios.tcsetattr(self.stdin, termios.TCSANOW, self.modes)
            except termios.error:
                return

    def _watch(self) -> None:
        """Sleep until the terminal is gone: a poll without a mask wakes for nothing else."""
        poll = select.poll()
        poll.register(self.stdin, 0)
        poll.poll()
        if self._leaving:
            return
        os.kill(os.getpid(), signal.SIGHUP)  # the main thread keeps and leaves; it may be at work on the drafts now
        time.sleep(LONGEST)
        self.leave(signal.SIGHUP)


def _end_soon(number: int) -> None:
    time.sleep(LONGEST)
    os._exit(128 + number)
