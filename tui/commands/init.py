"""Make the store."""

import click

from checklists.wrong import Wrong
from tui.commands.printing import say, talk
from tui.commands.session import Session, handed
from tui.composition import clock_of, data_folder, must_be_new, new_house
from tui.data_folder import warnings_about
from tui.passphrase import new_passphrase, read_passphrase

KEY = "The recovery key follows. Copy it to paper now: it is shown this once and kept nowhere. Without it a forgotten passphrase means the text is gone."
PLAIN = "Nothing here is encrypted: whoever can read this folder can read every case. Every screen says so."
COUNCIL = "Whoever holds the council's recovery key can open everything written here."


@click.command()
@click.option("--no-encryption", is_flag=True, help="Keep plain JSON. Every screen says so.")
@click.option(
    "--recovery",
    metavar="AGE_RECIPIENT",
    help="Who can open the text if the passphrase is forgotten, in place of a recovery key.",
)
@handed
def init(session: Session, recovery: str | None, *, no_encryption: bool) -> None:
    """The passphrase is typed twice, or read from a file. The recovery key is written once, to standard output."""
    folder = data_folder(session.environ)
    if no_encryption and recovery is not None:
        raise Wrong("--recovery needs encryption.", "Leave one of the two out.")
    clock = clock_of(session.environ)
    for warning in warnings_about(folder):
        talk(warning)
    must_be_new(folder)
    file = session.asking().file
    passphrase = None if no_encryption else read_passphrase(file) if file else new_passphrase()
    _, key = new_house(folder, clock, passphrase, session.asking(), recovery_recipient=recovery)
    talk(f"The store is in {folder}")
    if passphrase is None:
        talk(PLAIN)
    elif key is None:
        talk(COUNCIL)
    else:
        talk(KEY)
        say(key)
