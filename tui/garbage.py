"""How often Python looks for objects that nobody uses any more: hardly while the program starts, and less than usual after."""

import gc

WHILE_STARTING = 100_000
"""How many new objects lie about before they are looked through. What the start loads stays in use, and looking through
it every 700 objects slows the start."""
AFTERWARDS = 10_000
"""The same, once the pages stand."""


def leave_for_now() -> None:
    """The program starts."""
    gc.set_threshold(WHILE_STARTING)


def look_again() -> None:
    """All is loaded, and in use until the end: it need not be looked through again. Once in the life of the program."""
    if gc.get_threshold()[0] == WHILE_STARTING:
        gc.freeze()
        gc.set_threshold(AFTERWARDS)
