"""`casereflect` alone opens Today; with the name of a command it does that."""

import click

from tui import __version__
from tui.commands.in_lines import plain_lines
from tui.commands.lazy import Table, passphrase_file
from tui.commands.table import COMMANDS

HELP = """A reflection aid for social workers in England: caseload, eight questions, practical actions.

Without a command it opens Today. CASE is a reference, or any part of it that no other has. Other records are
named by the last six letters of their id, which lists print. A TEXT of - is read from standard input, so that no
shell's history keeps it; one that begins with - comes after --.
"""


def _open(context: click.Context) -> int:
    """Open Today, unless a command is named."""
    context.call_on_close(context.obj.settle)
    if context.invoked_subcommand is not None:
        return 0
    from tui.commands.opening import open_today

    return open_today(context.obj)


root = Table(
    COMMANDS,
    name="casereflect",
    help=HELP,
    callback=click.pass_context(_open),
    invoke_without_command=True,
    params=[passphrase_file(), plain_lines()],
    context_settings={"max_content_width": 100, "help_option_names": ["--help"]},
)
root = click.version_option(__version__, prog_name="casereflect", message="%(prog)s %(version)s")(root)
