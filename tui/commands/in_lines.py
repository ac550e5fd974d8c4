"""`--plain`: the option by which plain lines are asked for."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tui.terminal import PLAIN

F = TypeVar("F", bound=Callable[..., Any])

HELP = "In plain lines, for screen readers and bad links; nothing is drawn."


def plain_lines() -> click.Option:
    """The option, for the program and for the commands that open it."""
    return click.Option(["--plain"], is_flag=True, help=HELP, expose_value=False, callback=_note)


def in_lines(function: F) -> F:
    """A command with the option."""
    return click.option("--plain", is_flag=True, help=HELP, expose_value=False, callback=_note)(function)


def _note(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value:
        session = context.find_root().obj
        session.environ = {**session.environ, PLAIN: "1"}
