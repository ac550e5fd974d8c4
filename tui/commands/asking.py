"""Asking a person on the command line: the prompts of plain mode, where leaving ends the command."""

from collections.abc import Sequence

from tui.plain.lines import Back, Lines


def ask_line(question: str) -> str:
    """One line. Raises EOFError where the terminal has ended, or the person left."""
    try:
        return Lines().line(question)
    except Back:
        raise EOFError from None


def choose(options: Sequence[str]) -> int:
    """One of some numbered choices, counted from 0; asked until it is one. Raises EOFError as above."""
    try:
        return Lines().choose("Number", options)
    except Back:
        raise EOFError from None
