"""The words: what the record shows, then a question. No word that scores, ranks, blames or gives an all-clear."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import checklists
import store.records
import tui.demo_cases
from checklists.library import library
from checklists.pages.today import FOOT

BANNED = re.compile(
    r"\b(fail(?:ed|ure|s|ing)?|miss(?:ed|es)|non-?complian\w*|breach\w*|risk[- ]scor\w*|scor(?:e|es|ed|ing)|safe|clear"
    r"|low[- ]risk|high[- ]risk|should have|hard to reach|refused to engage|disguised compliance|uncooperative|blam\w*"
    r"|alert\w*|traffic light|dashboard|rank\w*|rating|all well|no concerns|invalid|error|oops)\b",
    re.IGNORECASE,
)
"""The guide's list, and its neighbours. Said of a person, a case or the work, none of them may stand."""

ALLOWED = (
    FOOT,
    "not safe",
    "safe way",
    "contact safe?",
    "keeping a child safe",
    "keep the child safe",
    "kept safe",
    "Where it is safe and practical",
    "cannot tell you that anyone is safe",
    "cannot tell you that a child is safe",
    "not clear",
    "not-clear",  # as the command line writes it
    "cot clear",
    "Clearly",
    "not to blame",
    "Reviews are about learning, not blame",  # the article's own title
    "Disguised Compliance",
    "Challenge disguised compliance",
)
"""What may stand: `not safe to contact`, a safe way to meet, `cannot tell you that anyone is safe`; the article's own title,
once as a title, with its note; and what was seen in a cot."""

OWN = re.compile(r"OFFICIAL-SENSITIVE - PERSONAL|\b(SUDI|IDVA|IMCA|IMHA|MAPPA|CASEREFLECT_TODAY)\b")
"""What is always written in capitals: the marking, a publication's own title, advocates under two Acts."""
EMOJI = re.compile("[\U0001f300-\U0001faff☀-➿]")


def sources() -> list[Path]:
    """The modules that hold words for people."""
    folders = (Path(checklists.__path__[0]), Path(store.records.__path__[0]))
    return [path for folder in folders for path in sorted(folder.rglob("*.py"))]


def tables() -> list[Path]:
    """The content, and the fictional caseload."""
    folders = (Path(checklists.__path__[0]), Path(tui.demo_cases.__path__[0]))
    return [path for folder in folders for path in sorted(folder.rglob("*.toml"))]


def words_in_code(path: Path) -> Iterator[str]:
    """Every text in a module but its docstrings; names of fields and choices have no blank and are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in told and " " in node.value:
            yield node.value


def words_in(value: Any) -> Iterator[str]:
    """Every text in a table, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from words_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)


def found(text: str) -> list[str]:
    """The banned words in a text, those in an allowed phrase left out."""
    for phrase in ALLOWED:
        text = re.sub(re.escape(phrase), "", text, flags=re.IGNORECASE)
    return [hit[0] for hit in BANNED.finditer(text)]


@pytest.mark.parametrize("path", sources(), ids=lambda path: "/".join(path.parts[-2:]))
def test_no_module_holds_a_banned_word(path: Path) -> None:
    """Messages, labels, help, choices, feet of pages, errors."""
    assert not [(text, hits) for text in words_in_code(path) if (hits := found(text))]


@pytest.mark.parametrize("path", tables(), ids=lambda path: path.name)
def test_no_content_holds_a_banned_word(path: Path) -> None:
    """Questions, prompts, actions, limits; and what the fictional worker writes."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    assert not [(text, hits) for text in words_in(content) if (hits := found(text))]


def test_the_list_finds_what_the_guide_calls_bad() -> None:
    """A list that finds nothing proves nothing."""
    bad = (
        "You failed to see the child alone.",
        "No concerns. All clear.",
        "HIGH RISK: 7 alerts",
        "Mother shows disguised compliance.",
        "Father is hard to reach.",
        "Child refused to engage.",
        "Missing data error.",
        "Visit non-compliant with policy.",
        "Invalid date.",
        "The child is safe.",
    )
    assert [text for text in bad if not found(text)] == ["Mother shows disguised compliance."]
    assert BANNED.search("Mother shows disguised compliance.")


def test_the_contested_title_stands_once_with_its_note_and_in_no_prompt() -> None:
    """Theme 3 of the children's content, as a title; prompts and actions ask whether anything is different."""
    raw = tomllib.loads((Path(checklists.__path__[0]) / "content" / "children.toml").read_text(encoding="utf-8"))
    titled = [theme for theme in raw["theme"] if "compliance" in theme["title"].lower()]
    assert [theme["id"] for theme in titled] == ["T3"]
    assert titled[0]["note"].startswith("Contested words")
    for service in ("children", "adults"):
        shown = library(service)
        texts = [question.title + question.prompt + "".join(question.follow_up) for question in shown.questions]
        texts += [action.label + action.prompt + action.outcome_prompt for action in shown.actions]
        assert not [text for text in texts if "compliance" in text.lower()]


def test_an_adults_case_hears_no_child_only_word() -> None:
    """Neither parent, bedroom nor child in its questions and actions."""
    shown = library("adults")
    texts = [
        f"{q.title} {q.short} {q.prompt} {' '.join(q.follow_up)} {q.good_answer} {q.empty}" for q in shown.questions
    ]
    texts += [f"{a.label} {a.prompt} {a.outcome_prompt}" for a in shown.actions]
    assert not [
        text for text in texts if re.search(r"\b(child\w*|parents?|bedroom|mother|father)\b", text, re.IGNORECASE)
    ]


@pytest.mark.parametrize("path", [*sources(), *tables()], ids=lambda path: "/".join(path.parts[-2:]))
def test_no_emoji_no_shouting_and_british_forms(path: Path) -> None:
    """No word in capitals but what is written so; behaviour, programme of care and centre as here."""
    american = re.compile(
        r"\b(behavior|center|color|favorite|organiz\w+|recogniz\w+|neighbor\w*|mom|practise session)\b", re.IGNORECASE
    )
    texts = words_in_code(path) if path.suffix == ".py" else words_in(tomllib.loads(path.read_text(encoding="utf-8")))
    for text in texts:
        assert not EMOJI.search(text), text
        assert not american.search(text), text
        assert not re.search(r"\b[A-Z]{4,}\b", OWN.sub("", text)), text
