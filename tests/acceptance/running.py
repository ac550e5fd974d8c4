"""Running the installed command from outside: a day that stands still, and no terminal unless asked for."""

import atexit
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import pexpect

from tests.acceptance.forking import Forked

TODAY = "2026-11-23"
COMMAND = (sys.executable, "-m", "tui")
NO_NETWORK = """
import socket
def refuse(*args, **kwargs):
    raise SystemExit("the network was used")
class Deaf(socket.socket):
    def connect(self, *args):
        refuse() if self.family in (socket.AF_INET, socket.AF_INET6) else super().connect(*args)
    def bind(self, *args):
        refuse() if self.family in (socket.AF_INET, socket.AF_INET6) else super().bind(*args)
    connect_ex = connect
socket.socket = Deaf
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""
"""Run before a program: any use of the network ends it."""
STARTED_ANEW = {"LC_ALL", "LC_CTYPE", "PYTHONPATH", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONCOERCECLOCALE"}
"""With these in the environment Python itself starts otherwise, so the command is started and not forked."""


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote, read as JSON."""
        return json.loads(self.out)

    @property
    def id(self) -> str:
        """The id in the JSON that it wrote."""
        return str(self.json["id"])


Run = Callable[..., Ran]


def base_environ(folder: Path) -> dict[str, str]:
    """As little environment as a program needs, with a data folder of its own."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "CASEREFLECT_HOME": str(folder / "home"),
        "CASEREFLECT_TODAY": TODAY,
    }


def run(
    environ: Mapping[str, str],
    *args: str,
    input: str | bytes | None = None,  # noqa: A002
    through: Sequence[str] = (),
    **more: str,
) -> Ran:
    """Run the command without a terminal; `more` is environment, `through` a program that starts it."""
    text = input.encode() if isinstance(input, str) else input or b""
    given = {**environ, **more}
    if not through and not STARTED_ANEW & given.keys() and given.get("LANG") == "C.UTF-8":
        return _forked(args, given, text)
    done = subprocess.run(
        [*through, *COMMAND, *args],
        env=given,
        input=text,
        capture_output=True,
        timeout=60,
        check=False,
        start_new_session=True,
    )
    ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in ran.err
    return ran


@cache
def _program() -> Forked:
    program = Forked()
    atexit.register(program.end)
    return program


def _forked(args: Sequence[str], environ: Mapping[str, str], text: bytes) -> Ran:
    """A run as a process of its own, forked from a program that has the modules loaded."""
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(text)
        given.seek(0)
        code = _program().run(args, environ, [given.fileno(), out.fileno(), err.fileno()])
        out.seek(0)
        err.seek(0)
        ran = Ran(code, out.read().decode(), err.read().decode())
    assert "Traceback" not in ran.err
    return ran


def ok(ran: Ran) -> Ran:
    """The same, which must have been done."""
    assert ran.code == 0, ran.err
    return ran


def ended(child: "pexpect.spawn[str]") -> int | None:
    """The exit code, once the program on the terminal has ended."""
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus  # type: ignore[no-any-return]
