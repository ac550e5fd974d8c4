"""A program that has the command's modules loaded, and forks for each run: a process of its own, without the wait.

What a test sees is a real process with its own environment, folder, input, output and exit code. Only the import of the
modules is shared. Tests of what a start loads, of terminals and of other locales start the command itself.
"""

import contextlib
import json
import os
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

LOADED = (
    "click",
    "pydantic",
    "tinydb",
    "filelock",
    "orjson",
    "pyrage",
    "python_calamine",
    "ulid",
    "checklists.journeys.actions",
    "checklists.journeys.cases",
    "checklists.journeys.reflect",
    "checklists.journeys.registers",
    "checklists.journeys.visit",
    "checklists.pages.case",
    "checklists.pages.register",
    "checklists.use_cases.import_list",
    "store.embedded_store",
    "store.ledger",
    "tui.__main__",
    "tui.commands.root",
    "tui.commands.records",
    "tui.demo",
    "tui.plain.run",
)
WAIT = 60.0


def serve(handle: int) -> None:
    """Load, say so, then fork for each request until the tests end."""
    for name in LOADED:
        __import__(name)
    line = socket.socket(fileno=handle)
    line.sendall(b"ready")
    while True:
        message, handles, *_ = socket.recv_fds(line, 1 << 20, 3)
        if not message:
            return
        child = os.fork()
        if child == 0:
            line.close()
            _become(json.loads(message), handles)
        for one in handles:
            os.close(one)
        _, status = os.waitpid(child, 0)
        line.sendall(str(os.waitstatus_to_exitcode(status)).encode())


def _become(asked: Mapping[str, Any], handles: Sequence[int]) -> None:
    """Be the command: its environment, its folder, its streams. Never comes back."""
    os.setsid()
    for place, handle in enumerate(handles):
        os.dup2(handle, place)
        os.close(handle)
    os.environ.clear()
    os.environ.update(asked["environ"])
    os.chdir(asked["folder"])
    sys.argv = ["casereflect", *asked["args"]]
    code = 1
    try:
        from tui.__main__ import main

        code = main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        with contextlib.suppress(OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


class Forked:
    """The program, from the side of the tests."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        ours.settimeout(WAIT)
        self.line = ours
        environ = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONPATH": os.pathsep.join(sys.path)}
        self.program = subprocess.Popen(
            [sys.executable, __file__, str(theirs.fileno())], env=environ, pass_fds=[theirs.fileno()]
        )
        theirs.close()
        assert self.line.recv(16) == b"ready"

    def run(self, args: Sequence[str], environ: Mapping[str, str], streams: Sequence[int]) -> int:
        """The exit code of one run; below 0 the signal that ended it."""
        message = json.dumps({"args": list(args), "environ": dict(environ), "folder": str(Path.cwd())}).encode()
        socket.send_fds(self.line, [message], list(streams))
        return int(self.line.recv(16))

    def end(self) -> None:
        """No more runs."""
        self.line.close()
        self.program.wait(10)


if __name__ == "__main__":
    serve(int(sys.argv[1]))
