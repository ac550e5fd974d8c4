"""The passphrase asked for before anything is loaded, and every case in which the usual way has to decide."""

import io
import os
import shlex
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests.acceptance.running import Run, ok
from tests.light_key import PASSPHRASE, light_store, written_secret

GATED = """
import os, sys
class Gate:
    def find_spec(self, name, *_):
        if name == "tui.commands.session":
            os.write(1, b"[loading]")
            open(os.environ["GATE"]).close()
sys.meta_path.insert(0, Gate())
from tui.__main__ import main
sys.exit(main())
"""
"""The command, which says when it comes to load what opens a store, and waits there until the gate is opened."""
Gated = Callable[..., Any]


@pytest.fixture
def home(environ: dict[str, str]) -> Path:
    """An encrypted store without a case."""
    return light_store(Path(environ["CASEREFLECT_HOME"])).home


@pytest.fixture
def gate(tmp_path: Path) -> Path:
    """A pipe that holds the command back for as long as nobody writes to it."""
    os.mkfifo(tmp_path / "gate")
    return tmp_path / "gate"


@pytest.fixture
def gated(environ: dict[str, str], gate: Path) -> Gated:
    """The command on a terminal, held at the gate; behind it the shell says its code and what the terminal is set to."""

    def call(*args: str, **more: str) -> Any:
        given = {**environ, "TERM": "xterm-256color", "GATE": str(gate), **more}
        command = shlex.join([sys.executable, "-c", GATED, *args])
        shell = f"trap : INT TERM HUP; {command}; echo code=$?.; stty -a"
        child = pexpect.spawn("sh", ["-c", shell], env=given, encoding="utf-8", timeout=30, dimensions=(24, 80))
        child.logfile_read = io.StringIO()
        return child

    return call


def opened(gate: Path) -> None:
    """Let the command go on."""
    with gate.open("w"):
        return


def heard(child: Any) -> str:
    """All that the terminal has shown."""
    return str(child.logfile_read.getvalue())


def the_end(child: Any) -> tuple[int, bool]:
    """The exit code, and whether the terminal echoes again."""
    child.expect("code=(\\d+)\\.")
    code = int(child.match[1])
    child.expect(pexpect.EOF)
    return code, " -echo " not in child.before and " echo " in child.before


@pytest.mark.usefixtures("home")
def test_it_is_asked_before_anything_is_loaded_and_what_is_typed_meanwhile_opens_it(gated: Gated, gate: Path) -> None:
    """Asked once; never shown; never thrown away."""
    child = gated()
    child.expect_exact("Passphrase: [loading]")
    child.send(f"{PASSPHRASE}\n")
    opened(gate)
    child.expect("Today", timeout=20)
    child.send("\x11\x1b[Z\r")
    assert the_end(child) == (0, True)
    assert heard(child).count("Passphrase: ") == 1
    assert PASSPHRASE not in heard(child)


@pytest.mark.usefixtures("home")
def test_a_wrong_one_typed_ahead_is_asked_again(gated: Gated, gate: Path) -> None:
    """Three times in all, and nothing of it shown."""
    child = gated()
    child.expect_exact("Passphrase: [loading]")
    child.send("wrong words\n")
    opened(gate)
    for _ in range(2):
        child.expect("does not open the key.\r\nPassphrase: ")
        child.send("wrong words\n")
    assert the_end(child) == (4, True)
    assert heard(child).count("Passphrase: ") == 3
    assert "wrong words" not in heard(child)


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(("number", "code"), [("INT", 130), ("TERM", 143), ("HUP", 129)])
def test_the_end_while_it_loads_lets_the_terminal_echo_again(
    environ: dict[str, str], gate: Path, number: str, code: int
) -> None:
    """Ctrl+C, and the end from outside, before anything was loaded."""
    inner = f"echo pid=$$.; exec {shlex.join([sys.executable, '-c', GATED])}"
    outer = f"trap : INT; sh -c {shlex.quote(inner)}; echo code=$?.; stty -a"
    given = {**environ, "TERM": "xterm", "GATE": str(gate)}
    child = pexpect.spawn("sh", ["-c", outer], env=given, encoding="utf-8", timeout=30)
    child.expect("pid=(\\d+)\\.")
    process = int(child.match[1])
    child.expect_exact("Passphrase: [loading]")
    if number == "INT":
        child.sendintr()
    else:
        os.kill(process, signal.Signals[f"SIG{number}"])
    assert the_end(child) == (code, True)


@pytest.mark.usefixtures("home")
def test_the_end_of_the_line_leaves(gated: Gated, gate: Path) -> None:
    """Ctrl+D, typed before anything was loaded."""
    child = gated()
    child.expect_exact("Passphrase: [loading]")
    child.sendeof()
    opened(gate)
    assert the_end(child) == (130, True)


@pytest.mark.parametrize(
    ("named", "day", "code", "said"),
    [
        ("identity.age", "2026-11-23", 5, "identity.age is missing"),
        ("", "tomorrow", 2, "CASEREFLECT_TODAY is not a date."),
    ],
)
def test_a_trouble_found_meanwhile_is_said_on_a_line_of_its_own(
    gated: Gated, gate: Path, home: Path, named: str, day: str, code: int, said: str
) -> None:
    """The question is taken back, and nothing is waited for."""
    if named:
        (home / named).unlink()
    child = gated(CASEREFLECT_TODAY=day)
    child.expect_exact("Passphrase: [loading]")
    opened(gate)
    child.expect_exact(f"\r\ncasereflect: {said}")
    assert the_end(child) == (code, True)


@pytest.mark.parametrize(
    ("variable", "folder"),
    [("HOME", ".local/share/casereflect"), ("XDG_DATA_HOME", "casereflect"), ("CASEREFLECT_HOME", "")],
)
def test_the_store_is_looked_for_where_it_is_opened(
    gated: Gated, gate: Path, tmp_path: Path, variable: str, folder: str
) -> None:
    """The user's own folder, the one that the desktop names, or the one that is named for it."""
    light_store(tmp_path / "mine" / folder)
    child = gated(**{"CASEREFLECT_HOME": "", variable: str(tmp_path / "mine")})
    child.expect_exact("Passphrase: [loading]")
    child.send(f"{PASSPHRASE}\n")
    opened(gate)
    child.expect("Today", timeout=20)
    child.send("\x11\x1b[Z\r")
    assert the_end(child) == (0, True)


def in_settings(tmp_path: Path) -> dict[str, str]:
    """Plain lines, by the settings."""
    settings = tmp_path / "config.toml"
    settings.write_text("plain = true\n", encoding="utf-8")
    return {"CASEREFLECT_CONFIG": str(settings)}


@pytest.mark.parametrize(
    ("args", "more", "then"),
    [
        (["--plain"], lambda _: {}, "Passphrase: "),
        ([], lambda _: {"CASEREFLECT_PLAIN": "1"}, "Passphrase: "),
        ([], in_settings, "Passphrase: "),
        ([], lambda _: {"TERM": "dumb"}, "Passphrase: "),
        (["today"], lambda _: {}, "Passphrase: "),
        (["--version"], lambda _: {}, "casereflect 0."),
        ([], lambda folder: {"CASEREFLECT_PASSPHRASE_FILE": str(written_secret(folder))}, "Today"),
        ([], lambda folder: {"CASEREFLECT_HOME": str(folder / "none")}, "A reflection aid"),
    ],
)
@pytest.mark.usefixtures("home")
def test_in_any_other_case_nothing_is_asked_before_it_is_certain(
    gated: Gated, gate: Path, tmp_path: Path, args: list[str], more: Callable[[Path], dict[str, str]], then: str
) -> None:
    """A command, plain lines however they are asked for, a passphrase from a file, and first use."""
    child = gated(*args, **more(tmp_path))
    child.expect_exact("[loading]")
    assert child.before == ""
    opened(gate)
    child.expect_exact(then)
    child.close(force=True)


def test_a_store_without_encryption_opens_unasked(gated: Gated, gate: Path, bare: Run) -> None:
    """Its store.toml says so."""
    ok(bare("init", "--no-encryption"))
    child = gated()
    child.expect_exact("[loading]")
    assert child.before == ""
    opened(gate)
    child.expect("Today", timeout=20)
    child.send("\x11\x1b[Z\r")
    assert the_end(child) == (0, True)
    assert "Passphrase" not in heard(child)


def test_without_a_terminal_nothing_is_asked(bare: Run, home: Path) -> None:
    """It is said how the passphrase can be given, and standard output stays empty."""
    ran = bare()
    assert (ran.code, ran.out) == (2, "")
    assert "there is no terminal to ask on. Give --passphrase-file FILE" in ran.err
    assert home.exists()
