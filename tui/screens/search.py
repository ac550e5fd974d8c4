"""Search: a box on top, and below it what was found in everything a person has, with every letter; Enter goes there."""

import asyncio
import time
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.containers import Vertical
from textual.widget import Widget

from checklists.pages.blocks import Page
from checklists.pages.search import search_page
from checklists.searching.search import Search
from store.case import OWN
from tui.keys import Context
from tui.screens.base import spot_of
from tui.screens.learning import LEADS
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList
from tui.widgets.search_box import BelowBox, SearchBox

if TYPE_CHECKING:
    from tui.app import Casereflect

BETWEEN = 0.01
"""Seconds between two cases that are read, in which a key is acted on."""
SHOWN_EVERY = 0.5
"""Seconds after which what was found meanwhile is shown, while cases are still being read."""


class SearchScreen(CaseVerbs):
    """Looks through cases, answers, the chronology and my own book. The texts are in memory as long as it is open."""

    about = "search"
    contexts: ClassVar[tuple[Context, ...]] = ("move",)
    footer_words: ClassVar = {"down": "list", "find": "search"}

    def __init__(self) -> None:
        super().__init__()
        self.footer = "search"
        self.search: Search | None = None
        self.typed = ""
        self._read_mark = ""

    @property
    def _program(self) -> "Casereflect":
        return cast("Casereflect", self.app)

    def body(self) -> Widget:
        """The box with what was looked for last, and the list."""
        self.typed = self._program.looked_for
        return Vertical(SearchBox(self.typed, self.take), BelowBox(self.compose_rows))

    @property
    def box(self) -> SearchBox:
        """The line in which one types."""
        return self.query_one(SearchBox)

    def drawn(self) -> None:
        """Letters go into the box at once; the cases are read behind it."""
        self.box.mask(masked=self.is_masked)
        self.to_box()
        super().drawn()
        self._read_on()

    # Reading

    def mark(self) -> str:
        """The caseload's mark, and that of my own book."""
        store = self.house.store
        return f"{store.stamp()} {store.stamp(OWN)}"

    def the_search(self) -> Search:
        """The search, begun when it is first asked for. Raises StoreTrouble."""
        if self.search is None:
            self._read_mark = self.mark()
            self.search = Search(self.house.store, self.today())
        return self.search

    def renew(self) -> None:
        """What was saved since is read again, and nothing else."""
        if not self.house.locked and self.search is not None and self._read_mark != (now := self.mark()):
            with self.telling():
                self._read_mark = now
                self.search.look_again()
        super().renew()
        if self.ready:
            self._read_on()

    def _read_on(self) -> None:
        if not self.house.locked:
            self.run_worker(self._read_all(), exclusive=True)

    async def _read_all(self) -> None:
        """One case after the other, with room for keys between; what is found meanwhile is shown now and then."""
        with self.telling():
            search, shown = self.the_search(), time.monotonic()
            if not search.left:
                return
            while search.left and search is self.search:
                await self._let_keys_by()
                if self.house.locked or not search.left:
                    return
                search.read_next()
                if time.monotonic() - shown > SHOWN_EVERY and self.is_current:
                    self.list.reload()
                    shown = time.monotonic()
        self.list.reload()

    async def _let_keys_by(self) -> None:
        """A key that waits, or is being acted on, goes first."""
        await asyncio.sleep(BETWEEN)
        while self._program.key_queue.busy and self.is_current:  # noqa: ASYNC110 - the queue says it of one key at a time
            await asyncio.sleep(BETWEEN)

    def on_screen_suspend(self) -> None:
        """Locked, nothing that was read stays in memory."""
        if self.house.locked:
            self._drop()

    def on_unmount(self) -> None:
        """Left, nothing that was read stays in memory; the words are, until the program ends or is locked."""
        self._drop()

    def _drop(self) -> None:
        if self.search is not None:
            self.search.drop()
            self.search = None

    # The page

    def compose_page(self) -> Page:
        """What is found so far."""
        return search_page(self.the_search().find(self.typed, masked=self.is_masked), self.today())

    def _lines_to_explain(self, _found: object) -> int:
        """Always two: other rows come with every letter, and the page may not jump."""
        return type(self).foot_height

    def masked_changed(self) -> None:
        """The texts, and what was typed."""
        self.box.mask(masked=self.is_masked)
        super().masked_changed()

    # Typing

    def on_search_box_typed(self, message: SearchBox.Typed) -> None:
        """Look for what stands there now."""
        message.stop()
        self._look_for(message.text)

    def _look_for(self, text: str) -> None:
        if text != self.typed:
            self.typed = self._program.looked_for = text
            self._list.begin_anew()

    @property
    def _list(self) -> BelowBox:
        return self.query_one(BelowBox)

    def take(self, event: events.Key) -> bool:
        """The keys that are not typing: Enter goes there, Down goes to the list, Esc goes back."""
        box = self.box.editor
        if event.key in ("down", "tab", "pagedown", "enter"):
            self._look_for(box.text)
            if self._list.stops and event.key == "enter":
                self.open_row()
            elif self._list.stops:
                self.to_list()
        elif event.key == "escape" or (event.key == "backspace" and not box.text):
            self.action_back()
        else:
            return event.key in ("up", "shift+tab", "pageup")
        return True

    def to_list(self) -> None:
        """Letters are commands again."""
        self.footer = "list"
        self.set_focus(self._list)
        self.box.leave()
        self._draw_foot()

    def to_box(self) -> None:
        """Letters are text."""
        self.footer = "search"
        self.box.take_focus()
        self._draw_foot()

    def on_below_box_above(self, message: BelowBox.Above) -> None:
        """Up from the first row."""
        message.stop()
        self.to_box()

    def action_find(self) -> None:
        """Other words."""
        self.to_box()

    # Going there

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Enter on a row."""
        message.stop()
        self.open_row()

    def open_row(self) -> None:
        """Where it stands: an answer's question, a visit's form, an action's list, the case."""
        spot = spot_of(self)
        with self.telling():
            if spot.what == "record":
                from tui.screens.going_there import go_there

                go_there(self, self.case_of(spot.case_id), spot.record_id)
            elif lead := LEADS.get(spot.what):
                lead(self, spot)
            elif spot.case_id:
                from tui.screens.opening import open_spot

                open_spot(self, spot)
