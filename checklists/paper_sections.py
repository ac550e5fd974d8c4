"""The sections of pages for others, the supervision pack and the hand-over, read from `content/learning.toml`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import tomli

from checklists.content_file import checked, text_of
from checklists.wrong import Wrong

FILE = "learning.toml"
PACK = (
    "own_words",
    "life",
    "changed",
    "answers",
    "wonder",
    "unknown",
    "prompts",
    "actions",
    "learning",
    "private",
    "wanted",
    "agreed",
)
"""What a pack can hold; the file says in which order and under which titles."""
HANDOVER = ("life", "own_words", "unknown", "tried", "dates", "people", "agencies")
"""What a hand-over can hold."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its title, and whether it is in unless a person takes it out."""

    id: str
    title: str
    adult_title: str = ""
    holds: str = ""
    """What stands in it beside what the title says."""
    ticked: bool = True

    def titled(self, service: str) -> str:
        """Its title on a case of that service."""
        return (service == "adults" and self.adult_title) or self.title


@dataclass(frozen=True, slots=True)
class Papers:
    """What the file says of pages for others."""

    pack_title: str
    private: str
    """The sentence about private notes."""
    months: int
    """So many months are looked back for when a case was talked of, and what became of what was agreed."""
    pack: tuple[Section, ...]
    changes_title: str
    weeks: int
    """So many weeks are looked back where no supervision is recorded."""
    handover_title: str
    handover_left_out: str
    handover: tuple[Section, ...]


@cache
def papers() -> Papers:
    """The built-in file. Raises Wrong, naming the file and what is amiss."""
    return read_papers(text_of(FILE), FILE)


def read_papers(text: str, name: str) -> Papers:
    """What the text of a file says. Raises Wrong: a section that nothing fills, or that stands twice or not at all."""
    with checked(name):
        content = tomli.loads(text)
        pack, changes, handover = content["supervision_pack"], content["changes"], content["handover"]
        return Papers(
            pack["title"],
            pack["private"],
            pack["months_looked_back"],
            sections_of(pack["section"], PACK, f"{name}, supervision_pack"),
            changes["title"],
            changes["weeks_without_supervision"],
            handover["title"],
            handover["left_out"],
            sections_of(handover["section"], HANDOVER, f"{name}, handover"),
        )


def sections_of(rows: Sequence[Mapping[str, Any]], known: Sequence[str], where: str) -> tuple[Section, ...]:
    """The sections of a page for others. Raises Wrong: one that nothing fills, or that stands twice or not at all."""
    found = tuple(
        Section(
            row["id"], row["title"], row.get("adult_title", ""), row.get("holds", ""), ticked=row.get("ticked", True)
        )
        for row in rows
    )
    ids = [section.id for section in found]
    for section_id in ids:
        if section_id not in known:
            raise Wrong(f"{where}: nothing fills a section called {section_id}.", f"It may be {', '.join(known)}.")
        if ids.count(section_id) > 1:
            raise Wrong(f"{where}: the section {section_id} stands twice.", "Leave one.")
    missing = [section_id for section_id in known if section_id not in ids]
    if missing:
        raise Wrong(f"{where}: the section {missing[0]} is missing.", "Add it, or take the built-in file.")
    private = next((section for section in found if section.id == "private"), None)
    if private is not None and private.ticked:
        raise Wrong(f"{where}: private notes are in only if ticked by hand.", "Write ticked = false.")
    return found
