"""The passphrase, asked on the plain terminal as ssh and age do, or read from a file. It is never in an argument."""

import os
import sys
import termios
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from checklists.troubles import WrongPassphrase
from checklists.wrong import Wrong

K = TypeVar("K")

TRIES = 3
TERMINAL = "/dev/tty"
FILE = "CASEREFLECT_PASSPHRASE_FILE"
_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Asking:
    """How this run gets the passphrase; `shown` is called once the question stands, to use the time until it is answered."""

    file: Path | None = None
    shown: Callable[[], None] | None = None

    def __call__(self, answer: Callable[[str], K]) -> K:
        """Open the key. Raises WrongPassphrase: at once for a file, after three tries on the terminal; or Wrong."""
        if self.file is not None:
            return answer(read_passphrase(self.file))
        with Hidden() as terminal:
            for last in (*(False,) * (TRIES - 1), True):
                typed = terminal.ask("Passphrase: ", self.shown)
                try:
                    return answer(typed)
                except WrongPassphrase as wrong:
                    if last:
                        raise
                    _say(wrong)
        raise AssertionError


def _say(sentence: object) -> None:
    sys.stderr.write(f"{sentence}\n")


def read_passphrase(file: Path) -> str:
    """The first line of the file. Says on standard error where others could read it. Raises Wrong."""
    try:
        open_to_others = file.stat().st_mode & _OTHERS
        first = file.read_text(encoding="utf-8", errors="surrogateescape").partition("\n")[0].rstrip("\r")
    except OSError:
        raise Wrong("The passphrase file cannot be read.", "Look at its path and permissions.") from None
    if not first:
        raise Wrong("The passphrase file has no first line.", "Put the passphrase there.")
    if open_to_others:
        _say("The passphrase file can be read by others on this machine. `chmod 600` mends that.")
    return first


def new_passphrase() -> str:
    """A new passphrase, typed twice until both are alike. Raises Wrong where there is no terminal."""
    with Hidden() as terminal:
        while True:
            first = terminal.ask("New passphrase: ")
            if not first:
                _say("A passphrase is needed. Four or five words that do not belong together are good.")
            elif first == terminal.ask("The same again: "):
                return first
            else:
                _say("These two differ. Nothing was kept; type it again.")


class Hidden:
    """The terminal itself, without echo until all has been asked: who types at once is never shown and never lost."""

    def __init__(self) -> None:
        self._terminal = -1
        self._before: list[Any] = []

    def __enter__(self) -> Self:
        """Raises Wrong where there is no terminal."""
        try:
            self._terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            raise Wrong(
                "A passphrase is needed, and there is no terminal to ask on.",
                f"Give --passphrase-file FILE, or set {FILE}.",
            ) from None
        self._before = termios.tcgetattr(self._terminal)
        hidden = termios.tcgetattr(self._terminal)
        hidden[3] &= ~termios.ECHO
        termios.tcsetattr(self._terminal, termios.TCSAFLUSH, hidden)
        return self

    def __exit__(self, *_: object) -> None:
        termios.tcsetattr(
            self._terminal, termios.TCSADRAIN, self._before
        )  # what was typed behind it is for the first page
        os.close(self._terminal)

    def ask(self, question: str, shown: Callable[[], None] | None = None) -> str:
        """One line, `shown` called once the question stands. Raises KeyboardInterrupt at the terminal's end."""
        os.write(self._terminal, question.encode())
        if shown is not None:
            shown()
        try:
            return _read_line(self._terminal).decode(errors="surrogateescape")
        finally:
            os.write(self._terminal, b"\n")


def _read_line(terminal: int) -> bytes:
    typed = b""
    while not typed.endswith(b"\n"):
        part = os.read(terminal, 1024)
        if not part:
            raise KeyboardInterrupt
        typed += part
    return typed.rstrip(b"\r\n")
