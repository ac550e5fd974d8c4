"""PaperScreen: a page that can be given to others, as a file or as text to mark. Nothing leaves unasked."""

from pathlib import Path
from typing import ClassVar

from checklists.pages.blocks import Page, Paragraph
from checklists.pages.pack import NOT_THE_RECORD
from checklists.wrong import Wrong
from tui.keys import Context, bindings
from tui.outlets import files
from tui.outlets.paper import paper
from tui.screens.base import Commands
from tui.screens.verbs import CaseVerbs
from tui.widgets.dialog import Answer, Question
from tui.widgets.form_state import Texts

MASKED = "Names and text are masked. F2 shows them, and then it can be written."
MARK_IT = "Mark it with your terminal, and copy. What keeps copied text on your machine may keep this too."


class PaperScreen(CaseVerbs):
    """A page for others, in one of the forms of a file."""

    footer = "paper"
    about = "paper"
    contexts: ClassVar[tuple[Context, ...]] = ("paper", "move")
    BINDINGS: ClassVar = [*bindings("paper")]
    what: ClassVar[str] = "page"
    """Begins the name of its file."""

    def __init__(self, case_id: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self.form = files.FORMATS[0]
        self.folder = files.own_folder()

    # What a screen gives

    def whole_page(self) -> Page:
        """All that goes into the file."""
        raise NotImplementedError

    def named(self) -> str:
        """The reference in the file's name; blank for all cases."""
        return self.fresh(self.case_id).ref if self.case_id else ""

    def compose_page(self) -> Page:
        """The page, with where it would be written in its foot."""
        page = self.whole_page()
        return Page(page.place, page.facts, page.blocks, self.where(), page.short_facts)

    def mark(self) -> str:
        """The mark of the case's file, or of all."""
        return self.house.store.stamp(self.case_id)

    # Where it goes

    def where(self) -> str:
        """`Writes pack-2026-11-27-F-102.md to ~/packs, a folder only you can read.`, and what it is not."""
        where = f"{files.shown_path(self.folder)}, {files.who_can_read(self.folder)}"
        return f"Writes {self.path.name} to {where}.\nReferences, not full names. {NOT_THE_RECORD}"

    @property
    def path(self) -> Path:
        """The file that would be written."""
        return self.folder / files.file_name(self.what, self.named(), self.today(), self.form)

    def action_format(self) -> None:
        """The next form of a file."""
        self.form = files.after(self.form)
        self.renew()
        self.notice(f"Format: {self.form.name}. Ctrl+O writes {self.path.name}.")

    def action_tick(self) -> None:
        """Only a pack has sections to tick."""
        self.notice("There is nothing to tick here. f takes another format.")

    def action_write(self) -> None:
        """Write the file; where one is there already, ask."""
        if self.is_masked:
            self.notice(MASKED)
            return
        try:
            self._write(over=False)
        except files.IsThere:
            sentence = (
                f"{self.path.name} is in {files.shown_path(self.folder)} already. What it says now would be gone."
            )
            self.ask(Question("Write over that file?", (sentence,), "Write over", "Leave it"), self._over)
        except Wrong as wrong:
            self.notice(wrong.mend, wrong.trouble)

    def _over(self, answer: Answer) -> None:
        if answer is None:
            self.notice("Nothing was written.")
            return
        with self.telling():
            self._write(over=True)

    def _write(self, *, over: bool) -> None:
        page = self._noted(self.whole_page())
        files.ready_folder(self.folder)
        files.write_file(self.path, self.form.write(page, self.house.marking), over=over)
        self.notice(f"Written: {files.shown_path(self.path)}. Only you can read it.")

    def _noted(self, page: Page) -> Page:
        """With what every page of this house says: fictional, not encrypted."""
        facts = ", ".join(part for part in (page.facts, *self.house.notes) if part)
        return Page(page.place, facts, page.blocks, page.foot, page.short_facts)

    def action_copy(self) -> None:
        """The text alone, to mark: nothing is sent to the terminal's clipboard."""
        from tui.screens.reading import ReadScreen

        if self.is_masked:
            self.notice(MASKED)
            return
        with self.telling():
            page = self.whole_page()
            text = paper(self._noted(page), self.house.marking)
            shown = Page("Text to mark", page.short_facts, (Paragraph(text),), MARK_IT, page.short_facts)
            self.app.push_screen(ReadScreen(lambda _reading: shown))

    def more_commands(self) -> Commands:
        """Another folder."""
        return {"another folder": ("to write this page to", self.ask_folder)}

    def ask_folder(self) -> None:
        """Which folder; it must be there."""
        from checklists.journeys.bring_in import folder_entries

        question = Question(
            "Write to which folder?",
            (f"Now it is {files.shown_path(self.folder)}.",),
            "Take it",
            "Back",
            tuple(folder_entries()),
            attempt=self._take,
        )
        self.ask(question, lambda answer: self.renew() if answer is not None else None)

    def _take(self, texts: Texts) -> tuple[tuple[str, ...], Wrong] | None:
        from checklists.journeys.bring_in import FOLDER, folder_in

        try:
            self.folder = folder_in(texts, self.today())
        except Wrong as wrong:
            return FOLDER, wrong
        return None
