"""What every list of my own book can do: the log, CPD. My own book is no case, so no key of a case acts here."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.spot import Spot
from store.case import OWN
from tui.keys import Context, bindings
from tui.screens.base import Commands, HouseScreen, spot_of
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Record


class OwnBookScreen(HouseScreen):
    """A list of my own book: Enter opens a row, n adds one, x takes one out, d takes it further."""

    footer = "finishing"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move")
    BINDINGS: ClassVar = [*bindings("list")]
    kind = ""
    """The kind of record that it lists."""

    def own(self) -> "Case":
        """My own book, read anew where it was saved since."""
        from checklists.own_book import with_cases

        return with_cases(self.fresh(OWN), self.reading.caseload())

    def the_row(self) -> "Record | None":
        """The record on the row; None, said in the foot, where the row is none."""
        spot = spot_of(self)
        found = None
        with self.telling():
            found = self.case_of(OWN).find(spot.record_id) if spot.record_id else None
        if found is None:
            self.notice("There is no record on this row.")
        return found

    def mark(self) -> str:
        """The mark of my own book; the references of cases stand in it too."""
        return f"{self.house.store.stamp(OWN)} {self.house.store.stamp()}"

    def came_back(self, said: str | None) -> None:
        """A page above was left: the cursor goes to a row that is new, to be read or taken further."""
        before = {row.key for row in self.list.every}
        super().came_back(said)
        new = [row.key for row in self.list.every if isinstance(row.key, Spot) and row.key not in before]
        if len(new) == 1:
            self.list.go_to(new[0])

    def open_form(self, record_id: str = "") -> None:
        """The form of the record, or of a new one."""
        from tui.form_names import form_named

        name = f"{self.kind}:{record_id}" if record_id else self.kind
        self.fill(lambda: form_named(self.house, OWN, name), record_id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Change the record of the row."""
        message.stop()
        self.open_row(spot_of(self))

    def open_row(self, spot: Spot) -> None:
        """The form of the row's record."""
        if spot.record_id:
            self.open_form(spot.record_id)

    def action_new(self) -> None:
        """A new record."""
        self.open_form()

    def action_drop(self) -> None:
        """Take the record out, with a reason; it stays readable among the earlier texts."""
        from checklists.journeys.registers import withdraw_form

        if (record := self.the_row()) is not None:
            house, own = self.house, self.own()
            self.ask_form(
                lambda: withdraw_form(house.store, house.clock, own, record), title="Take this out?", yes="Take out"
            )

    def action_re_date(self) -> None:
        """Dates are part of the form."""
        self.notice("Its day stands in its form, and can be changed there.")

    def action_part(self) -> None:
        """The next part of the page."""
        self.list.next_part()

    def read_row(self) -> None:
        """The record as a page to read."""
        from tui.screens.reading import record_reading

        if record := self.the_row():
            self.app.push_screen(record_reading(OWN, record.id, self.today, self.house.limits))

    def read_earlier(self) -> None:
        """The record's earlier texts."""
        from tui.screens.reading import record_history

        if record := self.the_row():
            self.app.push_screen(record_history(OWN, record.id, self.today))

    def undo(self) -> None:
        """Undo the last change of my own book, after a question."""
        from tui.screens.case_commands import ask_undo

        with self.telling():
            ask_undo(self, self.own())

    def more_commands(self) -> Commands:
        """What every list of my own book has."""
        return {
            "all that is recorded": ("of the row, with when it was written", self.read_row),
            "earlier texts": ("of the row, with what changed", self.read_earlier),
            "undo the last change": ("of my own book; the earlier text is written as a new version", self.undo),
        }
