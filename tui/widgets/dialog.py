"""Dialog: a question in the lower rows, under one accent line. The page above stands as it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from textual.app import ComposeResult
from textual.containers import Container

from checklists.use_cases.drafts import NOTHING, Kept
from checklists.wrong import Wrong
from store.text import masked_text
from tui.look import BLANK, Line, at, shown, wrap
from tui.widgets.form_keys import EDITOR
from tui.widgets.form_state import Path, Texts
from tui.widgets.frame import foot_lines, hint_line
from tui.widgets.lines import Lines
from tui.widgets.record_form import At, RecordForm

if TYPE_CHECKING:
    from checklists.entry import Entry
    from tui.widgets.page_screen import PageScreen

ROWS = 10
Answer = Mapping[Path, str] | None
"""What stands in the fields, if the person said yes; None if not."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question that names the thing it is about, and its two answers."""

    title: str
    """`Drop this action?`"""
    sentences: tuple[str, ...] = ()
    """One or two: what would happen."""
    yes: str = "Yes"
    no: str = "Back"
    entries: "tuple[Entry, ...]" = ()
    """Fields to fill in first, such as a reason."""
    texts: Texts = field(default_factory=dict)
    attempt: Callable[[Texts], tuple[Path, Wrong] | None] | None = None
    """Does what the yes says, or says what speaks against it and in which field."""
    hint: Callable[[Texts, Path], str] | None = None
    """A sentence for the foot, beside the help of the open field."""
    keep: Callable[[Texts, At], Kept] = lambda _texts, _place: NOTHING
    """Keeps what is typed as a draft, where the question is one that has drafts; from which place it was typed."""
    begin: At = ((), 0)
    """Where the person was, in one that was begun before."""
    private: str = ""
    """What it is about, where that may be text of a case: the mask covers it."""
    safe: Literal["yes", "no"] = "no"
    """The button that has the focus first, where nothing is to be filled in."""


class Dialog(Container):
    """Asks a question and hands the answer to `then`."""

    DEFAULT_CSS = """
    Dialog { layer: over; dock: bottom; width: 100%; background: $ground; }
    Dialog #question { height: auto; }
    Dialog #answers { height: 3; }
    """

    def __init__(self, question: Question, then: Callable[[Answer], None]) -> None:
        super().__init__()
        self.question = question
        self.then = then
        self._said = ("", "")

    def compose(self) -> ComposeResult:
        """The question, its fields and buttons, and the keys."""
        today = self._page.today()
        buttons = (self.question.yes, self.question.no)
        self.form = RecordForm(
            self.question.entries,
            self.question.texts,
            today,
            attempt=self.question.attempt,
            hint=self.question.hint,
            buttons=buttons,
            begin=self.question.begin,
        )
        yield Lines(id="question")
        yield self.form
        yield Lines(id="answers")

    @property
    def _page(self) -> "PageScreen":
        from tui.widgets.page_screen import PageScreen

        assert isinstance(self.screen, PageScreen)
        return self.screen

    def on_mount(self) -> None:
        """The safe button first, unless there is something to fill in."""
        if not self.question.entries:
            self.form.open_button(0 if self.question.safe == "yes" else 1)
        self._lay_out()
        self._page.ready = True

    def on_resize(self) -> None:
        """Break the sentences anew."""
        self._lay_out()

    def _lay_out(self) -> None:
        size = self.screen.size
        top = self._question_lines(size.width)
        fields = sum(2 if entry.kind == "long" else 1 for entry in self.question.entries)
        needed = len(top) + fields + (2 if fields else 1) + 3
        self.styles.height = max(ROWS, min(needed, size.height - 2))
        asked = self.query_one("#question", Lines)
        asked.styles.height = len(top)
        asked.show(top)
        self._draw_answers()

    def draw_anew(self) -> None:
        """The mask was put on or taken off."""
        self._lay_out()
        self.form.draw_anew()

    def _question_lines(self, width: int) -> list[Line]:
        lines = [self._page.rule("accent"), BLANK, at((1, self.question.title, "head"))]
        private = self.question.private
        about = (masked_text(private) if self._page.is_masked else private,) if private else ()
        for sentence in (*about, *self.question.sentences):
            lines += [at((3, line.rstrip(), "text")) for line in wrap(shown(sentence), width - 5)]
        return [*lines, BLANK]

    def _draw_answers(self) -> None:
        width = self.screen.size.width
        on_button = bool(self.form.state.button)
        enter = self.form.state.button if on_button else "next"
        hints = [("Enter", enter.lower()), ("Esc", self.question.no.lower())]
        said = foot_lines(*self._said, "", width, 2)
        self.query_one("#answers", Lines).show([*said, hint_line(hints, width)])

    def tell(self, text: str, trouble: str = "") -> None:
        """Say something above the keys, until the next field is explained."""
        self._said = (text, trouble)
        if self.is_mounted:
            self._draw_answers()

    def on_record_form_says(self, message: RecordForm.Says) -> None:
        """Above the keys."""
        message.stop()
        self.tell(message.text, message.trouble)

    def on_record_form_saved(self, message: RecordForm.Saved) -> None:
        """Yes."""
        message.stop()
        self._answer(message.texts)

    def on_record_form_left(self, message: RecordForm.Left) -> None:
        """No."""
        message.stop()
        self.question.keep(message.texts, self.form.at)
        self._answer(None)

    def _answer(self, answer: Answer) -> None:
        """The page goes on by itself: a page that opens now must answer to it, not to a question that is gone."""
        page = self._page
        page.close_question()
        page.call_next(self.then, answer)

    def on_record_form_typed(self, message: RecordForm.Typed) -> None:
        """Not the page's."""
        message.stop()

    def on_record_form_unsaved(self, message: RecordForm.Unsaved) -> None:
        """Keep the draft."""
        message.stop()
        self.question.keep(message.texts, self.form.at)

    def on_record_form_asked(self, message: RecordForm.Asked) -> None:
        """Never one question over another; a text can be opened in an editor."""
        message.stop()
        if message.what == EDITOR:
            self._page.edit_outside(self.form, self.question.keep)
