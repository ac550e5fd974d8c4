"""When the screen is repainted cell by cell, and when Textual writes by itself."""

from collections.abc import Callable, Mapping
from pathlib import Path

import textual
from textual.driver import Driver

from tui.repaint.driver import repainting

TESTED = ("8.2.8",)
"""The versions of Textual with which the long comparison was run (tests/tui/repaint); any other writes by itself."""
STOCK = "CASEREFLECT_REPAINT"
"""`stock` in this variable switches it off."""
_FULL_SCREEN = "LinuxDriver"
"""Only the driver of a whole terminal is known; inline, headless, browser and Windows are left alone."""


def pick(base: type[Driver], size: Callable[[], tuple[int, int]], environ: Mapping[str, str]) -> type[Driver]:
    """The driver to use where Textual would use `base`. `size` tells the terminal's width and height."""
    fits = base.__name__ == _FULL_SCREEN and environ.get(STOCK) != "stock" and was_tested(Path(textual.__file__).parent)
    return repainting(base, size, environ.get("TERM", "")) if fits else base


def was_tested(package: Path) -> bool:
    """True where the folder of Textual lies beside the notes of a version that was tested.

    Textual tells its version too, but that costs 20 ms at the start.
    """
    return any((package.parent / f"textual-{version}.dist-info").is_dir() for version in TESTED)
