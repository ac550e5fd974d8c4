"""A group of commands that knows their names and help from the table, and imports one only when it is run."""

from importlib import import_module
from pathlib import Path
from typing import Any

import click

from tui.commands.table import Branch, Leaf


def passphrase_file() -> click.Option:
    """`--passphrase-file FILE`, which stands before or after the name of a command."""
    return click.Option(
        ["--passphrase-file"],
        type=click.Path(path_type=Path, readable=False),
        metavar="FILE",
        help="Read the passphrase from the first line of FILE.",
        expose_value=False,
        callback=_keep_file,
    )


def _keep_file(context: click.Context, _option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj.passphrase_file = value


class Table(click.Group):
    """Commands by name, from a table."""

    def __init__(self, table: "dict[str, Leaf] | dict[str, Leaf | Branch]", **given: Any) -> None:
        super().__init__(**given)
        self.table = table

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click hands it over
        """The names, in the order of the table."""
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click hands it over
        """The command, imported now."""
        found = self.table.get(cmd_name)
        if isinstance(found, Branch):
            return Table(found.leaves, name=cmd_name, help=found.help)
        return _loaded(cmd_name, found) if found else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click hands it over
        """Names and help lines, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, found.help) for name, found in self.table.items()])


def _loaded(name: str, leaf: Leaf) -> click.Command:
    module, _, attribute = leaf.target.partition(":")
    found = getattr(import_module(module), attribute)
    command: click.Command = found(leaf.kind) if leaf.kind else found
    command.name = name
    command.help = f"{leaf.help}\n\n{command.help}" if command.help else leaf.help
    if not any(option.name == "passphrase_file" for option in command.params):
        command.params.append(passphrase_file())
    return command
