"""The header of a page: one row; where that has no room for the place, its short name there and the whole of it below."""

from rich.cells import cell_len

from tui.look import Line, at, cut, shown
from tui.widgets.facts import Facts
from tui.widgets.frame import header_line, is_place_cut


def header_rows(place: str, brief: str, facts: Facts, marking: str, width: int) -> tuple[list[Line], tuple[str, ...]]:
    """The rows, and the notes for which there is no room. The second row is blank else, so nothing below it moves."""
    fact, left = facts.said(place, marking, width)
    if not is_place_cut(place, fact, marking, width):
        return [header_line(place, fact, marking, width)], left
    fact, left = facts.said(brief or place, marking, width)
    return [
        header_line(brief or place, fact, marking, width),
        at((1, cut(shown(place), width - 2), "head")),
    ], left


def is_place_unsaid(place: str, facts: Facts, marking: str, width: int) -> bool:
    """Neither row has room for all of the place."""
    fact, _ = facts.said(place, marking, width)
    return is_place_cut(place, fact, marking, width) and cell_len(shown(place)) > width - 2
