"""The way in: version, help, Today, and what is said where something is missing or cannot be read."""

import subprocess
from pathlib import Path

import pytest

from tests.acceptance.running import COMMAND, Run, ok
from tui.commands.table import COMMANDS, Branch


def listed(help_text: str) -> list[str]:
    """The names under `Commands:`."""
    lines = help_text.partition("Commands:\n")[2].splitlines()
    return [line.split()[0] for line in lines if line.startswith("  ") and not line.startswith("   ")]


def test_the_version_is_said(bare: Run) -> None:
    """And nothing else is needed for it."""
    assert ok(bare("--version")).out.startswith("casereflect 0.")


def test_help_lists_the_commands_of_the_table(bare: Run) -> None:
    """The same names in the same order."""
    assert listed(ok(bare("--help")).out) == list(COMMANDS)


@pytest.mark.parametrize("name", [name for name, found in COMMANDS.items() if isinstance(found, Branch)])
def test_help_of_a_group_lists_its_commands(bare: Run, name: str) -> None:
    """`casereflect case --help`, and its like."""
    branch = COMMANDS[name]
    assert isinstance(branch, Branch)
    assert listed(ok(bare(name, "--help")).out) == list(branch.leaves)


def test_without_a_store_or_a_terminal_it_says_how_to_make_one(bare: Run) -> None:
    """No first use where nobody can answer."""
    ran = bare()
    assert ran.code == 1
    assert "casereflect init" in ran.err
    assert ran.out == ""


def test_without_a_terminal_today_is_printed_with_how_to_open_it(casereflect: Run) -> None:
    """`casereflect` alone, its output read by another program."""
    ran = ok(casereflect())
    assert "Today  Mon 23 Nov 2026, 2 children" in ran.out
    assert "run `casereflect` in a terminal" in ran.out


def test_every_page_says_that_the_day_is_set_and_nothing_encrypted(casereflect: Run) -> None:
    """CASEREFLECT_TODAY, and plain JSON."""
    for command in (("today",), ("case", "show", "F-102"), ("action", "list")):
        assert "not encrypted, day set" in ok(casereflect(*command)).out


def test_a_day_that_is_none_is_refused_in_a_sentence(casereflect: Run) -> None:
    """CASEREFLECT_TODAY=tomorrow."""
    ran = casereflect("today", CASEREFLECT_TODAY="tomorrow")
    assert (ran.code, ran.err) == (2, "casereflect: CASEREFLECT_TODAY is not a date. Write it as 2026-11-23.\n")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["bogus"], "There is no such command."),
        (["case", "bogus"], "There is no such command."),
        (["today", "--bogus"], "There is no option --bogus."),
        (["case", "add"], "REF is needed."),
        (["visit", "add", "F-102", "--on"], "--on needs a value."),
        (["case", "close", "F-102"], "--reason is needed."),
        (["undo", "F-102", "a secret sentence"], "There is more here than this command takes."),
    ],
)
def test_a_command_line_that_cannot_be_read_is_answered_in_a_sentence(
    casereflect: Run, args: list[str], said: str
) -> None:
    """Exit code 2; what was typed may be text of a case and is not said back."""
    ran = casereflect(*args)
    assert ran.code == 2
    assert said in ran.err
    assert "secret" not in ran.err
    assert ran.out == ""


def test_a_group_alone_shows_what_it_has(casereflect: Run) -> None:
    """`casereflect case`."""
    ran = casereflect("case")
    assert ran.code == 2
    assert listed(ran.err) == ["add", "list", "show", "edit", "close", "reopen", "hold", "purge", "certificates"]


def test_a_reader_that_leaves_early_is_no_trouble(environ: dict[str, str], casereflect: Run) -> None:
    """`casereflect today | head -0`."""
    ok(casereflect("case", "list"))
    program = subprocess.Popen([*COMMAND, "schema"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert program.stdout is not None
    program.stdout.close()
    _, err = program.communicate(timeout=30)
    assert (program.returncode, err) == (0, b"")


def test_bytes_that_are_no_text_are_taken_as_unreadable_letters(environ: dict[str, str], casereflect: Run) -> None:
    """A lone surrogate, a control character and an escape from the command line: kept harmless, shown harmless."""
    hostile = b"\xff\x1b[31mX"
    done = subprocess.run([*COMMAND, "person", "add", "F-102", hostile], env=environ, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    shown = ok(casereflect("person", "list", "F-102")).out
    assert "\ufffd\ufffd[31mX" in shown
    assert "\x1b" not in shown
    unknown = subprocess.run([*COMMAND, "case", "show", b"\xff\xfe"], env=environ, capture_output=True, check=False)
    assert unknown.returncode == 1


def test_the_schema_names_every_kind_of_record(bare: Run) -> None:
    """Without a store."""
    schema = ok(bare("schema")).json
    assert {"case", "child", "person", "visit", "seen", "answer", "action", "hypothesis"} <= set(schema)
    assert "born_on" in schema["child"]["properties"]


def test_a_damaged_store_file_is_told_with_its_own_code(casereflect: Run, environ: dict[str, str]) -> None:
    """store.toml cut to nothing: 5, and what it means for the cases."""
    Path(environ["CASEREFLECT_HOME"], "store.toml").write_text("format = ", encoding="utf-8")
    ran = casereflect("today")
    assert ran.code == 5
    assert "left as they are" in ran.err


def test_a_damaged_case_is_shown_on_today_and_the_others_stay_in_use(casereflect: Run, environ: dict[str, str]) -> None:
    """Its own line on Today; exit code 5 where it is asked for; a new case can still be added."""
    for file in Path(environ["CASEREFLECT_HOME"], "cases").iterdir():
        file.write_text("{", encoding="utf-8")
    assert "This case cannot be read" in ok(casereflect("today")).out
    assert casereflect("case", "show", "F-102").code == 5
    ok(casereflect("case", "add", "F-103"))
