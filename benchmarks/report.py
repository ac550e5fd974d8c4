"""The table: each figure beside its goal, and on which machine, how loaded, and with how much noise it was measured."""

import os
import platform
import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from benchmarks.goals import BYTES, NOISE, SPEED, Goal
from benchmarks.measuring import Measured

BEGIN, END = "<!-- measured -->", "<!-- end -->"
FLOOR_FIGURES: tuple[tuple[str, str, str], ...] = (
    ("start to first row, ms", "floor", "expect"),
    ("key to last paint, ms", "floor, keys", "last"),
    ("bytes at the start", "floor", "bytes"),
    ("bytes a move, mean", "floor, keys", "bytes_mean"),
    ("memory, MB", "floor, keys", "rss_mb"),
)
OWN_FIGURES: tuple[tuple[str, str, str], ...] = (
    ("bytes at the start", "demo", "bytes"),
    ("bytes a move, mean", "keys", "bytes_mean"),
    ("bytes a move, stock", "keys, stock", "bytes_mean"),
    ("bytes a letter typed", "typing", "bytes_mean"),
    ("bytes to open a form", "opening", "bytes_mean"),
)


def table(measured: Measured, load: tuple[float, float], day: str) -> str:
    """All of it in Markdown."""
    parts = [
        _machine(measured, load, day),
        "### Speed\n\n" + _rows(SPEED, measured),
        "### Bytes, with the sparing driver on\n\n" + _rows(BYTES, measured),
        "### Noise: the floor beside itself\n\n" + _noise(measured),
        f"The floor itself: {_figures(FLOOR_FIGURES, measured)}.",
        f"casereflect itself: {_figures(OWN_FIGURES, measured)}.",
    ]
    return "\n\n".join(parts)


def _machine(measured: Measured, load: tuple[float, float], day: str) -> str:
    cores = os.cpu_count() or 0
    return (
        f"Measured {day}: {len(measured.rounds)} interleaved rounds after one thrown away, 80x24, TERM=xterm-256color; "
        f"{platform.system()} {platform.machine()}, {cores} cores ({_processor()}), Python {platform.python_version()}, "
        f"Textual {version('textual')}. Load before {load[0]:.1f}, after {load[1]:.1f}."
    )


def _processor() -> str:
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    except OSError:
        found = None
    return found[1] if found else "unknown"


def _rows(goals: Iterable[Goal], measured: Measured) -> str:
    head = "| What | Found | Goal | |\n|---|---:|---:|---|\n"
    return head + "\n".join(
        f"| {goal.name} | {_said(goal, goal.found(measured))} | {_most(goal)} | {goal.met(measured)} |"
        for goal in goals
    )


def _noise(measured: Measured) -> str:
    head = "| What | Median | Lowest | Highest |\n|---|---:|---:|---:|\n"
    return head + "\n".join(_spread(goal, measured) for goal in NOISE)


def _spread(goal: Goal, measured: Measured) -> str:
    assert goal.beside is not None
    ratios = measured.ratios(*goal.of, *goal.beside)
    ends = (goal.found(measured), min(ratios, default=None), max(ratios, default=None))
    return f"| {goal.name} | " + " | ".join(_said(goal, value) for value in ends) + " |"


def _said(goal: Goal, value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f}x" if goal.beside else f"{value:.3g} {goal.unit}"


def _most(goal: Goal) -> str:
    if goal.most is None:
        return ""
    return f"<= {goal.most:g}x" if goal.beside else f"<= {goal.most:g} {goal.unit}"


def _figures(figures: Iterable[tuple[str, str, str]], measured: Measured) -> str:
    return ", ".join(_each(figures, measured))


def _each(figures: Iterable[tuple[str, str, str]], measured: Measured) -> Iterator[str]:
    for words, probe, figure in figures:
        value = measured.middle(probe, figure)
        if value is not None:
            yield f"{words} {value:,.0f}"


def put_in(document: Path, text: str) -> None:
    """Write the table between its marks. Raises ValueError where the document has none."""
    before, begin, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{document} has no place for the table.")
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")
