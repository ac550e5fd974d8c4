"""FindLine: the foot becomes a line to type in, and the list above narrows with each letter."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container

from tui.look import BLANK, Line, at
from tui.widgets.editor import Editor
from tui.widgets.frame import hint_line
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from tui.widgets.page_screen import PageScreen

LABEL, VALUE, ROOM, WIDE = 3, 10, 30, 80
PAGES = {"page_down": 1, "page_up": -1}
"""Keys of the list that act while one types, as no letter is a page."""


class FindLine(Container):
    """Asks what to find. Enter goes to the list, Esc shows all."""

    DEFAULT_CSS = """
    FindLine { layer: over; dock: bottom; width: 100%; background: $ground; layers: page open; }
    FindLine Lines { layer: page; }
    FindLine Editor { layer: open; position: absolute; }
    """

    def __init__(self, text: str, where: str) -> None:
        super().__init__()
        self.start = text
        self.where = where
        self.editor = Editor(self._take)

    @property
    def _page(self) -> "PageScreen":
        from tui.widgets.page_screen import PageScreen

        assert isinstance(self.screen, PageScreen)
        return self.screen

    def compose(self) -> ComposeResult:
        """The line, with the box over it."""
        yield Lines()
        yield self.editor

    def on_mount(self) -> None:
        """Take the focus at once, for keys typed ahead; what was looked for before is marked, and a letter replaces it."""
        self.styles.height = self._page.foot_room + 2
        box = self.editor.styles  # set here: in CSS the box's own rule for the focus would win
        box.offset, box.width = (VALUE - 1, 1), ROOM
        self.editor.load_text(self.start)
        self.editor.mark_all()
        self.screen.set_focus(self.editor)
        self.on_resize()
        self._page.ready = True

    def on_resize(self) -> None:
        """Draw the line, what it looks at, and its two keys."""
        width = self.screen.size.width
        named: Line = at((1, ">", "accent"), (LABEL, "Find", "accent"), (VALUE - 2, "│", "accent"))
        where = f"    {self.where}" if width >= WIDE else " "
        line: Line = (*named, (" " * ROOM, "open"), (where, "dim"))
        blanks = [BLANK] * (self._page.foot_room - 1)
        self.query_one(Lines).show([self._page.rule(), line, *blanks, hint_line(self._page.find_hints, width)])
        self.call_after_refresh(self.editor.mend_caret)

    def on_text_area_changed(self) -> None:
        """Narrow the list."""
        self._page.find_text(self.editor.text)

    def _take(self, event: events.Key) -> bool:
        if event.key in ("enter", "down", "tab"):
            self._page.find_text(self.editor.text)
            self._page.find_done(chosen=event.key == "enter")
        elif turns := PAGES.get(self._page.key_means(event.key)):
            self._page.list.action_page(turns)
        elif event.key == "escape" or (event.key == "backspace" and not self.editor.text):
            self._page.find_left()
        else:
            return event.key == "up"
        return True
