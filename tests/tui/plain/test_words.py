"""The five words that every prompt takes."""

import pytest

from tui.plain.lines import chosen
from tui.plain.words import Word, heard


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("?", Word.HELP),
        ("back", Word.BACK),
        (" Back ", Word.BACK),
        ("b", Word.BACK),
        ("save", Word.SAVE),
        ("again", Word.AGAIN),
        ("l", Word.LEAVE),
    ],
)
def test_a_word_or_its_first_letter_alone_on_a_line_is_heard(line: str, word: Word) -> None:
    """Whatever the case of the whole word."""
    assert heard(line) is word


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("=leave", "leave"),
        ("=s", "s"),
        ("=?", "?"),
        ("==5", "=5"),
        ("=5", "=5"),
        ("S", "S"),
        ("go back", "go back"),
        ("", ""),
        ("\x1b[2Jx", "\ufffd[2Jx"),
    ],
)
def test_anything_else_is_text_and_an_equals_sign_makes_text_of_a_word(line: str, text: str) -> None:
    """Capital first letters are text, so that initials can be typed."""
    assert heard(line) == text


def test_a_dash_empties_a_field_and_is_text_elsewhere() -> None:
    """`=-` is a dash at a field too."""
    assert heard("-", empties=True) is Word.EMPTY
    assert heard("=-", empties=True) == "-"
    assert heard("-") == "-"


@pytest.mark.parametrize(
    ("typed", "place"),
    [("1", 0), ("4", 3), ("alone", 0), ("with", 1), ("w", 1), ("Not seen", 3), ("5", None), ("0", None), ("", None)],
)
def test_a_choice_is_known_by_its_number_or_first_word(typed: str, place: int | None) -> None:
    """Or by any beginning that no other has."""
    assert chosen(("alone", "with others", "observed", "not seen"), typed) == place


def test_a_choice_whose_words_begin_another_is_known_by_its_whole_words() -> None:
    """`care` is care, and not care leaver."""
    assert chosen(("care", "care leaver"), "care") == 0
    assert chosen(("care", "care leaver"), "car") is None
