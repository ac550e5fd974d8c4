"""Looking at the system: the four ways to look, and the factors a note may name; read from `content/systems.toml`."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import tomli

from checklists.content_file import checked, text_of
from checklists.library import Guide

FILE = "systems.toml"


class Look(NamedTuple):
    """One way to look at what surrounds a decision."""

    id: str
    """Y1 to Y4."""
    field: str
    """The field of a system note that it asks for."""
    title: str
    prompt: str
    example: str


class Factor(NamedTuple):
    """Something of the organisation that shapes the work."""

    id: str
    short: str
    """As a field calls it."""


class Team(NamedTuple):
    """What is said on the page over all cases."""

    title: str
    opening: str
    questions: tuple[str, ...]
    left_out: str


class Systems(NamedTuple):
    """What is said of looking at the system, in the words of one service."""

    heading: str
    intro: str
    rule: str
    version: str
    looks: tuple[Look, ...]
    factors: tuple[Factor, ...]
    team: Team

    def look(self, field: str) -> Look | None:
        """The way to look that asks for a field; None for any other field."""
        return next((one for one in self.looks if one.field == field), None)

    def factor(self, factor_id: str) -> str:
        """What a factor is called."""
        return next((one.short for one in self.factors if one.id == factor_id), factor_id)


@cache
def systems(service: str = "children") -> Systems:
    """The content for `children` or `adults`. Raises Wrong, naming what is missing."""
    with checked(FILE):
        raw = tomli.loads(text_of(FILE))
        return Systems(
            raw["heading"],
            raw["intro"],
            _for(raw, "rule", service),
            str(raw["last_checked"]),
            tuple(
                Look(one["id"], one["field"], one["title"], _for(one, "prompt", service), one["example"])
                for one in raw["item"]
            ),
            tuple(Factor(one["id"], one["short"]) for one in raw["factor"]),
            Team(**{**raw["team"], "questions": tuple(raw["team"]["questions"])}),
        )


def looking_guide(service: str) -> Guide:
    """What is read beside the form of a note: what to name and what not, and each way to look with an example."""
    said = systems(service)
    parts = tuple((one.title, (one.prompt, f"Such as: {one.example}")) for one in said.looks)
    return Guide(said.heading, said.intro, f"casereflect, checked {said.version}", (said.rule,), parts)


def _for(raw: Mapping[str, Any], name: str, service: str) -> str:
    """A text in the words of the service, where it has its own."""
    return str(raw.get(f"adult_{name}", raw[name]) if service == "adults" else raw[name])
