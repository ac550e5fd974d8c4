"""A list of one kind of record on a case: people, visits, unknowns, agencies and the rest. One screen serves all."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from checklists.by_key import by_key
from checklists.pages.blocks import Page
from checklists.pages.spot import Spot
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.library import Guide
    from store.records import Record


REFLECTIONS = ("answer", "supervision", "review_reflection")
"""Kinds of which a row can become a CPD piece."""
ENTER_CHANGES = "Enter changes plan, dates and intervals."


DONE_WORDS = {"escalation": "answer", "looking_ahead": "make of it"}
"""What d does in lists whose rows are not finished by a short form."""


class RegisterScreen(CaseVerbs):
    """The records of a kind; Enter opens one, n adds one, d finishes one, x takes one out."""

    footer = "register"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "case", "move")
    BINDINGS: ClassVar = [*bindings("list", "case")]

    def __init__(self, case_id: str, kind: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.kind = kind
        if self.footer_words:
            self.footer = "finishing"

    @property
    def about(self) -> str:  # type: ignore[override]
        """Which words of help.toml explain it."""
        return "escalations" if self.kind == "escalation" else "register"

    @property
    def footer_words(self) -> Mapping[str, str]:  # type: ignore[override]
        """What d does in this list: answered, checked, replied, read; blank where no row is finished."""
        from checklists.journeys.closing import CLOSINGS
        from checklists.pages.registers import REGISTERS
        from store.records import BY_KIND

        found = REGISTERS[self.kind]
        if found.done_adds:
            return {"done": "read it"}
        if self.kind in DONE_WORDS:
            return {"done": DONE_WORDS[self.kind]}
        how = CLOSINGS.get(BY_KIND[found.row_adds[0] if found.row_adds else self.kind])
        return {"done": how.yes.lower()} if how else {}

    def compose_page(self) -> Page:
        """The list."""
        from checklists.pages.register import register_page

        return register_page(self.fresh(self.case_id), self.kind, self.today(), self.house.limits())

    def say(self, text: str, more: str = "") -> None:
        """What the row is; in the list of children also what Enter does, as it looks like a list to go on from."""
        super().say(f"{text}\n{ENTER_CHANGES}".strip() if self.kind == "child" else text, more)

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def came_back(self, said: str | None) -> None:
        """A page above was left: the cursor goes to a row of this list that is new, to be read or taken back."""
        before = {row.key for row in self.list.every}
        super().came_back(said)
        new = [row.key for row in self.list.every if isinstance(row.key, Spot) and row.key not in before]
        case = self.the_case() if len(new) == 1 else None
        record = case.find(new[0].record_id) if case else None
        if record and record.kind == self.kind:
            self.list.go_to(new[0])

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Open the row."""
        message.stop()
        self.open_row()

    def open_row(self) -> None:
        """The form of the record, filled."""
        from tui.screens.opening import open_record

        if case := self.the_case():
            open_record(self, case, spot_of(self).record_id)

    def action_new(self) -> None:
        """A new record of this kind; on a row that has parts of its own, one of those: a contact with that agency."""
        from checklists.pages.registers import REGISTERS
        from tui.screens.case_commands import add_child
        from tui.screens.looking_ahead import begin_ahead

        adds = REGISTERS[self.kind].row_adds
        row = self.the_row()
        if self.kind == "visit":
            self.action_visit()
        elif self.kind == "answer":
            self.notice("1 to 8 answers a question.")
        elif self.kind == "set_aside":
            self.notice("A prompt is set aside where it stands, on the case.")
        elif self.kind == "child":
            if case := self.the_case():
                add_child(self, case)
        elif self.kind == "looking_ahead":
            if case := self.the_case():
                begin_ahead(self, case)
        elif adds and row:
            kind, field = adds
            self.add_record(kind, {field: getattr(row, field, row.id)})
        else:
            self.add_record(self.kind)

    def action_done(self) -> None:
        """Finish the row: answer, check, follow up, read."""
        from checklists.journeys.closing import CLOSINGS, closing_form
        from checklists.journeys.escalating import answer_form
        from checklists.pages.registers import REGISTERS
        from store.records import Escalation, LookingAhead
        from tui.screens.looking_ahead import make_of_it

        case, row = self.the_case(), self.the_row()
        if case is None or row is None:
            self.notice("There is nothing on this row to finish.")
            return
        adds, house = REGISTERS[self.kind].done_adds, self.house
        if adds and row.kind == self.kind:
            kind, field = adds
            self.add_record(kind, {field: row.id})
        elif isinstance(row, LookingAhead):
            make_of_it(self, case, row)
        elif isinstance(row, Escalation):
            self.fill(lambda: answer_form(house.store, house.clock, house.limits(), case, row), row.id)
        elif how := CLOSINGS.get(type(row)):
            self.ask_form(lambda: closing_form(house.store, house.clock, case, row), title=how.title, yes=how.yes)
        else:
            self.notice(by_key("open", "opens it; there it can be changed."))

    def the_row(self) -> "Record | None":
        """The record on the row; None where there is none."""
        spot = spot_of(self).record_id
        case = self.the_case() if spot else None
        return case.find(spot) if case else None

    def action_re_date(self) -> None:
        """Dates are part of the record's form."""
        self.notice(by_key("open", "opens it; there its dates can be changed."))

    def action_drop(self) -> None:
        """Take the record out, with a reason; it stays readable among the earlier texts."""
        from checklists.journeys.registers import withdraw_form

        case, record = self.the_case(), self.the_row()
        if case is None or record is None:
            self.notice("There is nothing on this row to take out.")
        elif record.kind == "child":
            self.notice("A child stays with the case. Close the case, or change the child's plan.")
        else:
            house = self.house
            self.ask_form(
                lambda: withdraw_form(house.store, house.clock, case, record), title="Take this out?", yes="Take out"
            )

    def more_commands(self) -> Commands:
        """What can be read of the row."""
        from store.records import BY_KIND
        from tui.screens.systems import around_commands

        more: Commands = {}
        if self.kind == "agency":
            more = {
                "add an agency": ("to the list of this case", lambda: self.add_record("agency")),
                "raise a concern": ("with the agency on the row: an escalation", self.raise_concern),
            }
        if self.kind == "escalation":
            more = {"words for a concern": ("for each step, firm and courteous", self.read_words)}
        if self.kind == "supervision":
            more = {"an action from what was agreed": ("a line of the supervision on the row", self.plan_a_line)}
        if self.kind in REFLECTIONS:
            more = {**more, "a CPD piece from this": ("the reflection of the row; it begins empty", self.make_piece)}
        return {
            **more,
            **around_commands(self, BY_KIND[self.kind], self.the_row),
            "all that is recorded": ("of the row, with when it was written", self.read_row),
            "earlier texts": ("of the row, with what changed", self.read_earlier),
            "move to another case": ("the row, typed here by mistake", self.move_row),
        }

    def make_piece(self) -> None:
        """A CPD piece from the reflection on the row; nothing of it is taken over unless a key says so."""
        from tui.screens.becoming_cpd import piece_from

        if (case := self.the_case()) and (row := self.the_row()):
            piece_from(self, case, row)

    def raise_concern(self) -> None:
        """An escalation with the agency on the row; on a contact with the agency it is with."""
        row = self.the_row()
        agency = getattr(row, "agency_id", row.id) if row else ""
        self.add_record("escalation", {"with_agency": agency} if agency else None)

    def read_words(self) -> None:
        """Ready words for each step."""
        from tui.screens.case_commands import read_concern_words

        if case := self.the_case():
            read_concern_words(self, case)

    @property
    def guide(self) -> "Guide | None":
        """Beside the escalations, words to use for each step."""
        if self.kind != "escalation":
            return None
        from checklists.steps import ready_words

        case = self.the_case()
        return ready_words(case.info.service, self.house.limits()) if case else None

    def plan_a_line(self) -> None:
        """A line of what was agreed becomes an action."""
        from tui.screens.agreed import choose_a_line

        if case := self.the_case():
            choose_a_line(self, case, spot_of(self).record_id)

    def move_row(self) -> None:
        """Put the record where it belongs."""
        from tui.screens.moving import move_to_another_case

        if case := self.the_case():
            move_to_another_case(self, case, spot_of(self).record_id)

    def read_row(self) -> None:
        """The record as a page to read."""
        from tui.screens.reading import record_reading

        if spot := spot_of(self).record_id:
            self.app.push_screen(record_reading(self.case_id, spot, self.today, self.house.limits))

    def read_earlier(self) -> None:
        """The record's earlier texts."""
        from tui.screens.reading import record_history

        if spot := spot_of(self).record_id:
            self.app.push_screen(record_history(self.case_id, spot, self.today))
