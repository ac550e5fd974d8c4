"""A list of one kind of record on a case: people, I wonders, visits, children, answers. One screen serves all."""

from typing import ClassVar

from checklists.pages.blocks import Page
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList


class RegisterScreen(CaseVerbs):
    """The records of a kind; Enter opens one, n adds one, x takes one out."""

    footer = "register"
    about = "register"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move")
    BINDINGS: ClassVar = [*bindings("list", "case")]

    def __init__(self, case_id: str, kind: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.kind = kind

    def compose_page(self) -> Page:
        """The list."""
        from checklists.pages.register import register_page

        return register_page(self.fresh(self.case_id), self.kind, self.today())

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The form of the record, filled."""
        from tui.screens.opening import open_record

        message.stop()
        if case := self.the_case():
            open_record(self, case, spot_of(self).record_id)

    def action_new(self) -> None:
        """A new record of this kind."""
        from checklists.journeys.registers import record_form
        from store.records import BY_KIND
        from tui.screens.case_commands import add_child

        case = self.the_case()
        if case is None:
            return
        match self.kind:
            case "visit":
                self.action_visit()
            case "child":
                add_child(self, case)
            case "answer":
                self.notice("1 to 8 answers a question.")
            case _:
                self.fill(lambda: record_form(self.house.store, self.house.clock, case, BY_KIND[self.kind]))

    def action_done(self) -> None:
        """Finishing is part of the record's form."""
        self.notice("Enter opens it; there it can be changed or set down.")

    def action_re_date(self) -> None:
        """Dates are part of the record's form."""
        self.notice("Enter opens it; there its dates can be changed.")

    def action_drop(self) -> None:
        """Take the record out, with a reason; it stays readable among the earlier texts."""
        from checklists.journeys.registers import withdraw_form

        spot = spot_of(self)
        case = self.the_case()
        record = case.find(spot.record_id) if case and spot.record_id else None
        if case is None or record is None:
            self.notice("There is nothing on this row to take out.")
        elif self.kind == "child":
            self.notice("A child stays with the case. Close the case, or change the child's plan.")
        else:
            house = self.house
            self.ask_form(
                lambda: withdraw_form(house.store, house.clock, case, record), title="Take this out?", yes="Take out"
            )

    def more_commands(self) -> Commands:
        """What can be read of the row."""
        return {
            "all that is recorded": ("of the row, with when it was written", self.read_row),
            "earlier texts": ("of the row, with what changed", self.read_earlier),
            "move to another case": ("the row, typed here by mistake", self.move_row),
        }

    def move_row(self) -> None:
        """Put the record where it belongs."""
        from tui.screens.moving import move_to_another_case

        if case := self.the_case():
            move_to_another_case(self, case, spot_of(self).record_id)

    def read_row(self) -> None:
        """The record as a page to read."""
        from tui.screens.reading import record_reading

        if spot := spot_of(self).record_id:
            self.app.push_screen(record_reading(self.case_id, spot, self.today))

    def read_earlier(self) -> None:
        """The record's earlier texts."""
        from tui.screens.reading import record_history

        if spot := spot_of(self).record_id:
            self.app.push_screen(record_history(self.case_id, spot, self.today))
