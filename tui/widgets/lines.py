"""Lines: the widget that draws every row of the screen, and repaints only those that differ."""

from collections.abc import Sequence
from functools import lru_cache
from typing import ClassVar, Protocol, cast

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset, Region
from textual.messages import Update
from textual.strip import Strip
from textual.widget import Widget

from tui.look import BLANK, Line, ascii_only
from tui.themes import THEMES, Theme


class Looks(Protocol):
    """What the app knows about how things look."""

    look: Theme
    ascii: bool


@lru_cache(512)
def strip(line: Line, width: int, theme: str, plain: bool = False) -> Strip:
    """What the terminal gets for a line: padded to the width, in the inks of the theme."""
    inks = THEMES[theme].inks
    runs = list(line) or [("", "text")]
    last, token = runs[-1]
    room = width - sum(cell_len(text) for text, _ in runs)
    runs[-1] = (last + " " * room, token)
    segments = [Segment(ascii_only(text) if plain else text, inks[token]) for text, token in runs]
    made = Strip(segments)
    return made if made.cell_length == width else made.crop(0, width)


class Lines(Widget):
    """Draws lines; a change repaints only the rows that differ."""

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = "Lines { height: 1fr; width: 1fr; }"

    def __init__(self, lines: Sequence[Line] = (), *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.shown: list[Line] = list(lines)
        self._differs = False
        """Rows changed that may not be painted yet."""

    def show(self, lines: Sequence[Line]) -> None:
        """Draw these lines from now on."""
        old, self.shown = self.shown, list(lines)
        height = self.size.height
        pad = [BLANK] * height
        pairs = zip((old + pad)[:height], (self.shown + pad)[:height], strict=True)
        changed = [y for y, (before, after) in enumerate(pairs) if before != after]
        if changed:
            self._differs = True
            self.refresh(*(Region(0, y, self.size.width, 1) for y in changed))

    def paint_along(self) -> None:
        """Go out with the painting that is about to be made. By itself a widget is a moment late, and is painted anew."""
        if self._differs:
            self._differs = False
            self.screen.post_message(Update(self))

    def caret(self, x: int, y: int) -> None:
        """Put the terminal's cursor there: readers, magnifiers and input methods follow it."""
        self.app.cursor_position = self.region.offset + Offset(x, y)

    def render_line(self, y: int) -> Strip:
        """One row as the terminal gets it."""
        app = cast("Looks", self.app)
        line = self.shown[y] if y < len(self.shown) else BLANK
        return strip(line, self.size.width, app.look.name, app.ascii)
