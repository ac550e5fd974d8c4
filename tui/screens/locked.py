"""Locked: a screen that shows nothing of what is kept, and a field for the passphrase."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.screen import Screen

from checklists.troubles import StoreTrouble
from checklists.use_cases.drafts import Kept
from store.text import one_line
from tui.composition import House
from tui.look import BLANK, Line, at
from tui.widgets.frame import foot_lines, hairline, hint_line
from tui.widgets.lines import Lines

PLACE = "casereflect, locked"
ROOM = 40
LOSES = "Ctrl+Q once more leaves and loses what is typed."
UNASKED = "This store has no passphrase. Enter shows the pages again."
WAIT = "One moment: the key is being opened."


class LockScreen(Screen[None]):
    """Takes letters for the passphrase and nothing else. Leaving the program stays possible."""

    AUTO_FOCUS: ClassVar[str] = ""
    DEFAULT_CSS = "LockScreen { background: $ground; }"
    covers_all = True
    """No key of another page acts here."""

    def __init__(self, house: House, then: Callable[[], None]) -> None:
        """`then` is done once it is open again."""
        super().__init__()
        self.house = house
        self.then = then
        self.typed = ""
        self.opening = False
        self._said = ("", "") if house.encrypted else (UNASKED, "")

    def compose(self) -> ComposeResult:
        """One page of lines."""
        yield Lines()

    def on_resize(self) -> None:
        """Draw for the new size."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """A letter more, one less, or open."""
        event.stop()
        if self.opening:
            return
        if event.key == "enter":
            self._open()
        elif event.key in ("backspace", "ctrl+u", "escape"):
            self.typed = self.typed[:-1] if event.key == "backspace" else ""
            self._draw()
        elif event.is_printable and event.character:
            self._said = ("", "")
            self.typed += event.character
            self._draw()

    def on_paste(self, event: events.Paste) -> None:
        """A passphrase may be pasted."""
        event.stop()
        self.typed += one_line(event.text).strip()
        self._draw()

    def lets_leave(self, kept: Kept) -> bool:
        """Whether Ctrl+Q ends it: where what is typed cannot be kept that is said first, and the second one does."""
        if not kept.trouble or self._said[1].startswith(kept.trouble):
            return True
        self._said = ("", f"{kept.trouble} {LOSES}")
        self._draw()
        return False

    def _open(self) -> None:
        typed, self.typed = self.typed, ""
        self.opening = True
        self._said = (WAIT if self.house.encrypted else "", "")
        self._draw()
        self._try(typed)

    @work(thread=True, exclusive=True)
    def _try(self, passphrase: str) -> None:
        """Opening the key takes a second or two, in a program of its own; the screen stays alive meanwhile."""
        try:
            self.house.unlock(passphrase)
        except StoreTrouble as trouble:
            self.app.call_from_thread(self._refused, str(trouble))
        else:
            self.app.call_from_thread(self._opened)

    def _refused(self, sentence: str) -> None:
        self.opening = False
        self._said = ("", sentence)
        self._draw()

    def _opened(self) -> None:
        self.app.pop_screen()
        self.then()

    def _draw(self) -> None:
        width, height = self.size
        if height < 4:
            return
        lines: list[Line] = [at((1, PLACE, "head")), BLANK]
        if self.house.encrypted:
            stars = "*" * min(len(self.typed), ROOM)
            lines.append(at((1, ">", "accent"), (3, "Passphrase", "accent"), (16, "│", "accent"), (18, stars, "text")))
        lines += [BLANK] * (height - 4 - len(lines))
        lines += [hairline(width), *foot_lines(*self._said, "", width, 2), hint_line((("Enter", "open"),), width)]
        page = self.query_one(Lines)
        page.show(lines)
        page.caret(18 + min(len(self.typed), ROOM), 2)
