"""The chronology of a case: everything dated, in three ways to read it, narrowed by what is typed or chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.outlets.rows import Row
from tui.screens.base import Commands, spot_of
from tui.screens.chronology_filters import filter_commands
from tui.screens.register import RegisterScreen

if TYPE_CHECKING:
    from datetime import date

    from checklists.chronology.choosing import Only
    from checklists.masking import Reading as Stored
    from checklists.pages.chronology import Known, Way
    from store.case import Case

FIXED = {
    "case": "The case is changed from its own page: m, edit case.",
    "child": "A child stays with the case. Close the case, or change the child's plan.",
    "import_batch": "An import is undone as a whole, not row by row.",
    "imported_fact": "An import is undone as a whole, not row by row.",
}
"""What is not taken out of the chronology, by its kind, and why."""
AFTER: "Mapping[Way, str]" = {"entries": "by month", "month": "as written", "written": "entries"}
"""What Tab leads to."""


class ChronologyScreen(RegisterScreen):
    """n adds an event, d marks it as looked at, Tab turns to the next way to read it; `/` and the menu narrow it."""

    about = "chronology"
    find_where = "words, t6, since 1/9, until 3/11"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move", "sheet")
    BINDINGS: ClassVar = [*bindings("list", "case", "sheet")]
    way: "Way" = "entries"

    def __init__(self, case_id: str) -> None:
        from checklists.chronology.choosing import Only

        super().__init__(case_id, "event")
        self.footer = "chronology"
        self.chosen = Only()
        """What was chosen from the menu; what is typed comes on top."""
        self.typed = ""
        self._rows: tuple[tuple[object, ...], Sequence[Row]] | None = None
        self._composed = False
        self._known: tuple[tuple[int, date, str], Known] | None = None

    @property
    def footer_words(self) -> Mapping[str, str]:  # type: ignore[override]
        """What Tab turns to, and what d does here."""
        return {"part": AFTER[self.way], "done": "looked at", "new": "event"}

    @property
    def only(self) -> "Only":
        """What is asked of the entries now."""
        from checklists.chronology.choosing import read_typed

        return read_typed(self.typed, self.today(), self.chosen)

    def compose_rows(self, width: int) -> Sequence[Row]:
        """The rows, made again only where something is another: they are asked for several times as a page opens."""
        now = (self.mark(), self.is_masked, self.today(), self.house.limits(), self.only, self.way, width)
        if self._rows is not None and self._rows[0] == now:
            return self._rows[1]
        self._rows, self._composed = None, False
        made = super().compose_rows(width)
        if self._composed:  # else the case could not be read: the sentence that says so is not kept
            self._rows = (now, made)
        return made

    def compose_page(self) -> Page:
        """The entries, by month, or as written."""
        from checklists.pages.chronology import chronology_page

        case, only = self.fresh(self.case_id), self.only
        page = chronology_page(case, self.today(), self.house.limits(), only, self.way, self.known(case, only))
        self._composed = True
        return page

    def known(self, case: "Case", only: "Only") -> "Known":
        """All entries with their rows, found again only when the case, the day or the child is another."""
        from checklists.pages.chronology import known_of

        key = (id(case), self.today(), only.child)
        if self._known is None or self._known[0] != key:
            self._known = (key, known_of(case, self.today(), only))
        return self._known[1]

    # Reading

    def action_part(self) -> None:
        """The next way to read it."""
        from checklists.pages.chronology import WAYS

        self.turn_to(WAYS[(WAYS.index(self.way) + 1) % len(WAYS)])

    def turn_to(self, way: "Way") -> None:
        """Read it in that way."""
        self.way = way
        self.renew()
        self._draw_foot()

    def open_row(self) -> None:
        """The record's form, filled; what came from a file is read; a row of the grid gives its entries."""
        spot, case = spot_of(self), self.the_case()
        if spot.what == "kind":
            self.narrow(replace(self.chosen, kind=spot.record_id))
            self.turn_to("entries")
        elif case is not None and (record := case.find(spot.record_id)) and record.kind.startswith("import"):
            self.read_row()
        else:
            super().open_row()

    # Narrowing

    def narrow(self, only: "Only") -> None:
        """Show what was chosen from the menu."""
        self.chosen = only
        self.renew()

    def action_find(self) -> None:
        """The foot becomes a line to type in; gaps and figures are those of what is left."""
        from tui.widgets.find_line import FindLine

        if not self.asking:
            self._open(FindLine(self.typed, self.find_where))

    def find_text(self, text: str) -> None:
        """Only what fits what is typed."""
        self.typed = text
        self.reload()

    def action_back(self) -> None:
        """Show all again where something was left out; else the page before."""
        if self.only.asks:
            self.show_all()
        else:
            super().action_back()

    def show_all(self) -> None:
        """Leave nothing out."""
        from checklists.chronology.choosing import Only

        self.typed = ""
        self.narrow(Only(oldest_first=self.chosen.oldest_first))

    # Writing

    def action_done(self) -> None:
        """Mark it as looked at, with the pattern seen."""
        self.add_record("chronology_review")

    def action_write(self) -> None:
        """As it is read now, to be written: this way of reading it, what is asked for, and what that leaves out."""
        from checklists.pages.chronology import chronology_page, printed
        from tui.screens.sheet import open_sheet

        only, way = self.only, self.way

        def make(reading: "Stored") -> Page:
            case, today = reading.case(self.case_id), self.today()
            return printed(chronology_page(case, today, self.house.limits(), only, way), case, today, only)

        open_sheet(self, "chronology", make)

    def action_drop(self) -> None:
        """Take the record of the row out, with a reason."""
        row = self.the_row()
        if row is not None and row.kind in FIXED:
            self.notice(FIXED[row.kind])
        else:
            super().action_drop()

    def more_commands(self) -> Commands:
        """How it can be narrowed and turned, then what can be done with the row."""
        return {**filter_commands(self), **super().more_commands()}
