"""Whether the terminal, told to erase, leaves the ground of the ink that is in the pen."""

import curses


def keeps_ground(term: str) -> bool:
    """What the system's own description of terminals says of this one (`bce`); no where it does not know it."""
    try:
        curses.setupterm(term, 1)
    except curses.error:
        return False
    return curses.tigetflag("bce") > 0
