"""Keys as people type them in the settings, and which may be put where."""

import re
from collections.abc import Mapping
from typing import Any

from checklists.near import nearest
from tui.keys import BY_ID, KEYS, SHORT_NAMES, TOGETHER, Key, KeyTable, name_of

TAKEN = {
    "enter": "Enter opens and presses",
    "tab": "Tab goes to the next field",
    "shift+tab": "Shift+Tab goes back",
    "escape": "Esc goes back",
    "backspace": "Backspace deletes and goes back",
    "space": "Space presses a button",
    "ctrl+i": "it is the same as Tab",
    "ctrl+m": "it is the same as Enter",
    "ctrl+j": "some terminals send it for Enter",
    "ctrl+h": "it is the same as Backspace",
    "f6": "it selects a line in the text box",
    "f7": "it selects all in the text box",
}
"""Keys that stay what they are, and why."""
_ALLOWED = re.compile(r"[a-z0-9]|ctrl\+[a-z_\\\]]|f([1-9]|1[0-2])|question_mark|slash|plus|minus|comma|full_stop")
_NAMES = {words.lower(): name for name, words in SHORT_NAMES.items()} | {
    "+": "plus",
    "-": "minus",
    ",": "comma",
    ".": "full_stop",
}
_IN_TEXT = ("field", "always")


def key_named(text: str) -> str:
    """`Ctrl+T`, `F5`, `?` or `b` as Textual calls it."""
    typed = text.strip().lower()
    return _NAMES.get(typed, typed)


def remapped(given: Mapping[str, Any]) -> tuple[KeyTable, list[tuple[str, str]]]:
    """The table with these rows put on other keys, and (id, sentence) for each that cannot be."""
    wrong: list[tuple[str, str]] = []
    keys: list[Key] = []
    for key in KEYS:
        moved = _moved(key, given[key.id]) if key.id in given else key
        if isinstance(moved, str):
            wrong.append((key.id, moved))
            moved = key
        keys.append(moved)
    wrong += [(name, f"There is no key {name}.{nearest(name, list(BY_ID))}") for name in given if name not in BY_ID]
    for key_id, sentence in _clashes(keys, given):
        wrong.append((key_id, sentence))
        place = next(place for place, key in enumerate(keys) if key.id == key_id)
        keys[place] = KEYS[place]
    return KeyTable(tuple(keys)), wrong


def _moved(key: Key, value: Any) -> Key | str:
    """The row on its new keys; or why not, in a sentence."""
    if "{key}" in key.action or key.id == "caret":
        return f"{key.id} stays where it is: it is several keys in one."
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        return f'{key.id} is a key, such as "l" or "Ctrl+T", or a list of them.'
    names = [key_named(text) for text in texts]
    for name in names:
        if name in TAKEN:
            return f"{name_of(name)} cannot be put elsewhere: {TAKEN[name]}."
        if not _ALLOWED.fullmatch(name):
            return f"{key.id}: that is not a key that arrives on every terminal. Take a letter, Ctrl and a letter, or F1 to F12."
        if len(name) == 1 and set(key.contexts) & set(_IN_TEXT):
            return f"{key.id} acts while you type, so it cannot be a letter. Take Ctrl and a letter, or F1 to F12."
    return key._replace(keys=tuple(names), label="")


def _clashes(keys: list[Key], given: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Rows that were put on a key which means something else at the same moment."""
    found: dict[str, str] = {}
    for contexts in TOGETHER:
        owners: dict[str, Key] = {}
        for key in sorted((key for key in keys if set(key.contexts) & set(contexts)), key=lambda key: key.id in given):
            for name in key.keys:
                other = owners.setdefault(name, key)
                if other.id != key.id and key.id in given:
                    found[key.id] = f"{key.id} and {other.id} are both {name_of(name)}. Choose another for one of them."
    return list(found.items())
