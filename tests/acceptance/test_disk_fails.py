"""A command on a disk that fails at some step: exit code 1, one clear sentence, and what was there before is whole."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from tests.acceptance.running import Ran, Run, ok
from tests.store.failing import REASONS, Failing
from tui.__main__ import main

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
STEPS = range(1, 120) if EVERY else (9, 22)
WRITTEN = "It is written, but the disk did not confirm it."


def failed_at(environ: dict[str, str], step: int, number: int, args: Sequence[str]) -> tuple[Ran, bool]:
    """The command in a process of its own, on a system that fails from that call on; and whether it came to it."""
    with TemporaryFile() as out, TemporaryFile() as err, TemporaryFile() as told:
        child = os.fork()
        if child == 0:
            _be_the_command(environ, step, number, args, (out.fileno(), err.fileno(), told.fileno()))
        _, status = os.waitpid(child, 0)
        for file in (out, err, told):
            file.seek(0)
        ran = Ran(os.waitstatus_to_exitcode(status), out.read().decode(), err.read().decode())
        return ran, told.read() == b"failed"


def _be_the_command(
    environ: dict[str, str], step: int, number: int, args: Sequence[str], streams: tuple[int, int, int]
) -> None:
    """Never comes back."""
    code = 99
    try:
        out, err, told = streams
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stdout, sys.stderr = (open(each, "w", encoding="utf-8", closefd=False) for each in (out, err))  # noqa: SIM115
        os.environ.clear()
        os.environ.update(environ)
        sys.argv = ["casereflect", *args]
        with Failing(Path(environ["CASEREFLECT_HOME"]), step, number, for_good=True) as failing:
            try:
                code = main()
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 98
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(told, b"failed" if failing.failed else b"came through")
    finally:
        os._exit(code)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("hypothesis", "add", "F-102", "Late nights."), "hypothesis"),
        (("case", "add", "F-200"), "case"),
        (("action", "add", "F-102", "Ring the school.", "--due", "+3wd"), "action"),
    ][: None if EVERY else 1],
)
def test_a_command_says_why_and_leaves_what_was_there(
    casereflect: Run, environ: dict[str, str], args: tuple[str, ...], said: str
) -> None:
    """At every step of the save that it may come to; with the fault gone the same command is done."""

    def listed() -> object:
        return ok(casereflect(said, "list", *(("F-102",) if said != "case" else ()), "--json")).json

    for step in STEPS:
        before = listed()
        ran, failed = failed_at(environ, step, errno.ENOSPC, args)
        if not failed:
            break
        if ran.code == 0:
            continue  # what failed was not needed for it
        assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1), (step, ran)
        assert REASONS[errno.ENOSPC] in ran.err or WRITTEN in ran.err, (step, ran.err)
        assert "Traceback" not in ran.err
        if WRITTEN not in ran.err:
            assert listed() == before, step
    if said != "case":
        ok(casereflect(*args))
