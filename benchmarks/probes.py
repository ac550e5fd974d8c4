"""What is measured: each probe is one start of a program on a terminal, and what is typed there."""

import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from benchmarks.stores import DAY, FIRST

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.executable).with_name("casereflect")
HELD = 30
"""Keys a second of a key that is held down."""
WATCHED = 3
"""Seconds for which an idle program is watched."""
AT_REST = 4
"""Seconds of silence before that: what is done behind the first page is done by then."""
IN_CASELOAD = "c"
SETTLED = "down up down up down up down up"
"""Some keys first, so that what is loaded behind the first page is there."""
IN_FORM = f"{IN_CASELOAD} {SETTLED} v"
IN_WORDS = f"{IN_FORM} tab tab a y"
"""The box for the child's own words, in the form of a visit."""
WORDS = '"I get myself up and make the toast."'
CHRONOLOGY = "newest first"
NARROWS = "s c h o o l space g r a n"
SEARCH = "9"
FLOOR_ROW = "Nobody 5"
LAST_OF_FORM = "Announced"
DEMO_ROW = "F-108"


@dataclass(frozen=True, slots=True)
class Probe:
    """One measurement: how it is made (termbench's modes), of which program, and with which of its options."""

    mode: Literal["start", "keys", "idle"]
    command: tuple[str, ...]
    options: tuple[str, ...] = ()
    once: bool = False
    """For bytes alone, which are the same each time."""
    environ: dict[str, str] = field(default_factory=dict)


def probes(folder: Path) -> dict[str, Probe]:
    """Every probe by its name, over the stores in the folder. The floor comes twice: the two show the noise."""
    app, demo = _app(folder / "200"), (str(PROGRAM), "demo", "--home", str(folder / "demo"))
    floor = (sys.executable, str(ROOT / "tools" / "floor.py"))
    down = ("--keys", "down*50")
    held = ("--rate", str(HELD), "--keys", "down*60")
    idle = ("--settle", str(AT_REST), "--seconds", str(WATCHED))
    listed = ("--warm", IN_CASELOAD, "--ready", FIRST)
    settled = ("--warm", f"{IN_CASELOAD} {SETTLED}", "--ready", FIRST)
    opening = (*settled, "--keys", "v", "--expect", LAST_OF_FORM, "--quiet", "0.3")
    typing = ("--warm", IN_WORDS, "--ready", FIRST, "--keys", WORDS)
    chronology = (*settled, "--keys", "t", "--expect", CHRONOLOGY, "--quiet", "0.3")
    narrowing = ("--warm", f"{IN_CASELOAD} {SETTLED} t /", "--ready", FIRST, "--keys", NARROWS)
    opened = ("--ready", "the key is open", "--settle", "1")
    searching = (*opened, "--warm", f"enter pause {SEARCH} pause", "--keys", NARROWS)
    while_reading = (*opened, "--warm", f"enter pause {SEARCH}", "--keys", NARROWS)
    ready = ("--ready", FLOOR_ROW)
    key_open = ("--ready", "the key is open", "--keys", "enter", "--expect", FIRST)
    return {
        "floor": Probe("start", floor, ("--expect", FLOOR_ROW)),
        "floor again": Probe("start", floor, ("--expect", FLOOR_ROW)),
        "demo": Probe("start", demo, ("--expect", DEMO_ROW)),
        "prompt": Probe("start", _app(folder / "encrypted"), ("--expect", "Passphrase")),
        "key open": Probe("keys", _opened(folder / "encrypted"), key_open),
        "25 cases": Probe("start", _app(folder / "25"), ("--expect", FIRST)),
        "2,000 cases": Probe("start", _app(folder / "2000"), ("--expect", FIRST)),
        "version": Probe("start", (str(PROGRAM), "--version")),
        "today": Probe("start", (*_app(folder / "200"), "today", "--json")),
        "floor, keys": Probe("keys", floor, (*ready, *down)),
        "floor, keys again": Probe("keys", floor, (*ready, *down)),
        "keys": Probe("keys", app, (*listed, *down)),
        "floor, held": Probe("keys", floor, (*ready, *held)),
        "floor, held again": Probe("keys", floor, (*ready, *held)),
        "held": Probe("keys", app, (*listed, *held)),
        "opening": Probe("keys", app, opening),
        "tab": Probe("keys", app, ("--warm", IN_FORM, "--ready", FIRST, "--keys", "tab*40")),
        "typing": Probe("keys", app, typing),
        "chronology": Probe("keys", _app(folder / "chronology"), chronology),
        "narrowing": Probe("keys", _app(folder / "chronology"), narrowing),
        "search": Probe("keys", _opened(folder / "25 full"), searching),
        "search while reading": Probe("keys", _opened(folder / "200 full"), while_reading),
        "floor, idle": Probe("idle", floor, (*ready, *idle)),
        "floor, idle again": Probe("idle", floor, (*ready, *idle)),
        "idle": Probe("idle", app, (*listed, *idle)),
        "demo, stock": _stock(Probe("start", demo, ("--expect", DEMO_ROW))),
        "keys, stock": _stock(Probe("keys", app, (*listed, *down))),
        "opening, stock": _stock(Probe("keys", app, opening)),
        "typing, stock": _stock(Probe("keys", app, typing)),
    }


def _stock(probe: Probe) -> Probe:
    """The same with Textual writing by itself."""
    return Probe(probe.mode, ("env", "CASEREFLECT_REPAINT=stock", *probe.command), probe.options, once=True)


def _app(home: Path) -> tuple[str, ...]:
    return "env", f"CASEREFLECT_HOME={home}", str(PROGRAM)


def _opened(home: Path) -> tuple[str, ...]:
    return "env", f"CASEREFLECT_HOME={home}", sys.executable, "-m", "benchmarks.opened"


def environment(folder: Path, base: dict[str, str]) -> dict[str, str]:
    """As little environment as a program needs; the day is set, so that the pages are the same each time."""
    return {
        "PATH": base.get("PATH", ""),
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "CASEREFLECT_TODAY": DAY.isoformat(),
    }
