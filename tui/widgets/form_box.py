"""FormBox: a form as a page of plain words, with the one text box laid over the open field."""

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.document._history import EditHistory

from tui.widgets.editor import Editor
from tui.widgets.form_page import Drawing, FormPage
from tui.widgets.form_state import FormState, Path
from tui.widgets.line_list import NARROWEST
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from checklists.entry import Entry

WHOLE = ("day", "time", "number", "interval", "named")
"""Kinds of field that are taken as a whole: one that is filled in is marked when it is opened, and a letter replaces it."""


class FormBox(Container):
    """Draws what a form knows, and shows the open field. What a key does, and what is said, its owner decides."""

    DEFAULT_CSS = """
    FormBox { layers: page open; height: 1fr; }
    FormBox Lines { layer: page; }
    FormBox Editor { layer: open; position: absolute; }
    """

    def __init__(self, state: FormState, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.state = state
        self.history: dict[Path, EditHistory] = {}
        self.top = 0
        self.drawing = Drawing([], [])
        self.page = Lines()
        self.editor = Editor(self.take)
        self._box: tuple[int, int, int, int] | None = None

    def compose(self) -> ComposeResult:
        """The page, and the one box."""
        yield self.page
        yield self.editor

    def take(self, event: events.Key) -> bool:
        """The keys that are not typing. True if the key is used up."""
        raise NotImplementedError

    def explain(self) -> None:
        """Tell the foot about what is open."""
        raise NotImplementedError

    @property
    def masked(self) -> bool:
        """Names and texts are masked: the app says so."""
        return bool(getattr(self.app, "masked", False))

    @property
    def covered(self) -> bool:
        """What stands in the open field is behind the mask."""
        return self.masked and self.state.entry is not None and self.state.entry.covered

    # What is open

    def open_path(self, path: Path) -> None:
        """Open a field by its path."""
        self.keep_history()
        if self.state.open_path(path):
            self.show_open()

    def open_button(self, button: int) -> None:
        """Light a button, counted from 0."""
        self.keep_history()
        self.state.open_button(button)
        self.show_open()

    def keep_history(self) -> None:
        """What can be undone in the open field, for when it is opened again."""
        entry = self.state.entry
        if entry and not self.editor.read_only:
            self.history[entry.path] = self.editor.history

    def show_open(self) -> None:
        """Load the box with what is open now, with its own undo history."""
        editor, entry = self.editor, self.state.entry
        typed = entry is not None and entry.kind != "choice"
        editor.many = entry is not None and entry.kind == "long"
        editor.read_only = not typed
        editor.set_class(entry is None, "button")
        editor.unsaid = entry.unsaid(self.state.today) if entry and typed else ""
        editor.marked = editor.in_use = False
        editor.history = replace(editor.history)  # load_text empties it: never the one that is kept
        editor.load_text(self._text_shown())
        if entry and typed:
            editor.history = self.history.get(entry.path, editor.history)
            self._place_caret(entry)
        editor.mask(covered=self.covered and typed)
        self.draw()
        self.call_after_refresh(editor.mend_caret)
        self.explain()

    def _text_shown(self) -> str:
        """What the box holds: of a choice, which is never typed in it, what may be seen of it."""
        entry = self.state.entry
        return (
            entry.behind_mask(self.state.text) if entry and entry.kind == "choice" and self.masked else self.state.text
        )

    def _place_caret(self, entry: "Entry") -> None:
        """At the end; a day, a number or a name with all of it marked."""
        if entry.kind in WHOLE:
            self.editor.mark_all()
        else:
            self.editor.move_cursor(self.editor.document.end)

    # Drawing

    def compose_page(self, width: int) -> Drawing:
        """The whole form as lines, with the place of each field."""
        return FormPage(self.state, width, masked=self.masked).draw()

    def draw_anew(self) -> None:
        """The mask was put on or taken off."""
        self.draw()
        if self.editor.read_only:
            self.editor.load_text(self._text_shown())
        self.editor.mask(covered=self.covered and not self.editor.read_only)
        self.explain()

    def draw(self) -> None:
        """Repaint what differs, and lay the box over the open field."""
        width, height = self.size
        if not width or not height:
            return
        self.drawing = self.compose_page(max(NARROWEST, width))
        here = self.drawing.places[self.state.place]
        tall = min(here.height, height)  # in a question there may be less room than a long text takes: it turns within
        self._turn(here.line, tall, height)
        self.page.show(self.drawing.lines[self.top : self.top + height])
        box = (here.value - 1, here.line - self.top, here.width + 2, tall)
        if box != self._box:
            self._box = box
            styles = self.editor.styles
            styles.offset, styles.width, styles.height = box[:2], box[2], box[3]
            self.call_after_refresh(self.editor.mend_caret)

    def _turn(self, line: int, tall: int, height: int) -> None:
        """Half a page where the open field is out of view; to the top where it is near it."""
        if line < self.top or line + tall > self.top + height:
            self.top = line - (height - tall) // 2
        if line < height // 2 and line + tall <= height:
            self.top = 0
        self.top = max(0, min(self.top, len(self.drawing.lines) - height))
