"""The screens as a person has them: the command on a terminal of 80 columns, and all that can happen to one."""

import os
import re
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store.records import Answer, Seen, Visit
from store.records.base import Record
from tests.acceptance.running import COMMAND, NO_NETWORK, TODAY, run
from tests.light_key import PASSPHRASE, light_store, written_secret
from tests.tui.on_a_pty import Terminal
from tests.tui.screens.driving import house_in

TYPED = "She set the alarm for six."
SAVE, ESC = "\x0f", "\x1b"
Opens = Callable[..., Terminal]


@pytest.fixture
def folder(demo_home: Path, tmp_path: Path) -> Path:
    """The fictional caseload, this test's own copy."""
    return Path(shutil.copytree(demo_home, tmp_path / "demo"))


@pytest.fixture
def opens(folder: Path, tmp_path: Path) -> Opens:
    """`casereflect demo --home FOLDER` on a terminal."""

    def call(*, see: str = "Not seen alone", **env: str) -> Terminal:
        terminal = Terminal(
            [*COMMAND, "demo", "--home", str(folder)],
            {"HOME": str(tmp_path), "CASEREFLECT_TODAY": TODAY, "XDG_CONFIG_HOME": str(tmp_path), **env},
        )
        if see:
            terminal.see(see)
        return terminal

    return call


def kept(folder: Path, kind: type[Record]) -> list[Record]:
    """All records of a kind in the store."""
    store = house_in(folder).store
    return [record for row in store.caseload() for record in store.case(row.id).of(kind)]


def drafts(folder: Path) -> list[str]:
    """All texts of all drafts."""
    return [text for draft in house_in(folder).store.drafts() for text in draft.texts.values()]


# Typed ahead


def test_keys_typed_before_the_first_page_stands_lose_nothing(opens: Opens, folder: Path) -> None:
    """`4`, an answer and Ctrl+O in one write, while the program still loads."""
    with opens(see="") as terminal:
        terminal.send(f"4{TYPED}{SAVE}")
        terminal.see("Question 4 answered")
        assert [row.text for row in kept(folder, Answer) if isinstance(row, Answer) and row.text == TYPED] == [TYPED]
        assert drafts(folder) == []


def test_a_whole_visit_in_one_write_is_saved_right(opens: Opens, folder: Path) -> None:
    """On Caseload's row of F-102: two children, words, where, who was there, account."""
    ahead = "c/102 k\rv\x15yest\t15:40\tay\x15She made toast.\tProud.\t\t\toy" + "\t" * 4
    with opens() as terminal:
        before = len(kept(folder, Visit))
        terminal.send(f"{ahead}{SAVE}")
        terminal.see("Visit of Sun 22 Nov saved.")
        visits = [row for row in kept(folder, Visit) if isinstance(row, Visit)]
        assert len(visits) == before + 1
        visit = max(visits, key=lambda row: row.happened_on)
        seen = [row for row in kept(folder, Seen) if isinstance(row, Seen) and row.visit_id == visit.id]
        assert visit.started_at == "15:40"
        assert [(row.seen, row.sleeping_place_seen) for row in seen] == [("alone", "yes"), ("observed", "yes")]
        assert (seen[0].child_words, seen[0].impact) == ("She made toast.", "Proud.")


# The end of a terminal


def typing(terminal: Terminal) -> None:
    """A text in the box of question 4, typed a moment ago."""
    terminal.send(f"4{TYPED}")
    terminal.see(TYPED)


def offered_again(opens: Opens) -> None:
    """At the next start the same question has the text in its box, and says that it is not saved."""
    with opens() as terminal:
        terminal.send("4")
        terminal.see("is here again, not saved yet")
        terminal.see(TYPED)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGHUP, 129), (signal.SIGTERM, 143)])
def test_a_signal_at_a_form_keeps_the_text(opens: Opens, folder: Path, number: signal.Signals, code: int) -> None:
    """Gone within two seconds, the terminal as it was, the draft offered at the next start."""
    with opens() as terminal:
        typing(terminal)
        end = terminal.loses(terminal.signal(number))
        assert end.code == code
        terminal.quiet()
        assert terminal.left_on == []
        assert terminal.restored
    assert TYPED in drafts(folder)
    offered_again(opens)


def test_a_closed_window_at_a_form_keeps_the_text(opens: Opens, folder: Path) -> None:
    """The link is cut."""
    with opens() as terminal:
        typing(terminal)
        assert terminal.loses(terminal.close).code == 129
    assert TYPED in drafts(folder)
    offered_again(opens)


def test_a_killed_program_has_kept_what_was_typed_two_seconds_before(opens: Opens, folder: Path) -> None:
    """SIGKILL asks nobody: what the form says is a draft is one."""
    with opens() as terminal:
        typing(terminal)
        terminal.see("draft ")
        terminal.loses(terminal.signal(signal.SIGKILL))
    assert TYPED in drafts(folder)
    offered_again(opens)


def test_after_a_hang_up_today_says_what_waits(opens: Opens, folder: Path) -> None:
    """On its first page, without a key; the list of drafts leads to the form, with the cursor where it was."""
    with opens() as terminal:
        typing(terminal)
        terminal.send(f"{ESC}[D" * 4)
        terminal.quiet()
        terminal.loses(terminal.signal(signal.SIGHUP))
    with opens(see="1 draft waits: F-") as terminal:
        terminal.send("mdrafts\r")
        terminal.see("1 not saved")
        terminal.send("\r")
        terminal.see(TYPED)
        terminal.send("X")
        terminal.see("She set the alarm for Xsix.")
        terminal.send(SAVE)
        terminal.see("No draft waits.")
    assert drafts(folder) == []


def test_two_windows_that_end_at_once_keep_both_texts(opens: Opens, folder: Path) -> None:
    """Both had the same question open, and both lose their terminal at one moment."""
    with opens() as one, opens() as two:
        for terminal, text in ((one, "One here."), (two, "Two there.")):
            terminal.send(f"4{text}")
            terminal.see(text)
        for terminal in (one, two):
            terminal.program.send_signal(signal.SIGHUP)
        assert [terminal.program.wait(3) for terminal in (one, two)] == [129, 129]
    assert {"One here.", "Two there."} <= set(drafts(folder))


def test_ctrl_q_leaves_after_a_question_and_the_terminal_is_as_it_was(opens: Opens) -> None:
    """Exit code 0; nothing of a case is left on the screen."""
    with opens() as terminal:
        terminal.send("\x11")
        terminal.see("Leave casereflect?")
        end = terminal.loses(lambda: terminal.send(f"{ESC}[Z\r"))
        assert end.code == 0
        terminal.quiet()
        assert terminal.left_on == []
        assert terminal.restored


# The passphrase


@pytest.fixture
def encrypted(tmp_path: Path, environ: dict[str, str]) -> dict[str, str]:
    """An encrypted store with one case; the environment that opens it."""
    given = {**environ, "CASEREFLECT_PASSPHRASE_FILE": str(written_secret(tmp_path))}
    light_store(Path(environ["CASEREFLECT_HOME"]))
    assert run(given, "case", "add", "F-102", "--child", "K.M.", "--plan", "cp", "--allocated", "17/2/26").code == 0
    return environ


def test_keys_typed_behind_the_passphrase_arrive(encrypted: dict[str, str]) -> None:
    """Asked on the plain terminal, without an echo; what follows in the same write goes to the first page."""
    with Terminal([*COMMAND], encrypted) as terminal:
        terminal.see("assphrase")
        assert b"\x1b[?1049h" not in terminal.raw
        terminal.send(f"{PASSPHRASE}\r4{TYPED}")
        terminal.see(TYPED)
        assert PASSPHRASE.encode() not in terminal.raw
        terminal.send(SAVE)
        terminal.see("Question 4 answered")


def test_three_wrong_passphrases_end_it(encrypted: dict[str, str]) -> None:
    """Exit code 4, and no page was shown."""
    with Terminal([*COMMAND], encrypted) as terminal:
        for count in range(1, 4):
            terminal.until(lambda wanted=count: terminal.raw.count(b"assphrase:") >= wanted, "the prompt")  # type: ignore[misc]
            terminal.send("not this one\r")
        assert terminal.program.wait(20) == 4
        assert b"F-102" not in terminal.raw


# First use


def test_first_use_from_nothing_to_today(environ: dict[str, str]) -> None:
    """What it is, where, a passphrase twice, the recovery key, the first case, then Today."""
    with Terminal([*COMMAND], environ, size=(80, 40)) as terminal:
        terminal.see("It is not the statutory record")
        terminal.see(environ["CASEREFLECT_HOME"][-20:])
        terminal.see("1")
        terminal.send("1\r")
        terminal.see("cannot be looked up or reset")
        terminal.until(lambda: "assphrase:" in terminal.text, "the prompt")
        terminal.send(f"{PASSPHRASE}\r")
        terminal.until(lambda: "gain" in terminal.text.partition("reset")[2], "the second prompt")
        terminal.send(f"{PASSPHRASE}\r")
        terminal.see("AGE-SECRET-KEY-")
        terminal.see("Press Enter when it is on paper")
        terminal.send("\r")
        terminal.see("What now")
        terminal.send("3\r")
        terminal.see("No cases yet.")
        terminal.send(f"nF-500{SAVE}")
        terminal.see("F-500")
        assert PASSPHRASE.encode() not in terminal.raw
        terminal.until(lambda: "No cases yet." not in terminal.text, "Today with a case")


# Colour and network


def test_no_color_sends_no_colour_at_all(opens: Opens) -> None:
    """On a list, in a choice, on a button: bold and reverse are left, and `>` says where one is."""
    with opens(NO_COLOR="1") as terminal:
        terminal.send("c")
        terminal.see("Caseload")
        assert "\n > " in terminal.text
        terminal.send("v\t\t")
        terminal.see("a alone")
        terminal.send(f"{ESC}\x11")
        terminal.see("Leave casereflect?")
        terminal.quiet()
        codes = {code for found in re.findall(rb"\x1b\[([0-9;]*)m", bytes(terminal.raw)) for code in found.split(b";")}
        assert codes <= {b"", b"0", b"1", b"7", b"22", b"27", b"39", b"49"}, "39 and 49 are no colour"


def test_no_journey_on_screen_uses_the_network(opens: Opens, folder: Path, tmp_path: Path) -> None:
    """connect, bind and getaddrinfo end the program; a visit, a question, an action, help, and leaving."""
    deaf = tmp_path / "deaf"
    deaf.mkdir()
    (deaf / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    paths = os.pathsep.join([str(deaf), str(Path(sys.modules["tests.tui.on_a_pty"].__file__ or "").parents[2])])
    with opens(PYTHONPATH=paths) as terminal:
        terminal.send(f"4{TYPED}{SAVE}")
        terminal.see("Question 4 answered")
        terminal.send(f"c/102 k\rv\t\ta{SAVE}")
        terminal.see("saved.")
        terminal.send("?")
        terminal.see("Help")
        end = terminal.loses(lambda: terminal.send(f"{ESC}\x11{ESC}[Z\r"))
        assert end.code == 0
        assert b"network" not in terminal.raw.replace(b"does not use the network", b"")
