"""What `s` and `d` do to a row with a prompt: set it aside until a day, or do what it asks for."""

from typing import TYPE_CHECKING

from tui.screens.base import spot_of
from tui.screens.on_action import OnAction

if TYPE_CHECKING:
    from checklists.pages.spot import Spot
    from tui.widgets.dialog import Answer

NO_PROMPT = "There is no prompt on this row. Go to one first."


class OnPrompt(OnAction):
    """A page with prompts among its rows."""

    def action_done(self) -> None:
        """Open the form that answers the prompt on the row; an action is finished as everywhere."""
        spot = spot_of(self)
        if spot.what == "question" and spot.signal:
            self.answer_prompt(spot)
        else:
            super().action_done()

    def answer_prompt(self, spot: "Spot") -> None:
        """The form that the prompt leads to, with what is known filled in."""
        from checklists.journeys.answering import act_of
        from checklists.journeys.looking_ahead import NAME
        from checklists.use_cases.setting_aside import prompt_on
        from store.records import Action
        from tui.form_names import form_of
        from tui.screens.looking_ahead import begin_ahead

        with self.telling():
            case = self.case_of(spot.case_id)
            act = act_of(case, prompt_on(case, spot.signal, spot.about, self.today(), self.house.limits()))
            action = case.find(spot.about)
            if act.question:
                self.open_question(case, act.question)
            elif act.form.startswith(NAME):
                begin_ahead(self, case)
            elif act.form == "wonder":
                self.action_wonder()
            elif isinstance(action, Action):
                self.finish(case, action)
            else:
                self.fill(lambda: form_of(self.house, case, act))

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
