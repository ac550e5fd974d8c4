"""TwoParts: a list whose last part keeps a window of its own below the others, where there is room for both."""

from collections.abc import Callable, Sequence

from tui.look import BLANK, Line, lit, unlit
from tui.outlets.rows import Row
from tui.widgets.line_list import LineList

GAP = 1
LEAST = 24
"""Rows below which the parts stand one after the other, as in any list."""


class TwoParts(LineList):
    """One cursor goes through both; each part scrolls by itself, so that the first rows of both can be seen."""

    def __init__(self, compose_rows: Callable[[int], Sequence[Row]], apart: Callable[[], bool]) -> None:
        """`apart()` tells whether the rows have a last part to be set apart."""
        super().__init__(compose_rows)
        self.apart = apart
        self._low = 0

    @property
    def edge(self) -> int:
        """The row with which the lower part begins; 0 where the list is in one piece."""
        if not self.apart() or self.looked_for or self.size.height < LEAST:
            return 0
        return max((place for place, row in enumerate(self.rows) if row.heading), default=0)

    @property
    def windows(self) -> tuple[range, range]:
        """The rows that each part has room to show: the lower all of its own, but no more than half."""
        height, edge = self.size.height, self.edge
        above = max(height - GAP - (len(self.rows) - edge), height // 2)
        here = self.stops[self.cursor] if self.stops else 0
        upper = _turned(self.top, here if here < edge else -1, above, range(edge))
        lower = _turned(self._low, here if here >= edge else -1, height - above - GAP, range(edge, len(self.rows)))
        return upper, lower

    @property
    def _part(self) -> tuple[range, range]:
        """The part with the cursor, and its rows in view."""
        parts = range(self.edge), range(self.edge, len(self.rows))
        here = self.stops[self.cursor] if self.stops else 0
        return next((part, seen) for part, seen in zip(parts, self.windows, strict=True) if here in part)

    @property
    def cursor_line(self) -> int:
        """The line on which the cursor stands; those of the lower part stand at the foot of the widget."""
        if not self.edge:
            return super().cursor_line
        part, seen = self._part
        first = 0 if part.start == 0 else self.size.height - len(seen)
        return first + self.stops[self.cursor] - seen.start

    @property
    def room(self) -> int:
        """A page on is as much as the part has room for."""
        return len(self._part[1]) if self.edge else super().room

    @property
    def spans(self) -> tuple[str, ...]:
        """The rows in view of the part with the cursor, where it has more than there is room for."""
        if not self.edge:
            return super().spans
        of, seen = self._part
        places = [place for place, stop in enumerate((s for s in self.stops if s in of), 1) if stop in seen]
        count = sum(stop in of for stop in self.stops)
        if not places or len(seen) == len(of):
            return ()
        first, last = places[0], places[-1]
        return f"rows {first} to {last} of {count}", f"{first}-{last} of {count}", f"{first}-{last}/{count}"

    def _draw(self) -> None:
        if not self.edge:
            super()._draw()
            return
        upper, lower = self.windows
        self.top, self._low = upper.start, lower.start
        here = self.stops[self.cursor] if self.stops else -1
        gap = [BLANK] * (self.size.height - len(upper) - len(lower))
        self.show([*self._lines(upper, here), *gap, *self._lines(lower, here)])
        if self.stops and self.has_focus:
            self.caret(1, self.cursor_line)

    def _lines(self, window: range, here: int) -> Sequence[Line]:
        mark = unlit if self.aside else lit
        return [mark(self.rows[place].line) if place == here else self.rows[place].line for place in window]


def _turned(top: int, here: int, room: int, part: range) -> range:
    """The rows of a part in its window: half a page on where the cursor would be out of it, at the head near its first row."""
    if here >= 0 and not top <= here < top + room:
        top = here - room // 2
    if here >= 0 and here < part.start + room // 2:
        top = part.start
    top = max(part.start, min(top, part.stop - room))
    return range(top, min(part.stop, top + room))
