"""What plain mode itself says: ASCII, and never a long line."""

import pytest

from checklists.entry import Entry, entries_of
from checklists.library import library
from store.records import BY_KIND
from tui.plain import bringing_in, filling, lines, run, words
from tui.plain.commands import COMMANDS, help_lines
from tui.plain.fields import LONG_HELP, choices_of, name_of
from tui.plain.outlet import MOST

ENTRIES = [
    entry for kind in BY_KIND.values() for service in ("children", "adults") for entry in entries_of(kind, (), service)
]


@pytest.mark.parametrize(
    "text",
    [
        *help_lines(),
        run.PLACE_HELP,
        run.FIRST,
        run.STAYS,
        words.HELP,
        words.ESCAPE,
        LONG_HELP,
        filling.END_HELP,
        lines.CUT,
        bringing_in.PUT_HELP,
    ],
)
def test_a_line_of_help_is_ascii_and_short_enough(text: str) -> None:
    """At most 200 letters a line."""
    assert text.isascii()
    assert all(len(line) <= MOST for line in text.split("\n"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.record.kind}.{entry.name}")
def test_a_field_is_asked_in_lines_that_are_short_enough(entry: Entry) -> None:
    """Its name, its help and its choices."""
    assert name_of(entry)[0].isupper()
    assert len(name_of(entry)) < 60
    assert len(choices_of(entry)) <= MOST + 40
    assert name_of(entry).isascii()


def test_the_content_that_is_said_whole_is_ascii() -> None:
    """Questions, prompts and what a good answer is."""
    for service in ("children", "adults"):
        known = library(service)
        for question in known.questions:
            assert "".join((question.title, question.prompt, question.good_answer, *question.follow_up)).isascii()
        assert (known.intro + known.closing).isascii()


def test_every_command_has_a_word_of_its_own() -> None:
    """And a help that is no sentence yet, as the list ends it."""
    assert len({command.word for command in COMMANDS}) == len(COMMANDS)
    assert not any(command.help.endswith(".") for command in COMMANDS)
