"""A program on a terminal of its own, as a person has it: bytes go in, a screen comes out."""

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte

DEMO = Path(__file__).with_name("demo.py")
HOUSE = DEMO.parents[2]
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\??[0-9;]*\$[a-zA-Z]|\x1b\[\?[0-9;]*u|\xe2\x80[\x8b-\x8f]")
"""What the emulator would print in part: keyboard protocols, questions about modes, joiners without a width."""
PATIENCE = 10.0
"""Seconds until a test gives up. Nothing that passes waits for it."""
SWITCH = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")


@dataclass
class End:
    """How a program ended."""

    code: int
    after: float
    """Seconds between the loss and the end."""
    cpu: float
    """Seconds of processor time that it took after the loss."""


class Terminal:
    """A program in a pty with an emulated screen. Nothing answers its questions, as on an old terminal."""

    def __init__(
        self, argv: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (80, 24), stdin: int | None = None
    ) -> None:
        self.screen = pyte.Screen(*size)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.fd, self.slave = pty.openpty()
        self.resize(*size)
        self.modes: list[Any] = termios.tcgetattr(self.slave)
        self.env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": str(HOUSE)}

        def become() -> None:
            os.setsid()
            fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)
            for fd in range(0 if stdin is None else 1, 3):
                os.dup2(self.slave, fd)

        self.program = self.start(argv, {**self.env, **env}, stdin, become)

    def start(
        self, argv: Sequence[str], env: Mapping[str, str], stdin: int | None, become: Callable[[], None]
    ) -> "subprocess.Popen[bytes]":
        """The program on the terminal."""
        return subprocess.Popen(
            argv,
            env=env,
            stdin=stdin,
            preexec_fn=become,  # noqa: PLW1509 - system calls only, no lock that another thread may hold
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self.program.poll() is None:
            self.program.kill()
            self.program.wait()
        self.close()

    def close(self) -> None:
        """The terminal goes away, as when a window is closed or a link is cut."""
        for fd in {self.fd, self.slave} - {-1}:
            os.close(fd)
        self.fd = self.slave = -1

    def resize(self, columns: int, rows: int) -> None:
        """Another size."""
        self.screen.resize(rows, columns)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    # Reading

    def read(self, seconds: float) -> int:
        """Take what comes within so many seconds; the number of bytes of the first piece, 0 if nothing came."""
        if not select.select([self.fd], [], [], max(seconds, 0))[0]:
            return 0
        try:
            piece = os.read(self.fd, 65536)
        except OSError:
            return 0
        self.raw += piece
        self.stream.feed(UNKNOWN.sub(b"", piece))
        return len(piece)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Read until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            left = end - time.monotonic()
            assert left > 0, f"{what} did not come; the screen:\n{self.text}"
            assert self.read(min(left, 0.5)) or self.program.poll() is None, f"ended before {what}:\n{self.text}"

    def see(self, words: str) -> None:
        """Wait until the words stand on the screen."""
        self.until(lambda: words in self.text, words)

    def hear(self, path: Path) -> str:
        """Wait until the program has written the file; what it holds."""
        self.until(lambda: path.exists() and path.stat().st_size > 0, path.name)
        return path.read_text(encoding="utf-8")

    def still(self, seconds: float) -> int:
        """The number of bytes that come within so many seconds."""
        before, end = len(self.raw), time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self.read(left)
        return len(self.raw) - before

    def quiet(self, seconds: float = 0.2) -> None:
        """Wait until nothing has come for a moment."""
        while self.read(seconds):
            pass

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    # Writing

    def send(self, keys: str | bytes) -> None:
        """All keys in one write."""
        data = keys.encode() if isinstance(keys, str) else keys
        assert os.write(self.fd, data) == len(data)

    # The end

    def loses(self, how: Callable[[], object], within: float = 2.0) -> End:
        """Do to it what ends it, and wait for the end."""
        used = _cpu(self.program.pid)
        children = _seconds(resource.RUSAGE_CHILDREN)
        began = time.monotonic()
        how()
        code = self.program.wait(within)
        after = time.monotonic() - began
        return End(code, after, _seconds(resource.RUSAGE_CHILDREN) - children - used)

    def signal(self, number: int) -> Callable[[], None]:
        """What sends a signal."""
        return lambda: self.program.send_signal(signal.Signals(number))

    @property
    def left_on(self) -> list[int]:
        """Modes of the terminal that the program switched on and not off again; cursor and wrap: off and not on."""
        last: dict[int, bool] = {}
        for numbers, switch in SWITCH.findall(bytes(self.raw)):
            last |= {int(number): switch == b"h" for number in numbers.split(b";")}
        return [number for number, on in last.items() if on != (number in (7, 25))]

    @property
    def restored(self) -> bool:
        """Lines, echo and signals are as they were before."""
        return bool(termios.tcgetattr(self.slave) == self.modes)


def demo(env: Mapping[str, str] | None = None, size: tuple[int, int] = (80, 24), sees: str = "explained") -> Terminal:
    """The small app of our widgets, on its list."""
    terminal = Terminal([sys.executable, str(DEMO)], env or {}, size)
    terminal.see(sees)
    return terminal


def _seconds(whose: int) -> float:
    used = resource.getrusage(whose)
    return used.ru_utime + used.ru_stime


def _cpu(pid: int) -> float:
    """Processor time so far; 0 where the system does not say."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
