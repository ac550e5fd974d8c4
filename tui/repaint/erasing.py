"""Whether the terminal, told to erase, leaves the ground of the ink that is in the pen."""


def keeps_ground(term: str) -> bool:
    """What the system's own description of terminals says of this one (`bce`); no where it does not know it.

    Some builds of Python cannot read these descriptions; then the answer is no as well.
    """
    try:
        import curses
    except ImportError:
        return False
    try:
        curses.setupterm(term, 1)
    except curses.error:
        return False
    return curses.tigetflag("bce") > 0
