"""What is said of a command line that cannot be read. What was typed may be text of a case, so it is not said back."""

import click

from checklists.by_key import filled, unnamed
from checklists.wrong import NEEDED


def sentence(error: click.ClickException) -> str:
    """One sentence, and where to read more."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "casereflect"
    return f"{_trouble(error)} `{command} --help` says what it takes."


def _trouble(error: click.ClickException) -> str:
    if isinstance(error, click.NoSuchOption):
        return f"There is no option {error.option_name}."
    if isinstance(error, click.BadOptionUsage):
        return f"{error.option_name} needs a value."
    if isinstance(error, click.MissingParameter):
        return f"{_name(error)} is needed."
    if isinstance(error, click.BadParameter) and isinstance(error.param, click.Option):
        return f"{error.param.opts[0]} cannot be used so."
    return next((said for found, said in _SAID.items() if found in error.message), "That cannot be read.")


HOW_GIVEN = "--help says how it is given."
"""What a command says of a blank field, where a form says that it can be left."""


def of_commands(trouble: Exception) -> str:
    """A trouble as it is said on the command line, where there is no key to press."""
    return filled(str(trouble).replace(f" to save. {NEEDED}", f". {HOW_GIVEN}"), unnamed)


_SAID = {
    "No such command": "There is no such command.",
    "unexpected extra argument": "There is more here than this command takes. Put text in quotes.",
    "Missing command": "Say which of its commands.",
}


def _name(error: click.MissingParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[0]
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else "More"
