"""What stands beside a practitioner while a case is under review, read from `content/review_process.toml` and checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tomli

from checklists.content_file import checked, text_of
from checklists.library import Guide
from checklists.paper_sections import Section, sections_of
from checklists.wrong import Wrong

FILE = "review_process.toml"
STEPS = ("R1", "R2", "R3", "R4", "R5", "R6")
"""The six steps of the article, in order."""
PACK = ("purpose", "ladder", "timeline", "account", "requests", "meetings", "support", "audit", "frozen")
"""What a pack of a review can hold; the file says in which order and under which titles."""
SERVICES = ("children", "adults")


@dataclass(frozen=True, slots=True)
class Step:
    """One of the six steps: its title, what it asks, what is kept under it, and a kind word."""

    id: str
    title: str
    prompt: str
    keeps: tuple[str, ...]
    """The kinds of record that stand under it."""
    reassurance: str
    private: bool = False
    """What private means is said under it."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of the ladder: the event that shows it was reached, and the limit that says by when."""

    service: str
    title: str
    event: str = ""
    timescale: str = ""


@dataclass(frozen=True, slots=True)
class KeptOut:
    """What private means, and does not mean: said beside every box that is kept out of packs."""

    label: str
    text: str
    recovery: str
    """Said too where the council's key can open the store."""


@dataclass(frozen=True, slots=True)
class ReviewProcess:
    """What the file says."""

    heading: str
    header: str
    """Why there are reviews: it stands on every page of the companion, and frames what is written to a file."""
    first_steps: tuple[str, ...]
    steps: tuple[Step, ...]
    rungs: tuple[Rung, ...]
    account: Guide
    pack_title: str
    pack_left_out: str
    pack: tuple[Section, ...]
    kept_out: KeptOut
    not_this: str
    checked: str
    """The day the file was last checked."""

    def kept_under(self, what: str) -> str:
        """The kind of record whose list stands under a step, by the step's id; anything else is a kind already."""
        return next((step.keeps[0] for step in self.steps if step.id == what), what)

    def ladder(self, service: str) -> tuple[Rung, ...]:
        """The rungs for children or adults, from the first."""
        return tuple(rung for rung in self.rungs if rung.service == service)


@cache
def review_process() -> ReviewProcess:
    """The built-in file. Raises Wrong, naming the file and what is amiss."""
    return read_review_process(text_of(FILE), FILE)


def read_review_process(text: str, name: str) -> ReviewProcess:
    """What the text of a file says. Raises Wrong, naming the file: not TOML, something missing, a step too many."""
    with checked(name):
        raw = tomli.loads(text)
        account = raw["account"]
        return ReviewProcess(
            raw["heading"],
            raw["header"],
            tuple(raw["first_steps"]),
            _steps(raw["step"], name),
            _rungs(raw["rung"], name),
            Guide(account["title"], account["opening"], account["source"], tuple(account["rules"])),
            raw["pack"]["title"],
            raw["pack"]["left_out"],
            sections_of(raw["pack"]["section"], PACK, f"{name}, pack"),
            KeptOut(*(raw["kept_out"][key] for key in ("label", "text", "recovery"))),
            raw["not_this"]["text"],
            str(raw["last_checked"]),
        )


def _steps(rows: Sequence[Mapping[str, Any]], name: str) -> tuple[Step, ...]:
    found = tuple(
        Step(
            row["id"],
            row["title"],
            row["prompt"],
            tuple(row["keeps"]),
            row["reassurance"],
            private=row.get("private", False),
        )
        for row in rows
    )
    ids = tuple(step.id for step in found)
    if ids != STEPS:
        raise Wrong(f"{name}: the steps are {', '.join(ids)}.", f"Write {', '.join(STEPS)}, each once and in order.")
    return found


def _rungs(rows: Sequence[Mapping[str, Any]], name: str) -> tuple[Rung, ...]:
    found = tuple(Rung(row["service"], row["title"], row.get("event", ""), row.get("timescale", "")) for row in rows)
    odd = next((rung.service for rung in found if rung.service not in SERVICES), None)
    if odd is not None:
        raise Wrong(f"{name}: a rung is for a service called {odd}.", f"It may be {' or '.join(SERVICES)}.")
    return found
