"""Beside: a page that shows, on a wide screen, the case of the row beside its list."""

from textual.containers import Horizontal
from textual.timer import Timer
from textual.widget import Widget

from checklists.pages.keys_said import blocks_with_keys
from checklists.pages.spot import Spot
from checklists.troubles import StoreTrouble
from tui.look import BLANK, Line
from tui.outlets.rows import rows
from tui.screens.base import HouseScreen, spot_of
from tui.widgets.line_list import LineList
from tui.widgets.lines import Lines
from tui.widgets.two_parts import TwoParts

WIDE = 132
LIST = 82
"""Columns of the list; the case begins at column 84."""
REST = 0.15
"""So long the cursor rests on a row before its case is read: never at every key."""


class Panes(Horizontal):
    """A list, and where there is room for it the pane for the case."""

    DEFAULT_CSS = f"""
    Panes #pane {{ display: none; margin: 0 0 0 1; }}
    Panes.wide #pane {{ display: block; }}
    Panes.wide TwoParts {{ width: {LIST}; }}
    """


class Beside(HouseScreen):
    """A list on the left with the case of its row on the right, from 132 columns on."""

    _rest: Timer | None = None

    @property
    def wide(self) -> bool:
        """There is room for the case beside the list."""
        return self.size.width >= WIDE

    def body(self) -> Widget:
        """The list, and the pane for the case; laid out once only."""
        wide = "wide" if self.app.size.width >= WIDE else ""
        return Panes(TwoParts(self.compose_rows, lambda: self.wide), Lines(id="pane"), classes=wide)

    def masked_changed(self) -> None:
        """The mask holds at once, also where another page lies over this one."""
        super().masked_changed()
        self.draw_beside()

    def on_resize(self) -> None:  # type: ignore[override]
        """From 132 columns on there are two more panes."""
        for panes in self.query(Panes):
            if self.wide != panes.has_class("wide"):
                panes.set_class(self.wide, "wide")
                self.renew()
        self._rested()

    def on_line_list_moved(self, message: LineList.Moved) -> None:  # noqa: ARG002 - the row is read when it is drawn
        """Once the cursor rests, its case is drawn."""
        self._rested()

    def _rested(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._has_rested) if self.wide else None

    def _has_rested(self) -> None:
        self._rest = None
        if self.is_current:
            self.draw_beside()

    def draw_beside(self) -> None:
        """The case of the row, read anew only if it was saved since."""
        if not self.wide or self.house.locked:
            return
        for pane in self.query("#pane").results(Lines):
            pane.show(self._lines_beside(spot_of(self), pane.size.width)[: pane.size.height])

    def _lines_beside(self, spot: Spot, width: int) -> list[Line]:
        """A blank line before each part; nothing where the row is about no case, or it cannot be read."""
        from checklists.pages.beside import beside_page

        if not spot.case_id or spot.what == "damaged":
            return []
        try:
            page = beside_page(self.fresh(spot.case_id), self.today(), self.house.limits())
        except StoreTrouble:
            return []  # the row says so, or Enter will
        made: list[Line] = []
        for block in blocks_with_keys(page.blocks, self.key_named):
            lines = [row.line for row in rows((block,), width)]
            made += [BLANK, *lines] if made and lines and hasattr(block, "items") else lines
        return made
