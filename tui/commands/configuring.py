"""The person's settings: where the file is, what is in force, what is wrong in it, which keys there are."""

import click

from checklists.wrong import Wrong
from tui.commands.printing import as_json, say, write_json
from tui.commands.session import Session, handed
from tui.config import SETTINGS, load_config, written

WRONG = "These are left out until they are mended."


@click.command()
@handed
def path(session: Session) -> None:
    """It need not be there; without it every setting has its default."""
    say(str(load_config(session.environ).path))


@click.command()
@as_json
@handed
def show(session: Session, *, json_: bool) -> None:
    """As the file could say them: written into it, they change nothing."""
    config = load_config(session.environ)
    if json_:
        values = {setting.name: config.get(setting.name) for setting in SETTINGS}
        write_json({"path": str(config.path), **values, "keys": config.keys.moved})
    else:
        say(written(config).rstrip("\n"))


@click.command()
@handed
def validate(session: Session) -> None:
    """Each thing that is wrong is named with its line. Exit code 2 where there is any."""
    config = load_config(session.environ)
    if config.problems:
        sentences = "\n".join(problem.said(config.path) for problem in config.problems)
        raise Wrong(f"{sentences}\n{WRONG}")
    say(
        f"{config.path}: nothing is wrong."
        if config.text
        else f"{config.path} is not there; every setting has its default."
    )


@click.command()
@as_json
@handed
def keys(session: Session, *, json_: bool) -> None:
    """By the ids that the table [keys] of the file knows."""
    from tui.keys import name_of

    table = load_config(session.environ).keys
    rows = [(key.id, ", ".join(name_of(pressed) for pressed in key.keys), key.help) for key in table.keys]
    if json_:
        write_json([{"id": key_id, "keys": pressed, "does": words} for key_id, pressed, words in rows])
    else:
        wide = max(len(key_id) for key_id, *_ in rows)
        say("\n".join(f"{key_id:<{wide}}  {pressed}  {words}" for key_id, pressed, words in rows))
