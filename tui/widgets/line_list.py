"""LineList: a page of rows with a cursor on those that can be chosen; without such rows, a page to read."""

from bisect import bisect_left
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message

from tui.keys import bindings
from tui.look import at, lit, unlit, words
from tui.outlets.rows import Row
from tui.widgets.lines import Lines

NOTHING = at((3, "Nothing here has these words in it.", "dim"))
NARROWEST = 60
"""A page is composed for at least so many columns; a narrower window cuts it at the right."""


class LineList(Lines, can_focus=True):
    """Rows under headings, a cursor on the rows that have a key, half a page turned at the edge."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("move")]

    @dataclass
    class Moved(Message):
        """The cursor stands on another row, or the rows changed."""

        row: Row

    @dataclass
    class Chosen(Message):
        """Enter on a row."""

        row: Row

    def __init__(self, compose_rows: Callable[[int], Sequence[Row]], *, id: str | None = None) -> None:  # noqa: A002
        """`compose_rows(width)` gives the rows for a width."""
        super().__init__(id=id)
        self.compose_rows = compose_rows
        self.every: list[Row] = []
        self.rows: list[Row] = []
        self.stops: list[int] = []
        self.cursor = 0
        self.top = 0
        self.looked_for = ""
        self._composed_for = -1
        self.aside = False
        """A question stands below: the cursor row loses its ground and keeps its `>`."""
        self.begun = False
        """The rows are only the beginning of the page, so that their number says nothing yet."""

    # What it shows

    @property
    def row(self) -> Row:
        """The row with the cursor; a blank one on a page to read."""
        return self.rows[self.stops[self.cursor]] if self.stops else Row()

    @property
    def cursor_line(self) -> int:
        """The line of the widget on which the cursor stands."""
        return self.stops[self.cursor] - self.top

    @property
    def room(self) -> int:
        """The lines through which the cursor's rows are seen: a page on is as many."""
        return self.size.height

    @property
    def counts(self) -> tuple[int, int]:
        """How many rows that can be chosen are shown, and how many there are."""
        return len(self.stops), sum(row.key is not None for row in self.every)

    @property
    def spans(self) -> tuple[str, ...]:
        """`rows 1 to 17 of 26`, and shorter, where the page is longer than its room; else nothing."""
        height = self.size.height
        if len(self.rows) <= height or not self.stops or self.begun:
            return ()
        first, last = bisect_left(self.stops, self.top) + 1, bisect_left(self.stops, self.top + height)
        if first > last:
            return ()
        of = len(self.stops)
        return f"rows {first} to {last} of {of}", f"{first}-{last} of {of}", f"{first}-{last}/{of}"

    @property
    def goes_on(self) -> bool:
        """There are rows below those that are shown."""
        return len(self.rows) > self.top + self.size.height

    def reload(self) -> None:
        """Rows again, after a change of data or size; the cursor stays on its key."""
        self._composed_for = self.size.width
        self.every = list(self.compose_rows(max(NARROWEST, self.size.width)))
        self._choose_rows(self.row.key)

    def filter(self, text: str) -> None:
        """Show only the rows that hold every word of the text, under their headings. Blank shows all."""
        self.looked_for = text
        self._choose_rows(self.row.key)

    def go_to(self, key: Hashable) -> None:
        """Put the cursor on the row with that key, if it is shown."""
        for place, stop in enumerate(self.stops):
            if self.rows[stop].key == key:
                self._go(place)

    def set_aside(self, aside: bool) -> None:
        """Draw the cursor row plain while a question is asked."""
        self.aside = aside
        self._draw()

    def _choose_rows(self, key: Hashable) -> None:
        self.rows = found(self.every, self.looked_for) or [Row(NOTHING)]
        self.stops = [place for place, row in enumerate(self.rows) if row.key is not None]
        kept = [place for place, stop in enumerate(self.stops) if self.rows[stop].key == key]
        self.cursor = kept[0] if kept else min(self.cursor, max(0, len(self.stops) - 1))
        self._draw()
        self.post_message(self.Moved(self.row))

    # Drawing

    def on_resize(self, event: events.Resize) -> None:
        """Another width needs other rows; another height shows more or fewer of them."""
        if event.size.width == self._composed_for:
            self._draw()
            self.post_message(self.Moved(self.row))
        else:
            self.reload()

    def on_focus(self) -> None:
        """Put the terminal's cursor on the row; it goes out with a painting, and nothing else may have changed."""
        self._draw()
        if self.stops:
            self.refresh(Region(1, self.cursor_line, 1, 1))

    def _draw(self) -> None:
        height = max(1, self.size.height)
        here = self.stops[self.cursor] if self.stops else 0
        if self.stops:
            self._turn(here, height)
        self.top = max(0, min(self.top, len(self.rows) - height))
        lines = [row.line for row in self.rows[self.top : self.top + height]]
        if self.stops:
            lines[here - self.top] = (unlit if self.aside else lit)(lines[here - self.top])
        self.show(lines)
        if self.stops and self.has_focus:
            self.caret(1, self.cursor_line)

    def _turn(self, here: int, height: int) -> None:
        """Half a page at the edge; the first row brings the heading above it."""
        if not self.top <= here < self.top + height:
            self.top = here - height // 2
        if self.cursor == 0 and here < height:
            self.top = 0

    # Keys

    def _go(self, cursor: int) -> None:
        cursor = max(0, min(cursor, len(self.stops) - 1))
        if self.stops and cursor != self.cursor:
            self.cursor = cursor
            self._draw()
            self.post_message(self.Moved(self.row))

    def _read_on(self, top: int) -> None:
        self.top = top
        self._draw()

    def action_move(self, by: int) -> None:
        """The next row or the one before; on a page to read, a line."""
        if self.stops:
            self._go(self.cursor + by)
        else:
            self._read_on(self.top + by)

    def action_page(self, by: int) -> None:
        """A page on or back."""
        step = by * max(1, self.room - 2)
        if not self.stops:
            self._read_on(self.top + step)
            return
        line = self.stops[self.cursor] + step
        self._go(min(range(len(self.stops)), key=lambda place: abs(self.stops[place] - line)))

    def action_end(self, which: int) -> None:
        """The first row (0) or the last (-1)."""
        if self.stops:
            self._go(which % len(self.stops))
        else:
            self._read_on(0 if which == 0 else len(self.rows))

    def next_part(self) -> None:
        """The first row under the next heading; after the last part the first one."""
        here = self.stops[self.cursor] if self.stops else 0
        headings = [place for place, row in enumerate(self.rows) if row.heading and place > here]
        after = [place for place, stop in enumerate(self.stops) if headings and stop > headings[0]]
        self._go(after[0] if after else 0)

    def action_choose(self) -> None:
        """Open the row."""
        if self.stops:
            self.post_message(self.Chosen(self.row))


def found(rows: Sequence[Row], text: str) -> list[Row]:
    """The rows that hold every word of the text, with the headings that they stand under."""
    wanted = text.casefold().split()
    if not wanted:
        return list(rows)
    made: list[Row] = []
    heading: list[Row] = []
    for place, row in enumerate(rows):
        if row.heading:
            spaced = bool(made) and not rows[place - 1].line
            heading = [Row(), row] if spaced else [row]
        elif row.key is not None and all(word in (row.find or words(row.line).casefold()) for word in wanted):
            made += [*heading, row]
            heading = []
    return made
