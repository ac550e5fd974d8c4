"""`--plain`, `CASEREFLECT_PLAIN=1`, and when plain lines are used by themselves."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from tui.config import load_config
from tui.terminal import PLAIN, at_a_terminal, can_ask

F = TypeVar("F", bound=Callable[..., Any])

HELP = "In plain lines, for screen readers and bad links; nothing is drawn."
OFF = ("", "0", "no", "false")


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


def wants_plain(environ: Mapping[str, str]) -> bool:
    """Asked for; or a person is there who has set it so, or whose terminal can show no screens."""
    asked = environ.get(PLAIN, "").strip().casefold()
    if asked:
        return asked not in OFF
    return can_ask() and (not at_a_terminal(environ) or load_config(environ).get("plain") is True)
