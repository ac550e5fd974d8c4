"""Backups by hand, and putting one back."""

from pathlib import Path

import click

from checklists.dates import say_day
from checklists.wrong import Wrong
from tui.commands.printing import as_json, say, talk, write_json
from tui.commands.session import Session, handed
from tui.composition import data_folder, put_back

PLAIN = "This store is not encrypted, and so is its backup: whoever can read it can read every case."
ELSEWHERE = (
    "It opens with the passphrase that is in force now, and with the recovery key. A purge cannot reach it there."
)


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="DIR|FILE", help="A folder, or a new file that ends in .tar."
)
@click.option("--list", "list_", is_flag=True, help="The backups in the data folder.")
@as_json
@handed
def backup(session: Session, out: Path | None, *, list_: bool, json_: bool) -> None:
    """One is made by itself on each day of use, and seven daily, four weekly and six monthly ones are kept."""
    upkeep = session.house.upkeep
    if list_:
        _list(session, json_=json_)
        return
    where = upkeep.backup(out.absolute() if out else None)
    left_out = [piece for piece in upkeep.copied(where) if piece.damaged]
    if json_:
        write_json({"path": str(where), "left_out": [piece.name for piece in left_out]})
    else:
        say(f"The backup is in {where}")
    for piece in left_out:
        talk(f"{piece.name} was not copied. {piece.damaged} `casereflect doctor` says more.")
    if not session.house.encrypted:
        talk(PLAIN)
    elif out is not None:
        talk(ELSEWHERE)


@click.command()
@click.argument("source", metavar="BACKUP", type=click.Path(path_type=Path))
@click.option("--into", type=click.Path(path_type=Path), metavar="DIR", help="Beside what is there: a new folder.")
@handed
def restore(session: Session, source: Path, *, into: Path | None) -> None:
    """BACKUP is a folder or file that `backup` made. Without --into it goes into the data folder, which must be empty."""
    if not source.exists():
        raise Wrong("There is no backup of that name.", "`casereflect backup --list` names those in the data folder.")
    target = (into or data_folder(session.environ)).absolute()
    many = put_back(source, target)
    say(f"{many} files were put back, each as it was copied.")
    if into is None:
        say("`casereflect` opens it, with the passphrase of that day.")
    else:
        say(
            f"They are in {target}. To open them, set CASEREFLECT_HOME to that folder; the passphrase is that of the day."
        )


def _list(session: Session, *, json_: bool) -> None:
    found = session.house.upkeep.backups()
    if json_:
        write_json([{"path": str(one.folder), "day": one.day, "files": len(one.pieces())} for one in found])
        return
    for one in found:
        say(f"{say_day(one.day, session.today)} {one.day.year}  {one.folder}")
    if not found:
        say("There is no backup yet. One is made by itself on each day of use after the first.")
