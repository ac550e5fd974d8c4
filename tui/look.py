"""Lines: a line is a few runs of text, each with a token. Everything on a screen is made of them."""

import re

from rich.cells import cell_len, chop_cells, set_cell_size

from store.text import clean
from tui.themes import Token

Run = tuple[str, Token]
Line = tuple[Run, ...]
BLANK: Line = ()
_GLYPHS = str.maketrans({"─": "-", "│": "|", "·": "."})
_CUT = re.compile("…( {0,3})")
WORD_INK: dict[str, Token] = {
    "due soon": "dim",
    "overdue": "amber",
    "repeated": "amber",
    "well past": "strong",
    "not recorded": "dim",
}
"""The ink of a word in the word column; any other word is plain."""


def shown(text: str) -> str:
    """Text from a record as one line may show it."""
    return clean(text).replace("\n", " ")


def at(*cells: tuple[int, str, Token]) -> Line:
    """A line from texts at columns. Blanks take the ink before them, so that runs stay few."""
    runs: list[Run] = []
    x = 0
    for column, raw, token in cells:
        if not raw:
            continue
        text, gap = shown(raw), " " * max(0, column - x)
        x += len(gap) + cell_len(text)
        if runs:
            runs[-1] = (runs[-1][0] + gap, runs[-1][1])
        else:
            text = gap + text
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0] + text, token)
        else:
            runs.append((text, token))
    return tuple(runs)


def words(line: Line) -> str:
    """The line as plain text."""
    return "".join(text for text, _ in line).rstrip()


def marked(line: Line) -> str:
    """The words of a row with `>` in column 1; before its heading where that stands on the row itself."""
    text = words(line)
    return " >" + text[2:] if text[1:2] in ("", " ") else ">" + text[1:]


def lit(line: Line) -> Line:
    """The line as the cursor row: one run."""
    return ((marked(line), "cursor"),)


def unlit(line: Line) -> Line:
    """The cursor row while a question stands below it: `>` stays, its ground goes."""
    return ((marked(line), "text"),)


def cut(text: str, width: int) -> str:
    """The text in at most `width` cells, with an ellipsis where it was cut; a cut never ends in a figure."""
    if cell_len(text) <= width:
        return text
    if width < 2:
        return set_cell_size(text, max(width, 0))
    kept = set_cell_size(text, width - 1).rstrip()
    return f"{re.sub(r'[ ,.(]*[0-9][0-9/:]*$', '', kept) or kept}…"


def ascii_only(text: str) -> str:
    """The text without our glyphs, for a terminal that has none of them; as wide as before, so that columns stand."""
    dots = (".", ". ", ".. ", "... ")
    return _CUT.sub(
        lambda found: dots[len(found[1])].ljust(1 + len(found[1]))[: 1 + len(found[1])], text.translate(_GLYPHS)
    )


def wrap(text: str, width: int) -> list[str]:
    """Broken at words as the text box breaks it, so that nothing moves when a field opens."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0
        for chunk in re.findall(r"\S+\s*|\s+", paragraph):
            piece, size = chunk, cell_len(chunk)
            if used + size > width and line:
                lines.append(line)
                line, used = "", 0
            if size > width:  # a word longer than the line
                *whole, piece = chop_cells(piece, width)
                lines += whole
                size = cell_len(piece)
            line, used = line + piece, used + size
        lines.append(line)
    return lines


def beside(left: Line, right: Line, column: int) -> Line:
    """Two lines as one: `right` was drawn from column 0 of its own page, and begins at `column`."""
    if not right:
        return left
    runs = list(left)
    used = sum(cell_len(text) for text, _ in runs)
    if runs:
        runs[-1] = (runs[-1][0] + " " * (column - used), runs[-1][1])
        return (*runs, *right)
    (first, token), *rest = right
    return ((" " * column + first, token), *rest)
