"""The plain blocks of which every page is made. What they look like is for the outlet to decide."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

MEDIUM, NARROW, SHORT = 37, 31, 20
"""The room for a sentence on a row: at 80 columns, and at 60 without and with a date behind it."""


def fitting(room: int, *texts: str) -> str:
    """The first of the texts that fits; they go from long to short."""
    for text in texts:
        if len(text) <= room:
            return text
    return texts[-1]


def medium(*texts: str) -> str:
    """The first text with at most 37 letters."""
    return fitting(MEDIUM, *texts)


def narrow(*texts: str) -> str:
    """The first text with at most 31 letters."""
    return fitting(NARROW, *texts)


def short(*texts: str) -> str:
    """The first text with at most 20 letters."""
    return fitting(SHORT, *texts)


def quoted(words: str) -> str:
    """Words in quotation marks as they end a sentence: with their own full stop inside, or with ours."""
    return f'"{words}"' if words.endswith((".", "!", "?", "…")) else f'"{words}."'


class Fit(NamedTuple):
    """A text in up to four lengths; an outlet shows the longest that has room."""

    full: str
    medium: str = ""
    short: str = ""
    narrow: str = ""
    """Between medium and short."""

    def within(self, room: int) -> str:
        """The longest of the texts that fits in `room` letters, else the shortest."""
        texts = [text for text in (self.full, self.medium, self.narrow, self.short) if text]
        return fitting(room, *texts) if texts else ""


Cell = str | Fit


LEFT_OUT = -1
"""In place of a column's place: it has no room at that width."""


class Column(NamedTuple):
    """A column of a table: its title, and where it begins on a screen of 80, of 60, and of 100 columns or more."""

    title: str
    at: int
    narrow: int = 0
    """At 60; 0 leaves it out."""
    wide: int = 0
    """At 100 or more; 0: as at 80, LEFT_OUT: not there."""
    ruler: bool = False
    """The title is the months above a seen strip, to be kept to the letter."""
    only_wide: bool = False
    """Shown at 100 columns or more, and in text; not at 80 or 60."""
    tight: bool = False
    """One blank stands after it, not two: a sentence that may fill its room to the last letter."""
    widest: int = 0
    """At 132 or more; 0: as at 100."""
    close: bool = False
    """One blank stands after it at 100 columns, where every column has just its room; two from 132 on."""
    brief: str = ""
    """Its title where there is no room for the whole of it."""
    runs: bool = False
    """It may run on where the cell behind it is blank."""


@dataclass(frozen=True)
class Item:
    """One row of a table. With a key it can be opened; `why` explains it in a sentence or two."""

    cells: tuple[Cell, ...]
    word: str = ""
    """A word for the word column: due soon, due, overdue, well past, not recorded."""
    key: Hashable = None
    why: str = ""
    also: str = ""
    """What finding it looks at beside its cells, such as the prompts that a limit is for."""

    @property
    def sought(self) -> str:
        """All that finding it looks at, in small letters."""
        texts = [cell.full if isinstance(cell, Fit) else cell for cell in self.cells]
        return " ".join([*texts, self.word, self.also]).casefold()


class Heading(NamedTuple):
    """A heading of its own line."""

    text: str
    beside: tuple[tuple[int, str], ...] = ()
    """Words beside it: (column at 80, words)."""
    part: bool = False
    """It begins a part of its own, such as a case among many; on paper a new page."""


class Paragraph(NamedTuple):
    """Words to read."""

    text: str
    dim: bool = False


class Facts(NamedTuple):
    """Labels and values; a blank value reads `not recorded`."""

    pairs: tuple[tuple[str, str], ...]
    keys: tuple[Hashable, ...] = ()
    """What each stands for, so that the cursor stops at it on a long page; without any they are only read."""


class Compare(NamedTuple):
    """Two texts side by side, field by field: what it said, and what it says; blank reads `not recorded`."""

    titles: tuple[str, str]
    """Over the two columns: `Earlier`, `Now`."""
    fields: tuple[tuple[str, str, str], ...]
    """The field's name and its two texts."""


@dataclass(frozen=True)
class Table:
    """Rows in columns. Its titles stand in the heading line above it, on the screen and in text."""

    columns: tuple[Column, ...]
    items: tuple[Item, ...]
    heading: str = ""
    inline: bool = False
    """The heading stands in the first row, left of the first column."""
    titles: bool = False
    """Show the columns' titles beside the heading."""
    empty: str = "none recorded"
    wide: bool = False
    """At 100 columns or more its words stand at the edge of the screen, so that the last column has all the room."""
    drawn: bool = False
    """A picture in figures, which the blocks after it tell in words: plain lines leave it to them."""


Block = Heading | Paragraph | Facts | Compare | Table


@dataclass(frozen=True)
class Page:
    """A page: its place and facts (the header), its blocks, and what the foot says where no row explains itself."""

    place: str
    facts: str = ""
    blocks: tuple[Block, ...] = field(default=())
    foot: str = ""
    short_facts: str = ""
    """The facts where there are 27 columns for place and facts."""
    least_facts: str = ""
    """What of them must stand beside the rows in view, however small the window."""
    cases: tuple[str, ...] = ()
    """The ids of the cases whose text it holds, for the audit trail; said where a page can be written to a file."""
