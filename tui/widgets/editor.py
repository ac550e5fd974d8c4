"""Editor: the one text box, laid over whatever is open."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual import events, on
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from store.text import clean, masked_text, one_line


class Editor(TextArea):
    """Textual's text box without its looks. It keeps the focus as long as its owner lives.

    So keys typed ahead of the screen reach the field they were meant for; a choice or a button is a box that
    cannot be typed in. `take` is offered every key first and says whether it used it up.
    """

    ALLOW_SELECT: ClassVar[bool] = False
    DEFAULT_CSS = """
    Editor, Editor:focus {
        border: none; padding: 0 0 0 1; scrollbar-size: 0 0; width: 1; height: 1;
        background: $open; color: $openink; background-tint: $open 0%;
    }
    Editor .text-area--cursor, Editor:focus .text-area--cursor,
    Editor.-read-only .text-area--cursor, Editor.-read-only:focus .text-area--cursor {
        background: $open; color: $openink; text-style: none;
    }
    Editor .text-area--selection { background: $lit; color: $litink; }
    Editor .text-area--placeholder { background: $open; color: $opendim; text-style: none; }
    Editor.button, Editor.button:focus, Editor.button .text-area--cursor, Editor.button:focus .text-area--cursor,
    Editor.button.-read-only .text-area--cursor, Editor.button.-read-only:focus .text-area--cursor {
        background: $lit; color: $litink; background-tint: $lit 0%;
    }
    """

    def __init__(self, take: Callable[[events.Key], bool]) -> None:
        super().__init__("", soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False)
        self.cursor_blink = False
        self.take = take
        self.covered = False
        """The mask is on: all is x letters, but for the line with the cursor once a key was pressed in it."""
        self.in_use = False
        """A key came since it was opened."""
        self.many = False
        """Many lines may be written; else a pasted line end becomes a space."""
        self.marked = False
        """All of it was marked when it was opened, and no key has come since: a letter takes its place."""
        self.unsaid = ""
        """What it means while it is blank, shown dim."""

    def mask(self, *, covered: bool) -> None:
        """Put the mask on the box, or take it off."""
        if covered != self.covered:
            self.covered = covered
            self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows; blank ones once the box was taken away, as a page may be drawn once more before it has closed up."""
        if not self.is_attached:
            return [Strip.blank(crop.width)] * crop.height
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row; behind the mask as x letters, but for the one in which somebody types."""
        if self.unsaid and not self.text:
            said = Segment(self.unsaid if y == 0 else "", self.get_component_rich_style("text-area--placeholder"))
            return Strip([said]).adjust_cell_length(self.size.width, self.rich_style)
        strip = super().render_line(y)
        if not self.covered or (self.in_use and y + self.scroll_offset.y == self._cursor_row):
            return strip
        return Strip([Segment(masked_text(text), style, control) for text, style, control in strip])

    @property
    def _cursor_row(self) -> int:
        """The row of the cursor, counted with the broken lines above it."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    @on(TextArea.SelectionChanged)
    def _uncover(self) -> None:
        """The cursor stands in another line."""
        if self.covered:
            self.refresh()

    def mark_all(self) -> None:
        """Mark the whole text, the caret at its end: a letter or a paste takes its place, any other key keeps it."""
        self.marked = bool(self.text)
        self.selection = Selection((0, 0), self.document.end)

    def edit(self, edit: Edit) -> EditResult:
        """Textual looks for the caret before it knows that the text has one line more: the caret would stand below the box until the next key."""
        before = self.virtual_size
        result = super().edit(edit)
        if self.virtual_size != before:
            self.scroll_cursor_visible()
        return result

    async def _on_key(self, event: events.Key) -> None:
        marked, self.marked = self.marked, False
        if marked and event.key == "backspace":
            self.move_cursor(self.document.end)
        used = self.take(event)
        if not used and not self.in_use:
            self.in_use = True
            self._uncover()
        if not used and event.key == "ctrl+j" and self.many:  # a line feed, as in a paste that is not marked as one
            self._replace_via_keyboard("\n", *self.selection)
            used = True
        if not used and event.key in (bound := self._bindings.key_to_bindings):
            # Here and in order: a binding that waits until the key has bubbled up is overtaken by the next key.
            await self.run_action(bound[event.key][0].action)
            used = True
        if used:
            event.stop()
            event.prevent_default()

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # else Textual calls the text box's own handler too
        self.in_use = True
        text = clean(event.text) if self.many else one_line(event.text)
        if not self.read_only and (result := self._replace_via_keyboard(text, *self.selection)):
            self.move_cursor(result.end_location)

    def action_delete_to_start_of_line(self) -> None:
        """Take away all before the caret up to the last line end that was typed; where the box breaks a line is no end."""
        row, column = self.selection.end
        self._delete_via_keyboard((row, 0), (row, column))

    @property
    def caret_index(self) -> int:
        """How many letters stand before the caret."""
        row, column = self.cursor_location
        return sum(len(self.document.get_line(line)) + 1 for line in range(row)) + column

    def go_to(self, index: int) -> None:
        """Put the caret behind so many letters; at the end where there are fewer."""
        before = self.text[:index].split("\n")
        self.move_cursor((len(before) - 1, len(before[-1])))

    def mend_caret(self) -> None:
        """Put the terminal's cursor into the box: Textual leaves it where the box was before it moved."""
        right = self.cursor_screen_offset
        if self.has_focus and self.app.cursor_position != right:
            self.app.cursor_position = right
            self.refresh(Region(0, 0, 1, 1))  # the cursor goes out with a painting
