"""The passphrase, asked on the plain terminal as ssh and age do, or read from a file. It is never in an argument."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from checklists.troubles import WrongPassphrase
from checklists.wrong import Wrong
from tui.early_prompt import QUESTION
from tui.hidden import Hidden

K = TypeVar("K")

TRIES = 3
WORDS, SHORT, LONG = 4, 14, 24
"""A passphrase of four words and 14 letters, or of 24 letters, gets no advice."""
_OTHERS = 0o077


@dataclass(slots=True)
class Asking:
    """How this run gets the passphrase; `shown` is called once the question stands, to use the time until it is answered."""

    file: Path | None = None
    shown: Callable[[], None] = lambda: None
    standing: Hidden | None = None
    """The terminal on which the question was put already; it is put once."""

    def __call__(self, answer: Callable[[str], K]) -> K:
        """Open the key. Raises WrongPassphrase: at once for a file, after three tries on the terminal; or Wrong."""
        if self.file is not None:
            return answer(read_passphrase(self.file))
        terminal, self.standing = self.standing or Hidden(), None
        with terminal:
            for last in (*(False,) * (TRIES - 1), True):
                typed = terminal.ask(QUESTION, self.shown)
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


def advice(passphrase: str) -> str:
    """What is said of a new passphrase that is soon guessed; blank of others. It is advice: any is taken."""
    words = len(passphrase.split())
    if len(passphrase) >= LONG or (words >= WORDS and len(passphrase) >= SHORT):
        return ""
    return (
        "That is short: four or five words that do not belong together take far longer to guess. It is taken as it is."
    )


def new_passphrase() -> str:
    """A new passphrase, typed twice until both are alike. Raises Wrong where there is no terminal."""
    with Hidden() as terminal:
        while True:
            first = terminal.ask("New passphrase: ")
            if not first:
                _say("A passphrase is needed. Four or five words that do not belong together are good.")
                continue
            if said := advice(first):
                _say(said)
            if first == terminal.ask("The same again: "):
                return first
            _say("These two differ. Nothing was kept; type it again.")
