"""Reflect: one of the eight questions on a case, with the record's own evidence and last time's answer beside the box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, ClassVar

from checklists.entry import Entry, Path
from checklists.journeys.form import Texts
from checklists.journeys.reflect import reflect_form
from checklists.journeys.unsaved import Unsaved
from checklists.pages.question import QuestionView, question_view
from checklists.use_cases.drafts import Draft
from checklists.use_cases.reflect import answers_to
from store.case import Case
from tui.composition import House
from tui.keys import Context
from tui.screens.base import Commands
from tui.screens.form import FormScreen
from tui.widgets.record_form import RecordForm
from tui.widgets.reflect_form import Around, ReflectForm

if TYPE_CHECKING:
    from checklists.masking import Reading


SPOKEN = ("Q1", "Q3")
"""Questions beside which the child's own words can be read."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """What a question says when it is left for the next of the walk."""

    question: str
    walk: tuple[str, ...]
    news: str


class ReflectScreen(FormScreen):
    """Answer a question. Ctrl+N saves and goes on with the next of the walk."""

    footer = "reflect"
    foot_height = 2
    about = "reflect"
    contexts: ClassVar[tuple[Context, ...]] = ("field",)

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
        self.walk = tuple(walk) or tuple(f"Q{number}" for number in range(1, 9))
        self.view = view_of(house.store, house, case.id, question)
        form = reflect_form(house.store, house.clock, case, question, self.view.evidence_ids)
        super().__init__(form, news=news, draft=draft)

    def make_form(self, unsaved: Unsaved) -> RecordForm:
        """Last time on the left, the box on the right, evidence and follow-up below."""
        return ReflectForm(
            self._entries,
            unsaved.texts,
            self.today(),
            self._around(),
            attempt=unsaved.save,
            hint=self._hint,
            begin=(unsaved.at, unsaved.caret),
        )

    def _around(self) -> Around:
        """Last time, evidence and follow-up, behind the mask where it is on."""
        view = view_of(self.reading, self.house, self.case.id, self.question)
        return Around(view.last_time, view.evidence, (*view.asked, *view.follow_up), self._unsaved.status)

    def masked_changed(self) -> None:
        """What stands around the box is made anew."""
        for form in self.query(ReflectForm):
            form.around = self._around()
        super().masked_changed()

    @cached_property
    def _asked(self) -> list[Entry]:
        """The fields; the box needs no help of its own, the question says what to write."""
        box, *others = self._unsaved.form.entries({}, ())
        return [replace(box, help=""), *others]

    def _entries(self, _texts: Texts, _path: Path) -> list[Entry]:
        return self._asked

    def _hint(self, texts: Texts, path: Path) -> str:
        """In an empty box the prompt; then what the record asks here, and what a good answer looks like."""
        if path[-1:] != ("text",):
            return ""
        if not texts.get(path, "").strip():
            return self.view.prompt
        return "\n".join(part for part in (self.view.signal.split("\n")[0], self.view.good_answer) if part)

    def show_status(self) -> None:
        """The question, and when the draft was kept, beside the box."""
        unsaved = self._unsaved
        self.set_header(unsaved.form.place, unsaved.form.facts, unsaved.form.facts)
        if self.is_mounted:
            for form in self.query(ReflectForm):
                form.set_status(unsaved.status)

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

    def save_and_go_on(self) -> None:
        """Save, and go on to the next question; one in which nothing was written is passed over unsaved."""
        unsaved = self._unsaved
        if unsaved.is_changed(self.form.texts) and not self.form.try_to_save():
            return
        following = self._following()
        if following is None:
            self.dismiss(unsaved.said or "That was the last of the questions.")
            return
        said = unsaved.said or "Nothing was written there."
        self.dismiss(GoOn(following, self.walk, f"{said} Next: question {following[1:]}."))

    def _following(self) -> str | None:
        place = self.walk.index(self.question) + 1 if self.question in self.walk else len(self.walk)
        return self.walk[place] if place < len(self.walk) else None


def view_of(reading: "Reading", house: House, case_id: str, question: str) -> QuestionView:
    """What stands around the box."""
    case = reading.case(case_id)
    versions = {answer.id: reading.versions(case_id, answer.id) for answer in answers_to(case, question)}
    return question_view(case, question, house.clock.today(), house.limits(), versions)
