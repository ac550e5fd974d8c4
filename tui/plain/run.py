"""Plain mode: from the first line to the last. A place is said, a command is asked, and so on until the person leaves."""

import os
from collections.abc import Callable
from functools import partial

from checklists.troubles import StoreTrouble
from checklists.use_cases.drafts import NOTHING, Kept
from checklists.wrong import Wrong
from tui import behind
from tui.composition import House
from tui.plain import places
from tui.plain.commands import BY_WORD, command_of, help_lines
from tui.plain.desk import Desk
from tui.plain.ending import HungUp, last_word
from tui.plain.fields import mended
from tui.plain.lines import Back, Lines
from tui.plain.named import the_case
from tui.plain.waiting import offer_first
from tui.plain.words import Word

FIRST = """casereflect in plain lines. {marking}.
Type ? for help, leave to end."""
STAYS = "The terminal keeps these lines after you leave: clear it, or close its window, when you have done."
"""Said once, before anything that is not for everybody."""
PLACE_HELP = (
    "A number alone opens that row; on a case it is the question of that number. A reference alone opens the case. "
    "The beginning of a command is enough where no other begins so."
)
UNKNOWN = "That is no command, and no case has that reference. Type ? for the commands."
KEPT = "Draft kept."


def run(house: House, *, told: bool = False) -> int:
    """Plain mode over an open house; the exit code. `told`: it was said already that the lines stay."""
    return at_desk(house, partial(_from_the_start, told=told))


def at_desk(house: House, work: Callable[[Desk], int]) -> int:
    """Do something in plain lines. However it ends, a form under way is kept as a draft, and that is said."""
    lines = Lines()
    desk = Desk(house, lines)
    lines.ending.keep = lambda: _keep(desk)
    with lines.ending.heard():
        try:
            return work(desk)
        except EOFError:
            lines.say(f"\n{_kept(desk)}")
            return 0
        except HungUp as end:
            if desk.filling is not None:
                desk.filling.cut_off(end.typed)
            last_word(f"\n{_kept(desk)}")
            os._exit(128 + end.number)
        except BaseException:  # a fault of the program, or nobody reads any more: it ends, and the text is kept
            last_word(f"\n{_kept(desk)}")
            raise


def _keep(desk: Desk) -> Kept:
    return desk.filling.keep() if desk.filling is not None else NOTHING


def _kept(desk: Desk) -> str:
    """Keep what is typed, and say so; blank where nothing is typed that is not saved."""
    kept = _keep(desk)
    if kept.trouble:
        return f"The draft cannot be kept. {kept.trouble}"
    return KEPT if kept.at else ""


def _from_the_start(desk: Desk, *, told: bool) -> int:
    _ = desk.house.store
    desk.lines.say(FIRST.format(marking=desk.house.marking))
    if not told:
        desk.lines.say(STAYS)
    attempt(desk, lambda: offer_first(desk))
    desk.go(places.today(), root=True)
    behind.begin(desk.house)
    return until_left(desk)


def until_left(desk: Desk) -> int:
    """Ask for commands until the person leaves."""
    while True:
        said = desk.lines.ask(_question(desk), help_here(), desk.show)
        if said is Word.LEAVE:
            desk.lines.say("Left. What was saved is kept.")
            return 0
        if said is Word.BACK:
            attempt(desk, lambda: _back(desk))
        elif said is Word.SAVE:
            desk.lines.say("There is nothing to save here: a form is saved where it is filled in.")
        elif isinstance(said, str):
            attempt(desk, partial(do, desk, said.strip()))


def _question(desk: Desk) -> str:
    name = (desk.place.private_name if not desk.masked else "") or desk.place.name
    name = name[0].upper() + name[1:]
    return f"{name.rstrip('.')}. Enter for more, or a command: " if desk.waiting else f"{name}: "


def help_here() -> str:
    """The commands, then the five words."""
    return "\n".join([*help_lines(), PLACE_HELP])


def _back(desk: Desk) -> None:
    if not desk.back():
        desk.lines.say("This is the first page. leave ends the program.")


def attempt(desk: Desk, step: Callable[[], None]) -> None:
    """Do it; what goes wrong is one line, and nothing else happened."""
    try:
        step()
    except Back:
        desk.lines.say("Nothing changed.")
    except Wrong as wrong:
        desk.lines.trouble(mended(wrong))
    except StoreTrouble as trouble:
        desk.lines.trouble(trouble)
    desk.filling = None


def do(desk: Desk, typed: str) -> None:
    """One line at a place: a command, the number of a row or question, a reference, or Enter for more."""
    if not typed:
        desk.more()
        return
    word, _, rest = typed.partition(" ")
    if typed.isdecimal():
        at_case = desk.place.case_id and not desk.rows and not desk.place.record_id
        BY_WORD["question" if at_case else "open"].run(desk, typed)
        return
    command = command_of(word)
    if command is not None:
        command.run(desk, rest.strip())
        return
    try:
        found = the_case(desk, typed)
    except StoreTrouble:
        raise Wrong(UNKNOWN) from None
    desk.go(places.case(found))
