"""What a form knows: the fields, what is typed in them, and which is open. It draws nothing and reads no key."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.wrong import Wrong
from store.text import clean

if TYPE_CHECKING:
    from checklists.entry import Entry

Path = tuple[str, ...]
Texts = Mapping[Path, str]


class FormState:
    """The fields in reading order, then the buttons; one of them is open. A place is an index into both."""

    def __init__(
        self,
        entries: "Sequence[Entry] | Callable[[Texts, Path], Sequence[Entry]]",
        texts: Texts,
        today: date,
        buttons: Sequence[str],
    ) -> None:
        self.source = entries
        self.texts = {path: clean(text) for path, text in texts.items()}
        self.today = today
        self.buttons = tuple(buttons)
        self.place = 0
        self.entries: list[Entry] = self._asked(())
        self.open(0)

    @property
    def entry(self) -> "Entry | None":
        """The open field; None on a button."""
        return self.entries[self.place] if self.place < len(self.entries) else None

    @property
    def button(self) -> str:
        """The button that is lit; blank in a field."""
        return "" if self.entry else self.buttons[self.place - len(self.entries)]

    @property
    def text(self) -> str:
        """What stands in the open field, or on the lit button."""
        return self.text_of(self.entry) if self.entry else f"[ {self.button} ]"

    def text_of(self, entry: "Entry") -> str:
        """What stands in a field."""
        return self.texts.get(entry.path, "")

    def open(self, place: int) -> None:
        """Open a field or light a button, counted round. Which fields are asked may depend on it."""
        self.place = place % (len(self.entries) + len(self.buttons))
        path = self.entry.path if self.entry else ()
        self._ask_again(path)

    def step(self, by: int) -> None:
        """The next one, or the one before, also where the fields around it are asked only once one of them is open."""
        left, from_end = self.entry, self.place - len(self.entries)
        self.open(self.place + by)
        paths = [entry.path for entry in self.entries]
        if left is None:
            self.open(len(paths) + from_end + by)
        elif left.path in paths:
            self.open(paths.index(left.path) + by)

    def open_path(self, path: Path) -> bool:
        """Open the field with that path, or the one it lies in; False where there is none."""
        asked = self._asked(path)
        for place, entry in enumerate(asked):
            if entry.path == path[: len(entry.path)]:
                self.entries, self.place = asked, place
                self._ask_again(entry.path)
                return True
        return False

    def open_button(self, button: int) -> None:
        """Light a button."""
        self.open(len(self.entries) + button)

    def wrong(self) -> Wrong | None:
        """Why what stands in the open field cannot be kept; a blank field never is wrong here."""
        if self.entry is None or not self.text.strip():
            return None
        try:
            value = self.entry.read(self.text, self.today)
        except Wrong as wrong:
            return wrong
        if self.entry.kind in ("many", "named") and self.entry.choices:
            self.texts[self.entry.path] = self.entry.say(value, self.today)
        return None

    def type(self, text: str) -> bool:
        """Take the text of the open field; True if it changed."""
        if self.entry is None or self.text == text:
            return False
        self.texts[self.entry.path] = text
        return True

    def press(self, letter: str) -> bool:
        """Fill a choice by its letter; `-` and a blank letter empty it. False where it is not one of the letters."""
        if self.entry is None:
            return False
        words = {choice.letter: choice.words for choice in self.entry.choices} | {"-": "", "": ""}
        if letter not in words:
            return False
        self.texts[self.entry.path] = words[letter]
        self._ask_again(self.entry.path)
        return True

    def _asked(self, path: Path) -> "list[Entry]":
        return list(self.source(self.texts, path) if callable(self.source) else self.source)

    def _ask_again(self, path: Path) -> None:
        """The fields anew for what is typed and open; the open one stays open."""
        last = self.place - len(self.entries)
        self.entries = self._asked(path)
        if not path:
            self.place = len(self.entries) + last
            return
        paths = [entry.path for entry in self.entries]
        self.place = paths.index(path) if path in paths else min(self.place, len(paths))


def beginning(entry: "Entry", typed: str, room: int) -> str:
    """The choices that begin with what is typed, as many as there is room for; all are there to begin with."""
    found = [choice.words for choice in entry.beginning(typed)]
    shown = ""
    for place, words in enumerate(found):
        more = f"{shown}, {words}" if shown else words
        if len(more) > room - (2 if place + 1 < len(found) else 0):
            return f"{shown} …"
        shown = more
    return shown


def letters(entry: "Entry", room: int = 0, *, masked: bool = False) -> str:
    """`a alone   w with others`: the letters of a choice; closer together where there is little room."""
    pairs = [f"{letter} {words}" for letter, words in entry.shown_choices(masked=masked)]
    return next((text for text in ("   ".join(pairs), "  ".join(pairs)) if len(text) <= room), " ".join(pairs))
