"""The word of plain lines that does what a key does on the screen, as sentences of a page say it."""

from collections.abc import Mapping

from checklists.by_key import Name

WORDS: Mapping[str, str] = {
    "new": "new",
    "done": "done N",
    "drop": "drop N",
    "open": "open N",
    "actions": "actions",
    "people": "people",
    "pack": "pack",
    "import": "import",
    "write": "write",
    "wonder": "wonder",
    "unknowns": "list unknowns",
    "help": "?",
    "back": "find alone",
    "leave_field": "leave",
}
"""By the row of the table of keys. A test looks that each row of which a page speaks is here."""


def in_words(key: str) -> str:
    """The word for a key."""
    return WORDS.get(key, "")


def words_at(own: Mapping[str, str], *, numbered: bool) -> Name:
    """The words of a place, its own before the others; where no row has a number, none that takes one."""
    words = {**WORDS, **own}
    return lambda key: "" if words.get(key, "").endswith(" N") and not numbered else words.get(key, "")


def words_of_row(own: Mapping[str, str], number: int) -> Name:
    """The same of a row, with its number: `done 3`."""
    words = {**WORDS, **own}
    return lambda key: f"{word[:-1]}{number}" if (word := words.get(key, "")).endswith(" N") else word
