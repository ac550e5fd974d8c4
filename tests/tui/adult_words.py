"""What may not be read on an adult's case, and an adult's case to read: A-201 of the fictional caseload, on a fixed day."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from tests.tui.screens.driving import DAY, Still, house_in
from tui.composition import new_house
from tui.demo_content import story
from tui.passphrase import Asking

CHILD_ONLY = re.compile(
    r"\b(child(?:ren)?(?:'s)?|parents?|bedrooms?|seen alone|last alone|schools?|baby|babies|lacks capacity)\b",
    re.IGNORECASE,
)
"""Words of children's cases; and what is never said of a person."""


def child_only(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """The lines with such a word in them, but for those that are of the program and not of the case."""
    kept = tuple(allowed)
    return [
        line.strip() for line in text.splitlines() if CHILD_ONLY.search(line) and not any(one in line for one in kept)
    ]


def adult_home(folder: Path) -> Path:
    """A plain store with A-201 alone, save by save, each on its day."""
    content = tomllib.loads(files("tui.demo_cases").joinpath("a_201.toml").read_text(encoding="utf-8"))
    case = story(content, DAY)
    house, _ = new_house(folder, Still(fixed=DAY), None, Asking())
    house_in(folder, case.first.on).store.add_case(case.info, case.first.records)
    for saved in case.later:
        with house_in(folder, saved.on).store.change(case.info.id) as change:
            for record in saved.records:
                change.put(record)
    house.store.caseload()
    house.lock()
    return folder
