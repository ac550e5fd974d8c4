"""From what the terminal shows to the next painting: what to write, and what it shows then."""

from tui.repaint.frame import Frame
from tui.repaint.pen import Pen
from tui.repaint.picture import Picture, wanted
from tui.repaint.scrolling import find_move


def paint(shown: Picture, frame: Frame, *, erases: bool = False) -> tuple[str, Picture]:
    """The text that brings the terminal from `shown` to the painting; blank where it stands there already.

    `erases`: erasing leaves the ground of the ink in use.
    """
    goal = wanted(shown, frame)
    new = tuple(goal.rows.get(number, row) for number, row in enumerate(shown.rows))
    old = shown.rows
    pen = Pen(shown.width, shown.cursor, erases=erases)
    if not goal.verbatim and (move := find_move(old, new)):
        pen.control(move.codes)
        old = move.applied(old)
    for number, row in enumerate(new):
        if row is not old[number] and row != old[number]:
            pen.row(number, old[number], row)
        for piece in goal.verbatim.get(number, ()):
            pen.verbatim((number, piece.column), piece.written)
    pen.dip("")
    pen.go(frame.cursor)
    return pen.text, Picture(shown.width, new, frame.cursor)
