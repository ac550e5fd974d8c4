"""How a cell is drawn, and the shortest way from one ink to the next.

An ink is the list of numbers between `ESC [` and `m`, such as `1;38;5;253;48;5;235`, as it stands after a reset.
Blank is the terminal's own colours.
"""

import re
from functools import lru_cache

Ink = str

_CODE = r"(?:[1-5789]|3[0-79]|4[0-79]|9[0-7]|10[0-7]|[34]8;5;[0-9]+|[34]8;2;[0-9]+;[0-9]+;[0-9]+)"
_KNOWN = re.compile(rf"{_CODE}(?:;{_CODE})*")
_CODES = re.compile(_CODE + r"(?![0-9])")


@lru_cache(512)
def known(ink: Ink) -> bool:
    """True where every number is one that all terminals take alike."""
    return _KNOWN.fullmatch(ink) is not None


@lru_cache(2048)
def change(old: Ink, new: Ink) -> str:
    """What is written to go over from one known ink to another."""
    before, after = _by_kind(old), _by_kind(new)
    if not before.keys() <= after.keys():
        return f"\x1b[0;{new}m" if new else "\x1b[0m"
    codes = [code for kind, code in after.items() if before.get(kind) != code]
    return f"\x1b[{';'.join(codes)}m" if codes else ""


@lru_cache(512)
def shows_only_ground(ink: Ink) -> bool:
    """True where a blank in this ink shows its ground and nothing else: no line, nothing reversed."""
    return not _by_kind(ink).keys() - {"letters", "ground", "1", "2", "3"}


@lru_cache(512)
def _by_kind(ink: Ink) -> dict[str, str]:
    """Each code under what it sets: the letters' colour, the ground's, or bold, reverse and the like by themselves."""
    return {_kind(code): code for code in _CODES.findall(ink)}


def _kind(code: str) -> str:
    number = int(code.partition(";")[0])
    if 30 <= number <= 39 or 90 <= number <= 97:
        return "letters"
    return "ground" if number >= 40 else code
