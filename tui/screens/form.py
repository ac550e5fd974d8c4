"""FormScreen: a form on a page of its own. What is typed is kept as a draft; leaving never discards it."""

from typing import ClassVar

from textual.widget import Widget

from checklists.journeys.form import Form
from checklists.library import Guide
from tui.keys import Context
from tui.screens.base import Commands, HouseScreen
from tui.screens.filling import Filling
from tui.widgets.record_form import RecordForm


class FormScreen(HouseScreen):
    """Fill in a form and save it."""

    footer = "form"
    foot_height = 1
    about = "form"
    contexts: ClassVar[tuple[Context, ...]] = ("field",)

    def __init__(self, form: Form, record_id: str = "", news: str = "") -> None:
        super().__init__(news=news)
        self.asked = form
        self.filling: Filling | None = None
        self.record_id = record_id
        """The record that is being changed; blank for a new one."""

    @property
    def guide(self) -> Guide | None:
        """What help says beside the keys: a form may have something short to read."""
        return self.asked.guide

    @property
    def form(self) -> RecordForm:
        """The form on the page."""
        return self.query_one(RecordForm)

    def body(self) -> Widget:
        """The form, with the draft in it where there is one."""
        self.filling = self.filling or Filling(self.house, self.asked)
        return self.make_form(self.filling)

    def make_form(self, filling: Filling) -> RecordForm:
        """How the form is drawn; a question has its own way."""
        form = filling.form
        made = RecordForm(form.entries, filling.texts, self.today(), check=filling.try_to_save, hint=form.hint)
        filling.now_typed = lambda: made.texts
        return made

    def on_mount(self) -> None:
        """Say that a draft was found."""
        super().on_mount()
        self.show_status()
        filling = self._filling
        if filling.found and not self._news:
            self.notice(f"Your {filling.status} is here again, not saved yet. Ctrl+O saves it.")

    @property
    def _filling(self) -> Filling:
        assert self.filling is not None
        return self.filling

    def show_status(self) -> None:
        """Place, facts, and when the draft was kept."""
        form, status = self._filling.form, self._filling.status
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

    def _kept(self) -> None:
        if self._filling.keep(self.form.texts):
            self.show_status()
        elif self._filling.trouble:
            self.notice("It stays on this screen.", self._filling.trouble)

    def keep_typed(self) -> None:
        """Keep what is typed, in the form and in a question over it."""
        self._filling.keep_now()
        super().keep_typed()

    # Leaving

    def on_record_form_left(self, message: RecordForm.Left) -> None:
        """Back, with the draft kept."""
        kept = self._filling.keep(message.texts)
        if self._filling.trouble:
            self.notice("Stay here, and save when there is room; or copy your text.", self._filling.trouble)
            return
        self.dismiss("Draft kept. It is offered again when you come back here." if kept else None)

    def on_record_form_saved(self) -> None:
        """It is saved."""
        self.dismiss(self._filling.said)

    # Keys for the owner of the form

    def on_record_form_asked(self, message: RecordForm.Asked) -> None:
        """F3, F4, F5, Ctrl+N."""
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

    def ask_wonder(self) -> None:
        """An "I wonder" in one line, without leaving the field."""
        from checklists.journeys.registers import wonder_form

        case_id = self._filling.form.case_id
        if not case_id:
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

        case_id, house = self._filling.form.case_id, self.house
        if not case_id:
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
            self.app.push_screen(record_history(self._filling.form.case_id, self.record_id, self.today))

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
            self._filling.let_go()
            self.dismiss("The draft is discarded.")

    def more_commands(self) -> Commands:
        """Discarding is on purpose, and only in the menu."""
        return {"discard this draft": ("what is typed here and not saved", self.let_draft_go)}
