"""What practice asks, read from `content/`: the eight questions, the seven practical actions, the eight themes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import tomli

from checklists.content_file import checked, text_of
from checklists.wrong import Wrong

if TYPE_CHECKING:
    from checklists.learning.systems import Factor


@dataclass(frozen=True, slots=True)
class Question:
    """One of the eight reflective questions."""

    id: str
    title: str
    short: str
    """Its name in a list: `Seen alone`."""
    prompt: str
    follow_up: tuple[str, ...]
    good_answer: str
    empty: str
    """What its evidence says when nothing is recorded."""
    evidence: str
    evidence_label: str
    themes: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """1 to 8."""
        return int(self.id[1:])


@dataclass(frozen=True, slots=True)
class ActionKind:
    """One of the seven practical actions."""

    id: str
    type: str
    label: str
    """As screens call it; the article's title where that is not contested."""
    prompt: str
    outcome_prompt: str
    default_due: str
    examples: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the eight themes that recur in reviews."""

    id: str
    title: str
    short: str
    """As a field calls it."""
    bullets: tuple[tuple[str, str], ...]
    """Id and words of each sign."""
    learning: str
    questions: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    in_practice: str = ""
    look_for: tuple[str, ...] = ()
    note: str = ""
    """What is to be known of its title; blank where there is nothing."""


@dataclass(frozen=True, slots=True)
class LookingAhead:
    """What is said when a case is looked at from a year ahead."""

    title: str
    opening: str
    intro: str
    per_theme: str
    """What is asked at each theme."""
    again: str
    """What is asked when its day comes; `{held_on}` is the day it was held."""


@dataclass(frozen=True, slots=True)
class Guide:
    """Something short to read beside a form."""

    title: str
    opening: str
    source: str
    rules: tuple[str, ...]
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """In place of rules, or after them: headings, and the sentences under each."""


@dataclass(frozen=True, slots=True)
class Library:
    """The content for one service."""

    service: str
    version: str
    """The day it was last checked; an answer keeps it."""
    questions: tuple[Question, ...]
    actions: tuple[ActionKind, ...]
    themes: tuple[Theme, ...]
    intro: str
    reminder: str
    closing: str
    areas: tuple[tuple[str, str], ...]
    """The areas of care, (key, words)."""
    sharing: Guide
    """Sharing information: the rules in short."""
    concern: Guide
    """Taking up a concern: ready words for each step."""
    looking_ahead: LookingAhead
    beside: Mapping[str, Guide]
    """What is read beside the form of another kind of record, by that kind."""
    refusal: tuple[str, ...] = ()
    """Beginnings of words by which a reason is known to be a person's refusal."""
    moving_on: tuple[str, ...] = ()
    """Words by which it is known that the move to adult services is spoken of."""
    moving_age: int = 0
    """From this birthday on the move is asked about."""

    @property
    def factors(self) -> "tuple[Factor, ...]":
        """What of the organisation may have shaped the work; read when it is first asked for."""
        from checklists.learning.systems import systems

        return systems(self.service).factors

    def question(self, question_id: str) -> Question:
        """The question Q1 to Q8. Raises Wrong."""
        found = next((question for question in self.questions if question.id == question_id), None)
        if found is None:
            raise Wrong("There are eight questions.", "Give a number from 1 to 8.", "question")
        return found

    def theme(self, theme_id: str) -> Theme:
        """The theme T1 to T8. Raises Wrong."""
        found = next((theme for theme in self.themes if theme.id == theme_id), None)
        if found is None:
            raise Wrong("There are eight themes.", "Give a number from 1 to 8.", "theme")
        return found


BESIDE = {"event": "section_42", "neglect_entry": "self_neglect", "capacity_note": "capacity"}
"""Which section of the content is read beside the form of which kind; only adults' content has them."""


@cache
def library(service: str) -> Library:
    """The content for `children` or `adults`. Raises Wrong, naming the file and what is missing."""
    children, name = _read("children.toml"), f"{service}.toml"
    own = children if service == "children" else _read(name)
    base = {raw["id"]: raw for raw in (*children["action"], *children["theme"])}
    with checked(name):
        return Library(
            service,
            str(own["last_checked"]),
            tuple(_question(raw) for raw in own["question"]),
            tuple(
                _action({**base.get(raw["id"], {}), **raw}, raw.get("screen_label", raw["title"]))
                for raw in own["action"]
            ),
            tuple(_theme({**base.get(raw["id"], {}), **raw}) for raw in own["theme"]),
            own["intro"]["text"],
            own["intro"].get("reminder", children["intro"]["reminder"]),
            own.get("closing", children["closing"])["text"],
            tuple(own["neglect_areas"].items()),
            _guide(own.get("golden_rules", children["golden_rules"])),
            _guide(own["escalation_words"]),
            LookingAhead(**own["looking_ahead"]),
            {kind: _guide(own[section]) for kind, section in BESIDE.items() if section in own},
            tuple(own.get("capacity", {}).get("refusal", ())),
            tuple(own.get("moving_on", {}).get("words", ())),
            own.get("moving_on", {}).get("age", 0),
        )


def _read(name: str) -> Mapping[str, Any]:
    with checked(name):
        return tomli.loads(text_of(name))


def _question(raw: Mapping[str, Any]) -> Question:
    lists: dict[str, Any] = {key: tuple(raw.get(key, ())) for key in ("follow_up", "themes", "signals")}
    plain = ("id", "title", "short", "prompt", "good_answer", "empty", "evidence", "evidence_label")
    return Question(**{key: raw[key] for key in plain}, **lists)


def _action(raw: Mapping[str, Any], label: str) -> ActionKind:
    lists: dict[str, Any] = {key: tuple(raw.get(key, ())) for key in ("examples", "themes", "questions")}
    plain = ("id", "type", "prompt", "outcome_prompt", "default_due")
    return ActionKind(**{key: raw[key] for key in plain}, label=label, **lists)


def _guide(raw: Mapping[str, Any]) -> Guide:
    parts = tuple((part["title"], tuple(part["say"])) for part in raw.get("step", ()))
    return Guide(raw["title"], raw["opening"], raw["source"], tuple(raw.get("rules", ())), parts)


def _theme(raw: Mapping[str, Any]) -> Theme:
    bullets = tuple((bullet["id"], bullet["text"]) for bullet in raw["bullets"])
    return Theme(
        raw["id"],
        raw["title"],
        raw["short"],
        bullets,
        raw["learning"],
        tuple(raw["questions"]),
        tuple(raw["signals"]),
        raw["in_practice"],
        tuple(raw["look_for"]),
        raw.get("note", ""),
    )
