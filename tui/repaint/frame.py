"""The reader: one painting of Textual's, as text with escape codes, into pieces of rows.

A painting is pieces, each of them `ESC [ row ; column H` and what is written there, and last the cursor's place alone.
A text that reads in any other way is no painting; nothing is guessed.
"""

import re
from itertools import repeat
from typing import NamedTuple

from tui.repaint.glyphs import one_column_each, stands_alone
from tui.repaint.ink import Ink, known

Cell = tuple[str, Ink]
"""One character, one column wide, and how it is drawn."""
Place = tuple[int, int]
"""Row and column, from 0."""

_PIECE = re.compile(r"\x1b\[([0-9]{1,4});([0-9]{1,4})H((?:[^\x00-\x1f\x7f-\x9f]+|\x1b\[[0-9;]*m)*)(\n?)")
_RUN = re.compile(r"\x1b\[([0-9;]+)m([^\x1b]*)\x1b\[0m|([^\x1b]+)")


class Piece(NamedTuple):
    """A stretch of one row: as Textual wrote it, and its cells where the width of each character is sure."""

    row: int
    column: int
    written: str
    cells: tuple[Cell, ...] | None


class Frame(NamedTuple):
    """One painting."""

    pieces: tuple[Piece, ...]
    cursor: Place


def read(data: str, width: int, height: int) -> Frame | None:
    """The painting in a text that Textual writes; None where it is not one that fits on a screen of this size."""
    pieces: list[Piece] = []
    cursor: Place | None = None
    position = 0
    while position < len(data):
        match = _PIECE.match(data, position)
        if match is None:
            return None
        row, column = int(match[1]) - 1, int(match[2]) - 1
        if not (0 <= row < height and 0 <= column < width) or (match[4] and row == height - 1):
            return None  # a new line on the last row would move the whole screen
        if match[3]:
            piece = _piece(row, column, match[3])
            if piece is None or (piece.cells and column + len(piece.cells) > width):
                return None
            pieces.append(piece)
        cursor = None if match[3] or match[4] else (row, column)
        position = match.end()
    return Frame(tuple(pieces), cursor) if cursor is not None else None


def _piece(row: int, column: int, written: str) -> Piece | None:
    cells: list[Cell] = []
    sure, position = True, 0
    while position < len(written):
        run = _RUN.match(written, position)
        if run is None or (run[1] is not None and not known(run[1])):
            return None
        text, ink = (run[3], "") if run[1] is None else (run[2], run[1])
        if text and not cells and not stands_alone(text[0]):
            return None
        sure = sure and one_column_each(text)
        cells += zip(text, repeat(ink))
        position = run.end()
    return Piece(row, column, written, tuple(cells) if sure else None)
