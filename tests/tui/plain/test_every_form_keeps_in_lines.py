"""No typed word is lost in plain lines either: every form, every field, cut off while it is filled in.

With CASEREFLECT_EVERY_WAY=1 (`make faults`) each form is cut off behind each of its fields, else behind the last.
"""

import os
import sys
from collections.abc import Callable

import pytest

from checklists.entry import Path
from checklists.journeys.unsaved import Unsaved
from tests.figures import count
from tests.tui.every_form import Named, every_form, full_home, in_a_form, seeded, typed_in
from tests.tui.screens.driving import house_in
from tui.composition import House
from tui.form_names import form_named
from tui.plain.desk import Desk
from tui.plain.run import at_desk

pytestmark = pytest.mark.walk

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
CUT_SHORT = "Kqz that cannot be read "
"""What is typed last into a field for a day or a number; into a text, the beginning of a longer one."""


class Answers:
    """A person who types into so many fields, one after the other, and is cut off: the line that ends a text never comes."""

    def __init__(self, named: Named, most: int, *, refused: bool = False) -> None:
        self.named, self.most, self.refused = named, most, refused
        self.desk: Desk | None = None
        self.typed: dict[Path, str] = {}

    def isatty(self) -> bool:
        """It is no terminal."""
        return False

    def readline(self) -> str:
        """The next answer; nothing at the end of input."""
        filling = self.desk.filling if self.desk else None
        if filling is None:
            return "\n"  # the draft in which something was chosen goes on
        entry = filling._entry()
        if entry is None or len(self.typed) >= self.most:
            return ""
        if entry.path in self.named.fields and entry.path not in self.typed:
            self.typed[entry.path] = self._text(typed_in(entry, len(self.typed)))
            return f"{self.typed[entry.path]}\n"
        if entry.path in self.typed:
            return ".\n"
        return "1\n" if entry.group and entry.choices else "\n"

    def _text(self, usual: str) -> str:
        return CUT_SHORT if self.refused and len(self.typed) == self.most - 1 else usual


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> House:
    """A record of every kind."""
    folder = tmp_path_factory.mktemp("every") / "home"
    full_home(folder)
    return house_in(folder)


@pytest.fixture
def walk(full: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answers]:
    """Fill in a form in plain lines, until the input ends."""

    def walked(named: Named, most: int, *, refused: bool = False) -> Answers:
        for old in full.store.drafts():
            full.store.drop_draft(old.key)
        answers, draft = Answers(named, most, refused=refused), seeded(full, named)
        monkeypatch.setattr(sys, "stdin", answers)

        def work(desk: Desk) -> int:
            answers.desk = desk
            desk.fill(form_named(full, named.case_id, named.name), draft=draft)
            return 0

        assert at_desk(full, work) == 0
        assert ("Draft kept." in capsys.readouterr().out) == bool(answers.typed)
        return answers

    return walked


def kept_of(full: House, named: Named) -> Unsaved:
    """The form, opened again."""
    (draft,) = full.store.drafts()
    assert (draft.key.case_id, draft.key.form) == (named.case_id, named.name)
    return Unsaved(full.store, full.clock, form_named(full, named.case_id, named.name))


def test_the_end_of_input_in_any_field_of_any_form_keeps_what_was_typed(
    full: House, walk: Callable[..., Answers]
) -> None:
    """Each text stands in its field again, the place is known, and the time."""
    for named in every_form(full):
        left = set(named.fields)
        for most in range(1, len(named.fields) + 1) if EVERY else (len(named.fields),):
            typed = walk(named, most).typed
            again = kept_of(full, named)
            missing = {path: text for path, text in typed.items() if not in_a_form(text, again.texts.get(path, ""))}
            assert missing == {}, named
            assert again.at not in list(typed)[:-1], f"{named}: in the last field, or behind it"
            assert again.status == "draft 15:54"
            left -= typed.keys()
            count("forms in lines", cut_off=1, fields_kept=len(typed))
        assert len(left) < len(named.fields), named


def test_what_a_field_refuses_is_kept_too(full: House, walk: Callable[..., Answers]) -> None:
    """A day that cannot be read, a text that is too long: it is said, and what was typed is not lost with the line."""
    for named in every_form(full):
        typed = walk(named, 1, refused=True).typed
        (path,) = typed
        assert CUT_SHORT.strip() in kept_of(full, named).texts[path], named
