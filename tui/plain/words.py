"""The five words that every prompt takes, and how a line that happens to be one of them is typed as text."""

from enum import Enum

from store.text import clean


class Word(Enum):
    """What a person can say at any prompt instead of an answer."""

    HELP = "?"
    BACK = "back"
    SAVE = "save"
    AGAIN = "again"
    LEAVE = "leave"
    EMPTY = "-"
    """At a field: empty it."""
    EDITOR = "e"
    """At a long text, where the settings allow it: write it in the person's editor."""


WORDS = (Word.HELP, Word.BACK, Word.SAVE, Word.AGAIN, Word.LEAVE)
HELP = (
    "? help. back, the step before. save, keep what is typed. again, say it again. leave, go away and keep a draft. "
    "First letters do too."
)
ESCAPE = "To type one of these words as text, put = before it: =leave."


def heard(line: str, *, empties: bool = False, edits: bool = False) -> str | Word:
    """What was typed: one of the words, or text. `-` is a word only at a field, where it empties; `e` only where it `edits`.

    A first letter counts in lower case only, so that initials such as S can be typed as they are.
    """
    typed = clean(line)
    word = typed.strip()
    for known in WORDS:
        if word.casefold() == known.value or word == known.value[0]:
            return known
    if empties and word == Word.EMPTY.value:
        return Word.EMPTY
    if edits and word == Word.EDITOR.value:
        return Word.EDITOR
    return _without_escape(typed)


def _without_escape(typed: str) -> str:
    """`=leave` is the word itself, `==` is `=`; any other line that begins with `=` stays as it is."""
    if not typed.lstrip().startswith("="):
        return typed
    rest = typed.lstrip()[1:]
    reserved = {word.value for word in Word} | {word.value[0] for word in WORDS} | {"."}
    return rest if rest.strip().casefold() in reserved or rest.startswith("=") else typed
