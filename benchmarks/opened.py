"""The app from the moment at which the key is open: the screens are loaded by then, as they are while a person types.

    CASEREFLECT_HOME=DIR python -m benchmarks.opened

Opening the key takes a second on purpose, so that passphrases cannot be tried by the million; it is not the app's speed.
"""

import importlib
import os
import sys

from benchmarks.stores import PASSPHRASE
from store.keys import Unlocking
from tui.commands.opening import SCREENS, open_screens
from tui.composition import open_house
from tui.passphrase import Asking


def main() -> int:
    """Open the key, wait for Enter, then go on as `casereflect` does."""
    house = open_house(os.environ, Asking())
    keys = Unlocking(house.places, house.store_file.recipients).answer(PASSPHRASE)
    importlib.import_module(SCREENS)
    sys.stdout.write("the key is open\n")
    sys.stdout.flush()
    sys.stdin.readline()
    house.open_with(keys)
    return open_screens(house)


if __name__ == "__main__":
    sys.exit(main())
