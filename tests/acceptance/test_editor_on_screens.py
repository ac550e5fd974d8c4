"""F12 in a form: the person's own editor has the terminal, what it writes stands in the form, and is a draft all along."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.running import COMMAND, TODAY
from tests.figures import count
from tests.tui.on_a_pty import End, Terminal
from tests.tui.screens.driving import house_in

SHM = Path("/dev/shm")
WORDS = "Two readings: late nights."
QUESTION, A_LONG_ONE_ASKED, EDITOR = "4", "ad", "\x1b[24~"
"""Keys: a question of the first case; what came of the first action, asked below the list; F12."""
pytestmark = pytest.mark.skipif(not SHM.is_dir() or not Path("/proc/self/mounts").exists(), reason="no memory folder")
Opens = Callable[..., Terminal]


@pytest.fixture
def opens(demo_home: Path, tmp_path: Path) -> Opens:
    """The fictional caseload on a terminal, with an editor that does this with its file."""
    folder = Path(shutil.copytree(demo_home, tmp_path / "demo"))

    def call(script: str, *, allowed: bool = True) -> Terminal:
        (tmp_path / "config.toml").write_text(f"editor = {str(allowed).lower()}\n", encoding="utf-8")
        editor = tmp_path / "editor"
        editor.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        editor.chmod(0o700)
        given = {"EDITOR": str(editor), "TMPDIR": str(tmp_path), "CASEREFLECT_CONFIG": str(tmp_path / "config.toml")}
        terminal = Terminal(
            [*COMMAND, "demo", "--home", str(folder)], {"HOME": str(tmp_path), "CASEREFLECT_TODAY": TODAY, **given}
        )
        terminal.see("Not seen alone")
        return terminal

    return call


def drafts(tmp_path: Path) -> list[str]:
    """All texts of all drafts."""
    return [text for draft in house_in(tmp_path / "demo").store.drafts() for text in draft.texts.values()]


@pytest.mark.parametrize("keys", [QUESTION, A_LONG_ONE_ASKED], ids=["on a page", "asked below one"])
def test_what_the_editor_wrote_stands_in_the_form(opens: Opens, tmp_path: Path, keys: str) -> None:
    """After what was typed before; the page is drawn again, and typing goes on at its end."""
    with opens(f'echo "{WORDS}" >> "$1"') as terminal:
        terminal.send(f"{keys}Before.{EDITOR}")
        terminal.see(WORDS)
        terminal.send(" After.")
        terminal.see(f"{WORDS} After.")
        terminal.send("\x1b")
        terminal.until(lambda: f"Before.\n{WORDS} After." in drafts(tmp_path), "the draft")
    assert list(SHM.glob("casereflect-*")) == []


@pytest.mark.parametrize(("how", "keys"), [("SIGHUP", QUESTION), ("SIGTERM", A_LONG_ONE_ASKED), ("close", QUESTION)])
def test_a_program_that_is_ended_while_the_editor_is_open_keeps_what_it_wrote(
    opens: Opens, tmp_path: Path, how: str, keys: str
) -> None:
    """Gone within two seconds without burning the processor, and with it the editor and its file."""
    with opens(f'echo "{WORDS}" > "$1"; echo $$ > "$TMPDIR/pid"; exec sleep 60') as terminal:
        terminal.send(f"{keys}Before.{EDITOR}")
        pid = int(terminal.hear(tmp_path / "pid"))
        end: End = terminal.loses(terminal.close if how == "close" else terminal.signal(getattr(signal, how)))
        assert (end.code, end.cpu < 0.5) == (143 if how == "SIGTERM" else 129, True)
        if how != "close":
            terminal.quiet()
            assert terminal.left_on == []
    assert WORDS in drafts(tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert list(SHM.glob("casereflect-*")) == []
    count("in an editor", programs_ended=1, texts_kept=1)


def test_it_says_why_it_does_not_open(opens: Opens, tmp_path: Path) -> None:
    """A short field, the mask, an editor that is off, and one that fails: each in a sentence; the text stays."""
    with opens('echo "From it." > "$1"; exit 3') as terminal:
        terminal.send(f"v{EDITOR}")
        terminal.see("this field is a short one")
        terminal.send("\x1b")
        terminal.see("Not seen alone")
        terminal.send(f"{QUESTION}{EDITOR}")
        terminal.see("ended with an error")
        terminal.see("From it.")
        terminal.send(f"\x1bOQ{EDITOR}")
        terminal.see("The mask is on")
        terminal.send("\x1bOQ")
    assert list(SHM.glob("casereflect-*")) == []
    with opens("true", allowed=False) as terminal:
        terminal.send(f"{QUESTION}{EDITOR}")
        terminal.see("The editor is off")
