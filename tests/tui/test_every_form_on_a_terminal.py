"""Every form on a real terminal, twice: hung up with hostile text and a word in it; then stalled, with what was offered again.

SIGHUP, SIGTERM and a terminal that is closed take turns over the forms; with CASEREFLECT_EVERY_WAY=1 (`make faults`) forms that
ask the same of a new record and of an old one are both walked.
"""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path as Folder

import pytest

from checklists.entry import Entry, Path
from store.text import clean
from tests.figures import count
from tests.tui.every_form import Named, _asked, every_form, full_home, typed_in
from tests.tui.on_a_pty import End
from tests.tui.one_form import Forms, FormTerminal
from tests.tui.screens.driving import house_in
from tests.tui.screens.test_every_form_keeps import is_asked
from tests.tui.test_hostile import ACTS, EACH, HARMLESS, MARKUP, acting
from tui.form_names import form_named

pytestmark = pytest.mark.walk

EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"
PARTS = 6
WAYS: dict[str, int] = {"SIGHUP": 129, "SIGTERM": 143, "close": 129}
"""How a terminal or the program on it is lost, and the exit code that says so."""
CPU = 0.5
"""Seconds that keeping and leaving may take; a loop that spins would take all there is."""
WORDS = ("line", "long")
TEXTS = [text for text in EACH if "\udc80" not in text and "\u200d" not in text]
"""What can be typed, and what the emulator of a terminal gives its right width."""
FIRST, SECOND, LETTERS = "Kqfirst", "Kqsecond", "Kqz"


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """A record of every kind, made once."""
    folder = tmp_path_factory.mktemp("every") / "home"
    full_home(folder)
    return folder


@pytest.fixture(scope="module")
def named_forms(every_kind: Folder) -> list[Named]:
    """Every form there is on them."""
    return every_form(house_in(every_kind), twice=EVERY)


@pytest.fixture(scope="module")
def forms() -> Iterator[Forms]:
    """The app, loaded once."""
    found = Forms()
    yield found
    found.end()


def one_field(folder: Folder, named: Named) -> tuple[Named, Entry]:
    """The form with the field in which one types: a text where it has one."""
    form = form_named(house_in(folder), named.case_id, named.name)
    asked = {entry.path: entry for entry in _asked(form, {**form.start, **dict(named.chosen)})}
    fields = sorted(named.fields, key=lambda path: asked[path].kind not in WORDS)
    return replace(named, fields=(fields[0],)), asked[fields[0]]


def pasted(place: int) -> str:
    """All hostile strings, each form with another one last: what stands at the end is what the field shows."""
    turned = place * 7 % len(TEXTS)
    return f"MK {' '.join((*TEXTS[turned:], *TEXTS[:turned]))} KM"


def text_of(folder: Folder, path: Path) -> str:
    """What the draft holds in a field, as another program reads it."""
    (draft,) = house_in(folder).store.drafts()
    return draft.texts.get(".".join(path), "")


def lost(terminal: FormTerminal, how: str) -> None:
    """Lose it; it is gone within two seconds, with its own exit code, and has not spun."""
    end: End = terminal.loses(terminal.close if how == "close" else terminal.signal(getattr(signal, how)))
    assert (end.code, end.cpu < CPU) == (WAYS[how], True), (how, end)


def hung_up(terminal: FormTerminal, how: str, entry: Entry, place: int) -> None:
    """Paste and type, then lose the terminal."""
    if entry.kind in WORDS:
        terminal.send(f"\x1b[200~{pasted(place)}\x1b[201~{FIRST}")
        terminal.see(FIRST)
    else:
        typed = LETTERS if entry.choices else typed_in(entry, place)
        terminal.send(typed)
        terminal.see(typed)
    assert acting(bytes(terminal.raw)) == []
    lost(terminal, how)
    if how != "close":
        terminal.quiet(0.02)
        assert terminal.left_on == []
        assert terminal.restored


def is_whole(kept: str) -> None:
    """All that was pasted is there, letter by letter, and nothing in it acts."""
    assert kept.endswith(FIRST)
    assert ACTS.search(kept.replace("\n", " ")) is None
    assert kept == clean(kept)
    assert [text for text in (*MARKUP, *HARMLESS) if text in TEXTS and clean(text) not in kept] == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_form_loses_nothing_and_shows_hostile_text_literally(
    forms: Forms, every_kind: Folder, named_forms: list[Named], tmp_path: Folder, part: int
) -> None:
    """Pasted, typed, hung up; offered again, typed, stalled, hung up."""
    ways = list(WAYS)
    for place, found in enumerate(named_forms):
        if place % PARTS != part:
            continue
        folder = Folder(shutil.copytree(every_kind, tmp_path / str(place)))
        named, entry = one_field(folder, found)
        (path,) = named.fields
        with FormTerminal(forms, folder, named, asked=is_asked(named)) as terminal:
            hung_up(terminal, ways[place // PARTS % 3], entry, place)
        kept = text_of(folder, path)
        if entry.kind in WORDS:
            is_whole(kept)
        with FormTerminal(forms, folder, named, asked=is_asked(named)) as terminal:
            again(terminal, ways[(place // PARTS + 1) % 3], entry)
        if entry.kind in WORDS:
            assert text_of(folder, path).startswith(f"{kept}{SECOND}"), named
        else:
            assert text_of(folder, path), named
        count("forms on a terminal", hung_up=1, stalled_and_hung_up=1, texts_kept=2, hostile_strings=len(TEXTS))
        shutil.rmtree(folder)


def again(terminal: FormTerminal, how: str, entry: Entry) -> None:
    """The draft stands in the form; a word more is typed, the line stands still, and it is lost."""
    if entry.kind in WORDS:
        terminal.see(FIRST)
        terminal.send(SECOND)
        terminal.see(SECOND)
    else:
        terminal.see("is here again")
    assert acting(bytes(terminal.raw)) == []
    terminal.stall()
    terminal.send("\x0c" * 8)  # far more than the line holds; drawing them is work that was asked for, not spinning
    lost(terminal, how)
