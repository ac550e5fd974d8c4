"""Asking a person, one plain line at a time: a line, a choice, a text, a whole form."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.wrong import Wrong
from tui.commands.printing import say

if TYPE_CHECKING:
    from checklists.entry import Entry
    from checklists.journeys.form import Form, Texts

Path = tuple[str, ...]


def ask_line(question: str) -> str:
    """One line. Raises EOFError where the terminal has ended."""
    return input(question)


def choose(options: Sequence[str]) -> int:
    """One of some numbered choices, counted from 0; asked until it is one."""
    for number, option in enumerate(options, 1):
        say(f"  {number}  {option}")
    while True:
        typed = ask_line("Number: ").strip()
        if typed.isdecimal() and 1 <= int(typed) <= len(options):
            return int(typed) - 1
        say(f"A number from 1 to {len(options)}.")


def ask_text(question: str) -> str:
    """Lines until an empty one."""
    lines: list[str] = []
    while line := ask_line(question if not lines else "> "):
        lines.append(line)
    return "\n".join(lines)


def fill(form: "Form", today: date) -> str:
    """Ask for each field of a form and save it; what cannot be kept is asked again. The sentence that saving says."""
    texts: dict[Path, str] = dict(form.start)
    asked: set[Path] = set()
    while entry := next((one for one in form.entries(texts, ()) if one.path not in asked), None):
        asked.add(entry.path)
        texts[entry.path] = _ask(entry, texts, today)
    while True:
        try:
            return form.save(texts)
        except Wrong as wrong:
            at = tuple(wrong.field.split("."))
            entry = next((one for one in form.entries(texts, at) if one.path == at), None)
            if entry is None:
                raise
            say(str(wrong))
            texts[at] = _ask(entry, texts, today)


def _ask(entry: "Entry", texts: "Texts", today: date) -> str:
    """One field, until it can be read; Enter keeps what stands there."""
    stands = texts.get(entry.path, "")
    say(
        f"\n{entry.label}. {entry.help}"
        + (f" [{', '.join(choice.words for choice in entry.choices)}]" if entry.choices else "")
    )
    while True:
        typed = ask_line(f"({stands}) " if stands else "> ") or stands
        try:
            value = entry.read(typed, today)
        except Wrong as wrong:
            say(str(wrong))
            continue
        if value is not None or not entry.needed:
            return typed
        say(f"{entry.label} is needed.")
