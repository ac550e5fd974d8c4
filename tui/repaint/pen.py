"""The writer: where the cursor stands and what ink is in the pen; the shortest text that moves it and writes."""

from operator import ne

from tui.repaint.frame import Place
from tui.repaint.ink import Ink, change, shows_only_ground
from tui.repaint.picture import Row

_NEAR = 3
"""So many cells that stand already are written again rather than jumped over: a jump takes as many bytes."""
_ERASE = "\x1b[K"
"""From the cursor to the end of the row."""
_MANY = 4
"""So many blanks are erased rather than written."""


class Pen:
    """Writes on a screen whose cursor stands at `at`; None where its place is not known. The ink is the terminal's own.

    `erases`: erasing leaves the ground of the ink in use.
    """

    def __init__(self, width: int, at: Place | None, *, erases: bool) -> None:
        self.width = width
        self.at = at
        self.erases = erases
        self.ink = ""
        self._out: list[str] = []

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._out)

    def go(self, place: Place) -> None:
        """Move the cursor, without a byte where it stands there already."""
        if self.at == place:
            return
        row, column = place
        if self.at is not None and self.at[0] == row and self.at[1] < column:
            step = column - self.at[1]
            self._out.append(f"\x1b[{step}C" if step > 1 else "\x1b[C")
        else:
            self._out.append(f"\x1b[{row + 1};{column + 1}H")
        self.at = place

    def dip(self, ink: str) -> None:
        """Go over to another ink."""
        if ink != self.ink:
            self._out.append(change(self.ink, ink))
            self.ink = ink

    def control(self, codes: str) -> None:
        """Write codes after which the cursor's place is not known; they leave the ink alone."""
        self._out.append(codes)
        self.at = None

    def verbatim(self, place: Place, written: str) -> None:
        """Write a piece as it came; it begins and ends in the terminal's own ink."""
        self.dip("")
        self.go(place)
        self.control(written)

    def row(self, number: int, old: Row, new: Row) -> None:
        """Write those cells of a row that differ from what stands there."""
        end = self._end_to_erase(old, new)
        column = 0
        while column < end:
            cell = new[column]
            if cell is None or cell == old[column]:
                column += 1
                continue
            stop = _end_of_run(column, end, old, new)
            self._bridge(number, column, new)
            self.go((number, column))
            self._put(new[column:stop], cell[1])
            column = stop
        if end < self.width and (blank := new[end]) is not None:
            self.dip(blank[1])
            self.go((number, end))
            self._out.append(_ERASE)

    def _end_to_erase(self, old: Row, new: Row) -> int:
        """The column from which the row can be erased; the row's width where that does not pay, or is not sure."""
        last = new[-1]
        if not self.erases or last is None or last[0] != " " or not shows_only_ground(last[1]):
            return self.width
        start = self.width
        while start and new[start - 1] == last:
            start -= 1
        while start < self.width and new[start] == old[start]:
            start += 1
        return start if sum(map(ne, old[start:], new[start:])) >= _MANY else self.width

    def _put(self, cells: Row, ink: Ink) -> None:
        assert self.at is not None
        self.dip(ink)
        self._out += [cell[0] for cell in cells if cell is not None]
        row, column = self.at[0], self.at[1] + len(cells)
        self.at = (row, column) if column < self.width else None  # at the right edge terminals differ

    def _bridge(self, row: int, column: int, new: Row) -> None:
        """Cross a short gap by writing what stands in it, if it takes no change of ink."""
        if self.at is None or self.at[0] != row or not 0 < column - self.at[1] <= _NEAR:
            return
        gap = [cell for cell in new[self.at[1] : column] if cell is not None and cell[1] == self.ink]
        if len(gap) == column - self.at[1]:
            self._out += [character for character, _ink in gap]
            self.at = (row, column)


def _end_of_run(start: int, end: int, old: Row, new: Row) -> int:
    """Where the cells end that change from there on and are drawn in one ink."""
    first = new[start]
    assert first is not None
    for column in range(start + 1, end):
        cell = new[column]
        if cell is None or cell[1] != first[1] or cell == old[column]:
            return column
    return end
