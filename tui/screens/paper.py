"""PaperScreen: a page that can be given to others, as a file or as text to mark. Nothing leaves unasked."""

from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from checklists.by_key import by_key
from checklists.pages.blocks import Block, Page, Paragraph, Table
from checklists.pages.pack import NOT_THE_RECORD
from checklists.wrong import Wrong
from tui.keys import Context, bindings
from tui.outlets import files
from tui.outlets.export import export, where, with_notes
from tui.outlets.paper import paper
from tui.screens.base import Commands
from tui.screens.verbs import CaseVerbs
from tui.widgets.dialog import Answer, Question
from tui.widgets.form_state import Texts

MASKED = f"Names and text are masked. {by_key('mask', 'shows them, and then it can be written.')}"
MARK_IT = "Mark it with your terminal, and copy. What keeps copied text on your machine may keep this too."


class PaperScreen(CaseVerbs):
    """A page for others, in one of the forms of a file."""

    footer = "paper"
    about = "paper"
    contexts: ClassVar[tuple[Context, ...]] = ("paper", "move")
    BINDINGS: ClassVar = [*bindings("paper")]
    what = "page"
    """Begins the name of its file."""

    def __init__(self, case_id: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self.form = files.FORMATS[0]
        self.folder = files.own_folder()
        self.typed_name = ""
        """The name that the person gave the file, without its ending."""

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
        return f"Writes {self.path.name} to {where(self.path)}.\nReferences, not full names. {NOT_THE_RECORD}"

    @property
    def path(self) -> Path:
        """The file that would be written."""
        if self.typed_name:
            return self.folder / f"{self.typed_name}{self.form.ending}"
        return self.folder / files.file_name(self.what, self.named(), self.today(), self.form)

    def action_format(self) -> None:
        """The next form of a file."""
        self.form = files.after(self.form)
        self.renew()
        self.notice(f"Format: {self.form.name}. {by_key('write', f'writes {self.path.name}.')}")

    def action_tick(self) -> None:
        """Only a pack has sections to tick."""
        self.notice(f"There is nothing to tick here. {by_key('format', 'takes another format.')}")

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
        files.ready_folder(self.folder)
        export(self.house, self.whole_page(), self.path, over=over)
        self.notice(f"Written: {files.shown_path(self.path)}. Only you can read it.")

    def action_copy(self) -> None:
        """The text alone, to mark: nothing is sent to the terminal's clipboard."""
        from tui.screens.reading import ReadScreen

        if self.is_masked:
            self.notice(MASKED)
            return
        with self.telling():
            page = self.whole_page()
            text = paper(with_notes(self.house, page), self.house.marking)
            shown = Page("Text to mark", page.short_facts, (Paragraph(text),), MARK_IT, page.short_facts)
            self.app.push_screen(ReadScreen(lambda _reading: shown))

    def more_commands(self) -> Commands:
        """Another name, another folder."""
        return {"another name or folder": ("for the file of this page", self.ask_path)}

    def ask_path(self) -> None:
        """The name of the file, whose ending is its form, and the folder, which must be there."""
        from checklists.journeys.bring_in import FILE_NAME, FOLDER, path_entries

        question = Question(
            "Write to which file?",
            ("The name is seen by whoever can look into the folder: a reference, never a name of a person.",),
            "Take it",
            "Back",
            tuple(path_entries()),
            {FILE_NAME: self.path.name, FOLDER: files.shown_path(self.folder)},
            attempt=self._take,
        )
        self.ask(question, lambda answer: self.renew() if answer is not None else None)

    def _take(self, texts: Texts) -> tuple[tuple[str, ...], Wrong] | None:
        from checklists.journeys.bring_in import FILE_NAME, FOLDER, folder_in, name_in

        at = FILE_NAME
        try:
            name = name_in(texts, self.today())
            form = files.format_of(Path(name))
            at = FOLDER
            folder = self.folder if texts[FOLDER] == files.shown_path(self.folder) else folder_in(texts, self.today())
        except Wrong as wrong:
            return at, wrong
        self.form, self.folder = form, folder
        self.typed_name = name[: -len(form.ending)] if name != self.path.name else self.typed_name
        return None


def read_only(page: Page) -> Page:
    """The page with rows that are read and not opened."""
    return replace(page, blocks=tuple(to_read(block) for block in page.blocks))


def to_read(block: Block) -> Block:
    """A block whose rows cannot be chosen."""
    if not isinstance(block, Table):
        return block
    return replace(block, items=tuple(replace(item, key=None) for item in block.items))
