"""A program that has the app loaded, and forks for each form: a process of its own on a terminal of its own, without the wait.

The process is the app as a person runs it, with its own signals, driver and end. Only that it opens on one form, and not
on Today, is made here; and a pipe tells when the form can be typed in.
"""

import fcntl
import json
import os
import select
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.tui.every_form import Named, open_named
from tests.tui.on_a_pty import HOUSE, End, Terminal, _cpu
from tests.tui.screens.driving import house_in
from tui.app import BEHIND, Casereflect
from tui.composition import House
from tui.widgets.record_form import RecordForm

WAIT = 60.0


class OneForm(Casereflect):
    """The app, opened at one field of one form."""

    def __init__(self, house: House, named: Named, ready: int, *, asked: bool) -> None:
        super().__init__(house)
        self.named = named
        self.written = ready
        self.asked = asked
        """In the rows below the first page."""

    def on_mount(self) -> None:
        """Open the form as soon as the first page stands."""
        super().on_mount()
        self.call_after_refresh(self._open)

    def _open(self) -> None:
        open_named(self, self.house, self.named, asked=self.asked)
        self.call_later(self._when_drawn)

    def _when_drawn(self) -> None:
        forms = list(self.screen.query(RecordForm))
        if not forms or not getattr(self.screen, "ready", False):
            self.set_timer(0.01, self._when_drawn)
            return
        forms[-1].open_path(self.named.fields[0])
        self.call_after_refresh(lambda: os.write(self.written, b"1"))


def serve(handle: int) -> None:
    """Load, say so, then fork for each request until the tests end."""
    for name in (*BEHIND, "store.embedded_store", "tui.screens.asked"):
        __import__(name)
    line = socket.socket(fileno=handle)
    line.sendall(b"ready")
    while True:
        message, handles, *_ = socket.recv_fds(line, 1 << 16, 3)
        if not message:
            return
        child = os.fork()
        if child == 0:
            line.close()
            _become(json.loads(message), *handles)
        for one in handles:
            os.close(one)
        line.sendall(str(child).encode())
        _, status, used = os.wait4(child, 0)
        line.sendall(json.dumps([os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime]).encode())


def _become(asked: Mapping[str, Any], slave: int, ready: int) -> None:
    """Be the app on that terminal. Never comes back."""
    os.setsid()
    fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
    for place in range(3):
        os.dup2(slave, place)
    os.close(slave)
    os.environ.clear()
    os.environ.update(asked["environ"])
    code = 1
    try:
        fields = tuple(tuple(path) for path in asked["fields"])
        chosen = tuple((tuple(path), text) for path, text in asked["chosen"])
        named = Named(asked["case"], asked["name"], chosen, fields)
        code = OneForm(house_in(Path(asked["folder"])), named, ready, asked=asked["asked"]).run_in_terminal()
    finally:
        os._exit(code)


class Program:
    """The forked process, as `subprocess` would have it."""

    def __init__(self, line: socket.socket, pid: int) -> None:
        self.line = line
        self.pid = pid
        self.returncode: int | None = None
        self.cpu = 0.0

    def wait(self, timeout: float = WAIT) -> int:
        """Its exit code, once it has ended."""
        if self.returncode is None:
            self.line.settimeout(timeout)
            self.returncode, self.cpu = json.loads(self.line.recv(256))
        return self.returncode

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        if self.returncode is None:
            try:
                self.wait(0.0)
            except (BlockingIOError, TimeoutError):
                return None
        return self.returncode

    def kill(self) -> None:
        """End it at once."""
        os.kill(self.pid, signal.SIGKILL)

    def send_signal(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.pid, number)


class Forms:
    """The program, from the side of the tests."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(WAIT)
        self.line = ours
        environ = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "PYTHONPATH": os.pathsep.join([str(HOUSE), *sys.path]),
        }
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.tui.one_form", str(theirs.fileno())], env=environ, pass_fds=[theirs.fileno()]
        )
        theirs.close()
        assert self.line.recv(16) == b"ready"

    def end(self) -> None:
        """No more of them."""
        self.line.close()
        self.program.wait(10)


class FormTerminal(Terminal):
    """A terminal on which one form stands open."""

    def __init__(self, forms: Forms, folder: Path, named: Named, *, asked: bool) -> None:
        self._forms, self._folder, self._named, self._asked = forms, folder, named, asked
        super().__init__((), {"HOME": str(folder.parent)})
        assert self.read_ready(), f"{named} did not open:\n{self.text}"

    def start(
        self, _argv: Sequence[str], env: Mapping[str, str], _stdin: int | None, _become: Callable[[], None]
    ) -> Any:
        """Fork it."""
        named = self._named
        self._ready, written = os.pipe()
        message = {
            "folder": str(self._folder), "case": named.case_id, "name": named.name, "chosen": named.chosen,
            "fields": named.fields, "environ": env, "asked": self._asked,
        }  # fmt: skip
        line = self._forms.line
        line.settimeout(WAIT)
        socket.send_fds(line, [json.dumps(message).encode()], [self.slave, written])
        os.close(written)
        self.forked = Program(line, int(line.recv(32)))
        return self.forked

    def read_ready(self) -> bool:
        """Wait until the form can be typed in; False where it ended before."""
        while True:
            found, _, _ = select.select([self._ready, self.fd], [], [], WAIT)
            if self._ready in found:
                return os.read(self._ready, 1) == b"1"
            if not found or not self.read(0):
                return False

    def close(self) -> None:
        """The terminal goes away."""
        super().close()
        if self._ready != -1:
            os.close(self._ready)
            self._ready = -1

    def stall(self) -> None:
        """Nobody reads any more: the line is stopped, as by Ctrl+S or a link that stands still; what is drawn waits for ever."""
        termios.tcflow(self.slave, termios.TCOOFF)

    def loses(self, how: Callable[[], object], within: float = 2.0) -> End:
        """Do to it what ends it, and wait for the end."""
        used, began = _cpu(self.program.pid), time.monotonic()
        how()
        code = self.program.wait(within)
        return End(code, time.monotonic() - began, self.forked.cpu - used)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
