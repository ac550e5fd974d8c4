"""PageScreen: header, page and foot; every screen is one of these."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widget import Widget

from checklists.by_key import filled
from checklists.pages.blocks import Page
from checklists.pages.keys_said import with_keys
from tui.keys import bindings, name_of
from tui.look import Line, at, wrap
from tui.outlets.rows import Row, rows
from tui.themes import Token
from tui.widgets.facts import Facts
from tui.widgets.frame import (
    MOST_SAID,
    MOST_TOLD,
    SMALLEST,
    TOO_SMALL,
    foot_lines,
    hairline,
    hint_line,
    is_cut,
    lines_needed,
)
from tui.widgets.header import header_rows, is_place_unsaid
from tui.widgets.line_list import LineList
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from checklists.use_cases.drafts import Kept
    from tui.shell import HouseApp
    from tui.widgets.dialog import Answer, Question
    from tui.widgets.form_state import Texts
    from tui.widgets.record_form import At, RecordForm


MORE_BELOW = "more below"
FRAME_ROWS = 4
"""The header and the blank below it, the hairline and the keys."""
MEDIUM_WIDTH = 80


class PageScreen(Screen[Any]):
    """A page on the grid. A screen with a list gives `compose_page`; one with a form gives `body` and a header."""

    AUTO_FOCUS: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("page")]
    DEFAULT_CSS = """
    PageScreen { layers: page over top; background: $ground; overflow: hidden; }
    PageScreen #header { height: 2; }
    PageScreen #small { layer: top; dock: top; width: 100%; height: 100%; display: none; }
    PageScreen.small #small { display: block; }
    PageScreen Lines, PageScreen RecordForm { background: $ground; }
    """
    footer: str = "list"
    """Which keys stand in the last row (see tui.keys.FOOTERS)."""
    footer_words: ClassVar[Mapping[str, str]] = {}
    """What a key is called here, by its id: `{"done": "answered"}`."""
    foot_height: int = 2
    """Lines that explain the row, at least; as many as the longest needs, the same for all rows, so that nothing jumps."""
    find_hints: ClassVar[Sequence[tuple[str, str]]] = (("Enter", "to the list"), ("Esc", "show all"))
    """What the keys do in the find line."""
    notes: Sequence[str] = ()
    """What the header says on every page beside the facts: fictional, not encrypted."""
    find_where: ClassVar[str] = "reference, initials, date or word"

    def __init__(self) -> None:
        super().__init__()
        self.ready = False
        """Keys may come: it is drawn, and what was asked to open is open."""
        self._tallest = 0
        """Lines that the longest explanation of a row needs."""
        self._place, self._brief, self._facts = "", "", ("", "", "")
        self.unsaid: tuple[str, ...] = ()
        """Notes for which the header has no room."""
        self._standing = ""
        self._said = ("", "")
        self._notice: tuple[str, str] | None = None
        self._before: Widget | None = None
        self._header, self._foot = Lines(id="header"), Lines(id="foot")

    # What a screen gives

    def compose_page(self) -> Page:
        """The page, anew whenever it is drawn."""
        raise NotImplementedError

    def body(self) -> Widget:
        """What stands between header and foot: the page as a list, unless a screen has another."""
        return LineList(self.compose_rows)

    def compose_rows(self, width: int) -> Sequence[Row]:
        """The rows of the page at a width; sets the header too."""
        page = with_keys(self.compose_page(), self.key_named)
        self._standing = page.foot
        self.set_header(page.place, page.facts, page.short_facts, page.least_facts)
        found = rows(page.blocks, width)
        self._tallest = self._lines_to_explain(found)
        self.size_foot()
        return found

    def _lines_to_explain(self, found: Sequence[Row]) -> int:
        """As many as the longest explanation needs; fewer where the page would have to scroll for it, as help has it whole."""
        needed = lines_needed((row.why for row in found if row.key is not None), self.size.width, MOST_SAID)
        spare = self.size.height - FRAME_ROWS - len(found)
        return spare if type(self).foot_height <= spare < needed else needed

    def today(self) -> date:
        """The day it is."""
        return self._house.clock.today()

    @property
    def _house(self) -> "HouseApp":
        return cast("HouseApp", self.app)

    @property
    def is_masked(self) -> bool:
        """Names and texts are masked."""
        return self._house.masked

    @property
    def list(self) -> LineList:
        """The list of the page."""
        return self.query_one(LineList)

    def reload(self) -> None:
        """Draw the page anew, after a change; the cursor stays on its row."""
        self.list.reload()

    # The frame

    def compose(self) -> ComposeResult:
        """Header, body and foot."""
        self._foot.styles.height = self.foot_room + 2
        yield self._header
        yield self.body()
        yield self._foot
        yield Lines(id="small")

    def on_mount(self) -> None:
        """The focus goes to the list at once; a form takes it itself."""
        for page in self.query(LineList):
            self.set_focus(page)
        self.call_after_refresh(self.drawn)

    def drawn(self) -> None:
        """The page stands: keys may come."""
        self.ready = True

    def on_resize(self, event: events.Resize) -> None:
        """Draw the frame for the new size; below 40x15 one sentence takes its place."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "small")
        if small:
            lines = wrap(TOO_SMALL, max(event.size.width - 2, 8))
            self.query_one("#small", Lines).show([at((1, line.rstrip(), "text")) for line in lines])
        self._draw_header()
        self._draw_foot()

    def set_header(
        self, place: str, facts: str = "", short_facts: str = "", least_facts: str = "", *, brief: str = ""
    ) -> None:
        """What the first row says: where one is, and what it is about, from long to short; `brief` names the place shorter."""
        self._place, self._brief, self._facts = place, brief, (facts, short_facts, least_facts)
        self._draw_header()

    def _draw_header(self) -> None:
        lines, left = header_rows(self._place, self._brief, self._header_facts, self._house.marking, self.size.width)
        self._header.show(lines)
        if left != self.unsaid:
            self.unsaid = left
            self._draw_foot()

    @property
    def _header_facts(self) -> Facts:
        """The facts, with the rows in view where the page is longer than its room, or how many were found."""
        looked_for = [page.counts for page in self.query(LineList) if page.looked_for]
        if looked_for:
            count, of = looked_for[0]
            return Facts((f"{count} of {of}",), (), self.notes)
        return Facts(self._facts, () if self._small else self._spans, self.notes)

    @property
    def _small(self) -> bool:
        """A small window, whose hairline says what its header has no room for."""
        return self.size.width < MEDIUM_WIDTH

    @property
    def _spans(self) -> Sequence[str]:
        """The rows in view, where the page is longer than its room."""
        return next((spans for page in self.query(LineList) if (spans := page.spans)), ())

    @property
    def foot_room(self) -> int:
        """Lines under the hairline: as the page needs, and as trouble needs that stands there now."""
        above = self.foot_height - type(self).foot_height
        text, trouble = self._notice or ("", "")
        told = lines_needed([f"{trouble} {text}"], self.size.width, MOST_TOLD) if trouble and self.size.width else 0
        return max(self.foot_height, self._tallest + above, told)

    def size_foot(self) -> None:
        """Give the foot the room that it needs."""
        height, room = self._foot.styles.height, self.foot_room + 2
        if height is None or height.value != room:
            self._foot.styles.height = room

    def _draw_foot(self) -> None:
        self.size_foot()
        width = self.size.width
        text, trouble = self._notice or (self._said[0] or self._standing, "")
        more = "" if self._notice else self._said[1]
        said = foot_lines(text, trouble, more, width, self.foot_room, self._key_of_help)
        keys = hint_line(self._house.key_table.footer(self.footer, width, self.footer_words), width)
        self._foot.show([hairline(width, more=", ".join(filter(None, (*self.unsaid, self._beyond)))), *said, keys])

    def rule(self, ink: Token = "rule") -> Line:
        """The hairline, with what the header has no room for; a question and the find line have one of their own."""
        return hairline(self.size.width, ink, ", ".join(self.unsaid))

    @property
    def _beyond(self) -> str:
        """Which rows are in view, in a small window; to read, that there is more below."""
        if not self._small:
            return ""
        return self._spans[0] if self._spans else MORE_BELOW if any(p.goes_on for p in self.query(LineList)) else ""

    # What the foot says

    def key_named(self, key_id: str) -> str:
        """The key in force for a row of the table of keys, as a sentence calls it."""
        return self._house.key_table.named(key_id)

    def key_means(self, pressed: str) -> str:
        """What a key does in a list, as the id of its row; blank where it is typing."""
        return "" if len(pressed) == 1 else self._house.key_table.meaning("move").get(pressed, "")

    @property
    def _key_of_help(self) -> str:
        return name_of(self._house.key_table.key("help_too").keys[0])

    @property
    def cut_short(self) -> str:
        """The place, and what the foot says of the row or the field: each where there is no room for all of it."""
        width, marking = self.size.width, self._house.marking
        place = self._place if is_place_unsaid(self._place, self._header_facts, marking, width) else ""
        text = self._said[0] or self._standing
        return "\n".join(filter(None, (place, text if is_cut(text, self._said[1], width, self.foot_room) else "")))

    def say(self, text: str, more: str = "") -> None:
        """Explain the row or the field; blank says what the page says."""
        self._said = (text, more)
        self._draw_foot()

    def notice(self, text: str, trouble: str = "") -> None:
        """Take the foot until the next key: news in plain words, or trouble with its first words in amber."""
        text = filled(text, self.key_named)
        self._notice = (text, trouble)
        self._draw_foot()
        if self.asking:
            from tui.widgets.dialog import Dialog

            for dialog in self.query(Dialog):  # it lies over the foot
                dialog.tell(text, trouble)

    def key_pressed(self) -> None:
        """A key came: the notice has been read."""
        if self._notice is not None:
            self._notice = None
            self._draw_foot()

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """Explain the row."""
        self._draw_header()
        self.say(message.row.why)
        self._paint_frame_along()

    def on_record_form_says(self, message: "RecordForm.Says") -> None:
        """Explain the field, or say what is wrong until the next key."""
        if message.trouble:
            self.notice(message.text, message.trouble)
        else:
            self.say(message.text, message.more)
        self._paint_frame_along()

    def _paint_frame_along(self) -> None:
        """One painting of the row or field and of what is said about it; two come a blink apart."""
        self._header.paint_along()
        self._foot.paint_along()

    def masked_changed(self) -> None:
        """The mask was put on or taken off: an open question is drawn anew; a page with texts has its own way."""
        from tui.widgets.dialog import Dialog

        self._draw_header()
        for dialog in self.query(Dialog):
            dialog.draw_anew()

    # Going back, finding, asking

    def action_back(self) -> None:
        """Show all rows again where some were looked for; else the page before."""
        for page in self.query(LineList):
            if page.looked_for:
                self.find_text("")
                return
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()

    def action_find(self) -> None:
        """The foot becomes a line to type in."""
        from tui.widgets.find_line import FindLine

        if self.query(LineList) and not self.asking:
            self._open(FindLine(self.list.looked_for, self.find_where))

    def find_text(self, text: str) -> None:
        """Show only the rows that hold the text."""
        self.list.filter(text)

    def find_done(self, *, chosen: bool) -> None:  # noqa: ARG002 - a menu does what was chosen with Enter
        """Enter or Down: to the list; what was looked for stays."""
        self.close_find()

    def find_left(self) -> None:
        """Esc: show all."""
        self.find_text("")
        self.close_find()

    def close_find(self) -> None:
        """The list has the foot and the keys again."""
        from tui.widgets.find_line import FindLine

        self._close(FindLine)

    @property
    def asking(self) -> bool:
        """A question or the find line is open."""
        return self._before is not None

    def ask(self, question: "Question", then: "Callable[[Answer], None]") -> None:
        """Ask in the lower rows. `then` gets the texts if the answer is yes, None if not. Never one over another."""
        from tui.widgets.dialog import Dialog

        if self.asking:
            return
        for page in self.query(LineList):
            page.set_aside(aside=True)
        self._open(Dialog(question, then))

    def edit_outside(self, form: "RecordForm", keep: "Callable[[Texts, At], Kept]") -> None:
        """Open the text that stands open in the person's editor; a screen of the house knows how."""

    def close_question(self) -> None:
        """The page has the focus again."""
        from tui.widgets.dialog import Dialog

        for page in self.query(LineList):
            page.set_aside(aside=False)
        self._close(Dialog)

    def _open(self, widget: Widget) -> None:
        """Lay something over the foot; keys wait until it can take them."""
        self._before = self.focused or self
        self.ready = False
        self.mount(widget)

    def _close(self, kind: type[Widget]) -> None:
        before, self._before = self._before, None
        self.set_focus(before if before is not self else None)
        self.query(kind).remove()
        self._draw_foot()
