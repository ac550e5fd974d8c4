"""RecordForm: fields that are filled in one after the other, kept as they are typed, and saved at last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.message import Message
from textual.timer import Timer

from checklists.wrong import Wrong
from store.text import clean
from tui.keys import STANDARD, KeyTable
from tui.widgets.form_box import FormBox
from tui.widgets.form_foot import about_open, more_below
from tui.widgets.form_keys import take
from tui.widgets.form_state import FormState, Path, Texts

if TYPE_CHECKING:
    from checklists.entry import Entry

At = tuple[Path, int]
"""A field, and the letter in its text before which the caret stands."""
DRAFT_SECONDS = 1.5
"""So long after a first letter, and while typing goes on, the owner is told to keep a draft."""


class RecordForm(FormBox):
    """Edits texts. Whether they make valid records the owner decides: in `attempt`, or by `refuse` after Saved."""

    BUTTONS: ClassVar[tuple[str, ...]] = ("Save", "Back")

    @dataclass
    class Saved(Message):
        """Save was asked for, and nothing speaks against it here."""

        texts: dict[Path, str]

    @dataclass
    class Left(Message):
        """The person goes back; what was typed is to be kept as a draft."""

        texts: dict[Path, str]

    @dataclass
    class Says(Message):
        """What the foot says: about the open field, or trouble with its first words apart."""

        text: str
        trouble: str = ""
        more: str = ""
        """`more below: Account`, where the page has more."""

    class Typed(Message):
        """A text changed."""

    @dataclass
    class Unsaved(Message):
        """A little while of typing is over: what stands in the fields is to be kept as a draft."""

        texts: dict[Path, str]

    @dataclass
    class Asked(Message):
        """A key that the owner answers: `next` question, `earlier` answers, I `wonder`."""

        what: str
        texts: dict[Path, str]

    def __init__(
        self,
        entries: "Sequence[Entry] | Callable[[Texts, Path], Sequence[Entry]]",
        texts: Texts,
        today: date,
        *,
        attempt: Callable[[Texts], tuple[Path, Wrong] | None] | None = None,
        hint: Callable[[Texts, Path], str] | None = None,
        buttons: Sequence[str] = BUTTONS,
        begin: At = ((), 0),
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(FormState(entries, texts, today, buttons), id=id)
        self.attempt = attempt
        """Saves the texts, or says what speaks against it and in which field; an owner saves a form once."""
        self.begin = begin
        self.hint = hint
        self.told = False
        """The foot says something else than what the open field is about."""
        self._soon: Timer | None = None

    @property
    def texts(self) -> dict[Path, str]:
        """What stands in all fields at this moment, also what was typed since the last message."""
        self._read_box()
        return dict(self.state.texts)

    @property
    def at(self) -> At:
        """The open field and where the caret is in its text; no field on a button."""
        entry = self.state.entry
        if not self.is_mounted:
            return self.begin
        if entry is None:
            return (), 0
        return entry.path, self.editor.caret_index

    def put(self, texts: Texts, begin: At) -> None:
        """Other texts in place of all that stands here, and the field and the letter to go on at."""
        self.state.texts = {path: clean(text) for path, text in texts.items()}
        self.history.clear()
        self.state.open(0)
        self.begin = begin
        self._begin()

    def on_mount(self) -> None:
        """Take the focus at once: `Widget.focus` would come after the keys that wait."""
        self.screen.set_focus(self.editor)
        self._begin()

    def _begin(self) -> None:
        """Where the person was; the first field where that is not known, or not asked any more."""
        path, caret = self.begin
        found = bool(path) and self.state.open_path(path)
        self.show_open()
        if found and not self.editor.read_only:
            self.editor.go_to(caret)

    def on_resize(self) -> None:
        """Draw for the new size; the open field stays in view."""
        self.draw()
        self.call_after_refresh(self.editor.mend_caret)
        if not self.told:  # what was said stays: a trouble must not go because a window grew
            self.explain()

    # What the foot says

    def explain(self) -> None:
        """Tell the foot about what is open."""
        self.told = False
        path = self.state.entry.path if self.state.entry else ()
        hint = self.hint(self.state.texts, path) if self.hint and not self.masked else ""
        text = about_open(self.state, hint, self.size.width, covered=self.covered)
        self.post_message(self.Says(text, more=more_below(self.state, self.drawing, self.top + self.size.height)))

    def say(self, text: str, trouble: str = "") -> None:
        """Tell the foot something else, until the next key."""
        self.told = True
        self.post_message(self.Says(text, trouble))

    def refuse(self, wrong: Wrong, path: Path = ()) -> None:
        """Say what is wrong, in the field it is about: `path`, or the field that the error names."""
        named = path or tuple(wrong.field.split(".")) if wrong.field or path else ()
        if named and (self.state.entry is None or self.state.entry.path != named):
            self.open_path(named)
        entry = self.state.entry
        self.say(entry.refused_behind_mask(wrong) if entry and self.masked else wrong.mend, wrong.trouble)

    # Keys

    def take(self, event: events.Key) -> bool:
        """The keys that are not typing. True if the key is used up."""
        self._read_box()
        return take(self, event)

    def ask(self, what: str) -> None:
        """Hand a key to the owner."""
        self.post_message(self.Asked(what, dict(self.state.texts)))

    def choose(self, letter: str) -> bool:
        """Fill a choice and go on; blank empties it and stays. False where it is not one of the letters."""
        if not self.state.press(letter):
            return False
        self._typed()
        self._step(1 if letter else 0)
        return True

    def press_button(self) -> None:
        """Do what the lit button says: the first saves, the others go back."""
        if self.state.button == self.state.buttons[0]:
            self.save()
        else:
            self.leave()

    def go(self, by: int) -> None:
        """The next field or the one before, unless what stands in this one cannot be read."""
        if not self._refused():
            self._step(by)

    def _refused(self) -> bool:
        wrong, entry = self.state.wrong(), self.state.entry
        if wrong is not None and entry is not None:
            self.refuse(wrong, entry.path)
        return wrong is not None

    def _step(self, by: int) -> None:
        self.keep_history()
        entry = self.state.entry
        if entry and self.state.text != self.editor.text:
            self.history.pop(entry.path, None)  # the text was put in order: its undo no longer fits
        self.state.step(by)
        self.show_open()

    def on_text_area_changed(self) -> None:
        """Draw along with what is typed."""
        if self._read_box():
            self.draw()

    def _read_box(self) -> bool:
        """Take what stands in the box: the message that it changed may still be on its way."""
        if self.editor.read_only or not self.state.entry:
            return False
        was_blank = not self.state.text.strip()
        changed = self.state.type(self.editor.text)
        if changed:
            self._typed()
            if was_blank != (not self.state.text.strip()) or self.state.entry.kind == "named":
                self.explain()
        return changed

    def _typed(self) -> None:
        """Tell the owner; further typing does not put off the draft."""
        self.post_message(self.Typed())
        if self._soon is None:
            self._soon = self.set_timer(DRAFT_SECONDS, self._unsaved)

    def _unsaved(self) -> None:
        self._soon = None
        self.post_message(self.Unsaved(self.texts))

    def leave(self) -> None:
        """Go back; the owner keeps a draft."""
        self.post_message(self.Left(self.texts))

    def save(self) -> None:
        """Save, if nothing speaks against it."""
        if self.try_to_save():
            self.post_message(self.Saved(self.texts))

    def try_to_save(self) -> bool:
        """Whether the owner has saved the texts; if not, the form has gone to the field and said why."""
        texts = self.texts
        if self._refused():
            return False
        found = self.attempt(texts) if self.attempt else None
        if found is not None:
            self.refuse(found[1], found[0])
        return found is None

    def key_meaning(self, pressed: str) -> str:
        """What a key is in a field, by the keys in force; blank where it is typing."""
        table: KeyTable = getattr(self.app, "key_table", STANDARD)
        return table.meaning("field").get(pressed, "")
