"""The passphrase, and who else can open the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checklists.wrong import Wrong
from tui.commands.printing import as_json, say, talk, write_json
from tui.commands.session import Session, handed
from tui.hidden import Hidden
from tui.passphrase import advice, new_passphrase, read_passphrase

if TYPE_CHECKING:
    from tui.composition import Upkeep

PAPER = "The recovery key follows. Copy it to paper now: it is shown this once and kept nowhere."
ELSEWHERE = "Copies of the data folder that lie elsewhere still open with the passphrase that they were made with."
OLD = "Backups that were made before still open with it, here and elsewhere. Files written from now on do not."
WHO = "Whoever holds that key can open everything written here."
NOT_ENCRYPTED = "This store is not encrypted, so it has neither passphrase nor recovery key."
KEY = "Recovery key: "
EVERY = 10
"""After so many files it is said how far it is, where a person looks on."""


@click.command()
@click.option("--lost", is_flag=True, help="The passphrase is lost: the recovery key is asked for in its place.")
@click.option(
    "--key-file", type=click.Path(path_type=Path), metavar="FILE", help="With --lost: read the recovery key from FILE."
)
@click.option(
    "--new-file", type=click.Path(path_type=Path), metavar="FILE", help="Read the new one from the first line of FILE."
)
@handed
def passphrase(session: Session, *, lost: bool, key_file: Path | None, new_file: Path | None) -> None:
    """No case is written anew. The backups in the data folder open with the new one too.

    Where the council holds the recovery key, it opens recovery.age with age and gives you what comes out.
    """
    house = session.house
    _must_be_encrypted(session)
    if lost:
        house.recover(_key(key_file), lambda: _new(new_file))
    else:
        upkeep = house.upkeep  # which asks for the old one first
        upkeep.change_passphrase(_new(new_file))
    say("The passphrase is changed.")
    talk(ELSEWHERE)


@click.command()
@as_json
@handed
def listing(session: Session, *, json_: bool) -> None:
    """Your own key is not among them."""
    _must_be_encrypted(session)
    upkeep = session.house.upkeep
    if json_:
        write_json({"recipients": upkeep.recipients(), "under_way": upkeep.is_under_way()})
        return
    for recipient in upkeep.recipients():
        say(recipient)
    if not upkeep.recipients():
        say("Nobody: without the passphrase the text is gone.")
    if upkeep.is_under_way():
        talk("A change was cut off. `casereflect recovery finish` goes on with it.")


@click.command()
@click.argument("recipient", required=False)
@handed
def add(session: Session, recipient: str | None) -> None:
    """RECIPIENT is a public key of age, such as the council's. Without it a recovery key is made and written out, once."""
    _must_be_encrypted(session)
    changed, secret = session.house.upkeep.add_recipient(recipient)
    if secret:
        talk(PAPER)
        say(secret)
    else:
        talk(WHO)
    _encrypt(changed)


@click.command()
@click.argument("recipient")
@handed
def remove(session: Session, recipient: str) -> None:
    """RECIPIENT is one of those that `recovery list` names. The store gets a new key of its own; the passphrase stays."""
    _must_be_encrypted(session)
    upkeep, typed = session.house.unlocked_with()
    _encrypt(upkeep.remove_recipient(recipient, typed))
    talk(OLD)


@click.command()
@handed
def finish(session: Session) -> None:
    """As after a power cut: what is done already is not done again."""
    _must_be_encrypted(session)
    upkeep = session.house.upkeep
    if not upkeep.is_under_way():
        raise Wrong("There is nothing to finish.", "Every file opens for those whom `casereflect recovery list` names.")
    _encrypt(upkeep)


def _must_be_encrypted(session: Session) -> None:
    if not session.house.encrypted:
        raise Wrong(NOT_ENCRYPTED, "`casereflect init` in another folder makes one that is.")


def _new(file: Path | None) -> str:
    if file is None:
        return new_passphrase()
    new = read_passphrase(file)
    if said := advice(new):
        talk(said)
    return new


def _key(file: Path | None) -> str:
    if file is not None:
        try:
            return file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            raise Wrong("The file with the key cannot be read.", "Look at its path and permissions.") from None
    with Hidden() as terminal:
        return terminal.ask(KEY)


def _encrypt(upkeep: "Upkeep") -> None:
    """Every file, with how far it is where a person looks on."""
    many = 0
    for number, many in upkeep.encrypt_anew():
        if sys.stderr.isatty() and (number % EVERY == 0 or number == many):
            click.echo(f"\r{number} of {many} files encrypted anew", nl=number == many, err=True)
    say(f"{many} files are encrypted anew.")
