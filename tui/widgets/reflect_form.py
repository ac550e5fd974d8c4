"""ReflectForm: what was said last time on the left, the box for now on the right, the record's own evidence below."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len

from checklists.pages.blocks import Block, Table
from checklists.wrong import Wrong
from tui.look import BLANK, Line, at, beside, cut, shown, words, wrap
from tui.outlets.rows import READ, rows
from tui.widgets.form_page import MOST, Columns, Drawing, FormPage, Place, broken_lines, closed_lines
from tui.widgets.form_state import FormState, Path, Texts
from tui.widgets.record_form import At, RecordForm

if TYPE_CHECKING:
    from checklists.entry import Entry

RIGHT = 38
"""Where the right half begins; its labels stand three columns further, at 41."""
LEFT_WIDTH = 40
READ_FROM = 16
"""Where the words of a row of evidence begin."""
EVIDENCE_LINES = 3
"""So many lines of one row are shown."""
THIRD = 120
"""From this width on the evidence is a third column."""
LAST_LINES = 4
"""Lines of last time above the box, where there is one column only."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the box."""

    last_time: Sequence[Block] = ()
    evidence: Sequence[Block] = ()
    follow_up: Sequence[Block] = ()
    status: str = ""
    """Beside `Now`: `draft 16:04`."""


class BoxPage(FormPage):
    """The box of six lines, then the other fields and the buttons."""

    def __init__(self, state: FormState, width: int, status: str, *, masked: bool) -> None:
        super().__init__(state, width, masked=masked)
        self.columns = Columns(14, width, width, narrow=True)
        self.status = status

    def box(self) -> None:
        """The first field: its name in a line of its own, six lines below it."""
        entry, opened = self.state.entries[0], self.state.place == 0
        label, ink = ("> Now", "accent") if opened else ("  Now", "dim")
        room = min(READ, self.width - 6)
        lines = self.drawing.lines
        lines.append(at((1, label, ink), (8, self.status, "dim")))  # type: ignore[arg-type]
        self.drawing.places.append(Place(len(lines), 3, room, MOST))
        shown = closed_lines(broken_lines(self.text_of(entry) or "not recorded", room, one=False), room)
        for row in range(MOST):
            if opened:
                lines.append(at((1, "│", "accent"), (2, " " * (room + 2), "open"), (room + 4, " ", "text")))
            else:
                dim = "text" if self.state.text_of(entry) else "dim"
                lines.append(at((3, shown[row] if row < len(shown) else "", dim)))  # type: ignore[arg-type]

    def others(self) -> None:
        """The fields after the box, then the buttons."""
        for place, entry in enumerate(self.state.entries[1:], 1):
            self.field(place, entry)
        self.drawing.lines.append(BLANK)
        self.buttons(3)


class ReflectForm(RecordForm):
    """The form of a question; only how it is drawn differs from any form."""

    def __init__(
        self,
        entries: "Sequence[Entry] | Callable[[Texts, Path], Sequence[Entry]]",
        texts: Texts,
        today: date,
        around: Around,
        *,
        attempt: Callable[[Texts], tuple[Path, Wrong] | None] | None = None,
        hint: Callable[[Texts, Path], str] | None = None,
        begin: At = ((), 0),
    ) -> None:
        super().__init__(entries, texts, today, attempt=attempt, hint=hint, begin=begin)
        self.around = around

    def set_status(self, status: str) -> None:
        """What stands beside `Now`."""
        self.around = replace(self.around, status=status)
        self.draw()

    def compose_page(self, width: int) -> Drawing:
        """Side by side; one above the other on a narrow screen; three columns on a wide one."""
        if width < 80:
            return self._one_column(width)
        third = width >= THIRD
        page = BoxPage(self.state, width - RIGHT - (LEFT_WIDTH if third else 0), self.around.status, masked=self.masked)
        page.box()
        page.others()
        right = [*page.drawing.lines, BLANK]
        edge = len(right)
        right += _lines(self.around.follow_up, page.width)
        left = _lines(self.around.last_time, LEFT_WIDTH)
        evidence = _evidence(self.around.evidence, LEFT_WIDTH)
        if not third:
            left = _padded(_shortened(left, edge - 1), edge) + evidence
        lines = _beside(left, right, RIGHT)
        if third:
            lines = _beside(lines, evidence, width - LEFT_WIDTH)
        return Drawing(lines, [replace(place, value=place.value + RIGHT) for place in page.drawing.places])

    def _one_column(self, width: int) -> Drawing:
        page = BoxPage(self.state, width, self.around.status, masked=self.masked)
        page.drawing.lines += _shortened(_lines(self.around.last_time, width), LAST_LINES)
        page.box()
        page.drawing.lines += [*_evidence(self.around.evidence, width), *_lines(self.around.follow_up, width)]
        page.others()
        return page.drawing


def _evidence(blocks: Iterable[Block], width: int) -> list[Line]:
    """The evidence, each row broken over a few lines: it is there to be read."""
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Table) or not block.items:
            lines += _lines((block,), width)
            continue
        lines += [at((1, block.heading, "head"))] if block.heading else []
        for item in block.items:
            first, text = (shown(cell if isinstance(cell, str) else cell.full) for cell in item.cells)
            column = READ_FROM if cell_len(first) < READ_FROM - 4 else cell_len(first) + 5
            room = width - column - 3
            broken = closed_lines(wrap(text, room), room, EVIDENCE_LINES)
            lines += [
                at((3, "" if place else first, "text"), (column, line, "text")) for place, line in enumerate(broken)
            ]
    return lines


def _lines(blocks: Iterable[Block], width: int) -> list[Line]:
    return [row.line for row in rows(blocks, width)]


def _shortened(lines: Sequence[Line], most: int) -> list[Line]:
    """At most so many lines; the last says with an ellipsis that there are more."""
    if len(lines) <= most:
        return list(lines)
    last = words(lines[most - 1])
    return [*lines[: most - 1], at((0, cut(f"{last} …", LEFT_WIDTH - 2), "text"))]


def _padded(lines: Sequence[Line], length: int) -> list[Line]:
    return [*lines, *([BLANK] * (length - len(lines)))]


def _beside(left: Sequence[Line], right: Sequence[Line], column: int) -> list[Line]:
    longest = max(len(left), len(right))
    pairs = zip(_padded(left, longest), _padded(right, longest), strict=True)
    return [beside(one, other, column) for one, other in pairs]
