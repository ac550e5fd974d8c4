"""WalkedScreen: a box with what is known around it, one of several that are asked one after the other."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import ClassVar

from checklists.entry import Entry, Path
from checklists.journeys.form import Form, Texts
from checklists.journeys.looking_ahead import NAME
from checklists.journeys.unsaved import Unsaved
from checklists.use_cases.drafts import Draft
from store.case import Case
from tui.composition import House
from tui.keys import Context
from tui.screens.form import FormScreen
from tui.widgets.record_form import RecordForm
from tui.widgets.reflect_form import Around, ReflectForm


@dataclass(frozen=True, slots=True)
class GoOn:
    """What a step says when it is left for the next of the walk."""

    step: str
    walk: tuple[str, ...]
    news: str


class WalkedScreen(FormScreen):
    """One box of a walk. Ctrl+N saves and goes on with the next."""

    footer = "reflect"
    foot_height = 2
    about = "reflect"
    contexts: ClassVar[tuple[Context, ...]] = ("field",)
    last_words = "That was the last of them."
    """Said where the walk ends and nothing was saved."""

    def __init__(
        self, form: Form, step: str, walk: Sequence[str], *, news: str = "", draft: Draft | None = None
    ) -> None:
        super().__init__(form, news=news, draft=draft)
        self.step = step
        self.walk = tuple(walk)

    @abstractmethod
    def around(self) -> Around:
        """What stands around the box, behind the mask where it is on."""

    @abstractmethod
    def called(self, step: str) -> str:
        """What a step of the walk is called: `question 4`."""

    @abstractmethod
    def hint(self, texts: Texts, path: Path) -> str:
        """What the foot says of the open field."""

    def make_form(self, unsaved: Unsaved) -> RecordForm:
        """Last time on the left, the box on the right, the record's own facts below."""
        return ReflectForm(
            self._entries,
            unsaved.texts,
            self.today(),
            self._around(),
            attempt=unsaved.save,
            hint=self.hint,
            begin=(unsaved.at, unsaved.caret),
        )

    def _around(self) -> Around:
        return replace(self.around(), status=self._unsaved.status)

    def masked_changed(self) -> None:
        """What stands around the box is made anew."""
        for form in self.query(ReflectForm):
            form.around = self._around()
        super().masked_changed()

    @cached_property
    def _asked(self) -> list[Entry]:
        """The fields; the box needs no help of its own, the foot says what to write."""
        box, *others = self._unsaved.form.entries({}, ())
        return [replace(box, help=""), *others]

    def _entries(self, _texts: Texts, _path: Path) -> list[Entry]:
        return self._asked

    def show_status(self) -> None:
        """What is asked, and when the draft was kept, beside the box."""
        unsaved = self._unsaved
        self.set_header(unsaved.form.place, unsaved.form.facts, unsaved.form.facts, brief=unsaved.form.brief)
        if self.is_mounted:
            for form in self.query(ReflectForm):
                form.set_status(unsaved.status)

    def save_and_go_on(self) -> None:
        """Save, and go on to the next; one in which nothing was written is passed over unsaved."""
        unsaved = self._unsaved
        if unsaved.is_changed(self.form.texts) and not self.form.try_to_save():
            return
        following = self._following()
        if following is None:
            self.dismiss(unsaved.said or self.last_words)
            return
        said = unsaved.said or "Nothing was written there."
        self.dismiss(GoOn(following, self.walk, f"{said} Next: {self.called(following)}."))

    def _following(self) -> str | None:
        place = self.walk.index(self.step) + 1 if self.step in self.walk else len(self.walk)
        return self.walk[place] if place < len(self.walk) else None


WALKED = ("question", NAME)
"""The forms that stand on such a screen, by how the names of their drafts begin."""


def walked(house: House, case: Case, kind: str, step: str, draft: Draft | None = None) -> WalkedScreen:
    """The screen of one step alone, to go on with a draft of it."""
    from tui.screens.looking_ahead import AheadScreen
    from tui.screens.reflect import ReflectScreen

    made = AheadScreen if kind == NAME else ReflectScreen
    return made(house, case, step, (step,), draft=draft)
