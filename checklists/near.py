"""For a file that a person writes by hand: what may have been meant, and in which line it stands."""

import re
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str], most: int = 100) -> str:
    """What may have been meant, as a sentence; all there are where nothing is near, unless they are too many to say."""
    import difflib

    known = list(names)
    near = difflib.get_close_matches(name, known, 1)
    if near:
        return f" Did you mean {near[0]}?"
    return f" There are {', '.join(known)}." if len(known) <= most else ""


def line_of(text: str, *names: str) -> int:
    """The line, counted from 1, in which a name of a TOML text stands, the last of those that lead to it."""
    lines, found = text.splitlines(), 0
    for name in names:
        here = re.compile(rf"""\s*(\[.*[\[.\s])?["']?{re.escape(name)}["']?\s*[\].=]""")
        found = next((place for place in range(found, len(lines)) if here.match(lines[place])), found)
    return found + 1
