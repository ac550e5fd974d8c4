"""The page about plain mode says what the program says."""

from pathlib import Path

import pytest

from tui.plain.commands import COMMANDS, Command
from tui.plain.words import WORDS

PAGE = Path(__file__).parents[3].joinpath("docs", "plain-mode.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.word)
def test_each_command_stands_in_the_docs_with_its_help(command: Command) -> None:
    """A new command, or another help, fails here until the page has it."""
    words = " ".join(filter(None, (command.word, command.takes)))
    assert f"| `{words}` | {command.help} |" in PAGE


def test_the_docs_know_no_command_that_is_not_there() -> None:
    """As many rows as commands."""
    table = PAGE.partition("## Commands")[2].partition("## By a script")[0]
    assert table.count("\n| `") == len(COMMANDS)


def test_the_five_words_stand_in_the_docs() -> None:
    """With their first letters."""
    for word in WORDS:
        assert f"| `{word.value}` |" in PAGE
