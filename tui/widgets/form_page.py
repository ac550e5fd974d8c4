"""A form as lines: plain words, and one field open with a bar and a ground."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from rich.cells import cell_len

from tui.look import BLANK, Line, at, beside, cut, words, wrap
from tui.outlets.rows import READ
from tui.themes import Token
from tui.widgets.form_state import FormState, letters

if TYPE_CHECKING:
    from checklists.entry import Entry

LABEL = 3
MOST = 6
"""A text shows so many lines at most; then it is cut, or the box scrolls."""
BESIDE = 2
"""Lines at most for what the record says above a box."""
Side = Literal["whole", "left", "right"]


@dataclass(frozen=True, slots=True)
class Columns:
    """Where things stand at a width."""

    value: int
    half: int
    half_value: int
    narrow: bool

    @classmethod
    def at_width(cls, width: int) -> "Columns":
        """Label 13 wide at 80 columns, 10 at 60."""
        return cls(14, 34, 43, narrow=True) if width < 80 else cls(18, 38, 47, narrow=False)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the box lies when this field is open."""

    line: int
    value: int
    width: int
    height: int


@dataclass(slots=True)
class Drawing:
    """A form drawn: its lines, and the place of each field and button."""

    lines: list[Line]
    places: list[Place]


class FormPage:
    """Draws a form at a width."""

    def __init__(self, state: FormState, width: int, *, masked: bool = False) -> None:
        self.state = state
        self.width = width
        self.masked = masked
        """Names and texts are x letters; days and choices stay."""
        self.columns = Columns.at_width(width)
        self.sides = sides(state.entries, narrow=self.columns.narrow)
        self.merged = merged_groups(state, self.sides)
        self.drawing = Drawing([], [])

    def draw(self) -> Drawing:
        """All lines of the form."""
        group = ""
        for place, entry in enumerate(self.state.entries):
            if entry.group != group:
                self._begin_group(entry, group)
                group = entry.group
            elif entry.space and place:
                self.drawing.lines.append(BLANK)
            self._ask_above(entry)
            self.field(place, entry)
        if self.state.entries:
            self.drawing.lines.append(BLANK)
        self.buttons(self.columns.value)
        return self.drawing

    def _begin_group(self, entry: "Entry", before: str) -> None:
        if self.drawing.lines and not (entry.group in self.merged and before in self.merged):
            self.drawing.lines.append(BLANK)
        if not entry.group or entry.group in self.merged:
            return
        opened = self.state.entry
        room = self.width - self.columns.value - 2
        said = letters(opened, room, masked=self.masked) if opened and opened.group == entry.group else ""
        name = cut(self._named(entry), self.columns.value - 2)
        self.drawing.lines.append(at((1, name, "head"), (self.columns.value, cut(said, room), "dim")))

    def _ask_above(self, entry: "Entry") -> None:
        """The question that a box is for, and what the record says to it; that is of the case, and the mask covers it."""
        room = min(READ, self.width - LABEL - 1)
        if entry.asks and self.drawing.lines:
            self.drawing.lines.append(BLANK)
        self.drawing.lines += [at((LABEL, line.rstrip(), "text")) for line in wrap(entry.asks, room) if entry.asks]
        if entry.beside and not self.masked:
            self.drawing.lines += [at((LABEL, line.rstrip(), "dim")) for line in wrap(entry.beside, room)[:BESIDE]]

    def field(self, place: int, entry: "Entry") -> None:
        """One field: on lines of its own, or on the right of the line above."""
        lines = self.drawing.lines
        right = self.sides[place] == "right"
        column, room = self._room(place)
        drawn = self._field_lines(place, entry, column, room)
        self.drawing.places.append(Place(len(lines) - right, column, room, len(drawn)))
        if not right:
            lines += drawn
            return
        half = self.columns.half
        lines[-1] = beside(lines[-1], moved(drawn[0], half), half)
        if place == self.state.place:
            (start, token), *rest = lines[-1]
            lines[-1] = ((f" >{start[2:]}", token), *rest)

    def _room(self, place: int) -> tuple[int, int]:
        columns = self.columns
        if self.sides[place] == "left":
            return columns.value, columns.half - columns.value - 3
        column = columns.half_value if self.sides[place] == "right" else columns.value
        return column, min(READ, self.width - 3 - column)

    def _field_lines(self, place: int, entry: "Entry", column: int, room: int) -> list[Line]:
        opened, side = place == self.state.place, self.sides[place]
        text = self.text_of(entry)
        unsaid = entry.unsaid(self.state.today) or "not recorded"
        broken = broken_lines(text or ("" if opened else unsaid), room, one=side != "whole")
        start = self.columns.half if side == "right" else LABEL
        if opened:
            height = min(MOST, max(2 if entry.kind == "long" else 1, len(broken)))
            label = self._label(entry, column - start - 2)
            return open_lines(label, start, column, room, height, mark=side != "right")
        shown = closed_lines(broken, room)
        name: tuple[int, str, Token] = (start, self._label(entry, column - start - 2), "dim")
        if entry.group in self.merged and side != "right":
            name = (1, cut(self._named(entry), column - 3), "head")
        ink: Token = "text" if text else "dim"
        first = at(name, (column, shown[0], ink), self._echo(entry, column, shown[0], room))
        return [first, *(at((column, line, ink)) for line in shown[1:])]

    def text_of(self, entry: "Entry") -> str:
        """What stands in a field, as it may be seen."""
        text = self.state.text_of(entry)
        return entry.behind_mask(text) if self.masked else text

    def _named(self, entry: "Entry") -> str:
        return entry.group_behind_mask if self.masked else entry.group

    def _label(self, entry: "Entry", room: int) -> str:
        """The label, or its short form where there is no room for it."""
        return cut(entry.label if cell_len(entry.label) <= room else entry.short_label or entry.label, room)

    def _echo(self, entry: "Entry", column: int, shown: str, room: int) -> tuple[int, str, Token]:
        text = self.state.text_of(entry)
        said = entry.echo(text, self.state.today) if text.strip() else ""
        fits = cell_len(shown) + 2 + len(said) <= room + 1
        return column + cell_len(shown) + 2, said if fits else "", "dim"

    def buttons(self, column: int) -> None:
        """`[ Save ]   [ Back ]`; the lit one with `>` and the cursor's ground."""
        cells: list[tuple[int, str, Token]] = []
        line, places = len(self.drawing.lines), []
        for button in self.state.buttons:
            name = f"[ {button} ]"
            lit = self.state.button == button
            cells.append((column - 2, f"> {name}", "cursor") if lit else (column, name, "text"))
            places.append(Place(line, column, len(name), 1))
            column += len(name) + 3
        self.drawing.lines.append(at(*cells))
        self.drawing.places += places


def sides(entries: "Sequence[Entry]", *, narrow: bool) -> list[Side]:
    """Which fields share a line: halves in pairs; on a narrow page only where both are choices."""
    made: list[Side] = []
    for place, entry in enumerate(entries):
        after = entries[place + 1] if place + 1 < len(entries) else None
        if made and made[-1] == "left":
            made.append("right")
        elif after and entry.half and after.half and entry.group == after.group and not after.space:
            made.append("left" if not narrow or entry.kind == after.kind == "choice" else "whole")
        else:
            made.append("whole")
    return made


def merged_groups(state: FormState, found: Sequence[Side]) -> set[str]:
    """The groups that stand on one line, behind their own name: all but the open one, where groups ask the same things."""
    first: dict[str, str] = {}
    rows: Counter[str] = Counter()
    for entry, side in zip(state.entries, found, strict=True):
        first.setdefault(entry.group, entry.label)
        rows[entry.group] += side != "right"
    same = Counter(first.values())
    opened = state.entry.group if state.entry else ""
    return {
        group for group, count in rows.items() if group and group != opened and count == 1 and same[first[group]] > 1
    }


def broken_lines(text: str, room: int, *, one: bool) -> list[str]:
    """The text broken as the box breaks it; a half has one line."""
    return [cut(" ".join(text.split("\n")), room)] if one else wrap(text, room)


def closed_lines(broken: Sequence[str], room: int, most: int = MOST) -> list[str]:
    """At most six lines of a closed field; an ellipsis says that there is more."""
    shown = [line.rstrip() for line in broken]
    return shown if len(shown) <= most else [*shown[: most - 1], cut(f"{shown[most - 1]} …", room)]


def open_lines(label: str, start: int, column: int, room: int, height: int, *, mark: bool) -> list[Line]:
    """An open field: the mark, its label, a bar, and under the box the same ground."""
    made: list[Line] = []
    for row in range(height):
        named: list[tuple[int, str, Token]] = []
        if row == 0:
            named = [(1, ">", "accent")] if mark else []
            named.append((start, label, "accent"))
        ground: tuple[int, str, Token] = (column - 1, " " * (room + 2), "open")
        made.append(at(*named, (column - 2, "│", "accent"), ground, (column + room + 1, " ", "text")))
    return made


def moved(line: Line, column: int) -> Line:
    """The line without the blanks before `column`, to be set beside another."""
    (first, token), *rest = line
    return ((first[column:], token), *rest) if words(line) or len(first) > column else line
