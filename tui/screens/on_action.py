"""What the list keys do to a row that is a practical action: done, another date, drop."""

from typing import TYPE_CHECKING

from tui.screens.base import spot_of
from tui.screens.verbs import CaseVerbs

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Action

NO_ACTION = "There is no action on this row. Go to one first."


class OnAction(CaseVerbs):
    """A page with actions among its rows."""

    def the_action(self) -> "tuple[Case, Action] | None":
        """The action on the row and its case; None, said in the foot, where there is none."""
        from checklists.use_cases.records import the_record
        from store.records import Action

        spot = spot_of(self)
        if spot.what != "action":
            self.notice(NO_ACTION)
            return None
        with self.telling():
            case = self.case_of(spot.case_id)
            return case, the_record(case, spot.record_id, Action)
        return None

    def action_done(self) -> None:
        """Finish it: what is different."""
        if found := self.the_action():
            self.finish(*found)

    def finish(self, case: "Case", action: "Action") -> None:
        """Finish that action: what is different; then what it leads to."""
        from checklists.journeys.actions import finish_form

        house = self.house
        self.ask_form(
            lambda: finish_form(house.store, house.clock, case, action),
            title="Finish this action?",
            yes="Done",
            after=lambda: self.offer_following(case.id, action.id),
        )

    def offer_following(self, case_id: str, action_id: str) -> None:
        """After an A1, A6 or A7 action: the record that it leads to."""
        from checklists.journeys.actions import FOLLOWING, following_known
        from checklists.use_cases.records import the_record
        from store.records import Action
        from tui.widgets.dialog import Question

        with self.telling():
            case = self.case_of(case_id)
            action = the_record(case, action_id, Action)
            if following := FOLLOWING.get(action.type):
                known = following_known(action)
                self.ask(
                    Question(following.question, (following.sentence,), "Write it", "Not now"),
                    lambda answer: None if answer is None else self.add_to(case, following.kind, known),
                )

    def action_re_date(self) -> None:
        """Another date, with the reason."""
        from checklists.journeys.actions import move_form

        if found := self.the_action():
            house = self.house
            self.ask_form(lambda: move_form(house.store, house.clock, *found), title="Another date?", yes="Move")

    def action_drop(self) -> None:
        """Let it go, with the reason."""
        from checklists.journeys.actions import drop_form

        if found := self.the_action():
            house = self.house
            self.ask_form(
                lambda: drop_form(house.store, house.clock, *found), title="Let this action go?", yes="Let go"
            )
