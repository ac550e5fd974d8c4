"""The goals: which figure, beside which other, and what it may be at most."""

from dataclasses import dataclass
from statistics import median
from typing import Literal

from benchmarks.measuring import Measured

Of = tuple[str, str]
"""A probe and one of its figures."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One row of the table."""

    name: str
    of: Of
    beside: Of | None = None
    """Whose figure of the same round it is divided by; None: it counts by itself."""
    most: float | None = None
    """None: no goal, only told."""
    unit: Literal["", "ms", "bytes a second", "modules"] = ""

    def found(self, measured: Measured) -> float | None:
        """The median over the rounds; None where it was not measured."""
        if self.beside is None:
            return measured.middle(*self.of)
        ratios = measured.ratios(*self.of, *self.beside)
        return median(ratios) if ratios else None

    def met(self, measured: Measured) -> str:
        """`met`, `not met`, `not measured`, or nothing where there is no goal."""
        value = self.found(measured)
        if value is None:
            return "not measured"
        if self.most is None:
            return ""
        return "met" if value <= self.most else "not met"


START: Of = ("floor", "expect")
KEY: Of = ("floor, keys", "last")
KEY_BYTES: Of = ("floor, keys", "bytes_mean")

SPEED = (
    Goal("passphrase prompt visible", ("prompt", "expect"), START, 0.15),
    Goal("`casereflect demo` to its first case visible", ("demo", "expect"), START, 1.1),
    Goal("from the key being open to Today", ("key open", "expect"), START, 0.5),
    Goal("down in a list of 200 cases, key to last paint", ("keys", "last"), KEY, 0.4),
    Goal("the form of a visit open, beside the floor's start", ("opening", "expect"), START, 0.25),
    Goal("a chronology of 1,000 entries open, beside the floor's start", ("chronology", "expect"), START, 0.5),
    Goal("a letter that narrows it, key to last paint", ("narrowing", "last"), None, 100, "ms"),
    Goal("a letter of a search over 25 cases of 190 KB, key to last paint", ("search", "last"), None, 150, "ms"),
    Goal("the same of 200 while they are read, key to first paint", ("search while reading", "first"), None, 150, "ms"),
    Goal("Tab in a form, processor time, mean of 40", ("tab", "cpu_each"), None, 15, "ms"),
    Goal("key held at 30 a second, how far behind", ("held", "behind"), ("floor, held", "behind"), 0.2),
    Goal("idle, bytes", ("idle", "bytes_per_s"), None, 0, "bytes a second"),
    Goal("idle, wake-ups", ("idle", "wakeups_per_s"), ("floor, idle", "wakeups_per_s"), 1.1),
    Goal("memory, in a list", ("keys", "rss_mb"), ("floor, keys", "rss_mb"), 1.45),
    Goal("memory, in a form", ("tab", "rss_mb"), ("floor, keys", "rss_mb"), 1.45),
    Goal("a saved answer on a case of 190 KB, encrypted", ("save", "wall"), None, 15, "ms"),
    Goal("the same, processor time", ("save", "processor"), None, None, "ms"),
    Goal("the same, what the disk takes to write as much", ("save", "disk"), None, None, "ms"),
    Goal("Today with 2,000 cases, beside 25", ("2,000 cases", "expect"), ("25 cases", "expect"), 1.6),
    Goal("`--version`, modules of Textual loaded", ("loaded by --version", "modules"), None, 0, "modules"),
    Goal("`today --json`, modules of Textual loaded", ("loaded by today --json", "modules"), None, 0, "modules"),
    Goal("`--version`, start to end", ("version", "ended"), START),
    Goal("`today --json` of 200 cases, start to end", ("today", "ended"), START),
)
BYTES = (
    Goal("start, beside stock", ("demo", "bytes"), ("demo, stock", "bytes"), 0.25),
    Goal("start, beside the floor", ("demo", "bytes"), ("floor", "bytes")),
    Goal("a move in a list, mean, beside stock", ("keys", "bytes_mean"), ("keys, stock", "bytes_mean"), 0.10),
    Goal("a move in a list, mean, beside the floor", ("keys", "bytes_mean"), KEY_BYTES),
    Goal("stock itself, a move in a list, beside the floor", ("keys, stock", "bytes_mean"), KEY_BYTES),
    Goal("a letter typed in a form, beside stock", ("typing", "bytes_mean"), ("typing, stock", "bytes_mean"), 0.25),
    Goal("a form opened, beside stock", ("opening", "bytes_mean"), ("opening, stock", "bytes_mean"), 0.25),
)
NOISE = (
    Goal("start", ("floor again", "expect"), START),
    Goal("key to last paint", ("floor, keys again", "last"), KEY),
    Goal("held key, how far behind", ("floor, held again", "behind"), ("floor, held", "behind")),
    Goal("wake-ups", ("floor, idle again", "wakeups_per_s"), ("floor, idle", "wakeups_per_s")),
    Goal("memory", ("floor, keys again", "rss_mb"), ("floor, keys", "rss_mb")),
)
"""The floor beside itself, as everything is measured beside it."""
