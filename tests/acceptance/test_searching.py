"""Search from outside: a table of words over the fictional caseload, the command, plain lines, and what is kept of it."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Ran, Run, ended, ok
from tests.acceptance.talking import Talk, nothing_forbidden

Terminal = Callable[..., Any]
FOUND = {
    "gran's Fridays": {"question 4", "supervision", "visit"},
    "GRAN'S FRIDAYS": {"question 4", "supervision", "visit"},
    "coat frosty": {"concern"},
    "frosty f-102 concern november": {"concern"},
    "see W. at gran's": {"action", "visit"},
    "like me to hear gran": {"I wonder"},
    "disguised compliance": {"theme 3"},
    "climbed knee book": {"visit"},
    "core group gran asked": {"event"},
    "three new words asked for more": {"reading of an outcome"},
    "friend with a car named by school": {"person"},
    "settled with their aunt": {"case"},
    "kick-off": set(),
    "coat f-108": set(),
    "zebra": set(),
    "frosty supervision": set(),
}
"""Words, and the kinds of what has all of them in it."""


@pytest.fixture
def demo(bare: Run, demo_home: Path, tmp_path: Path) -> Run:
    """Any command on a copy of the fictional caseload."""
    shutil.copytree(demo_home, tmp_path / "demo")

    def call(*args: str, **given: Any) -> Ran:
        return bare(*args, CASEREFLECT_HOME=str(tmp_path / "demo"), **given)

    return call


def test_the_table_of_words_over_the_fictional_caseload(demo: Run) -> None:
    """What has all the words is found, whatever their capitals; one word that is not there finds nothing, and ends with 1."""
    for words, kinds in FOUND.items():
        ran = demo("search", words, "--json")
        assert {hit["what"] for hit in ran.json} == kinds, words
        assert ran.code == (0 if kinds else 1), words
        assert [hit["on"] for hit in ran.json] == sorted((hit["on"] for hit in ran.json), key=str, reverse=True)


def test_each_row_has_the_id_that_opens_it(demo: Run) -> None:
    """In text and in JSON; with --case of one case alone."""
    ran = ok(demo("search", "like me", "to hear", "--case", "117"))
    assert "1 found" in ran.out
    short = next(line for line in ran.out.splitlines() if "gran would like me to hear" in line)[:6]
    assert "gran would like" in ok(demo("hypothesis", "show", short)).out
    assert demo("search", "like me to hear gran", "--case", "F-102").code == 1


def test_the_words_may_come_from_standard_input_and_nothing_of_them_is_kept(
    casereflect: Run, environ: dict[str, str]
) -> None:
    """No file holds them afterwards; the trail says that it was searched, once, and of no case that it was opened."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    assert "Late nights may be noise." in ok(casereflect("search", "-", input="noise nights\n")).out
    assert casereflect("search", "-", input="zebrafish\n").code == 1
    for path in Path(environ["HOME"]).rglob("*"):
        assert not path.is_file() or b"zebrafish" not in path.read_bytes(), path
    events = [event for event in ok(casereflect("audit", "--json")).json if event["what"] != "unlocked"]
    assert [(event["done"], event["case_id"]) for event in events[-2:]] == [("searched, 1", "")] * 2
    assert events[-3]["what"] == "saved"


@pytest.mark.parametrize("given", [[], [" "], ["\u00b4"], ["gran", "--case", "F-999"]])
def test_what_cannot_be_searched_is_said(casereflect: Run, given: list[str]) -> None:
    """No word, or a case that is not there; what was typed is not said back."""
    ran = casereflect("search", *given)
    assert ran.code in (1, 2)
    assert ran.err.startswith("casereflect: ")
    assert "gran" not in ran.err


def test_a_case_that_cannot_be_read_is_named_and_the_others_are_searched(
    casereflect: Run, environ: dict[str, str]
) -> None:
    """Nobody may think that a damaged case was looked through."""
    other = ok(casereflect("case", "add", "F-103", "--json")).id
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    next(Path(environ["CASEREFLECT_HOME"], "cases").glob(f"{other}*")).write_text("{", encoding="utf-8")
    ran = ok(casereflect("search", "noise"))
    assert "Late nights" in ran.out
    assert "Not searched, as it cannot be read: F-103." in ran.err


def test_in_plain_lines_rows_have_numbers_and_open_goes_there(terminal: Terminal, casereflect: Run) -> None:
    """On a terminal: the words after the command or asked for; masked as everything is; no byte that draws."""
    ok(casereflect("hypothesis", "add", "F-102", "Late nights may be noise."))
    talk = Talk(terminal("--plain"))
    talk.hears("Today: ")
    talk.child.sendline("search")
    talk.hears("Search for: ")
    talk.child.sendline("NOISE late")
    talk.hears("Search. 1 found.", "Found 1 of 1. Case F-102.", "Late nights may be noise.", "Search: ")
    talk.child.sendline("open 1")
    talk.hears("I wonder", "Late nights may be noise.")
    talk.child.sendline("back")
    talk.hears("Found 1 of 1. Case F-102.", "Search: ")
    talk.child.sendline("search zebra")
    talk.hears("Nothing has all of these words in it.", "Search: ")
    talk.child.sendline("mask")
    talk.hears("Search: ")
    talk.child.sendline("search noise")
    talk.hears("Found 1 of 2. Case F-102.", "xxxx xxxxxx xxx xx xxxxx.", "Search: ")
    talk.child.sendline("open 2")
    talk.hears("Theme 1: ")
    talk.child.sendline("leave")
    assert ended(talk.child) == 0
    nothing_forbidden(talk.all)
