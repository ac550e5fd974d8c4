"""The fictional caseload."""

import os
from pathlib import Path

import click

from checklists.wrong import Wrong
from tui.commands.in_lines import in_lines
from tui.commands.session import Session, handed


@click.command()
@click.option(
    "--home", "folder", type=click.Path(path_type=Path, readable=False), metavar="DIR", help="Keep it in DIR."
)
@in_lines
@handed
def demo(session: Session, folder: Path | None) -> int:
    """All of it is made up, and its dates count from today. What you do in it stays until the day is over."""
    from tui.commands.opening import open_fictional
    from tui.demo import demo_home, ready_demo

    home = Path(os.path.abspath(folder.expanduser())) if folder else demo_home(session.environ)  # noqa: PTH100
    if home.exists() and not home.is_dir():
        raise Wrong("--home is not a folder.", "Give an empty one, or a new one.")
    ready_demo(session.environ, home)
    return open_fictional(session, home)
