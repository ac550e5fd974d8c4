"""Whether the terminal, told to erase, leaves the ground of the ink that is in the pen.

The system's own descriptions of terminals say so (terminfo, the flag `bce`). The one flag is read from the file here: curses
would load two libraries for it, half a megabyte, and not every Python has it.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from struct import Struct, error

HEADER = Struct("<6h")
"""What a description begins with: its mark, and how long its names and its flags are, among others."""
MARKS = (0o432, 0o1036)
BCE = 28
"""The place of `bce` among the flags."""
USUAL = ("/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo", "/usr/local/share/terminfo")


def keeps_ground(term: str, environ: Mapping[str, str] = os.environ) -> bool:
    """What the description says; no where there is none, or none that can be read."""
    for description in _places(term, environ):
        try:
            content = description.read_bytes()
            mark, names, flags, *_ = HEADER.unpack_from(content)
        except (OSError, ValueError, error):
            continue
        flag = HEADER.size + names + BCE
        return mark in MARKS and flags > BCE and content[flag : flag + 1] == b"\x01"
    return False


def _places(term: str, environ: Mapping[str, str]) -> Iterator[Path]:
    """Where the description may stand, as the system looks for it: by the first letter, or on some by its number."""
    if not term or "/" in term:
        return
    folders = [environ.get("TERMINFO", ""), f"{environ['HOME']}/.terminfo" if environ.get("HOME") else ""]
    for folder in (*folders, *environ.get("TERMINFO_DIRS", "").split(":"), *USUAL):
        if folder:
            yield Path(folder, term[0], term)
            yield Path(folder, f"{ord(term[0]):x}", term)
