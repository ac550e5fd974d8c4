"""What is done behind the pages, in a thread of its own: the rest of the program is loaded, then the day's backup made."""

import threading
import time
from collections.abc import Callable
from importlib import import_module

from tui import garbage
from tui.composition import House

QUIET_SECONDS = 2.0
"""A file is copied only when no key has come for so long: nobody is to wait for a letter."""
LOOK_SECONDS = 0.5


def begin(house: House, *modules: str, last_key: Callable[[], float] = lambda: 0.0) -> threading.Thread:
    """Load the modules, then make the backup of the day, if there is none yet. `last_key`: when a key came last."""
    thread = threading.Thread(target=_work, args=(house, modules, last_key), name="behind", daemon=True)
    thread.start()
    return thread


def _work(house: House, modules: tuple[str, ...], last_key: Callable[[], float]) -> None:
    for name in modules:
        import_module(name)
    garbage.look_again()

    def go_on() -> bool:
        while not house.locked and (left := QUIET_SECONDS - (time.monotonic() - last_key())) > 0:
            time.sleep(min(left, LOOK_SECONDS))
        return not house.locked

    if go_on():
        house.back_up(go_on)
