"""A rule knows no key: it says what is done, and each outlet names what does it there."""

import ast
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import checklists
from checklists.by_key import by_key, filled, unnamed
from store.records import Unknown
from store.text import MARK
from tui.keys import BY_ID
from tui.plain.by_word import WORDS

ROOT = Path(checklists.__path__[0])
NAMED = re.compile(
    r"\b(Enter|Esc|Escape|Backspace|Tab|Ctrl|Shift|PgUp|PgDn|F\d{1,2})\b(?! name)"
    r"|(?<![\w'’.=%:+-])[b-zB-HJ-Z?/] (?=[a-z]+s\b)|(?<![\w'’.=%:+-])[b-zB-HJ-Z?]  |(?<!\w)a (?:opens|adds|marks|shows|says)\b"
)
"""A key by its name, or a letter that is said to do something: `d notes the answer`, `n  add a case`."""


def texts(value: Any) -> Iterator[str]:
    """Every text in a table, at any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


def words_of(path: Path) -> Iterator[str]:
    """What a module or a content file says; not what its docstrings explain, and no pattern that reads what is typed."""
    if path.suffix == ".toml":
        yield from texts(tomllib.loads(path.read_text(encoding="utf-8")))
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in explained:
            yield node.value


def keys_named(text: str) -> list[str]:
    """Patterns and formats of times are no sentence."""
    return [] if "\\" in text or "%" in text else [found[0] for found in NAMED.finditer(text)]


def test_no_key_is_named_in_rules_pages_or_content() -> None:
    """A person may have put it elsewhere; plain lines, files and JSON have none."""
    paths = [*ROOT.rglob("*.py"), *ROOT.rglob("*.toml")]
    named = {(path.name, text): hits for path in paths for text in words_of(path) if (hits := keys_named(text))}
    assert not named


@pytest.mark.parametrize(
    "bad",
    ["No reply yet. d notes it.", "Enter changes a limit.", "n adds days, x takes out.", "Esc shows all.", "F1 says it",
     "n  add a case", "a opens the seven practical actions.", "Ctrl+O writes"],
)  # fmt: skip
def test_the_look_finds_what_was_wrong(bad: str) -> None:
    """A look that finds nothing proves nothing."""
    assert keys_named(bad)


def test_every_key_that_a_page_speaks_of_is_in_the_table_and_has_its_word() -> None:
    """A page names a row of the table of keys; plain lines have a word for each."""
    spoken: set[str] = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "by_key":
                first = node.args[0]
                assert isinstance(first, ast.Constant), path.name
                spoken.add(str(first.value))
    assert {"done", "open", "new", "back"} <= spoken <= set(BY_ID)
    assert spoken <= set(WORDS)


@pytest.mark.parametrize(
    ("text", "on_a_screen", "in_a_file"),
    [
        (f"No reply yet. {by_key('done', 'notes it.')}", "No reply yet. l notes it.", "No reply yet."),
        (f"Said.\n{by_key('open', 'shows why.')}", "Said.\nl shows why.", "Said."),
        (f"{by_key('open', 'chooses.')} A limit.", "l chooses. A limit.", "A limit."),
        (f"S1. {by_key('done', ': log a visit.')} Then.", "S1. l: log a visit. Then.", "S1. Then."),
        (f"Not recorded … {by_key('open')}", "Not recorded … (l)", "Not recorded …"),
        ("Nothing about a key.", "Nothing about a key.", "Nothing about a key."),
    ],
)
def test_a_sentence_names_the_key_or_is_left_out_whole(text: str, on_a_screen: str, in_a_file: str) -> None:
    """With a name it reads as a sentence; without one the rest reads well."""
    assert filled(text, lambda _key: "l") == on_a_screen
    assert filled(text, unnamed) == in_a_file


def test_no_text_of_a_record_can_stand_for_a_key() -> None:
    """What somebody types or pastes loses the characters of the mark before it is kept."""
    kept = Unknown(by_on=date(2026, 11, 27), what=f"asked gran {by_key('done', 'says that all is well.')}").what
    assert kept == f"asked gran {MARK}done{MARK}says that all is well.{MARK}"
    assert filled(kept, lambda _key: "d") == kept
