"""The end from outside, in plain lines: a closed line, SIGHUP, SIGTERM, Ctrl+C. No escape code is sent, whatever happens."""

import contextlib
import os
import signal
import sys
import termios
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SIGNALS = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
STDIN = 0
Modes = list[Any]
"""What the system knows of a terminal's modes."""
LONGEST = 1.5
"""Seconds after which it ends all the same, whatever a save or a stalled line may be waiting for."""


class HungUp(BaseException):
    """The program is to end: by this signal."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.typed = ""
        """What stood on the line that was not ended yet."""


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
        modes = _keep_at_ctrl_c()
        try:
            yield
        finally:
            _put_back(modes)
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


def unfinished_line() -> str:
    """What is typed on the terminal's line and not ended with Enter: it lies with the system, which a signal lets us ask."""
    modes = _modes()
    if modes is None:
        return ""
    at_once = [*modes[:3], modes[3] & ~termios.ICANON, *modes[4:6], [*modes[6]]]
    at_once[6][termios.VMIN] = at_once[6][termios.VTIME] = 0
    try:
        termios.tcsetattr(STDIN, termios.TCSANOW, at_once)
        return os.read(STDIN, 65536).decode(errors="replace").partition("\n")[0]
    except (OSError, termios.error):
        return ""
    finally:
        _put_back(modes)


def _keep_at_ctrl_c() -> Modes | None:
    """Ctrl+C is not to throw away the line that is being typed. The modes as they were; None without a terminal."""
    modes = _modes()
    if modes is not None:
        _put_back([*modes[:3], modes[3] | termios.NOFLSH, *modes[4:]])
    return modes


def _modes() -> Modes | None:
    try:
        return termios.tcgetattr(STDIN)
    except termios.error:
        return None


def _put_back(modes: Modes | None) -> None:
    if modes is not None:
        with contextlib.suppress(termios.error):
            termios.tcsetattr(STDIN, termios.TCSANOW, modes)


def last_word(text: str) -> None:
    """Say one line without waiting for anybody to read it."""
    with contextlib.suppress(OSError, ValueError):
        handle = sys.stdout.fileno()
        os.set_blocking(handle, False)
        os.write(handle, f"{text}\n".encode("ascii", "replace"))
        os.set_blocking(handle, True)
