"""First use, on the plain terminal: what this is and is not, the passphrase, the recovery key, where the data lies."""

from contextlib import suppress

from tui.commands.session import Session
from tui.composition import House, clock_of, data_folder, new_house
from tui.data_folder import warnings_about
from tui.passphrase import new_passphrase, read_passphrase
from tui.plain.bringing_in import import_file
from tui.plain.desk import Desk
from tui.plain.lines import Back, Lines
from tui.plain.run import STAYS, at_desk, attempt
from tui.plain.writing import new

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

FIRST_STEPS = ("Add the first case", "Bring in my own rows of an Ofsted Annex A workbook", "Open the app")


def first_use(session: Session) -> bool:
    """Lead a person through first use; False where they would rather not go on."""
    lines = Lines()
    try:
        house = _make_the_store(session, lines)
    except (Back, EOFError):
        lines.say("Nothing has been made.")
        return False
    if house is None:
        return False
    session.enter(house)
    return _first_steps(house)


def _make_the_store(session: Session, lines: Lines) -> House | None:
    """Say what this is, ask for the passphrase, show the recovery key; None where the person leaves. Raises Back."""
    folder = data_folder(session.environ)
    lines.say(f"{WHAT}\n\n{STAYS}")
    lines.say(WHERE.format(folder=folder))
    for warning in warnings_about(folder):
        lines.say(f"\n{warning}")
    if lines.choose("Go on", ("Go on", "Leave; nothing has been made")) == 1:
        return None
    asking = session.asking()
    lines.say(ASK)
    passphrase = read_passphrase(asking.file) if asking.file else new_passphrase()
    lines.say("One moment: the key is being made.")
    house, key = new_house(folder, clock_of(session.environ), passphrase, asking)
    lines.say(KEY.format(key=key))
    with suppress(Back, EOFError):  # the store is made, whatever is typed here
        lines.line("Press Enter when it is on paper: ")
    return house


def _first_steps(house: House) -> bool:
    """Add the first case, or bring in a file, or leave it for later. False where the line ended on the way."""
    gone_through: list[bool] = []

    def work(desk: Desk) -> int:
        while not _first_step(desk):
            continue
        gone_through.append(True)
        return 0

    at_desk(house, work)
    return bool(gone_through)


def _first_step(desk: Desk) -> bool:
    """One choice; False where it came to nothing, and is asked again."""
    desk.lines.say(NEXT)
    try:
        chosen = desk.lines.choose("What now", FIRST_STEPS)
    except Back:
        return True
    steps = (lambda: new(desk, "case"), lambda: import_file(desk, ""))
    if chosen < len(steps):
        attempt(desk, steps[chosen])
    return chosen == len(steps) or bool(desk.house.store.caseload())
