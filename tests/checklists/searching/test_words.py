"""What counts as the same word, and which sentence stands around it."""

import pytest

from checklists.searching.words import fold, sentence_around, words_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("SCHOOL", "at school"),
        ("zoe", "Zoë came"),
        ("Zoë", "zoe came"),
        ("lukasz", "Łukasz rang"),
        ("strasse", "Hauptstraße 3"),
        ("don't", "they don’t know"),
        ('"no"', "she said “no”"),
        ("coop", "the co\u00adop"),
        ("grand", "grandmother"),
        ("３", "room 3"),
    ],
)
def test_capitals_accents_and_marks_make_no_difference(typed: str, written: str) -> None:
    """Nor does a soft hyphen that nobody sees; and a part of a word is enough."""
    assert all(word in fold(written) for word in words_of(typed))


def test_words_are_told_apart_and_what_is_no_word_is_left_out() -> None:
    """Twice the same is once; an accent alone, or a letter that nobody sees, is nothing to look for."""
    assert words_of("  Gran  school gran\t") == ("gran", "school")
    assert words_of("\u0301 \u200b \u00b4") == ()


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two came late. Three.", "came", "Two came late."),
        ("One.\nNo stop here\nThree", "stop", "No stop here"),
        ('She said "no." He left.', "left", "He left."),
        ("Is it so? I wonder.", "wonder", "I wonder."),
        ("At 8.15 by the gate.", "gate", "At 8.15 by the gate."),
        ("Zoë élan. Straße, dann Gran.", "gran", "Straße, dann Gran."),
        ("nothing of it", "else", "nothing of it"),
        ("", "else", ""),
    ],
)
def test_the_sentence_around_the_word(text: str, word: str, sentence: str) -> None:
    """From its beginning to its end, on one line; without the word its beginning."""
    assert sentence_around(text, [word]).text == sentence


def test_a_text_without_a_stop_is_cut_around_the_word_and_so_is_a_sentence_without_room() -> None:
    """A megabyte is not shown, and the word is in what is."""
    long = sentence_around(f"{'ab ' * 300_000}needle {'cd ' * 300_000}", ["needle"])
    assert len(long.text) < 500
    assert long.text.startswith("…")
    assert long.text.endswith("…")
    for room in (20, 35, 41, 150):
        assert "needle" in long.within(room)[:room]
    assert sentence_around("Short enough.", ["enough"]).within(20) == "Short enough."
