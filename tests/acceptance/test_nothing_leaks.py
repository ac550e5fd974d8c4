"""A whole day with marked texts, on screens, in plain lines and by commands: afterwards the marks stand nowhere in the clear.

The home, the folder for temporary files, every file name, the settings, what is left on the terminal and its title are
searched. The store is encrypted, so that a mark in any file of the data folder is a leak too.
"""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.acceptance.running import COMMAND, Ran, ok, run
from tests.light_key import PASSPHRASE, light_store, written_secret
from tests.tui.on_a_pty import Terminal

REF, INITIALS, WORDS, NAME = "Q-77LEAK", "Z.Q.", "zqleakwords", "zqleakname"
MARKS = (REF, WORDS, NAME, PASSPHRASE)
ESC, SAVE = "\x1b", "\x0f"


@pytest.fixture
def day(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An encrypted store; a home, a folder for temporary files and one for memory files that are this test's own."""
    environ = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path / "home"),
        "TMPDIR": str(tmp_path / "tmp"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
        "CASEREFLECT_HOME": str(tmp_path / "home" / "data"),
        "CASEREFLECT_TODAY": "2026-11-23",
    }
    for name in ("home", "tmp", "run", "secret"):
        (tmp_path / name).mkdir(mode=0o700)
    light_store(Path(environ["CASEREFLECT_HOME"]))
    environ["CASEREFLECT_PASSPHRASE_FILE"] = str(written_secret(tmp_path / "secret"))
    yield environ


def by_commands(environ: dict[str, str]) -> list[Ran]:
    """A case, a visit, an I wonder, a pack, and one that is refused."""
    given = [
        ("case", "add", REF, "--child", INITIALS, "--plan", "cp", "--allocated", "17/2/26"),
        ("visit", "add", REF, "--on", "yest", "--seen", "alone", "--words", WORDS, "--account", WORDS),
        ("hypothesis", "add", REF, WORDS),
    ]
    ran = [ok(run(environ, *args)) for args in given]
    ran.append(ok(run(environ, "pack", REF)))
    ran.append(run(environ, "visit", "add", REF, "--on", "no day", "--words", WORDS))
    return ran


def on_the_screens(environ: dict[str, str]) -> Terminal:
    """A question answered, another begun; then the line is cut, and later it is left in order."""
    with Terminal([*COMMAND], environ) as terminal:
        terminal.see(REF)
        terminal.send(f"4{WORDS} {NAME}{SAVE}")
        terminal.see("Question 4 answered")
        terminal.send(f"5{WORDS} {NAME}")
        terminal.see(f"{WORDS} {NAME}")
        terminal.loses(terminal.signal(signal.SIGHUP))
        terminal.quiet()
        assert not [mark for mark in MARKS if mark in terminal.text]
    terminal = Terminal([*COMMAND], environ)
    terminal.see(REF)
    terminal.send("5")
    terminal.see(WORDS)
    terminal.send(f"{ESC}")
    terminal.see("kept")
    end = terminal.loses(lambda: terminal.send(f"\x11{ESC}[Z\r"), within=5)
    assert end.code == 0
    terminal.quiet()
    return terminal


def in_the_clear(folder: Path, marks: tuple[str, ...]) -> list[str]:
    """Files with a mark in them or in their name."""
    found = []
    for path in folder.rglob("*"):
        content = path.read_bytes() if path.is_file() else b""
        found += [f"{mark} {path.name}" for mark in marks if mark in path.name or mark.encode() in content]
    return found


def test_a_days_work_leaves_no_word_in_the_clear(day: dict[str, str], tmp_path: Path) -> None:
    """No file and no name has a mark; the terminal is empty after leaving; its title was only ever the program's."""
    ran = by_commands(day)
    assert WORDS not in "".join(one.err for one in ran)
    lines = run(day, "--plain", input=f"wonder {REF}\n{WORDS}\nsave\nvisit {REF}\nyest\n\nleave\nleave\n")
    assert "stays in the terminal" in lines.out or "keeps these lines" in lines.out
    with on_the_screens(day) as terminal:
        assert not [mark for mark in MARKS if mark in terminal.text]
        assert terminal.screen.title in ("", "casereflect")
        assert b"\x1b]52" not in terminal.raw
    folders = [tmp_path / name for name in ("home", "tmp", "run")]
    assert [leak for folder in folders for leak in in_the_clear(folder, MARKS)] == []
    assert any((tmp_path / "home" / "data" / "drafts").iterdir())


def test_a_fault_of_the_program_says_no_word_that_was_typed(day: dict[str, str], tmp_path: Path) -> None:
    """By command: a file where a folder should be, a case that is damaged; each is a sentence without a mark."""
    by_commands(day)
    (case,) = Path(day["CASEREFLECT_HOME"], "cases").glob("*.age")
    case.write_bytes(case.read_bytes()[:-40])
    ran = [run(day, *args) for args in (("today",), ("visit", "list", REF), ("prompts",), ("pack",))]
    assert not [one for one in ran if WORDS in one.err or NAME in one.err or "Traceback" in one.err]


def test_help_says_how_a_text_stays_out_of_the_shells_history(day: dict[str, str]) -> None:
    """A `-` is read from the keyboard or a pipe; what stands in a command does not."""
    assert "no shell's history keeps it" in " ".join(ok(run(day, "--help")).out.split())
    ran = ok(run(day, "case", "add", REF, "--child", INITIALS, "--plan", "cp"))
    assert ok(run(day, "hypothesis", "add", REF, "-", input=WORDS)).code == ran.code
    assert WORDS in ok(run(day, "hypothesis", "list", REF)).out
