"""Whatever a key or the menu of a screen does, a plain command does too."""

import ast
from pathlib import Path

import pytest

import tui.screens
from checklists.pages.registers import NAMED
from tui.keys import KEYS, Key
from tui.plain.commands import BY_WORD, COMMANDS, command_of
from tui.plain.words import WORDS

WORD = {word.value for word in WORDS}

KEY_AS_WORD = {
    "help": "?",
    "help_too": "?",
    "menu": "?",
    "menu_too": "?",
    "find": "find",
    "today": "today",
    "caseload": "caseload",
    "learning": "learn",
    "back": "back",
    "leave": "leave",
    "keep": "leave",
    "open": "open",
    "new": "new",
    "done": "done",
    "re_date": "move",
    "drop": "drop",
    "set_aside": "aside",
    "question": "question",
    "questions": "reflect",
    "visit": "visit",
    "wonder": "wonder",
    "actions": "actions",
    "people": "people",
    "explanations": "list",
    "explain": "new",
    "agencies": "list",
    "outcomes": "list",
    "unknowns": "list",
    "chronology": "chronology",
    "words": "words",
    "pack": "pack",
    "tick": "tick",
    "take_over": "cpd",
    "format": "write",
    "write": "write",
    "import": "import",
    "search": "search",
    "lock": "lock",
    "mask": "mask",
}
"""What a person types in plain lines for a key, by the key's id."""
NO_NEED = {
    "redraw": "nothing is drawn; again says it again",
    "down": "moves the cursor; rows have numbers",
    "up": "moves the cursor; rows have numbers",
    "page_down": "Enter says the next ten rows",
    "page_up": "the lines stay in the terminal; again says them again",
    "first": "moves the cursor; rows have numbers",
    "last": "moves the cursor; rows have numbers",
    "part": "moves the cursor; rows have numbers",
    "copy": "the lines stand in the terminal already, to be marked there",
}
"""Why a key needs no plain command, by its id."""

MENU_AS_WORD = {
    "a CPD piece from this": "cpd",
    "take the text over": "cpd",
    "check for names": "cpd",
    "CPD": "cpd",
    "my learning": "log",
    "bring to supervision": "edit",
    "sheet for a team meeting": "sheet",
    "ask a review's questions": "apply",
    "ask it in a case": "apply",
    "add a review": "new",
    "change this review": "edit",
    "take this review out": "withdraw",
    "change the answers": "edit",
    "prompts": "prompts",
    "prompts set aside": "prompts",
    "in this person's words": "words",
    "in their own words": "words",
    "looked at": "new",
    "only one kind": "find",
    "only one theme": "find",
    "only one child": "find",
    "only one person": "find",
    "only a period": "find",
    "show all": "find",
    "oldest first": "chronology",
    "done actions": "actions",
    "visits": "visits",
    "I wonders": "wonders",
    "answers": "answers",
    "person": "children",
    "children": "children",
    "edit case": "edit",
    "earlier texts of the case": "history",
    "undo the last change": "undo",
    "add a ": "new",
    "reopen case": "reopen",
    "close case": "close",
    "order ": "caseload",
    " closed cases": "cases",
    "discard this draft": "drafts",
    "drafts": "drafts",
    "another draft": "drafts",
    "read the draft": "drafts",
    "all that is recorded": "open",
    "earlier texts": "history",
    "withdraw": "withdraw",
    "add a case": "new",
    "what has changed": "changes",
    "hand-over": "handover",
    "raise a concern": "raise",
    "words for a concern": "raise",
    "since another day": "changes",
    "another name or folder": "write",
    "an action from what was agreed": "agreed",
    "supervision pack, all cases": "pack",
    "what has changed, all cases": "changes",
    "supervision hour": "hour",
    "add an agency": "new",
    "import a file": "import",
    "move to another case": "transfer",
    "look back from a year ahead": "ahead",
    "the system, over all cases": "systems",
    "the system around it": "around",
    "a look at the system, of no case": "new",
    "review companion": "review",
    "begin the review": "review",
    "freeze another copy": "review",
    "read the frozen copy": "review",
    "as I knew it on a day": "then",
    "all there is": "then",
    "limits": "limits",
    "days away": "away",
    "hold case": "hold",
    "lift the hold": "lift",
    "keep until a day": "keep",
    "purge case": "purge",
    "audit trail": "audit",
    "audit trail of this case": "audit",
    "only one case": "audit",
    "data and safety": "safety",
    "make a backup now": "safety",
    "look for damage": "safety",
    "certificates of purges": "certificates",
    "lock": "lock",
}
"""The same for what only the menu has, by its words (those of them that stand in the source)."""
MENU_NO_NEED = {
    "theme: ": "nothing is drawn, so nothing has a colour",
    "evidence: ": "the evidence is said whole before the box; visits, people and actions open its records",
}
"""Why a command of the menu needs no plain one."""


@pytest.mark.parametrize("key", [key for key in KEYS if key.action], ids=lambda key: key.id)
def test_a_key_that_does_something_has_a_plain_command_or_a_reason(key: Key) -> None:
    """A new key without either fails here."""
    name = key.id
    assert (name in KEY_AS_WORD) != (name in NO_NEED), name
    if name in KEY_AS_WORD:
        assert KEY_AS_WORD[name] in BY_WORD or KEY_AS_WORD[name] in WORD


def menu_words() -> set[str]:
    """The words of every command that only the menu has, from the sources of the screens and of the app."""
    folder = Path(tui.screens.__path__[0])
    found: set[str] = set()
    for path in (*folder.glob("*.py"), folder.parent / "app.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for words, does in pairs_of(node):
                if isinstance(does, ast.Tuple) and len(does.elts) == 2:
                    found.update(literals(words))
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Command" and path.name == "app.py":
                found.update(literals(node.args[0]))
    return found


def pairs_of(node: ast.AST) -> list[tuple[ast.expr, ast.expr]]:
    """What a dictionary, or an assignment to one, puts under what."""
    match node:
        case ast.Dict():
            return [(key, value) for key, value in zip(node.keys, node.values, strict=True) if key is not None]
        case ast.DictComp():
            return [(node.key, node.value)]
        case ast.Assign(targets=[ast.Subscript() as named]):
            return [(named.slice, node.value)]
    return []


def literals(node: ast.AST) -> set[str]:
    """The texts that stand in an expression for the words of a command."""
    texts = {part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and isinstance(part.value, str)}
    return texts - {"adults", "hide", "show", "child"}


def test_what_only_the_menu_has_is_a_plain_command_too() -> None:
    """A new line of the menu without a plain command fails here."""
    words = menu_words()
    assert {"undo the last change", "order ", "add a case"} <= words
    assert words - set(MENU_NO_NEED) <= set(MENU_AS_WORD), words - set(MENU_AS_WORD)
    assert {MENU_AS_WORD[word] for word in words - set(MENU_NO_NEED)} <= set(BY_WORD)


PAGE = (
    Path(__file__)
    .parents[3]
    .joinpath("docs", "keys.md")
    .read_text(encoding="utf-8")
    .partition("## Only in the menu")[2]
)
IN_THE_MENU = [row.split(" | ")[1] for row in PAGE.splitlines() if row.startswith("| ")][2:]
"""What only the menu has, as it stood on every screen when the page of keys was made; that page is tested to be new."""


@pytest.mark.parametrize("words", sorted(set(IN_THE_MENU)))
def test_whatever_any_screens_menu_says_is_a_plain_command_too(words: str) -> None:
    """By its words, or as one of the lists of evidence, which `list` names."""
    if any(words.startswith(begin) for begin in MENU_NO_NEED):
        return
    named = [does for begin, does in MENU_AS_WORD.items() if begin in words]
    lists = {one.word for one in NAMED.values()}
    assert named or words in lists, words
    assert all(does in BY_WORD for does in named)


def test_no_command_is_one_of_the_five_words_nor_begins_as_short() -> None:
    """One letter is always one of the five words; every other command is known by its whole word."""
    for command in COMMANDS:
        assert command.word not in WORD
        assert command_of(command.word) is command
        assert command_of(command.word[0]) is None


def test_the_beginning_of_a_command_is_enough_where_no_other_begins_so() -> None:
    """`und` is undo; `wi` is withdraw; `act` is actions; `w` and `re` are nothing."""
    assert [command_of(word) for word in ("und", "wi", "act")] == [BY_WORD[w] for w in ("undo", "withdraw", "actions")]
    assert command_of("re") is None
