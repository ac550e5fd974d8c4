"""Import: a file is asked for, then whose rows; the preview stands first, and nothing is written before a yes."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from checklists.journeys.bring_in import day_entries, day_in, file_entries, path_in
from checklists.pages.blocks import Page
from checklists.pages.import_preview import import_names, import_preview
from checklists.troubles import StoreTrouble
from checklists.use_cases import import_list as use
from checklists.wrong import Wrong
from tui.keys import Context
from tui.screens.base import HouseScreen
from tui.screens.choosing import ChooseScreen
from tui.widgets.dialog import Answer, Question
from tui.widgets.form_state import Texts
from tui.widgets.line_list import LineList

if TYPE_CHECKING:
    from checklists.imported import Preview

FieldPath = tuple[str, ...]
NOTHING = "Nothing was written."


@dataclass(slots=True)
class Bringing:
    """An import on its way: what was read and asked so far."""

    page: HouseScreen
    """The page that it began on, and comes back to."""
    workbook: use.AnnexA | None = None
    worker: str = ""
    as_at: date | None = None
    put_with: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path) -> None:
        """Read the file. Raises Wrong, StoreTrouble."""
        self.workbook = use.read_file(path)

    def preview(self) -> "Preview":
        """What it would do. Raises Wrong."""
        assert self.workbook is not None
        house = self.page.house
        return use.preview(house.store, self.workbook, self.worker, as_at=self.as_at, today=house.clock.today())


def ask_file(page: HouseScreen) -> None:
    """Ask where the file is; what cannot be read is said, and asked again."""
    bringing = Bringing(page)
    sentences = ("The child-protection and looked-after lists of an Ofsted Annex A workbook, your own rows only.",)
    question = Question(
        "Bring in which file?", sentences, "Read it", "Back", tuple(file_entries()), attempt=partial(_read, bringing)
    )
    page.ask(question, lambda answer: _whose(bringing, answer))


def _read(bringing: Bringing, texts: Texts) -> tuple[FieldPath, Wrong] | None:
    try:
        bringing.read(path_in(texts, bringing.page.today()))
    except (Wrong, StoreTrouble) as trouble:
        return ("file", "path"), trouble if isinstance(trouble, Wrong) else Wrong(str(trouble))
    return None


def _whose(bringing: Bringing, answer: Answer) -> None:
    if answer is None or bringing.workbook is None:
        return
    try:
        names = use.names_in(bringing.workbook)
    except StoreTrouble as trouble:
        bringing.page.notice(NOTHING, str(trouble))
        return

    def chosen(name: Hashable) -> None:
        if name is None:
            bringing.page.notice(NOTHING)
        else:
            bringing.worker = str(name)
            _look(bringing)

    bringing.page.app.push_screen(ChooseScreen(lambda: import_names(names)), chosen)


def _look(bringing: Bringing) -> None:
    """Show the preview; a file that does not say which day it was made is asked for it."""
    try:
        found = bringing.preview()
    except Wrong as wrong:
        if wrong.field != "as_at":
            bringing.page.notice(wrong.mend, wrong.trouble)
            return
        question = Question(
            "When was the file made?",
            ("Its own day is needed, as ages and counts are read by it.",),
            "Go on",
            "Back",
            tuple(day_entries()),
            attempt=partial(_on_day, bringing),
        )
        bringing.page.ask(question, lambda answer: _look(bringing) if answer is not None else None)
        return
    except StoreTrouble as trouble:
        bringing.page.notice("", str(trouble))
        return
    bringing.page.app.push_screen(PreviewScreen(bringing, found), bringing.page.came_back)


def _on_day(bringing: Bringing, texts: Texts) -> tuple[FieldPath, Wrong] | None:
    try:
        bringing.as_at = day_in(texts, bringing.page.today())
        bringing.preview()
    except Wrong as wrong:
        return ("file", "as_at"), wrong
    return None


class PreviewScreen(HouseScreen):
    """What an import would do; Enter asks whether to bring it in."""

    footer = "list"
    about = "import"
    footer_words: ClassVar = {"open": "bring in, asks"}
    contexts: ClassVar[tuple[Context, ...]] = ("move",)

    def __init__(self, bringing: Bringing, found: "Preview") -> None:
        super().__init__()
        self.bringing = bringing
        self.found = found

    def compose_page(self) -> Page:
        """The preview."""
        return import_preview(self.found, self.today())

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Ask."""
        message.stop()
        sentence = "What you wrote yourself stays as it is. What the file says is kept as facts, with their source."
        self.ask(Question("Bring this in?", (sentence,), "Bring in", "Not now"), self._answered)

    def _answered(self, answer: Answer) -> None:
        if answer is None:
            return
        house = self.house
        with self.telling():
            counts = use.bring_in(house.store, house.clock, self.found, put_with=self.bringing.put_with)
            self.dismiss(
                f"Brought in: {counts.new} new, {counts.changed} changed, {counts.same} the same, "
                f"{counts.odd} to look at."
            )

    def action_back(self) -> None:
        """Nothing is written."""
        if self.list.looked_for:
            self.find_text("")
        else:
            self.dismiss(NOTHING)
