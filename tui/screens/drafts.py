"""Drafts: texts that wait to be saved. Enter goes on with one in its form, x discards one after a question."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from checklists.by_key import by_key
from checklists.pages.blocks import Page
from checklists.pages.drafts import draft_page, drafts_page, refs_of
from checklists.troubles import StoreTrouble
from checklists.use_cases.drafts import Draft, forget_draft
from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.keys import Context, bindings
from tui.screens.base import Commands, HouseScreen, Said
from tui.screens.reading import ReadScreen
from tui.screens.walked import WALKED, GoOn, walked
from tui.widgets.line_list import LineList

NO_FORM = "Its form or its case is not here any more. The menu reads it; x discards it."


class DraftsScreen(HouseScreen):
    """All drafts; or, over a form, those that other windows kept of it: Enter then gives one to the form."""

    footer = "drafts"
    about = "drafts"
    contexts: ClassVar[tuple[Context, ...]] = ("list", "move")
    BINDINGS: ClassVar = [*bindings("list")]
    footer_words: ClassVar = {"open": "go on", "drop": "discard"}

    def __init__(self, of_form: Callable[[], Sequence[Draft]] | None = None) -> None:
        super().__init__()
        self.of_form = of_form
        self.found: list[Draft] = []

    def compose_page(self) -> Page:
        """The list, the newest first."""
        self.found = list(self.of_form() if self.of_form else self.house.store.drafts())
        return drafts_page(self.found, self.refs, self.today(), masked=self.is_masked)

    @property
    def refs(self) -> dict[str, str]:
        """The references of all cases."""
        return dict(refs_of(self.house.store.caseload()))

    @property
    def draft(self) -> Draft | None:
        """The draft on the row."""
        place = self.list.row.key
        return self.found[place] if isinstance(place, int) and place < len(self.found) else None

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Go on with it where it was typed."""
        message.stop()
        draft = self.draft
        if draft is None:
            return
        if self.of_form:
            self.dismiss(draft)
            return
        try:
            self._open_form(draft)
        except (Wrong, StoreTrouble):
            self.notice(NO_FORM)

    def _open_form(self, draft: Draft) -> None:
        from tui.screens.form import FormScreen

        kind, _, about = draft.key.form.partition(":")
        if kind not in WALKED:
            form = form_named(self.house, draft.key.case_id, draft.key.form)
            self.app.push_screen(FormScreen(form, draft=draft), self.came_back)
            return

        def back(said: "Said | GoOn") -> None:
            self.came_back(said.news if isinstance(said, GoOn) else said)

        case = self.case_of(draft.key.case_id)
        self.app.push_screen(walked(self.house, case, kind, about, draft), back)

    def action_drop(self) -> None:
        """Discard the draft on the row, after a question."""
        from tui.widgets.dialog import Question

        draft = self.draft
        if draft is None:
            self.notice("There is no draft on this row.")
            return
        sentence = "What was typed there and not saved is discarded. What was saved before stays."
        self.ask(
            Question("Discard this draft?", (sentence,), "Discard", "Keep"),
            lambda answer: self._discard(draft) if answer is not None else None,
        )

    def _discard(self, draft: Draft) -> None:
        with self.telling():
            forget_draft(self.house.store, draft)
            self.came_back("The draft is discarded.")

    def action_new(self) -> None:
        """Drafts are made by typing."""
        self.notice("A draft is made by typing in a form.")

    def action_done(self) -> None:
        """Drafts are saved in their forms."""
        self.notice(by_key("open", "opens its form; there it is saved."))

    action_re_date = action_done

    def more_commands(self) -> Commands:
        """All that a draft says, also where its form is gone."""
        return {"read the draft": ("all of its text, on a page", self.read_draft)}

    def read_draft(self) -> None:
        """The draft on the row as a page to read."""
        draft = self.draft
        if draft is None:
            self.notice("There is no draft on this row.")
            return
        try:
            form = form_named(self.house, draft.key.case_id, draft.key.form)
        except (Wrong, StoreTrouble):
            form = None
        refs = self.refs
        self.app.push_screen(
            ReadScreen(lambda _reading: draft_page(draft, refs, self.today(), form, masked=self.is_masked))
        )
