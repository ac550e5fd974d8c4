"""A line typed unseen: the terminal itself, without echo. Light, as it is on the way before everything else."""

import os
import termios
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress

from checklists.wrong import Wrong

TERMINAL = "/dev/tty"
FILE = "CASEREFLECT_PASSPHRASE_FILE"


class Hidden(AbstractContextManager["Hidden"]):
    """The terminal itself, without echo until all has been asked: who types at once is never shown and never lost."""

    def __init__(self) -> None:
        """Raises Wrong where there is no terminal."""
        try:
            self._terminal = os.open(TERMINAL, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            raise Wrong(
                "A passphrase is needed, and there is no terminal to ask on.",
                f"Give --passphrase-file FILE, or set {FILE}.",
            ) from None
        self._before = termios.tcgetattr(self._terminal)
        self._hides = self._stands = self._closed = False

    def __exit__(self, *_: object) -> None:
        """A question without an answer has its line ended. What was typed behind an answer is for the first page."""
        if self._closed:
            return
        self._closed = True
        with suppress(OSError, termios.error):  # the terminal may be gone
            if self._stands:
                self._end_line()
            if self._hides:
                termios.tcsetattr(self._terminal, termios.TCSADRAIN, self._before)
        os.close(self._terminal)

    def put(self, question: str) -> None:
        """Write a question, to be read later, unless one stands already."""
        if self._stands:
            return
        if not self._hides:
            self._hide()
        self._stands = True
        os.write(self._terminal, question.encode())

    def ask(self, question: str, shown: Callable[[], None] = lambda: None) -> str:
        """One line, `shown` called once the question stands. Raises KeyboardInterrupt at the terminal's end."""
        self.put(question)
        shown()
        try:
            return self._read_line().decode(errors="surrogateescape")
        finally:
            self._end_line()

    def _hide(self) -> None:
        """No echo, before any question is written; what was typed until now was not typed for it."""
        self._hides = True
        hidden = [*self._before]
        hidden[3] &= ~termios.ECHO
        termios.tcsetattr(self._terminal, termios.TCSAFLUSH, hidden)

    def _read_line(self) -> bytes:
        typed = b""
        while not typed.endswith(b"\n"):
            part = os.read(self._terminal, 1024)
            if not part:
                raise KeyboardInterrupt
            typed += part
        return typed.rstrip(b"\r\n")

    def _end_line(self) -> None:
        self._stands = False
        os.write(self._terminal, b"\n")
