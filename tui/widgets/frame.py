"""The fixed rows of every page: the header above, the hairline, the foot and the keys below."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from store.text import clean
from tui.look import BLANK, Line, at, cut, shown, wrap
from tui.themes import Token

SHORTEST_PLACE = 12
"""A place is cut to no fewer letters for the sake of the facts."""
SMALLEST = (40, 15)
WAY_BACK = "Esc"
MOST_SAID = 4
"""Lines that the explanation of a row may take."""
MOST_TOLD = 3
"""Lines that trouble may take in the foot: what to do is its end, and never cut for want of a line."""
TOO_SMALL = "Make the window larger, or run with --plain. Your text is kept."


def header_line(place: str, fact: str, marking: str, width: int) -> Line:
    """Place, facts and marking. The marking is never shortened.

    The facts stand, where the screen is no wider than 80 columns by cutting the place: to write in the wrong case is
    worse than to read half a question.
    """
    edge = _edge(marking, width)
    name = _place(place, cell_len(fact), edge)
    room = header_room(place, cell_len(fact), marking, width)
    fact = cut(fact, room) if room > 3 or cell_len(fact) <= room else ""
    return at((1, name, "head"), (cell_len(name) + 3, fact, "dim"), (max(edge, 1), marking, "dim"))


def header_room(place: str, needed: int, marking: str, width: int) -> int:
    """The columns there are for facts, the place cut as far as may be to give them those that are needed."""
    edge = _edge(marking, width)
    return edge - cell_len(_place(place, needed, edge)) - 5


def is_place_cut(place: str, fact: str, marking: str, width: int) -> bool:
    """The header has no room for all of the place."""
    return _place(place, cell_len(fact), _edge(marking, width)) != shown(place)


def _edge(marking: str, width: int) -> int:
    return width - 1 - cell_len(marking)


def _place(place: str, needed: int, edge: int) -> str:
    """The place, cut to no fewer than its shortest for the sake of the facts."""
    return cut(shown(place), max(edge - 6 - needed, min(edge - 2, SHORTEST_PLACE), 1))


def hairline(width: int, ink: Token = "rule", more: str = "") -> Line:
    """The one line of a page; it ends with what the header has no room for: `day set, rows 1 to 10 of 72`."""
    if not more:
        return at((1, "─" * (width - 2), ink))
    more = cut(more, width - 8)
    said = width - 3 - cell_len(more)
    return at((1, "─" * (said - 2), ink), (said, more, "dim"), (width - 2, "─", ink))


def foot_lines(text: str, trouble: str, more: str, width: int, height: int, whole: str = "") -> list[Line]:
    """What is said under the hairline, in exactly `height` lines. Trouble comes first and in amber; `more` ends the last.

    What has to be cut ends with the key that shows the `whole` of it.
    """
    room = width - 2
    if trouble:
        made = _troubled(clean(trouble), clean(text), room, height)
        return [*made, *([BLANK] * height)][:height]
    lines = _said(clean(text), room, height, whole) if text and height else []
    made = [*(at((1, line, "dim")) for line in lines), *([BLANK] * height)][:height]
    return _with_more(made, lines, more, width, whole) if more and height else made


def is_cut(text: str, more: str, width: int, height: int) -> bool:
    """The foot has no room for all of the text."""
    return foot_lines(text, "", more, width, height) != foot_lines(text, "", more, width, height, whole="F1")


def lines_needed(texts: Iterable[str], width: int, most: int) -> int:
    """How many lines the longest of these texts needs in a foot, up to `most`."""
    needed = 0
    for text in texts:
        if needed >= most:
            break
        parts = text.split("\n")
        room = width - 2
        needed = max(needed, sum(1 if cell_len(part) <= room else len(wrap(clean(part), room)) for part in parts))
    return min(needed, most)


def _said(text: str, room: int, height: int, whole: str) -> list[str]:
    """The text in so many lines at most. What is cut is cut before its last part: the source stands."""
    parts = [[piece.rstrip() for piece in wrap(part, room)] for part in text.split("\n")]
    if sum(map(len, parts)) <= height:
        return [line for part in parts for line in part]
    last = _cut_to(parts.pop(), max(1, height // 2), room, whole) if len(parts) > 1 and height > 1 else []
    return [*_cut_to([line for part in parts for line in part], height - len(last), room, whole), *last]


def _cut_to(lines: list[str], height: int, room: int, whole: str) -> list[str]:
    if len(lines) <= height:
        return lines
    return [*lines[: height - 1], _ending(f"{lines[height - 1]} …", room, whole)]


def _ending(text: str, room: int, whole: str) -> str:
    """The text cut to its room, with the key that shows the whole of it at its end."""
    return f"{cut(text, room - len(whole) - 1)} {whole}" if whole else cut(text, room)


def _troubled(trouble: str, text: str, room: int, height: int) -> list[Line]:
    """`13/25 is not a date.` in amber, then how to mend it; an ellipsis where there is no room for all of it."""
    broken = wrap(f"{trouble} {text}".strip().replace("\n", " "), room)
    if len(broken) > height > 0:
        broken = [*broken[: height - 1], cut("".join(broken[height - 1 :]).rstrip(), room)]
    made: list[Line] = []
    left = len(trouble)
    for line in broken:
        amber = line[: max(0, left)]
        made.append(at((1, amber.rstrip(), "strong"), (1 + cell_len(amber), line[len(amber) :].rstrip(), "text")))
        left -= len(line)
    return made


def _with_more(made: list[Line], lines: Sequence[str], more: str, width: int, whole: str) -> list[Line]:
    last = len(made) - 1
    said = lines[last] if last < len(lines) else ""
    room = width - 1 - cell_len(more) - 4
    said = said if cell_len(said) <= room else _ending(said, room, whole)
    return [*made[:last], at((1, said, "dim"), (width - 1 - cell_len(more), more, "dim"))]


def hint_line(hints: Sequence[tuple[str, str]], width: int) -> Line:
    """`key word`, three spaces between; what has no room is left out, the way back last of all."""
    kept = list(hints)
    while kept and sum(len(key) + len(word) + 4 for key, word in kept) - 3 > width - 2:
        kept.pop(-2 if kept[-1][0] == WAY_BACK and len(kept) > 1 else -1)
    cells: list[tuple[int, str, Token]] = []
    x = 1
    for key, word in kept:
        cells += [(x, key, "accent"), (x + len(key) + 1, word, "text")]
        x += len(key) + len(word) + 4
    return at(*cells)
