"""A terminal that shows something else than is remembered is made whole: by key, by its size, after a suspension."""

import ctypes
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.tui.on_a_pty import Terminal, demo


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """The program on its list, one row down."""
    with demo() as running:
        running.send("j")
        running.see("Row 1 explained")
        running.quiet()
        yield running


def cells(terminal: Terminal) -> list[list[Any]]:
    """All that is shown, with its colours."""
    screen = terminal.screen
    return [[screen.buffer[row][column] for column in range(screen.columns)] for row in range(screen.lines)]


def scramble(terminal: Terminal) -> None:
    """Something else writes on the terminal."""
    terminal.stream.feed(b"\x1b[H" + b"Message from root: back at ten. " * 60)


def stopped(terminal: Terminal) -> bool:
    """The system has put the program to sleep."""
    stat = Path(f"/proc/{terminal.program.pid}/stat").read_text(encoding="utf-8")
    return stat.rpartition(")")[2].split()[0] == "T"


def test_ctrl_l_repaints_all(terminal: Terminal) -> None:
    """Each cell is as it was."""
    before = cells(terminal)
    scramble(terminal)
    terminal.send("\x0c")
    terminal.until(lambda: cells(terminal) == before, "the whole screen")


def test_a_resize_to_the_same_size_repaints_all(terminal: Terminal) -> None:
    """As when a window is moved to another screen, or a multiplexer is attached to again."""
    before = cells(terminal)
    scramble(terminal)
    terminal.program.send_signal(signal.SIGWINCH)
    terminal.until(lambda: cells(terminal) == before, "the whole screen")


def thread_beside(terminal: Terminal) -> int:
    """A thread of the program that is not its main one."""
    pid = terminal.program.pid
    return next(int(task.name) for task in Path(f"/proc/{pid}/task").iterdir() if int(task.name) != pid)


def test_a_program_called_back_through_another_thread_is_awake_too(terminal: Terminal) -> None:
    """Which thread the signal reaches is the system's choice, and on a busy machine it is not always the main one."""
    before = cells(terminal)
    terminal.program.send_signal(signal.SIGTSTP)
    terminal.until(lambda: stopped(terminal), "the sleep")
    terminal.quiet()
    scramble(terminal)
    ctypes.CDLL(None).tgkill(terminal.program.pid, thread_beside(terminal), signal.SIGCONT)
    terminal.until(lambda: cells(terminal) == before, "the whole screen")


def test_a_program_that_was_suspended_comes_back_whole(terminal: Terminal) -> None:
    """Put to sleep and woken from outside, with other words on the terminal between; and again."""
    before = cells(terminal)
    for _ in range(2):
        terminal.program.send_signal(signal.SIGTSTP)
        terminal.until(lambda: stopped(terminal), "the sleep")
        terminal.quiet()
        scramble(terminal)
        os.kill(terminal.program.pid, signal.SIGCONT)
        terminal.until(lambda: cells(terminal) == before, "the whole screen")
