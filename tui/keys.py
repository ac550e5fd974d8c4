"""The one table of keys: what acts where, and the words for it in a footer and in help."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from textual.binding import Binding

Context = Literal[
    "always", "page", "move", "list", "case", "prompt", "paper", "sheet", "empty", "field", "from record", "dialog"
]

TOGETHER: tuple[tuple[Context, ...], ...] = (
    ("always", "page", "move", "list", "case", "prompt"),
    ("always", "page", "move", "list", "case", "sheet"),
    ("always", "page", "move", "paper"),
    ("always", "page", "move", "empty"),
    ("always", "field", "from record"),
    ("always", "dialog"),
)
"""The contexts in which a person can be at one moment."""
HEADINGS: dict[Context, str] = {
    "page": "Anywhere",
    "always": "Anywhere",
    "move": "In a list",
    "list": "In a list",
    "case": "On a case, or a row that has one",
    "prompt": "In a list",
    "paper": "On a page for others",
    "sheet": "On a page for others",
    "empty": "No cases yet",
    "field": "In a field",
    "from record": "In a CPD piece from a record",
    "dialog": "In a question",
}


class Key(NamedTuple):
    """Keys that do one thing. `{key}` in the action is the key that was pressed."""

    id: str
    keys: tuple[str, ...]
    action: str
    word: str
    help: str
    contexts: tuple[Context, ...]
    label: str = ""
    """How a footer names it; blank: the first key."""


KEYS: tuple[Key, ...] = (
    Key("help", ("question_mark",), "app.help", "help", "help for this screen", ("page",)),
    Key("help_too", ("f1",), "app.help", "help", "help for this screen", ("always",)),
    Key("menu", ("m",), "app.menu", "menu", "menu: every command, type to narrow", ("page",)),
    Key("menu_too", ("f9", "ctrl+p"), "app.menu", "menu", "the menu, also while you type", ("always",)),
    Key("find", ("slash",), "find", "find", "find in this list", ("page",)),
    Key("today", ("0",), "app.today", "today", "Today", ("page",)),
    Key("caseload", ("c",), "app.caseload", "caseload", "Caseload, one line a child or adult", ("page",)),
    Key("learning", ("l",), "app.learning", "learning", "Learning: themes, reviews, and your cases", ("page",)),
    Key("search", ("9",), "app.search", "search", "search all that you have, as you type", ("page",)),
    Key("lock", ("z",), "app.lock", "lock", "lock: only the passphrase opens it again", ("page",)),
    Key("back", ("escape", "backspace"), "back", "back", "back; what you typed is kept", ("page",)),
    Key("mask", ("f2", "ctrl+underscore"), "app.mask", "mask", "mask names and text, or show them", ("always",)),
    Key("redraw", ("ctrl+l",), "app.redraw", "redraw", "draw the screen again", ("always",)),
    Key("leave", ("ctrl+q",), "app.leave", "leave", "leave, asks first", ("always",)),
    Key("keep", ("ctrl+c",), "app.keep", "keep draft", "keep the draft now", ("always",)),
    Key("down", ("down", "j"), "move(1)", "next", "next row", ("move",)),
    Key("up", ("up", "k"), "move(-1)", "row before", "row before", ("move",)),
    Key("page_down", ("pagedown",), "page(1)", "page on", "a page on", ("move",)),
    Key("page_up", ("pageup",), "page(-1)", "page back", "a page back", ("move",)),
    Key("first", ("home",), "end(0)", "first", "first row", ("move",)),
    Key("last", ("end",), "end(-1)", "last", "last row", ("move",)),
    Key("open", ("enter",), "choose", "open", "open the row", ("move",)),
    Key("new", ("n",), "new", "new", "new in this list", ("list", "empty")),
    Key("done", ("d",), "done", "done", "done: finish, answer or check this row", ("list", "prompt")),
    Key("re_date", ("r",), "re_date", "re-date", "another date, asks why", ("list",)),
    Key("drop", ("x",), "drop", "drop", "drop, asks why", ("list",)),
    Key("set_aside", ("s",), "set_aside", "set aside", "set a prompt aside until a date, asks why", ("prompt",)),
    Key("part", ("tab",), "part", "next part", "next part of the page", ("list",)),
    Key(
        "question",
        tuple("12345678"),
        "question({key})",
        "question",
        "answer that question, cursor in the box",
        ("case",),
        "1-8",
    ),
    Key("questions", ("q",), "questions", "questions", "walk the questions with least recorded", ("case",)),
    Key("visit", ("v",), "visit", "visit", "log a visit", ("case",)),
    Key("wonder", ("w",), "wonder", "I wonder", "I wonder, one line", ("case", "paper")),
    Key("actions", ("a",), "actions", "actions", "actions: all cases on Today, else this case", ("case",)),
    Key("explanations", ("e",), "register('explanation')", "explanations", "explanations, and how checked", ("case",)),
    Key("explain", ("f4",), "explain", "explanation", "add an explanation", ("case",)),
    Key("agencies", ("g",), "register('agency')", "agencies", "agencies and requests", ("case",)),
    Key("outcomes", ("o",), "register('outcome')", "outcomes", "plan outcomes", ("case",)),
    Key("unknowns", ("u",), "register('unknown')", "unknowns", "what I do not know", ("case",)),
    Key("chronology", ("t",), "chronology", "chronology", "chronology: entries, by month, as written", ("case",)),
    Key("words", ("b",), "words", "own words", "everything said or shown, in time order", ("case",)),
    Key("people", ("h",), "people", "household", "household and people", ("case",)),
    Key("pack", ("p",), "pack", "pack", "supervision pack of the case", ("case",)),
    Key("tick", ("space",), "tick", "tick", "take a section in, or leave it out", ("paper",)),
    Key("format", ("f",), "format", "format", "another format: Markdown, HTML, text, Word", ("paper",)),
    Key("write", ("ctrl+o", "ctrl+s"), "write", "write file", "write the page as a file", ("paper", "sheet")),
    Key("copy", ("y",), "copy", "text to mark", "the text alone, to mark and copy", ("paper",)),
    Key("import", ("i",), "import_file", "import", "import a file", ("empty",)),
    Key("next_field", ("tab",), "", "next", "next field", ("field",)),
    Key("field_before", ("shift+tab",), "", "before", "field before", ("field",)),
    Key("save", ("ctrl+o", "ctrl+s"), "", "save", "save", ("field",)),
    Key("leave_field", ("escape",), "", "keep draft", "back; what you typed is kept", ("field",)),
    Key("next_question", ("ctrl+n", "f8"), "", "next question", "save and go to the next question", ("field",)),
    Key("earlier", ("f5",), "", "earlier", "earlier answers, and what changed between two", ("field",)),
    Key("wonder_field", ("f3",), "", "I wonder", "I wonder, without leaving the field", ("field",)),
    Key("explain_field", ("f4",), "", "explanation", "add an explanation, without losing the field", ("field",)),
    Key("editor", ("f12",), "", "editor", "this text in your own editor, once the settings allow it", ("field",)),
    Key("take_over", ("ctrl+t",), "take_over", "take text", "take over the text that it comes from", ("from record",)),
    Key("caret", ("up", "down"), "", "caret", "a line up or down; past the edge, another field", ("field",)),
    Key("answer", ("enter",), "", "go on", "the button in front of you", ("dialog",)),
    Key("no", ("escape",), "", "leave it", "leave it as it is", ("dialog",)),
)
"""What is built. A key that is not here does nothing."""

BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}

FOOTERS: Mapping[str, tuple[str, ...]] = {
    "today": ("open", "visit", "find", "menu", "help", "caseload", "actions", "leave"),
    "caseload": ("open", "visit", "find", "menu", "help", "new", "today", "leave"),
    "case": ("question", "visit", "actions", "menu", "back", "people", "wonder", "help"),
    "child": ("open", "words", "visit", "menu", "back", "question", "actions", "help"),
    "register": ("new", "open", "drop", "find", "back", "menu", "help", "today"),
    "finishing": ("new", "open", "done", "find", "back", "drop", "menu", "help"),
    "actions": ("new", "done", "re_date", "find", "help", "open", "drop", "back"),
    "list": ("open", "find", "menu", "help", "back"),
    "search": ("open", "down", "help_too", "menu_too", "back"),
    "limits": ("open", "drop", "find", "help", "back", "menu"),
    "drafts": ("open", "drop", "find", "menu", "help", "back"),
    "prompts": ("open", "done", "set_aside", "find", "back", "menu", "help"),
    "chronology": ("new", "open", "part", "find", "back", "write", "done", "menu"),
    "timeline": ("new", "open", "re_date", "find", "back", "write", "menu", "help"),
    "words": ("open", "part", "write", "find", "back", "visit", "menu", "help"),
    "learning": ("open", "new", "find", "menu", "back", "part", "help"),
    "theme": ("open", "find", "menu", "help", "back"),
    "answers": ("open", "wonder", "actions", "unknowns", "back", "menu", "help"),
    "audit": ("open", "find", "write", "menu", "back", "help"),
    "escalations": ("new", "open", "done", "write", "back", "find", "menu", "help"),
    "read": ("menu", "help", "back"),
    "pack": ("tick", "format", "write", "open", "back", "copy", "menu", "help"),
    "cpd": ("new", "open", "write", "find", "back", "drop", "menu", "help"),
    "hour": ("open", "pack", "visit", "find", "back", "menu", "help"),
    "paper": ("format", "write", "copy", "menu", "back", "help"),
    "empty": ("new", "import", "menu", "help"),
    "form": ("next_field", "save", "wonder_field", "help_too", "leave_field"),
    "form of no case": ("next_field", "save", "help_too", "leave_field"),
    "reflect": ("save", "next_question", "wonder_field", "help_too", "leave_field", "earlier"),
    "dialog": ("answer", "no"),
    "find": (),
}
"""Which keys a footer names, the ones that matter most first."""
SHORT_NAMES = {
    "question_mark": "?",
    "slash": "/",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "underscore": "_",
}


def name_of(key: str) -> str:
    """A key as people know it: `Ctrl+O`, `?`, `Esc`, `a`."""
    if key in SHORT_NAMES:
        return SHORT_NAMES[key]
    if len(key) == 1:
        return key
    return "+".join(SHORT_NAMES.get(part, part.capitalize()) for part in key.split("+"))


def label_of(key: Key) -> str:
    """How a footer names the key."""
    return key.label or name_of(key.keys[0])


def bindings(*contexts: Context) -> list[Binding]:
    """Textual's bindings for the contexts; those that act in fields too come before everything else."""
    made: list[Binding] = []
    for key in KEYS:
        if key.action and set(key.contexts) & set(contexts):
            made += [
                Binding(
                    pressed,
                    key.action.format(key=pressed),
                    key.word,
                    show=False,
                    priority="always" in key.contexts,
                    id=None if "{key}" in key.action else key.id,
                )
                for pressed in key.keys
            ]
    return made


def most_hints(width: int) -> int:
    """How many keys a footer may name at a width."""
    return 8 if width >= 132 else 6 if width >= 100 else 5


class KeyTable(NamedTuple):
    """The keys in force: the built-in ones, with those that the person put elsewhere."""

    keys: tuple[Key, ...] = KEYS

    def key(self, key_id: str) -> Key:
        """The row with that id. Raises KeyError."""
        return next((key for key in self.keys if key.id == key_id), BY_ID[key_id])

    def named(self, key_id: str) -> str:
        """How a sentence calls the key of that row: `d`, `Enter`. Raises KeyError."""
        return label_of(self.key(key_id))

    def meaning(self, context: Context) -> Mapping[str, str]:
        """What each pressed key is in a context, as the id of its row."""
        return {pressed: key.id for key in self.keys if context in key.contexts for pressed in key.keys}

    def footer(self, name: str, width: int, words: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
        """The keys and words of a footer. `words` says what a key is called on this screen, by the key's id."""
        said = words or {}
        keys = [self.key(key_id) for key_id in FOOTERS[name]]
        return [(label_of(key), said.get(key.id, key.word)) for key in keys[: most_hints(width)]]

    def help_rows(self, contexts: Iterable[Context]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each heading with its keys and what they do, for the help of a screen."""
        made: dict[str, list[tuple[str, str]]] = {}
        for context in contexts:
            for key in self.keys:
                row = (key.label or ", ".join(name_of(pressed) for pressed in key.keys), key.help)
                if context in key.contexts and row not in made.get(HEADINGS[context], []):
                    made.setdefault(HEADINGS[context], []).append(row)
        return list(made.items())

    @property
    def moved(self) -> dict[str, str]:
        """What Textual is to be told: the keys of each row that stands elsewhere than built in, by its id."""
        return {key.id: ",".join(key.keys) for key in self.keys if key.keys != BY_ID[key.id].keys}


STANDARD = KeyTable()
footer, help_rows, meaning = STANDARD.footer, STANDARD.help_rows, STANDARD.meaning
