"""Words as they are compared, and the sentence in which they stand. Capitals, accents and the kind of quotation mark make no difference."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

ALIKE = str.maketrans("‘’‚“”„–—−łŁøØđĐı", "'''\"\"\"---lLoOdDi")
"""Letters and marks that no rule of Unicode makes alike, and that a person types as one."""
AROUND = 240
"""Letters before and behind the words within which a sentence is looked for: a text without a stop is cut there."""
BEFORE = 3
"""A part of so much of the room is what stands before the words."""
_ENDS = re.compile(r"(?<=[.!?…])[\"')\]”’]*\s+|\n")


class _Folded(dict[int, str]):
    """What each letter is compared as, found out once."""

    def __missing__(self, code: int) -> str:
        made = _bare(_bare(chr(code).translate(ALIKE)).casefold())
        self[code] = made
        return made


def _bare(text: str) -> str:
    """Letters without their accents, and without what cannot be seen."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(one for one in parts if not unicodedata.combining(one) and unicodedata.category(one) != "Cf")


_FOLDED = _Folded()


def fold(text: str) -> str:
    """The text as it is compared."""
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def words_of(typed: str) -> tuple[str, ...]:
    """The words that were typed, as they are compared; each of them must be found."""
    return tuple(dict.fromkeys(found for word in typed.split() if (found := fold(word).strip())))


class Sentence(NamedTuple):
    """The sentence around some words, on one line, and where the first of them stands in it."""

    text: str
    at: int = 0

    def within(self, room: int) -> str:
        """The sentence where it fits; else from a word or two before the words."""
        begin = self.at - room // BEFORE
        if len(self.text) <= room or begin <= 0:
            return self.text
        cut = self.text.find(" ", begin, self.at) + 1
        return f"…{self.text[cut or self.at :]}"


def sentence_around(text: str, words: Sequence[str]) -> Sentence:
    """The sentence in which the first of the words to be found stands; its beginning where none is there."""
    folded = fold(text)
    place = min((at for word in words if (at := folded.find(word)) >= 0), default=0)
    at = place if len(folded) == len(text) and text.isascii() else _unfolded(text, place)
    first, last = max(0, at - AROUND), min(len(text), at + AROUND)
    begin = max((found.end() for found in _ENDS.finditer(text, first, at)), default=first)
    end = next((found.start() for found in _ENDS.finditer(text, at, last)), last)
    before = " ".join(text[begin:at].split())
    cut = "…" if begin == first > 0 else ""
    before = f"{cut}{before}{' ' if before and text[at - 1].isspace() else ''}"
    more = "…" if end == last < len(text) else ""
    return Sentence(f"{before}{' '.join(text[at:end].split())}{more}", len(before))


def _unfolded(text: str, place: int) -> int:
    """Which letter of the text stands at that place of the folded one."""
    gone = 0
    for number, letter in enumerate(text):
        gone += len(fold(letter))
        if gone > place:
            return number
    return 0
