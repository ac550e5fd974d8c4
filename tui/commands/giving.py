"""A page written to a file by a command: the options that say which, and the one way in which it is done."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checklists.wrong import Wrong
from tui.commands.printing import say, talk
from tui.commands.session import Session, can_ask

if TYPE_CHECKING:
    from checklists.pages.blocks import Page
    from tui.outlets.files import Format

FORMS = ("md", "html", "txt", "docx")
"""As `--format` takes them: the endings of the forms, without importing what writes them."""
OPTIONS = (
    click.option(
        "--out",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="A new file: .md, .html, .txt, .docx; or a folder.",
    ),
    click.option("--format", "ending", type=click.Choice(FORMS), help="Its form; without --out it goes to ~/packs."),
    click.option("--over", is_flag=True, help="Write over a file that is there."),
)


def to_file(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a file: where, in which form, and whether over one that is there."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


def give(
    session: Session, page: "Page", what: str, named: str, *, out: Path | None, ending: str | None, over: bool
) -> None:
    """Write the page as a file; without one as text to standard output. `what` and `named` make its name in a folder."""
    from tui.outlets.export import with_notes
    from tui.outlets.paper import paper

    if out is None and ending is None:
        say(paper(with_notes(session.house, page), session.house.marking).rstrip("\n"))
    else:
        write(session, page, what, named, out=out, ending=ending, over=over)


def write(
    session: Session, page: "Page", what: str, named: str, *, out: Path | None, ending: str | None, over: bool
) -> None:
    """Write the file; where one is there a person at a terminal is asked, anybody else is refused. Raises Wrong."""
    from tui.outlets.export import export, where
    from tui.outlets.files import IsThere, shown_path

    path = _path(session, what, named, out, _form(ending))
    try:
        export(session.house, page, path, over=over)
    except IsThere:
        if not can_ask() or not click.confirm(f"{path.name} is there already. Write over it?", default=False):
            raise
        export(session.house, page, path, over=True)
    talk(f"Written to {shown_path(path.absolute())}: only you can read it. It lies in {where(path)}.")


def _path(session: Session, what: str, named: str, out: Path | None, form: "Format | None") -> Path:
    from tui.outlets import files

    if out is None:
        files.ready_folder(files.own_folder())
    folder = files.own_folder() if out is None else out
    if out is None or out.is_dir():
        return folder / files.file_name(what, named, session.today, form or files.FORMATS[0])
    if form is not None and files.format_of(out) is not form:
        raise Wrong(f"{out.name} ends otherwise than --format says.", "Give one of the two.", "out")
    return out


def _form(ending: str | None) -> "Format | None":
    from tui.outlets.files import format_of

    return format_of(Path(f"page.{ending}")) if ending else None
