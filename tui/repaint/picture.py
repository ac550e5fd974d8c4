"""What the terminal shows, as far as it is known."""

from typing import NamedTuple, Self

from tui.repaint.frame import Cell, Frame, Piece, Place

Row = tuple[Cell | None, ...]
"""A row of the screen; None where it is not known what the terminal shows."""


class Picture(NamedTuple):
    """The rows of the screen and the place of the cursor."""

    width: int
    rows: tuple[Row, ...]
    cursor: Place | None

    @classmethod
    def unknown(cls, width: int, height: int) -> Self:
        """A screen of which nothing is known."""
        return cls(width, ((None,) * width,) * height, None)

    def fits(self, width: int, height: int) -> bool:
        """True where the screen still has the size that this picture was made for."""
        return (self.width, len(self.rows)) == (width, height)


class Wanted(NamedTuple):
    """What a painting asks for: rows cell by cell, and pieces that only the terminal itself can lay out."""

    rows: dict[int, Row]
    verbatim: dict[int, list[Piece]]


def wanted(shown: Picture, frame: Frame) -> Wanted:
    """The rows as they shall be after a painting.

    Where a character's width is not sure, the row's pieces go out as they came, and from the first of them to its end
    the row is not known afterwards: the terminal may have laid it out in its own way.
    """
    unsure = {piece.row for piece in frame.pieces if piece.cells is None}
    rows: dict[int, Row] = {}
    verbatim: dict[int, list[Piece]] = {}
    for piece in frame.pieces:
        row, start = rows.get(piece.row, shown.rows[piece.row]), piece.column
        if piece.row in unsure:
            verbatim.setdefault(piece.row, []).append(piece)
            rows[piece.row] = row[:start] + (None,) * (shown.width - start)
        elif piece.cells is not None:
            rows[piece.row] = row[:start] + piece.cells + row[start + len(piece.cells) :]
    return Wanted(rows, verbatim)
