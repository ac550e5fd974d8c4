"""Bad input on the command line: one clear sentence, exit code 2, and nothing kept of it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.acceptance.running import Run, ended, ok


def newest(casereflect: Run, *listing: str) -> str:
    """The id of the last record of a list."""
    return str(ok(casereflect(*listing, "--json")).json[-1]["id"])


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["case", "add", "F-2", "--allocated", ""], "Allocated: that date is blank."),
        (["case", "add", "F-2", "--allocated", "24/11/26"], "Tue 24 Nov has not come yet."),
        (["case", "add", "F-2", "--child", "K.", "--born", "31/2/20"], "February 2020 has no day 31."),
        (["case", "add", "F-2", "--child", "Kim Miller"], "Initials is longer than 8 letters."),
        (["case", "add", ""], "Reference is needed. --help says how it is given."),
        (["case", "close", "F-102", "--reason", "Moved", "--on", ""], "Closed on: that date is blank."),
        (["case", "close", "F-102", "--reason", " "], "Why: say in a few words"),
        (["visit", "add", "F-102", "--seen", "K.M.=alone", "--on", ""], "that date is blank."),
        (["visit", "add", "F-102", "--seen", "K.M.=alone", "--on", "13/25/26"], "Day comes first here."),
        (["person", "add", "F-102", "D", "--known-since", " "], "Known since: that date is blank."),
        (["day-entry", "add", "F-102", "Toast."], "Child is needed. --help says how it is given."),
        (["person", "add", "F-102"], "Who is needed. --help says how it is given."),
        (["hypothesis", "add", "F-102", "  "], "I wonder is needed. --help says how it is given."),
        (["action", "add", "F-102", "Ring", "--due", ""], "By: that date is blank. Give a day, such as mon or 3/4."),
        (["action", "add", "F-102", "Ring", "--due", "sometime"], "That is not a date. Day comes first here."),
        (["action", "add", "F-102", "", "--due", "fri"], "What is needed."),
        (["action", "add", "F-102", "Ring", "--due", "fri", "--child", "Z."], "No child of this case is called so."),
        (["action", "add", "F-102", "Ring", "--due", "fri", "--type", "bogus"], "not one of the choices"),
        (["reflect", "F-102", "--question", "", "--answer", "x"], "There are eight questions."),
        (["init", "--recovery", "age1nobody"], "There is a store in this folder already."),
    ],
)
def test_what_cannot_be_kept_is_told_in_one_sentence(casereflect: Run, args: list[str], said: str) -> None:
    """No word of a form's Esc, nothing on standard output, nothing kept."""
    before = ok(casereflect("case", "list", "--json")).json
    ran = casereflect(*args)
    assert ran.code in (1, 2) if args[0] == "init" else ran.code == 2
    assert said in ran.err
    assert (ran.err.count("\n"), ran.out) == (1, "")
    assert "Esc" not in ran.err
    assert ok(casereflect("case", "list", "--json")).json == before


def test_a_blank_date_moves_no_action_and_a_blank_name_no_person(casereflect: Run) -> None:
    """A blank option empties a field where there may be none, and is refused where one is needed."""
    ok(casereflect("action", "add", "F-102", "Ring the GP", "--due", "fri"))
    action = newest(casereflect, "action", "list", "F-102")
    moved = casereflect("action", "move", action, "--due", "", "--reason", "She is away")
    assert (moved.code, "By: that date is blank." in moved.err) == (2, True)
    ok(casereflect("person", "add", "F-102", "partner D", "--known-since", "1/10/26"))
    person = newest(casereflect, "person", "list", "F-102")
    nameless = casereflect("person", "edit", person, "--label", "")
    assert (nameless.code, "Who is needed." in nameless.err) == (2, True)
    assert ok(casereflect("person", "edit", person, "--known-since", "", "--json")).json["known_since"] is None


def test_a_date_to_do_something_by_may_be_past_with_a_word(casereflect: Run, terminal: Callable[..., Any]) -> None:
    """Asked on a terminal, said where nobody can answer; no keeps nothing."""
    said = ok(casereflect("action", "add", "F-102", "Ring the GP", "--due", "20/11/26", "--json"))
    assert (said.json["due_on"], said.err) == ("2026-11-20", "By: Fri 20 Nov is past already.\n")
    move = ("action", "move", said.id, "--due", "16/11/26", "--reason", "It was earlier")
    for answer, code in (("n", 2), ("y", 0)):
        child = terminal(*move)
        child.expect("By: Mon 16 Nov is past already. Keep it\\? y or n: ")
        child.sendline(answer)
        assert ended(child) == code
    assert ok(casereflect("action", "show", said.id, "--json")).json["due_on"] == "2026-11-16"


def test_what_is_no_recovery_key_is_bad_input(bare: Run, environ: dict[str, str], tmp_path: Any) -> None:
    """And no store is made."""
    secret = tmp_path / "passphrase"
    secret.write_text("four plain words more\n", encoding="utf-8")
    secret.chmod(0o600)
    ran = bare("init", "--recovery", "age1nobody", "--passphrase-file", str(secret))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "casereflect: That is not an age recipient. One begins with age1 and has 62 letters.\n"
    both = bare("init", "--no-encryption", "--recovery", "age1nobody")
    assert (both.code, "--recovery needs encryption." in both.err) == (2, True)
    assert bare("today").code == 1
    assert not (tmp_path / "home").exists()
