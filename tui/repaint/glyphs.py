"""Which characters every terminal shows one column wide."""

import re
import unicodedata

_SURE = (
    " -~"  # ASCII
    "\xa0-\xa8\xaa-\xac\xaf-\u024f"  # Latin, without the soft hyphen and the signs that some show as emoji
    "\u0391-\u03c9\u0400-\u0482\u048a-\u052f\u1e00-\u1eff"  # Greek, Cyrillic, Latin for Vietnamese and Welsh
    "\u2010-\u2027\u20ac\u2190-\u2193"  # dashes, quotes, ellipsis, euro, arrows
    "\u2500-\u25a9\u25ac-\u25b5\u25b7-\u25bf\u25c1-\u25fa"  # lines, blocks, shapes that are no emoji
)
_UNSURE = re.compile(f"[^{_SURE}]")


def one_column_each(text: str) -> bool:
    """True where no terminal shows a character of this text wider or narrower than one column.

    Wide letters, combining marks, emoji and their joiners, writing from right to left: of these it is not sure.
    """
    return _UNSURE.search(text) is None


def stands_alone(character: str) -> bool:
    """True where no terminal joins this character to the one that was written before it, wherever that stands."""
    wide = unicodedata.east_asian_width(character) in "WF"
    return one_column_each(character) or (wide and unicodedata.category(character) != "Sk")  # not a colour of skin
