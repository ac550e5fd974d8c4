"""FormScreen: a form on a page of its own. What is typed is kept as a draft; leaving never discards it."""

from collections.abc import Callable
from typing import ClassVar

from textual.widget import Widget

from checklists.journeys.form import Form
from checklists.journeys.unsaved import Unsaved
from checklists.library import Guide
from checklists.use_cases.drafts import NOTHING, Draft, Kept, all_kept
from store.case import OWN
from tui.keys import Context
from tui.screens.base import Commands, HouseScreen
from tui.widgets.record_form import RecordForm

NO_CASE = ("", OWN)
"""A case that does not exist yet, and my own book: what belongs to a case has no place there."""


class FormScreen(HouseScreen):
    """Fill in a form and save it."""

    footer = "form"
    foot_height = 1
    about = "form"
    contexts: ClassVar[tuple[Context, ...]] = ("field",)

    def __init__(self, form: Form, record_id: str = "", news: str = "", draft: Draft | None = None) -> None:
        super().__init__(news=news)
        self.asked = form
        if form.case_id in NO_CASE:
            self.footer = "form of no case"
        self.foot_height = max(form.foot, type(self).foot_height)
        self.unsaved: Unsaved | None = None
        self.draft = draft
        """The draft to go on with; without one it is the newest of this form."""
        self.record_id = record_id
        """The record that is being changed; blank for a new one."""

    @property
    def guide(self) -> Guide | None:
        """What help says beside the keys: a form may have something short to read."""
        return self.asked.guide

    @property
    def about_case(self) -> str:
        """The case of the form; blank for a new case."""
        return self.asked.case_id

    @property
    def form(self) -> RecordForm:
        """The form on the page, also where a question stands over it."""
        return self.query(RecordForm).first()

    def body(self) -> Widget:
        """The form, with the draft in it where there is one."""
        self.unsaved = self.unsaved or Unsaved(self.house.store, self.house.clock, self.asked, self.draft)
        self.draft_is_known(self.unsaved.draft)
        return self.make_form(self.unsaved)

    def make_form(self, unsaved: Unsaved) -> RecordForm:
        """How the form is drawn; a question has its own way."""
        form, begin = unsaved.form, (unsaved.at, unsaved.caret)
        return RecordForm(form.entries, unsaved.texts, self.today(), attempt=unsaved.save, hint=form.hint, begin=begin)

    def on_mount(self) -> None:
        """Say that a draft was found, and that there is another."""
        self.show_status()
        if not self._news:
            self._say_found()

    def _say_found(self) -> None:
        if self._unsaved.found:
            another = self._unsaved.another()
            more = f"{another} F9 has it." if another else "Ctrl+O saves it."
            self.notice(f"Your {self._unsaved.status} is here again, not saved yet. {more}")

    @property
    def _unsaved(self) -> Unsaved:
        assert self.unsaved is not None
        return self.unsaved

    def show_status(self) -> None:
        """Place, facts, and when the draft was kept."""
        form, status = self._unsaved.form, self._unsaved.status
        about = form.facts.partition(",")[0] if self.is_masked else form.facts  # the reference stays
        facts = ", ".join(part for part in (about, status) if part)
        self.set_header(form.place, facts, about)

    def masked_changed(self) -> None:
        """The form and its header are drawn anew; what is typed stays."""
        super().masked_changed()
        self.show_status()
        self.form.draw_anew()

    # The draft

    def on_record_form_unsaved(self) -> None:
        """Keep the draft, some time after a first letter and while typing goes on."""
        self._kept()

    def _kept(self) -> Kept:
        kept = self._unsaved.keep(self.form.texts, *self.form.at)
        if kept.trouble:
            self.notice("It stays on this screen.", kept.trouble)
        else:
            self.show_status()
        return kept

    def keep_typed(self) -> Kept:
        """Keep what is typed, in the form and in a question over it."""
        if self.unsaved is None or not self.query(RecordForm):
            return NOTHING  # it is not drawn yet
        here = self._unsaved.keep(self.form.texts, *self.form.at)
        return all_kept((here, super().keep_typed()))

    # Leaving

    def on_record_form_left(self, message: RecordForm.Left) -> None:
        """Back, with the draft kept."""
        kept = self._unsaved.keep(message.texts, *self.form.at)
        if kept.trouble:
            self.notice("Stay here, and save when there is room; or copy your text.", kept.trouble)
            return
        self.dismiss("Draft kept. It is offered again when you come back here." if kept.at else None)

    def on_record_form_saved(self) -> None:
        """It is saved."""
        self.dismiss(self._unsaved.said)

    # Keys for the owner of the form

    def on_record_form_asked(self, message: RecordForm.Asked) -> None:
        """F3, F4, F5, F12, Ctrl+N."""
        self._kept()
        match message.what:
            case "wonder":
                self.ask_wonder()
            case "explain":
                self.add_explanation()
            case "earlier":
                self.show_earlier()
            case "next":
                self.save_and_go_on()
            case "editor":
                self.edit_outside(self.form, lambda texts, place: self._unsaved.keep(texts, *place))

    def ask_wonder(self) -> None:
        """An "I wonder" in one line, without leaving the field."""
        from checklists.journeys.registers import wonder_form

        case_id = self._unsaved.form.case_id
        if case_id in NO_CASE:
            self.notice("I wonder belongs to a case. Save this one first.")
            return
        house = self.house
        self.ask_form(
            lambda: wonder_form(house.store, house.clock, self.case_of(case_id)), title="I wonder", yes="Save"
        )

    def add_explanation(self) -> None:
        """An explanation on a page of its own; the draft of this form is kept, and it stands here afterwards."""
        from checklists.journeys.registers import record_form
        from store.records import Explanation

        case_id, house = self._unsaved.form.case_id, self.house
        if case_id in NO_CASE:
            self.notice("An explanation belongs to a case. Save this one first.")
            return
        self.fill(lambda: record_form(house.store, house.clock, self.case_of(case_id), Explanation))

    def show_earlier(self) -> None:
        """The earlier texts of the record that is being changed."""
        from tui.screens.reading import record_history

        if not self.record_id:
            self.notice("Nothing earlier: this is new.")
            return
        with self.telling():
            self.app.push_screen(record_history(self._unsaved.form.case_id, self.record_id, self.today))

    def save_and_go_on(self) -> None:
        """Only questions have a next one."""
        self.notice("Ctrl+O saves this.")

    def let_draft_go(self) -> None:
        """Discard what is typed and not saved, after a question."""
        from tui.widgets.dialog import Question

        sentence = "What you typed here and did not save is discarded. What was saved before stays."
        self.ask(Question("Discard this draft?", (sentence,), "Discard", "Keep"), self._let_go)

    def _let_go(self, answer: object) -> None:
        if answer is None:
            return
        with self.telling():
            self._unsaved.let_go()
            self.dismiss("The draft is discarded.")

    def more_commands(self) -> Commands:
        """Discarding is on purpose, and only in the menu; so is what another window kept of this form."""
        more: dict[str, tuple[str, Callable[[], None]]] = {}
        if self._unsaved.others():
            more["another draft"] = ("of this form: read it, go on with it, discard it", self.show_others)
        more["discard this draft"] = ("what is typed here and not saved", self.let_draft_go)
        return more

    def show_others(self) -> None:
        """The drafts of this form that other windows kept."""
        from tui.screens.drafts import DraftsScreen

        if not self._kept().trouble:
            self.app.push_screen(DraftsScreen(self._unsaved.others), self._go_on_with)

    def _go_on_with(self, draft: Draft | None) -> None:
        """Another draft stands in the form; the one that stood there is kept, and is now the other."""
        if draft is None:
            return
        unsaved = self._unsaved
        unsaved.take_up(draft)
        self.form.put(unsaved.texts, (unsaved.at, unsaved.caret))
        self.draft_is_known(draft)
        self.show_status()
        self._say_found()
