"""SearchBox: the line on top of a page in which is typed what to look for; the list stands below it."""

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from tui.look import BLANK, Line, at
from tui.widgets.editor import Editor
from tui.widgets.line_list import LineList
from tui.widgets.lines import Lines

LABEL, BAR, VALUE, WIDEST = 3, 10, 12, 60


class SearchBox(Container):
    """One line to type in. `take` is offered every key first, as in any box."""

    DEFAULT_CSS = """
    SearchBox { height: 2; background: $ground; layers: page open; }
    SearchBox Lines { layer: page; }
    SearchBox Editor { layer: open; position: absolute; }
    """

    @dataclass
    class Typed(Message):
        """Something else stands in it."""

        text: str

    def __init__(self, text: str, take: Callable[[events.Key], bool]) -> None:
        super().__init__()
        self.start = text
        self.here = True
        """It has the focus, or is about to have it."""
        self.editor = Editor(take)

    def compose(self) -> ComposeResult:
        """The line, with the box over it."""
        yield Lines()
        yield self.editor

    def on_mount(self) -> None:
        """What was looked for before stands there, marked: a letter replaces it."""
        self.editor.styles.offset = (VALUE - 1, 0)  # set here: in CSS the box's own rule for the focus would win
        self.editor.load_text(self.start)

    def on_resize(self) -> None:
        """Draw it for the new width."""
        self.draw()
        self.call_after_refresh(self.editor.mend_caret)

    def draw(self) -> None:
        """The line; `>` and the accent where it has the focus."""
        room = max(1, min(WIDEST, self.size.width - VALUE - 3))
        self.editor.styles.width = room
        named: Line = at((1, ">" if self.here else " ", "accent"), (LABEL, "Search", "accent"), (BAR, "│", "accent"))
        ground: Line = (*named, (" " * (VALUE - BAR - 2 + room), "open"))
        self.query_one(Lines).show([ground, BLANK])

    def take_focus(self) -> None:
        """Type here; what stands in it is marked."""
        self.editor.mark_all()
        self.screen.set_focus(self.editor)
        self.here = True
        self.draw()
        self.call_after_refresh(self.editor.mend_caret)

    def leave(self) -> None:
        """The list has the focus."""
        self.here = False
        self.draw()

    def mask(self, *, masked: bool) -> None:
        """Cover what was typed, until a key is pressed in it; or show it."""
        self.editor.in_use = False
        self.editor.mask(covered=masked)

    def on_text_area_changed(self) -> None:
        """Tell the page."""
        self.post_message(self.Typed(self.editor.text))


class BelowBox(LineList):
    """The list below a box: up from its first row is the box."""

    @dataclass
    class Above(Message):
        """The cursor was moved up from the first row."""

    def begin_anew(self) -> None:
        """Other rows, with the cursor on the first."""
        self.stops, self.cursor, self.top = [], 0, 0
        self.reload()

    def action_move(self, by: int) -> None:
        """The next row or the one before; above the first one is the box."""
        if by < 0 and self.cursor == 0:
            self.post_message(self.Above())
        else:
            super().action_move(by)
