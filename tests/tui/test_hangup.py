"""The terminal is lost: the program ends at once, keeps what was typed, and leaves a terminal that can be used."""

import os
import signal
import sys
import termios
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from struct import unpack

import pytest

from tests.tui.on_a_pty import DEMO, End, Terminal, demo

TYPED = "Said at 15:52."
STOPS = {signal.SIGHUP: 129, signal.SIGTERM: 143, signal.SIGINT: 130}
CPU = 0.5
"""Seconds that keeping and leaving may take; a loop that spins would take all there is."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file into which the app keeps what is typed."""
    return tmp_path / "kept.json"


@pytest.fixture
def typing(kept: Path) -> Callable[[], Terminal]:
    """A form with a text in it that was typed a moment ago."""

    def begin() -> Terminal:
        terminal = demo({"KEPT": str(kept)})
        terminal.send(f"v\x1b[Z\x1b[Z\x1b[Z{TYPED}")
        terminal.see(TYPED)
        return terminal

    return begin


def holds(kept: Path, end: End, code: int) -> None:
    assert TYPED in kept.read_text(encoding="utf-8")
    assert end.code == code
    assert end.after < 2
    assert end.cpu < CPU


def fill(terminal: Terminal) -> None:
    """Draw again and again, and read nothing, until the terminal takes no more."""
    waiting = -1
    while waiting != (waiting := unpack("i", ioctl(terminal.fd, termios.FIONREAD, b"\0\0\0\0"))[0]) or not waiting:
        terminal.send("\x0c" * 40)
        terminal.program.poll()
        wait_for_a_moment()


def wait_for_a_moment() -> None:
    """A stalled terminal gives no sign; half a second is longer than any drawing takes."""
    import time

    time.sleep(0.5)


@pytest.mark.parametrize("number", STOPS)
def test_a_signal_keeps_the_text_and_puts_the_terminal_right(
    number: signal.Signals, typing: Callable[[], Terminal], kept: Path
) -> None:
    """SIGHUP, SIGTERM and SIGINT: the exit code that the system would give, modes and lines as before."""
    with typing() as terminal:
        end = terminal.loses(terminal.signal(number))
        holds(kept, end, STOPS[number])
        terminal.quiet()
        assert terminal.left_on == []
        assert terminal.restored


def test_a_closed_terminal(typing: Callable[[], Terminal], kept: Path) -> None:
    """The window is closed, the link is cut."""
    with typing() as terminal:
        holds(kept, terminal.loses(terminal.close), 129)


def test_a_closed_terminal_where_hang_ups_are_ignored(kept: Path) -> None:
    """Under nohup no signal tells of it; the terminal itself does."""
    argv = ["/bin/sh", "-c", f"trap '' HUP; exec {sys.executable} {DEMO}"]
    with Terminal(argv, {"KEPT": str(kept)}) as terminal:
        terminal.see("explained")
        terminal.send(f"v\x1b[Z\x1b[Z\x1b[Z{TYPED}")
        terminal.see(TYPED)
        holds(kept, terminal.loses(terminal.close), 129)


def test_the_end_of_standard_input(kept: Path) -> None:
    """Standard input reaches its end while the screen stands: no loop that reads nothing for ever."""
    out, into = os.pipe()
    with Terminal([sys.executable, str(DEMO)], {"KEPT": str(kept), "UNCHECKED": "1"}, stdin=out) as terminal:
        os.close(out)
        terminal.see("explained")
        os.write(into, f"v\x1b[Z\x1b[Z\x1b[Z{TYPED}".encode())
        terminal.see(TYPED)
        holds(kept, terminal.loses(lambda: os.close(into)), 129)
        terminal.quiet()
        assert terminal.left_on == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_stalled_terminal_and_a_signal(number: signal.Signals, typing: Callable[[], Terminal], kept: Path) -> None:
    """Nobody reads any more and the drawing waits for ever: the signal still ends it."""
    with typing() as terminal:
        fill(terminal)
        holds(kept, terminal.loses(terminal.signal(number)), STOPS[number])


def test_a_stalled_terminal_that_closes(typing: Callable[[], Terminal], kept: Path) -> None:
    """Nobody reads, then the link is cut."""
    with typing() as terminal:
        fill(terminal)
        holds(kept, terminal.loses(terminal.close), 129)


def test_without_a_terminal_it_does_not_start(kept: Path) -> None:
    """Standard input that is no terminal, or a terminal without a name: one sentence, and no screen."""
    out, into = os.pipe()
    with Terminal([sys.executable, str(DEMO)], {}, stdin=out) as terminal:
        terminal.see("need a terminal")
        assert terminal.program.wait(2) == 1
        assert b"\x1b" not in terminal.raw
    os.close(out)
    os.close(into)
    with Terminal([sys.executable, str(DEMO)], {"TERM": "dumb"}) as terminal:
        terminal.see("Use --plain")
        assert b"\x1b" not in terminal.raw
