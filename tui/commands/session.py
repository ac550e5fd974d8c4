"""One run of the program: the environment, how the passphrase comes, and the house, opened when it is needed."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from checklists.wrong import Wrong
from tui.composition import House, open_house
from tui.hidden import FILE, Hidden
from tui.passphrase import Asking
from tui.terminal import can_ask as can_ask

if TYPE_CHECKING:
    from datetime import date

    from tui.composition import CaseStore


R = TypeVar("R")


@dataclass(slots=True)
class Session:
    """What every command is handed."""

    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    passphrase_file: Path | None = None
    standing: Hidden | None = None
    """The terminal on which the passphrase was asked for already."""
    _house: House | None = None
    _input_read: bool = False

    def asking(self, shown: Callable[[], None] = lambda: None) -> Asking:
        """How the passphrase comes on this run."""
        named = self.environ.get(FILE, "")
        return Asking(self.passphrase_file or (Path(named) if named else None), shown, self.standing)

    @property
    def house(self) -> House:
        """The house over the data folder. Raises NoStore, Wrong."""
        if self._house is None:
            self._house = open_house(self.environ, self.asking())
        return self._house

    @property
    def opened(self) -> bool:
        """The house is open already."""
        return self._house is not None

    def enter(self, house: House) -> None:
        """Go on with a house that was opened elsewhere."""
        self._house = house

    def settle(self) -> None:
        """What is left to do once the command has done its work."""
        if self._house is not None:
            self._house.settle()

    @property
    def store(self) -> "CaseStore":
        """The store, opened now. Raises WrongPassphrase, StoreTrouble."""
        return self.house.store

    def standard_input(self) -> str:
        """All of standard input, once. Raises Wrong where there is none, or it was read for another text."""
        if self._input_read or sys.stdin is None:
            raise Wrong("Standard input can be read for one text only.", "Give the other one as it is.")
        self._input_read = True
        return sys.stdin.buffer.read().decode(errors="replace").rstrip("\n")

    def text_or_input(self, text: str) -> str:
        """A text as it was typed; `-` is standard input. Raises Wrong."""
        return self.standard_input() if text == "-" else text

    @property
    def today(self) -> "date":
        """The day it is."""
        return self.house.clock.today()


def handed(command: Callable[..., R]) -> Callable[..., R]:
    """A command that is handed the session first."""
    import click  # the program alone is opened without it

    return click.make_pass_decorator(Session)(command)
