"""The one way that text comes in and goes out: nothing in it can act on a terminal.

Everything typed, pasted, imported or read from a file goes through `clean` (many lines) or `one_line`,
and once more just before it is shown.
"""

import re
import unicodedata
from functools import lru_cache

MARK = "\ufffd"
"""Stands where a character was that could act on a terminal or hide what is written."""

_LETTER = re.compile(r"\w")
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"}
_INVISIBLE = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD, *range(0xE0000, 0xE0080))


@lru_cache(1)
def _harmful() -> re.Pattern[str]:
    """Control characters but the line end, U+2028 and U+2029, what turns the direction of writing, halves of pairs."""
    return re.compile("[\0-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def clean(text: str) -> str:
    r"""The text as it may be kept and shown: NFC, `\n` line ends, no control characters.

    A control character, a lone surrogate or a character that turns the direction of writing becomes U+FFFD;
    a tab becomes four spaces. Everything else is kept as it was typed.
    """
    if text.isascii() and text.isprintable():
        return text
    if not _harmful().search(text) and unicodedata.is_normalized("NFC", text):
        return text  # as nearly all of what is read back; the long way takes ten times as long
    for end, newline in _LINE_ENDS.items():
        text = text.replace(end, newline)
    text = _harmful().sub(MARK, text.replace("\t", "    "))
    return unicodedata.normalize("NFC", text)


def masked_text(text: str) -> str:
    """As long as before, with an x for each letter and figure: what the privacy mask shows."""
    return _LETTER.sub("x", text)


def one_line(text: str) -> str:
    """Clean text on one line: a line end becomes a space."""
    return " ".join(clean(text).split("\n")).strip()


def name_like(text: str) -> str:
    """Clean text on one line without invisible characters, so that two names cannot look alike."""
    return one_line(text.translate(dict.fromkeys(_INVISIBLE, None)))
