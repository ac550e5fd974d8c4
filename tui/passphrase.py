"""The passphrase, asked on the plain terminal as ssh and age do, or read from a file. It is never in an argument."""

import os
import sys
import termios
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

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
        for last in (*(False,) * (TRIES - 1), True):
            typed = ask_hidden("Passphrase: ", self.shown)
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
    while True:
        first = ask_hidden("New passphrase: ")
        if not first:
            _say("A passphrase is needed. Four or five words that do not belong together are good.")
        elif first == ask_hidden("The same again: "):
            return first
        else:
            _say("These two differ. Nothing was kept; type it again.")


def ask_hidden(question: str, shown: Callable[[], None] | None = None) -> str:
    """One line from the terminal itself, not echoed. Raises Wrong where there is none, KeyboardInterrupt at its end."""
    try:
        terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
    except OSError:
        raise Wrong(
            "A passphrase is needed, and there is no terminal to ask on.",
            f"Give --passphrase-file FILE, or set {FILE}.",
        ) from None
    try:
        return _line_without_echo(terminal, question, shown)
    finally:
        os.close(terminal)


def _line_without_echo(terminal: int, question: str, shown: Callable[[], None] | None) -> str:
    before = termios.tcgetattr(terminal)
    hidden = termios.tcgetattr(terminal)
    hidden[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSAFLUSH, hidden)
    try:
        os.write(terminal, question.encode())
        if shown is not None:
            shown()
        typed = _read_line(terminal)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)  # keys typed behind it are for the first page
        os.write(terminal, b"\n")
    return typed.decode(errors="surrogateescape")


def _read_line(terminal: int) -> bytes:
    typed = b""
    while not typed.endswith(b"\n"):
        part = os.read(terminal, 1024)
        if not part:
            raise KeyboardInterrupt
        typed += part
    return typed.rstrip(b"\r\n")
