"""First use, on the plain terminal: what this is and is not, the passphrase, the recovery key, where the data lies."""

from pathlib import Path

from checklists.troubles import StoreTrouble, Wrong
from tui.commands.asking import ask_line, choose, fill
from tui.commands.printing import say
from tui.commands.session import Session
from tui.composition import clock_of, data_folder, new_house
from tui.data_folder import warnings_about
from tui.passphrase import new_passphrase

WHAT = """casereflect

A reflection aid for social workers in England: your caseload, eight questions,
practical actions. It helps you think about a case and remember what is due.

It is not the statutory record: the council's case system holds that. What you
write here is to think with, and it may still have to be disclosed: a court, a
coroner, a review or a subject access request may ask for it.

It uses initials and references, never full names. If a child may be in danger
now, stop: ring your manager or 999, and write later."""

WHERE = """
The data will be in
  {folder}
encrypted with a passphrase. The program does not use the network."""

ASK = """
Choose a passphrase. Four or five words that do not belong together are good.
It cannot be looked up or reset."""

KEY = """
This is your recovery key. Copy it to paper, and keep that where you keep things
that matter, not with this computer:

  {key}

It is shown this once and kept nowhere. Without it a forgotten passphrase means
the text is gone."""

NEXT = """
The store is ready. What now?"""


def first_use(session: Session) -> bool:
    """Lead a person through first use; False where they would rather not go on."""
    folder = data_folder(session.environ)
    say(WHAT)
    say(WHERE.format(folder=folder))
    for warning in warnings_about(folder):
        say(f"\n{warning}")
    if choose(("Go on", "Leave; nothing has been made")) == 1:
        return False
    say(ASK)
    passphrase = new_passphrase()
    say("One moment: the key is being made.")
    house, key = new_house(folder, clock_of(session.environ), passphrase, session.asking())
    session.enter(house)
    say(KEY.format(key=key))
    ask_line("Press Enter when it is on paper. ")
    _first_case(session)
    return True


def _first_case(session: Session) -> None:
    """Add the first case, or bring in a file, or leave it for later. What goes wrong is said, and asked again."""
    while True:
        say(NEXT)
        chosen = choose(("Add the first case", "Bring in my own rows of an Ofsted Annex A workbook", "Open the app"))
        try:
            if chosen == 0:
                _add(session)
            elif chosen == 1:
                _import(session)
        except (Wrong, StoreTrouble) as trouble:
            say(str(trouble))
        else:
            return


def _add(session: Session) -> None:
    from checklists.journeys.cases import new_case_form

    say("Enter alone leaves a line blank: blank means not recorded.")
    say(fill(new_case_form(session.store, session.house.clock), session.today))


def _import(session: Session) -> None:
    from tui.commands.importing import bring_in_file

    bring_in_file(session, Path(ask_line("Path of the workbook: ").strip()).expanduser(), None)
