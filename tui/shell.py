"""HouseApp: what holds for every screen: the look, the keys that act everywhere, and how it ends."""

import asyncio
import os
import traceback
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar

from rich.text import Text
from textual import events
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver

from checklists.by_key import by_key
from checklists.clock import Clock
from checklists.use_cases.drafts import NOTHING, Kept, said_at
from tui import terminal
from tui.hangup import Hangup
from tui.key_queue import KeyQueue
from tui.keys import STANDARD, KeyTable, bindings
from tui.outlets.text import MARKING
from tui.repaint import pick
from tui.themes import THEMES, Theme
from tui.waking import Waking
from tui.widgets.page_screen import PageScreen

__all__ = ["HouseApp", "PageScreen"]

FAULT = "casereflect stopped because of a fault of its own{place}. {kept}"
UNSURE = "What you typed since the last draft may not be kept."


class HouseApp(App[None]):
    """The frame of the program. `keep` puts what is typed and unsaved into drafts and says so; it may run at any moment."""

    ENABLE_COMMAND_PALETTE = False
    TITLE = "casereflect"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("always")]

    def __init__(
        self,
        look: Theme = THEMES["dark"],
        *,
        ascii: bool = False,  # noqa: A002 - it is what the option is called
        clock: Clock | None = None,
        marking: str = MARKING,
        keep: Callable[[], Kept] = lambda: NOTHING,
    ) -> None:
        self.look = look
        self.ascii = ascii
        self.clock = clock or Clock()
        self.marking = marking
        self.keep = keep
        self.key_table = STANDARD
        self.masked = False
        """Names and texts are masked on every page."""
        self.fault = ""
        self.waking: Waking | None = None
        super().__init__(ansi_color=look.ansi)
        self.key_queue = KeyQueue(self, self.deliver)

    def get_driver_class(self) -> type[Driver]:
        """For slow links: the driver that sends only the cells that changed, where it may be used."""
        return pick(super().get_driver_class(), lambda: self.size, os.environ)

    # The look

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours that the one stock widget, the text box, takes from CSS."""
        look = self.look
        return {
            "ground": look.ground,
            "open": look.open_ground,
            "openink": look.open_ink,
            "opendim": look.open_dim,
            "lit": look.lit_ground,
            "litink": look.lit_ink,
        }

    def set_look(self, look: Theme) -> None:
        """Another theme from now on."""
        self.look = look
        self.ansi_color = look.ansi
        self.refresh_css(animate=False)
        self.screen.refresh(layout=True)

    def on_mount(self) -> None:
        """The terminal's own cursor is shown: readers and magnifiers follow it; the box draws none."""
        self._write(terminal.title(os.environ) + terminal.SHOW_CURSOR)
        if self.waking is not None:
            self.waking.wake(asyncio.get_running_loop())
        self.app_resume_signal.subscribe(self, self._resumed, immediate=True)

    def _resumed(self, _app: App[None]) -> None:
        self._write(terminal.SHOW_CURSOR)
        self.action_redraw()

    def _write(self, text: str) -> None:
        if self._driver is not None:
            self._driver.write(text)

    def use_keys(self, table: KeyTable) -> None:
        """Other keys from now on."""
        self.key_table = table
        self.set_keymap(table.moved)

    def copy_to_clipboard(self, text: str) -> None:
        """Within the program only: nothing is sent to the terminal's clipboard."""
        self._clipboard = text

    def _set_pointer_shape(self, shape: str) -> None:
        """No mouse is used, so its pointer is left alone; an old terminal might print the sequence."""

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes go one at a time, see KeyQueue; everything else as it comes."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.key_queue.put(event)
        else:
            await super().on_event(event)

    def key_came(self) -> None:
        """A person is there."""

    async def deliver(self, event: events.Event) -> None:
        """Hand a key on, now that it is its turn."""
        self.key_came()
        if isinstance(self.screen, PageScreen):
            self.screen.key_pressed()
        await super().on_event(event)

    def holding_keys(self) -> AbstractContextManager[None]:
        """Keep keys back while a page is got ready in more than one step."""
        return self.key_queue.holding()

    async def _press_keys(self, keys: Iterable[str]) -> None:
        """A test pilot's keys; each is waited for until it has been acted on."""
        for key in keys:
            await super()._press_keys([key])
            await self.key_queue.done()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question is open, nothing else opens."""
        if getattr(self.screen, "covers_all", False) and action not in ("redraw", "leave"):
            return False
        opens = action in ("help", "menu", "leave", "today", "caseload", "lock")
        asking = opens and isinstance(self.screen, PageScreen) and self.screen.asking
        return False if asking else super().check_action(action, parameters)

    def action_mask(self) -> None:
        """Mask names and texts on every page, or show them again."""
        self.masked = not self.masked
        for screen in self.screen_stack:
            if isinstance(screen, PageScreen):
                screen.masked_changed()

    def action_redraw(self) -> None:
        """Draw the whole screen again."""
        self._forget_screen()
        self.screen.refresh(layout=True)

    def on_resize(self, event: events.Resize) -> None:
        """What a terminal shows after a change of size is not known, even if it has its old size again."""
        if event.size == self.size and self.screen_stack:
            self.action_redraw()  # Textual paints by itself only where the size is another
        self._forget_screen()

    def _forget_screen(self) -> None:
        forget = getattr(self._driver, "forget", None)
        if forget is not None:
            forget()

    def action_keep(self) -> None:
        """Put what is typed into the drafts now; marked text goes to the program's own clipboard."""
        marked = getattr(self.focused, "selected_text", "")
        if marked:
            self.copy_to_clipboard(marked)
        kept = self.keep()
        if not isinstance(self.screen, PageScreen):
            return
        if kept.trouble:
            self.screen.notice("It stays on this screen.", kept.trouble)
        elif kept.at:
            self.screen.notice(f"Draft kept {said_at(kept.at, self.clock.today())}. {by_key('leave', 'leaves.')}")
        else:
            self.screen.notice(f"Nothing is typed here that is not saved. {by_key('leave', 'leaves.')}")

    def action_leave(self) -> None:
        """Leave, after a question that says what becomes of what is typed."""
        from tui.widgets.dialog import Question

        kept, screen = self.keep(), self.screen
        if not isinstance(screen, PageScreen):
            lets_leave = getattr(screen, "lets_leave", None)
            if lets_leave is None or lets_leave(kept):
                self._leave({})
            return
        yes = "Leave and lose it" if kept.trouble else "Leave"
        screen.ask(Question("Leave casereflect?", (say_kept(kept),), yes, "Stay"), self._leave)

    def _leave(self, answer: Any) -> None:
        if answer is not None:
            self.keep()
            self.exit(return_code=0)

    # Faults

    def _handle_exception(self, error: Exception) -> None:
        self.fault = self.fault or place_of(error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """No traceback on the screen: its values may be words of a case."""
        self.panic()

    def panic(self, *_renderables: Any) -> None:
        """End with one sentence and exit code 1."""
        self._return_code = 1
        first, self._panicked = not getattr(self, "_panicked", False), True
        if first:
            said = UNSURE
            try:
                said = say_kept(self.keep())
            finally:
                super().panic(Text(FAULT.format(place=self.fault, kept=said)))

    # Running

    def _keep_at_the_end(self) -> Kept:
        """What keeps at this moment: it is another while an editor has the terminal."""
        return self.keep()

    def run_in_terminal(self) -> int:
        """Run on this terminal until the person leaves; the exit code. A hang-up ends the process from within."""
        terminal.accept_any_bytes()
        hangup = Hangup(self._keep_at_the_end)
        hangup.install()
        self.waking = Waking()
        self.waking.install()
        try:
            self.run(mouse=False)
        finally:
            self.waking.remove()
            hangup.remove()
        return self.return_code or 0


def say_kept(kept: Kept) -> str:
    """What becomes of what is typed and not saved, if the program ends now."""
    if kept.trouble:
        return f"What you typed and did not save cannot be kept. {kept.trouble}"
    return "What you typed and did not save is kept as a draft." if kept.at else "Nothing is typed that is not saved."


def place_of(error: BaseException) -> str:
    """` (KeyError, line_list.py line 120)`: what a maintainer needs, and no word that was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    last = f", {Path(frames[-1].filename).name} line {frames[-1].lineno}" if frames else ""
    return f" ({type(error).__name__}{last})"
