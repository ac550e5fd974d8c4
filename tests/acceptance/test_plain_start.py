"""When plain lines are used, how they begin, and what a poor terminal or locale gets."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Run, ended, ok
from tests.acceptance.talking import Talk, nothing_forbidden
from tests.light_key import PASSPHRASE, light_store, written_secret

FIRST = "casereflect in plain lines."


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"TERM": ""}, {"CASEREFLECT_PLAIN": "1"}])
def test_plain_lines_come_by_themselves_where_screens_cannot_or_the_environment_asks(
    casereflect: Run, terminal: Callable[..., Any], more: dict[str, str]
) -> None:
    """TERM is dumb or blank, or CASEREFLECT_PLAIN is set."""
    talk = Talk(terminal(**more))
    talk.hears(FIRST, "The terminal keeps these lines after you leave", "\nToday: ")
    talk.child.sendline("leave")
    assert ended(talk.child) == 0
    nothing_forbidden(talk.all)


def test_without_a_terminal_they_come_only_when_asked_for(casereflect: Run) -> None:
    """Today as text otherwise; CASEREFLECT_PLAIN=0 asks for nothing."""
    assert FIRST not in ok(casereflect(input="leave\n")).out
    assert FIRST not in ok(casereflect(input="leave\n", CASEREFLECT_PLAIN="0")).out
    assert FIRST in ok(casereflect("--plain", input="leave\n")).out
    assert FIRST in ok(casereflect(input="leave\n", CASEREFLECT_PLAIN="1")).out


def test_it_is_said_once_that_the_terminal_keeps_its_lines(casereflect: Run) -> None:
    """At the start, and not at every page."""
    ran = ok(casereflect("--plain", input="caseload\ntoday\nF-102\nleave\n"))
    assert ran.out.count("The terminal keeps these lines") == 1


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"LANG": "en_GB.UTF-8"}]
)
def test_a_locale_without_letters_of_ours_gets_question_marks_and_no_trouble(
    casereflect: Run, locale: dict[str, str]
) -> None:
    """Frames are ASCII everywhere; what was typed in another alphabet is kept whole."""
    ok(casereflect("person", "add", "F-102", "Zo\u00eb \u674e", LANG="C.UTF-8"))
    ran = ok(casereflect("--plain", input="people F-102\n1\n?\nhistory\nquestion 4 F-102\nleave\nleave\n", **locale))
    assert "Person 1 of 1. Zo" in ran.out
    assert ran.out.isascii() or "PYTHONUTF8" not in locale
    (person,) = ok(casereflect("person", "list", "F-102", "--json")).json
    assert person["label"] == "Zo\u00eb \u674e"


def test_bytes_that_are_no_text_are_taken_as_unreadable_letters(casereflect: Run) -> None:
    """A pound sign from a terminal set to Latin-1 ends nothing."""
    ran = ok(casereflect("--plain", input=b"wonder F-102\nfound \xa325 in her bag\n\nwonders F-102\nleave\n"))
    assert "found \ufffd25 in her bag" in ran.out


HOSTILE = (
    "A\x1b]52;c;ZXZpbA==\x07",
    "B\x1b[2J\x1b[H",
    "C\x9b31m",
    "D\u202egnp.exe",
    "E\x0e\x0f\x08\x08",
    "F\rover",
    "[/]G[red]",
)


def test_text_from_records_cannot_act_on_the_terminal(casereflect: Run) -> None:
    """In a list, on its page, among earlier texts, in a field that holds it, and found."""
    for text in HOSTILE:
        ok(casereflect("person", "add", "F-102", text, "--relation", text))
    typed = [f"{number}\nhistory\nback\nedit\n\n\nleave\nback\n" for number in range(1, len(HOSTILE) + 1)]
    ran = ok(casereflect("--plain", input=f"people F-102\n{''.join(typed)}find [/]\nleave\n"))
    nothing_forbidden(ran.out)
    assert "Person 1 of 1. [/]G[red]. [/]G[red]." in ran.out


def test_a_line_that_the_terminal_cuts_is_told(casereflect: Run, terminal: Callable[..., Any]) -> None:
    """In line mode a terminal takes 4,095 letters and drops the rest."""
    talk = Talk(terminal("--plain"))
    talk.answers(("Today", "wonder F-102"))
    talk.hears("\nI wonder: ")
    talk.child.send("x" * 4200 + "\n")
    talk.hears("Error: The terminal takes 4,095 letters in one line")
    talk.answers(("I wonder", "short"), ("That was the last field. Enter to save, or back, or leave", ""))
    talk.hears("Saved, to come back to.")


def test_the_first_use_leads_to_the_first_case_in_plain_lines(
    bare: Run, terminal: Callable[..., Any], environ: dict[str, str]
) -> None:
    """What it is, where the data lies, the passphrase twice, the recovery key, the first case, Today."""
    talk = Talk(terminal("--plain", TERM="dumb"))
    talk.hears("It is not the statutory record", environ["CASEREFLECT_HOME"])
    talk.answers(("Go on", "1"))
    talk.hears("It cannot be looked up or reset.")
    for prompt in ("New passphrase: ", "The same again: "):
        talk.hears(prompt)
        talk.child.sendline(PASSPHRASE)
    talk.hears("AGE-SECRET-KEY-1")
    talk.answers(("Press Enter when it is on paper", ""))
    talk.answers(("What now", "1"), ("Reference", "F-300"), ("Allocated", "save"))
    talk.hears("F-300 is on your caseload.", FIRST, "Today. Mon 23 Nov 2026, ")
    talk.answers(("Today", "leave"))
    assert ended(talk.child) == 0
    nothing_forbidden(talk.all)
    assert PASSPHRASE not in talk.all
    assert talk.all.index("The terminal keeps these lines") < talk.all.index("AGE-SECRET-KEY-1")
    assert talk.all.count("The terminal keeps these lines") == 1


def test_the_first_use_by_a_pipe_and_the_encrypted_store_with_a_passphrase_file(
    bare: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """A script can make a store, and open it again."""
    given = {"CASEREFLECT_PASSPHRASE_FILE": str(written_secret(tmp_path))}
    ran = ok(bare("--plain", input="1\n\n1\nF-300\nsave\nleave\n", **given))
    assert "AGE-SECRET-KEY-1" in ran.out
    assert "F-300 is on your caseload." in ran.out
    again = ok(bare("--plain", input="cases\nleave\n", **given))
    assert "Case 1 of 1. F-300." in again.out
    assert "Not encrypted" not in again.out


def test_the_first_use_can_be_left_and_makes_nothing(bare: Run, environ: dict[str, str]) -> None:
    """By its choice, by the word, or by the end of input."""
    for typed in ("2\n", "leave\n", ""):
        ok(bare("--plain", input=typed))
        assert not Path(environ["CASEREFLECT_HOME"], "store.toml").exists()


def test_a_draft_of_the_first_case_is_kept_when_the_line_breaks(bare: Run, tmp_path: Path) -> None:
    """And the next start offers it."""
    given = {"CASEREFLECT_PASSPHRASE_FILE": str(written_secret(tmp_path))}
    ran = ok(bare("--plain", input="1\n\n1\nF-300\n", **given))
    assert ran.out.endswith("Draft kept.\n")
    again = ok(bare("--plain", input="1\n\nsave\nleave\n", **given))
    assert "1 Add a case, " in again.out
    assert "F-300 is on your caseload." in again.out


def test_a_lock_lets_go_of_the_key_until_the_passphrase_is_typed_again(
    environ: dict[str, str], terminal: Callable[..., Any]
) -> None:
    """A wrong one does not open it; what was said stays in the terminal, and that is said."""
    light_store(Path(environ["CASEREFLECT_HOME"]))
    talk = Talk(terminal("--plain"))
    talk.hears("Passphrase: ")
    talk.child.sendline(PASSPHRASE)
    talk.answers(("Today", "lock"))
    talk.hears("Locked. The lines above stay in the terminal", "Passphrase: ")
    talk.child.sendline("wrong")
    talk.hears("does not open the key", "Passphrase: ")
    talk.child.sendline(PASSPHRASE)
    talk.hears("Open again.")
    talk.answers(("Today", "lock"))
    for _ in range(3):
        talk.hears("Passphrase: ")
        talk.child.sendline("wrong")
    talk.hears("stays locked")
    assert ended(talk.child) == 4
    nothing_forbidden(talk.all)


LOADED = """
import sys
from tui.__main__ import main
code = main()
heavy = [name for name in ("pydantic", "tinydb", "textual", "rich", "filelock") if name in sys.modules]
sys.stderr.write(" ".join(heavy))
sys.exit(code)
"""


def test_plain_lines_reach_today_without_loading_screens_or_records(casereflect: Run, environ: dict[str, str]) -> None:
    """They start as quickly as `casereflect today`, once the caseload is drawn up."""
    ok(casereflect("today"))
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--plain"], env=environ, input=b"leave\n", capture_output=True, check=True
    )
    assert done.stderr == b""
    assert b"Today. Mon 23 Nov 2026" in done.stdout
