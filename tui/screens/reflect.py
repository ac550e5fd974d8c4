"""Reflect: one of the eight questions on a case, with the record's own evidence and last time's answer beside the box."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from checklists.entry import Path
from checklists.journeys.form import Texts
from checklists.journeys.reflect import reflect_form
from checklists.pages.question import QuestionView, question_view
from checklists.use_cases.drafts import Draft
from checklists.use_cases.reflect import answers_to
from store.case import Case
from tui.composition import House
from tui.screens.base import Commands
from tui.screens.walked import WalkedScreen
from tui.widgets.reflect_form import Around

if TYPE_CHECKING:
    from checklists.masking import Reading


SPOKEN = ("Q1", "Q3")
"""Questions beside which the child's own words can be read."""
EIGHT = tuple(f"Q{number}" for number in range(1, 9))


class ReflectScreen(WalkedScreen):
    """Answer a question. Ctrl+N saves and goes on with the next of the walk."""

    last_words = "That was the last of the questions."

    def __init__(
        self,
        house: House,
        case: Case,
        question: str,
        walk: Sequence[str] = (),
        news: str = "",
        draft: Draft | None = None,
    ) -> None:
        self.case = case
        self.question = question
        self.view = view_of(house.store, house, case.id, question)
        form = reflect_form(house.store, house.clock, case, question, self.view.evidence_ids)
        super().__init__(form, question, walk or EIGHT, news=news, draft=draft)

    def around(self) -> Around:
        """Last time, evidence and follow-up."""
        view = view_of(self.reading, self.house, self.case.id, self.question)
        return Around(view.last_time, view.evidence, (*view.asked, *view.follow_up))

    def called(self, step: str) -> str:
        """`question 4`."""
        return f"question {step[1:]}"

    def hint(self, texts: Texts, path: Path) -> str:
        """In an empty box the prompt; then what the record asks here, and what a good answer looks like."""
        if path[-1:] != ("text",):
            return ""
        if not texts.get(path, "").strip():
            return self.view.prompt
        return "\n".join(part for part in (self.view.signal.split("\n")[0], self.view.good_answer) if part)

    def show_earlier(self) -> None:
        """Every answer to this question, and what changed between two."""
        from tui.screens.reading import question_history

        with self.telling():
            self.app.push_screen(question_history(self.case.id, self.question, self.today))

    def more_commands(self) -> Commands:
        """Each list of evidence of this question on a page of its own."""
        from checklists.pages.evidence import lists_of

        lists: Commands = {
            f"evidence: {one.many}": ("the whole list; the draft is kept", partial(self.show_evidence, one.kind.kind))
            for one in lists_of(self.case, self.question)
        }
        adults, spoken = self.case.info.service == "adults", self.question in SPOKEN
        words: Commands = {
            "in this person's words" if adults else "in their own words": ("what was said or shown", self.show_words)
        }
        return {**lists, **(words if spoken else {}), **super().more_commands()}

    def show_words(self) -> None:
        """What the first child of the case has said or shown, over the form; Tab turns to the next."""
        from tui.screens.own_words import WordsScreen

        self.app.push_screen(WordsScreen(self.case.id))

    def show_evidence(self, kind: str) -> None:
        """The list of the question's records, over the form."""
        from tui.screens.actions import CaseActionsScreen
        from tui.screens.register import RegisterScreen

        actions = kind == "action"
        self.app.push_screen(CaseActionsScreen(self.case.id) if actions else RegisterScreen(self.case.id, kind))


def view_of(reading: "Reading", house: House, case_id: str, question: str) -> QuestionView:
    """What stands around the box."""
    case = reading.case(case_id)
    versions = {answer.id: reading.versions(case_id, answer.id) for answer in answers_to(case, question)}
    return question_view(case, question, house.clock.today(), house.limits(), versions)
