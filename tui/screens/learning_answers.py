"""What was written to the questions of a review in a case; of an answer an action, an unknown or an I wonder is made."""

from typing import TYPE_CHECKING, ClassVar

from checklists.pages.blocks import Page
from checklists.pages.lists.reflections import ANSWER, answers_page
from tui.keys import Context, bindings
from tui.screens.base import Commands, spot_of
from tui.screens.verbs import CaseVerbs
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.pages.spot import Spot
    from store.records import ReviewReflection

NO_ANSWER = "There is no answer on this row. Go to one first."


class AnswersScreen(CaseVerbs):
    """One answer a row: w, a and u make something of it, Enter changes the answers."""

    footer = "answers"
    about = "learning_answers"
    footer_words: ClassVar = {"wonder": "I wonder of it", "actions": "action of it", "unknowns": "unknown of it"}
    contexts: ClassVar[tuple[Context, ...]] = ("case", "move")
    BINDINGS: ClassVar = [*bindings("case")]

    def __init__(self, case_id: str, record_id: str) -> None:
        super().__init__()
        self.case_id = case_id
        self.record_id = record_id

    def _reflection(self, case_id: str) -> "ReviewReflection":
        """The record, behind the mask where it is on. Raises UnknownRecord."""
        from checklists.use_cases.records import the_record
        from store.records import ReviewReflection

        return the_record(self.fresh(case_id), self.record_id, ReviewReflection)

    def compose_page(self) -> Page:
        """Each question with its answer."""
        return answers_page(self.fresh(self.case_id), self._reflection(self.case_id), self.today())

    def mark(self) -> str:
        """The mark of the case's file."""
        return self.house.store.stamp(self.case_id)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """The form with all of its answers."""
        message.stop()
        self.change()

    def change(self) -> None:
        """The boxes, filled."""
        from tui.form_names import form_named

        house, name = self.house, f"review_reflection:{self.record_id}"
        self.fill(lambda: form_named(house, self.case_id, name), self.record_id)

    # Something of an answer

    def action_wonder(self) -> None:
        """An I wonder with the words of the answer."""
        self._make("hypothesis")

    def action_actions(self) -> None:
        """An action with them."""
        self._make("action")

    def action_register(self, kind: str) -> None:
        """An unknown with them; the other lists are those of the case."""
        if kind == "unknown":
            self._make(kind)
        else:
            super().action_register(kind)

    def _make(self, kind: str) -> None:
        from checklists.journeys.applying import form_of_answer
        from store.records import BY_KIND

        spot: Spot = spot_of(self)
        if spot.what != ANSWER:
            self.notice(NO_ANSWER)
        elif case := self.the_case():
            house = self.house
            given = (house.store, house.clock, house.limits(), case, self.record_id, int(spot.part))
            self.fill(lambda: form_of_answer(*given, BY_KIND[kind]))

    def more_commands(self) -> Commands:
        """What can be read of it."""
        return {
            "change the answers": ("what they said before stays readable", self.change),
            "earlier texts": ("with what changed", self.read_earlier),
            "a CPD piece from this": ("it begins empty", self.make_piece),
        }

    def make_piece(self) -> None:
        """A CPD piece; nothing of the answers is taken over unless a key says so."""
        from tui.screens.becoming_cpd import piece_from

        with self.telling():
            case = self.case_of(self.case_id)
            piece_from(self, case, self._reflection(self.case_id))

    def read_earlier(self) -> None:
        """Its earlier texts."""
        from tui.screens.reading import record_history

        with self.telling():
            self.app.push_screen(record_history(self.case_id, self.record_id, self.today))
