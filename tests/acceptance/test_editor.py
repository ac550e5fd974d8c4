"""An answer in the person's own editor: off until allowed, in memory alone, a draft all along, and nothing left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.running import COMMAND, Run, ok
from tests.tui.screens.driving import house_in

SHM = Path("/dev/shm")
WORDS = "Two readings: late nights."
pytestmark = pytest.mark.skipif(not SHM.is_dir() or not Path("/proc/self/mounts").exists(), reason="no memory folder")


@pytest.fixture
def editor(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """An editor that does this with its file; the environment in which it is allowed."""
    (tmp_path / "config.toml").write_text("editor = true\n", encoding="utf-8")

    def made(script: str) -> dict[str, str]:
        path = tmp_path / "editor"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o700)
        return {"EDITOR": str(path), "CASEREFLECT_CONFIG": str(tmp_path / "config.toml"), "TMPDIR": str(tmp_path)}

    return made


def left() -> list[str]:
    """What lies in memory of ours."""
    return [path.name for path in SHM.glob("casereflect-*")]


def test_what_the_editor_wrote_is_the_answer(casereflect: Run, editor: Callable[[str], dict[str, str]]) -> None:
    """Its file is for its owner alone, has a name that says nothing, and is gone afterwards, with what lay beside it."""
    look = 'stat -c "%a %n" "$1" > "$TMPDIR/seen"; echo copy > "$1~"'
    given = editor(f'{look}; echo "{WORDS}" > "$1"')
    assert "answered" in ok(casereflect("reflect", "F-102", "--question", "4", "--editor", **given)).out
    assert [row["text"] for row in ok(casereflect("answer", "list", "F-102", "--json")).json] == [WORDS]
    mode, _, path = Path(given["TMPDIR"], "seen").read_text(encoding="utf-8").strip().partition(" ")
    assert (mode, Path(path).name, Path(path).parents[1]) == ("600", "text.txt", SHM)
    assert left() == []


def test_it_is_off_until_the_settings_allow_it(casereflect: Run, editor: Callable[[str], dict[str, str]]) -> None:
    """It says why; without an editor it says what to set."""
    given = editor("false")
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **{**given, "CASEREFLECT_CONFIG": "/none"})
    assert (ran.code, "plain copies" in ran.err) == (2, True)
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **{**given, "EDITOR": ""})
    assert (ran.code, "EDITOR" in ran.err) == (2, True)
    ran = casereflect("reflect", "F-102", "--question", "4", "--editor", **given)
    assert (ran.code, "ended with an error" in ran.err) == (2, True)
    assert left() == []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_what_it_has_written_to_its_file_is_a_draft_when_the_program_is_ended(
    casereflect: Run, environ: dict[str, str], editor: Callable[[str], dict[str, str]], number: signal.Signals
) -> None:
    """A second after it was written also where nobody is asked; it is offered where it belongs."""
    given = editor(f'echo "{WORDS}" > "$1"; echo $$ > "$TMPDIR/pid"; exec sleep 60')
    program = subprocess.Popen(
        [*COMMAND, "reflect", "F-102", "--question", "4", "--editor"],
        env={**environ, **given},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    drafts, pid = Path(environ["CASEREFLECT_HOME"], "drafts"), Path(given["TMPDIR"], "pid")
    for _ in range(500):
        if (
            pid.exists()
            and pid.read_text(encoding="ascii").strip()
            and (number != signal.SIGKILL or any(drafts.iterdir()))
        ):
            break
        time.sleep(0.02)  # another program's file gives no sign
    program.send_signal(number)
    os.kill(int(pid.read_text(encoding="ascii")), number)
    program.wait(5)
    (draft,) = house_in(Path(environ["CASEREFLECT_HOME"])).store.drafts()
    assert draft.key.form == "question:Q4"
    assert WORDS in draft.texts.values()
    if number == signal.SIGKILL:
        for path in SHM.glob("casereflect-*"):
            (path / "text.txt").unlink()
            path.rmdir()
    assert left() == []
