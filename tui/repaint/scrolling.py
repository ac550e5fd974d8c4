"""Rows that only moved: the terminal can move them itself, in a scroll region (a feature of the VT100)."""

from collections import Counter
from collections.abc import Sequence
from operator import ne
from typing import NamedTuple

from tui.repaint.picture import Row

_WORTH = 60
"""So many cells must be saved: the codes, and the rows that come into view, are to be paid for."""
_FEWEST = 5
"""Below so many changed rows it is not looked for: a step in a list changes two, and two of the foot."""


class Move(NamedTuple):
    """The rows from `top` to `bottom` move up by `by`, or down where it is below zero."""

    top: int
    bottom: int
    by: int

    @property
    def codes(self) -> str:
        """What makes the terminal move them: set the region, push at its edge, give the whole screen back."""
        edge = f"\x1b[{self.bottom + 1};1H" if self.by > 0 else f"\x1b[{self.top + 1};1H"
        push = "\n" * self.by if self.by > 0 else "\x1bM" * -self.by
        return f"\x1b[{self.top + 1};{self.bottom + 1}r{edge}{push}\x1b[r"

    def applied(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """The rows of the screen after it. What comes into view is not known: terminals fill it in different colours."""
        unknown: tuple[Row, ...] = ((None,) * len(rows[0]),) * abs(self.by)
        region = tuple(rows[self.top : self.bottom + 1])
        moved = region[self.by :] + unknown if self.by > 0 else unknown + region[: self.by]
        return (*rows[: self.top], *moved, *rows[self.bottom + 1 :])


def find_move(old: Sequence[Row], new: Sequence[Row]) -> Move | None:
    """The move that saves enough cells to be worth it, if there is one."""
    changed = [number for number, row in enumerate(new) if row is not old[number] and row != old[number]]
    if len(changed) < _FEWEST:
        return None
    top, bottom = changed[0], changed[-1]
    if top == 0:  # rows pushed off the top of a screen may be kept in a scroll-back, and these are words of a case
        return None
    before, after = old[top : bottom + 1], new[top : bottom + 1]
    if any(None in row for row in (*before, *after)):
        return None
    places = {row: number for number, row in enumerate(before)}
    votes = Counter(places[row] - number for number, row in enumerate(after) if row in places)
    del votes[0]
    if not votes:
        return None
    move = Move(top, bottom, votes.most_common(1)[0][0])
    saved = _differing(before, after) - _differing(move.applied(old)[top : bottom + 1], after)
    return move if saved > _WORTH else None


def _differing(some: Sequence[Row], others: Sequence[Row]) -> int:
    return sum(sum(map(ne, one, other)) for one, other in zip(some, others, strict=True))
