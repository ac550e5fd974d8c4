"""What `s` does to a row with a prompt: set it aside until a day, with a reason; and taking that back."""

from typing import TYPE_CHECKING

from tui.screens.base import spot_of
from tui.screens.verbs import CaseVerbs

if TYPE_CHECKING:
    from tui.widgets.dialog import Answer

NO_PROMPT = "There is no prompt on this row. Go to one first."


class OnPrompt(CaseVerbs):
    """A page with prompts among its rows."""

    def action_set_aside(self) -> None:
        """Until when, and why it can wait; on one that is set aside, ask it again."""
        from checklists.journeys.setting_aside import set_aside_form
        from checklists.use_cases.setting_aside import prompt_on

        spot, house = spot_of(self), self.house
        if spot.what == "set aside":
            self.ask_again()
        elif not spot.signal:
            self.notice(NO_PROMPT)
        else:
            with self.telling():
                case, limits = self.case_of(spot.case_id), house.limits()
                prompt = prompt_on(case, spot.signal, spot.about, self.today(), limits)
                self.ask_form(
                    lambda: set_aside_form(house.store, house.clock, limits, case, prompt),
                    title=f"Set {spot.signal} aside until a day?",
                    yes="Set aside",
                )

    def ask_again(self) -> None:
        """Take back what was set aside, at once."""
        from tui.widgets.dialog import Question

        spot = spot_of(self)
        sentence = "It is asked again from now on. Why it was set aside stays readable among the earlier texts."
        question = Question("Ask this again now?", (sentence,), "Ask again", "Leave it")
        self.ask(question, lambda answer: self._taken_back(spot.case_id, spot.record_id, answer))

    def _taken_back(self, case_id: str, record_id: str, answer: "Answer") -> None:
        from checklists.use_cases.setting_aside import take_back

        if answer is None:
            return
        with self.telling():
            take_back(self.house.store, case_id, record_id)
            self.came_back("It is asked again.")
