"""An emulated terminal that two streams can be compared on, cell for cell."""

from typing import Any

import pyte

Grid = tuple[list[list[tuple[Any, ...]]], int, int]


class Emulated:
    """A screen without wrapping, as Textual sets it. Line feeds return, as a terminal's driver has it."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = pyte.Screen(width, height)
        self.stream = pyte.Stream(self.screen)
        self.stream.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        """Show a text. A joiner has no width, and the emulator stops at it."""
        self.stream.feed(text.replace("\n", "\r\n").replace("\u200d", ""))

    def resize(self, width: int, height: int) -> None:
        """Another size; what was shown is scrambled, as some terminals do."""
        self.screen.resize(height, width)
        self.stream.feed("\x1b[H" + "?" * width)

    @property
    def grid(self) -> Grid:
        """Each cell with its colours and attributes, and where the cursor is."""
        screen = self.screen
        cells = [[tuple(screen.buffer[row][column]) for column in range(screen.columns)] for row in range(screen.lines)]
        return cells, screen.cursor.y, screen.cursor.x
