"""A home per test, empty or with a small caseload in it, and the command on a terminal."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.acceptance.running import COMMAND, Ran, Run, base_environ, ok, run

WITHOUT = "-dac_override,-dac_read_search"
"""What lets root read and write any file, as setpriv has it."""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of this test."""
    return base_environ(tmp_path)


@pytest.fixture
def bare(environ: dict[str, str]) -> Run:
    """The command, with no store yet."""

    def call(*args: str, **given: Any) -> Ran:
        return run(environ, *args, **given)

    return call


@pytest.fixture
def empty(bare: Run) -> Run:
    """The command, on a store without a case."""
    ok(bare("init", "--no-encryption"))
    return bare


@pytest.fixture
def held(environ: dict[str, str], tmp_path: Path) -> Iterator[Run]:
    """The command with no store yet, held by the permissions of files also where the tests are run by root."""
    root = os.geteuid() == 0
    if root and shutil.which("setpriv") is None:
        pytest.skip("root may do everything, and there is no setpriv to take that away")
    through = ("setpriv", f"--bounding-set={WITHOUT}", f"--inh-caps={WITHOUT}") if root else ()

    def call(*args: str, **given: Any) -> Ran:
        return run(environ, *args, through=through, **given)

    yield call
    for folder in [tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())]:
        folder.chmod(0o700)


@pytest.fixture(scope="session")
def small_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain store with one case: F-102, K.M. and L.M., on a protection plan."""
    folder = tmp_path_factory.mktemp("small")
    environ = base_environ(folder)
    ok(run(environ, "init", "--no-encryption"))
    add = ["case", "add", "F-102", "--child", "K.M.", "--own-id", "771", "--plan", "cp", "--allocated", "17/2/26"]
    ok(run(environ, *add, "--born", "4/5/18"))
    ok(run(environ, "child", "add", "F-102", "L.M.", "--plan", "cp"))
    return folder / "home"


@pytest.fixture
def casereflect(environ: dict[str, str], small_home: Path) -> Run:
    """The command, on a copy of the small store that is this test's own."""
    shutil.copytree(small_home, environ["CASEREFLECT_HOME"])

    def call(*args: str, **given: Any) -> Ran:
        return run(environ, *args, **given)

    return call


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The fictional caseload, made once."""
    folder = tmp_path_factory.mktemp("demo")
    ok(run(base_environ(folder), "demo"))
    return folder / "casereflect-demo"


@pytest.fixture
def terminal(environ: dict[str, str]) -> Iterator[Callable[..., "pexpect.spawn[str]"]]:
    """The command on a terminal of 80 columns."""
    opened: list[pexpect.spawn[str]] = []

    def call(*args: str, **more: str) -> "pexpect.spawn[str]":
        given = {**environ, "TERM": "xterm-256color", **more}
        child = pexpect.spawn(
            COMMAND[0], [*COMMAND[1:], *args], env=given, encoding="utf-8", timeout=30, dimensions=(24, 80)
        )
        opened.append(child)
        return child

    yield call
    for child in opened:
        child.close(force=True)
