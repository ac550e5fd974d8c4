"""The talker: says lines, asks for lines. Nothing is ever redrawn, and typed text is never said back."""

import contextlib
import signal
import sys
from collections.abc import Callable, Sequence

from store.text import clean
from tui.plain.ending import Ending, HungUp, unfinished_line
from tui.plain.words import ESCAPE, HELP, Word, heard

PAGE = 10
"""Records in a list before it waits."""
TTY_LINE = 4095
"""Bytes that a terminal in line mode takes in one line; it drops what comes after."""
CUT = "The terminal takes 4,095 letters in one line and cut this one there. Look at its end, and type the rest anew."
NOTHING_TO_SAVE = "There is nothing to save here."
_ASCII = str.maketrans({"…": "...", "·": "."})


class Back(Exception):  # noqa: N818 - a person's wish, not an error
    """The person went back, or left what was asked."""


class Lines:
    """A conversation in lines over standard input and output."""

    def __init__(self, ending: Ending | None = None) -> None:
        self.ending = ending or Ending()
        for stream in (sys.stdout, sys.stdin):
            with contextlib.suppress(AttributeError, ValueError):
                stream.reconfigure(errors="replace")  # type: ignore[union-attr]
        self.typed_on_a_terminal = sys.stdin is not None and sys.stdin.isatty()

    # Saying

    def say(self, text: str) -> None:
        """One line or several."""
        self._write(f"{clean(text).translate(_ASCII)}\n")

    def trouble(self, sentence: object) -> None:
        """What cannot be taken, and how to mend it."""
        self.say(f"Error: {sentence}")

    def _write(self, text: str) -> None:
        sys.stdout.write(text)
        sys.stdout.flush()

    # Asking

    def ask(
        self,
        question: str,
        help_: str = "",
        again: Callable[[], None] | None = None,
        *,
        empties: bool = False,
        edits: bool = False,
    ) -> str | Word:
        """A line, or the word that was typed in its place; help and again are answered here."""
        while True:
            said = self.await_line(question, empties=empties, edits=edits)
            if said is Word.HELP:
                self.say("\n".join(part for part in (help_, HELP, ESCAPE) if part))
            elif said is Word.AGAIN:
                if again is not None:
                    again()
            else:
                return said

    def await_line(self, question: str = "", *, empties: bool = False, edits: bool = False) -> str | Word:
        """One line as it was typed, or a word. Raises EOFError at the end of input, HungUp."""
        self._write(clean(question).translate(_ASCII))
        if sys.stdin is None:
            raise EOFError
        try:
            with self.ending.awaiting():
                line = sys.stdin.readline()
        except HungUp as end:
            end.typed = clean(unfinished_line())
            raise
        except OSError:
            raise HungUp(signal.SIGHUP) from None
        if not line:
            raise EOFError
        if not self.typed_on_a_terminal:
            self._write("\n")
        elif len(line.encode(errors="replace")) >= TTY_LINE:
            self.trouble(CUT)
        return heard(line.rstrip("\r\n"), empties=empties, edits=edits)

    def line(self, question: str, help_: str = "") -> str:
        """A line of text. Raises Back."""
        while True:
            said = self.ask(question, help_)
            if isinstance(said, str):
                return said.strip()
            if said is not Word.SAVE:
                raise Back
            self.say(NOTHING_TO_SAVE)

    def choose(self, question: str, options: Sequence[str]) -> int:
        """One of some numbered choices, counted from 0, by number or first word. Raises Back."""

        def offer() -> None:
            for number, option in enumerate(options, 1):
                self.say(f"{number}  {option}")

        offer()
        while True:
            said = self.ask(f"{question}: ", "Type the number of a choice, or its first word.", offer)
            if isinstance(said, Word):
                if said is not Word.SAVE:
                    raise Back
                self.say(NOTHING_TO_SAVE)
                continue
            found = chosen(options, said)
            if found is not None:
                return found
            self.trouble(f"{question}: that is not one of the choices. Type a number from 1 to {len(options)}.")

    def confirm(self, question: str, word: str) -> bool:
        """True only where the whole word is typed; everything else leaves it. Raises Back."""
        said = self.ask(f"{question} Type {word} to do it, or Enter to leave it: ")
        if said in (Word.BACK, Word.LEAVE):
            raise Back
        return isinstance(said, str) and said.strip().casefold() == word

    def page_through(self, records: Sequence[str]) -> None:
        """All records, ten at a time."""
        for place, record in enumerate(records):
            if place and not place % PAGE:
                said = self.ask(f"{place} of {len(records)} said. Enter for more, back to go on without: ")
                if said != "":
                    return
            self.say(record)


def chosen(options: Sequence[str], typed: str) -> int | None:
    """The choice that was meant: its number, its words, or a beginning that no other has. None where it is none."""
    wanted = _plain(typed)
    if wanted.isdecimal():
        return int(wanted) - 1 if 1 <= int(wanted) <= len(options) else None
    names = [_plain(option) for option in options]
    if wanted in names:
        return names.index(wanted)
    found = [place for place, name in enumerate(names) if wanted and name.startswith(wanted)]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("-", " ").replace("_", " ").split())
