"""What a key does here, as words that name no key: each outlet says the key, or the word, that does it there.

A rule or a page may not know where a person has put a key, and in plain lines and files there is none. So it says what
is done, and which row of the table of keys does it. A screen names the key in force (`d notes the answer.`), plain
lines the word (`done 3 notes the answer.`), and a file leaves the sentence out.
"""

import re
from collections.abc import Callable

BEGIN, THEN, END = "\x01", "\x02", "\x03"
"""Control characters: `store.text.clean` takes them out of all that people type, so that no text of a record can stand for a key."""
_MARK = re.compile(r"(\s?)\x01([a-z_]+)\x02([^\x01-\x03]*)\x03")
_CLOSE = (":", ",")

Name = Callable[[str], str]
"""The key, or the word, for the id of a row of the table of keys; blank where nothing does it: then it is not said."""


def by_key(key: str, does: str = "") -> str:
    """`d notes the answer.`, for `done` and `notes the answer.`; a whole sentence, as an outlet may leave it out.

    Alone the key stands in brackets: `(Enter)`.
    """
    return f"{BEGIN}{key}{THEN}{does}{END}"


def filled(text: str, name: Name) -> str:
    """The text with the keys said as `name` says them; a sentence for which it has none is left out."""
    if BEGIN not in text:
        return text

    def said(found: re.Match[str]) -> str:
        gap, key, does = found.groups()
        named = name(key)
        if not named:
            return ""
        return f"{gap}{named}{'' if does.startswith(_CLOSE) else ' '}{does}" if does else f"{gap}({named})"

    return _MARK.sub(said, text).lstrip(" \n") if text.startswith(BEGIN) else _MARK.sub(said, text)


def unnamed(_key: str) -> str:
    """No key: for files, and wherever nobody can press one."""
    return ""
