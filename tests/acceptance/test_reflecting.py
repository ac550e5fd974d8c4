"""The eight questions on the command line."""

from collections.abc import Callable
from typing import Any

from tests.acceptance.running import Run, ended, ok


def test_an_answer_is_kept_with_the_question_as_asked_and_continued_on_the_same_day(casereflect: Run) -> None:
    """From an argument, from standard input; earlier texts stay readable."""
    ok(casereflect("reflect", "F-102", "--question", "4", "--answer", "First thought."))
    second = ok(
        casereflect("reflect", "F-102", "--question", "Q4", "--answer", "-", "--json", input="Two\nreadings.\n")
    ).json
    assert (second["text"], second["revision"], second["answered_on"]) == ("Two\nreadings.", 2, "2026-11-23")
    assert "curious" in second["question_text"]
    history = ok(casereflect("reflect", "F-102", "--question", "4", "--history")).out
    assert "First thought." in history
    assert "readings." in history


def test_nothing_has_changed_is_an_answer(casereflect: Run) -> None:
    """With its reason."""
    kept = ok(
        casereflect("reflect", "F-102", "--question", "8", "--unchanged", "the review is on Friday", "--json")
    ).json
    assert kept["unchanged_because"] == "the review is on Friday"


def test_an_answer_without_words_or_a_question_that_is_none_is_refused(casereflect: Run) -> None:
    """Exit code 2."""
    assert casereflect("reflect", "F-102", "--question", "9", "--answer", "x").code == 2
    assert casereflect("reflect", "F-102", "--question", "4", "--answer", " ").code == 2
    assert casereflect("reflect", "F-102", "--answer", "x").code == 2


def test_without_a_terminal_the_questions_are_not_asked(casereflect: Run) -> None:
    """It says what to give."""
    ran = casereflect("reflect", "F-102", input="text meant for nobody\n")
    assert ran.code == 2
    assert "--question N and --answer" in ran.err


def test_on_a_terminal_the_questions_are_asked_one_by_one(casereflect: Run, terminal: Callable[..., Any]) -> None:
    """Enter goes on, a dot alone ends an answer, Ctrl+D leaves; what was answered is kept."""
    child = terminal("reflect", "F-102")
    child.expect("Question 1 of 8. When did I last see this child alone")
    child.expect("\nNow, .*: ")
    child.sendline("")
    child.expect("\nUnchanged: ")
    child.sendline("")
    child.expect("Question 2 of 8. What do I know about all adults")
    child.expect("\nNow, .*: ")
    child.sendline("Mother, and")
    child.sendline("somebody at night.")
    child.sendline(".")
    child.expect("2 lines kept")
    child.expect("\nUnchanged: ")
    child.sendline("save")
    child.expect("Question 2 answered")
    child.expect("\nNow, .*: ")
    child.sendeof()
    assert ended(child) == 0
    answers = ok(casereflect("answer", "list", "F-102", "--json")).json
    assert [(one["question"], one["text"]) for one in answers] == [("Q2", "Mother, and\nsomebody at night.")]
