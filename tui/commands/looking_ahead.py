"""Looking back from a year ahead: theme by theme on plain lines, and what came of a thought."""

from contextlib import suppress

import click

from checklists.use_cases.cases import find_case
from checklists.use_cases.looking_ahead import note_what_it_became
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.records import LookingAhead, Record
from tui.commands.printing import say
from tui.commands.session import Session, can_ask, handed


@click.command()
@click.argument("case")
@click.option("--theme", metavar="N", default="1", help="1 to 8: the theme to begin with.")
@handed
def walk(session: Session, case: str, theme: str) -> int:
    """Asks the eight themes one by one, each with what the record holds. `looking-ahead add` writes one without asking."""
    from tui.plain.desk import Desk
    from tui.plain.lines import Back
    from tui.plain.reflecting import ahead
    from tui.plain.run import at_desk

    if not can_ask():
        raise Wrong("There is no terminal to ask on.", "Use looking-ahead add CASE --theme N TEXT.")
    if theme not in tuple("12345678"):
        raise Wrong("There are eight themes.", "Give a number from 1 to 8.", "theme")
    ref = find_case(session.store, case).ref

    def work(desk: Desk) -> int:
        desk.lines.say(session.house.marking)
        with suppress(Back):
            ahead(desk, f"{theme} {ref}")
        return 0

    return at_desk(session.house, work)


@click.command()
@click.argument("thought", metavar="ID")
@click.argument("made", metavar="RECORD")
@handed
def became(session: Session, thought: str, made: str) -> None:
    """Note what came of it: RECORD is the id of the I wonder, unknown, contact or action that was added for it."""
    case, seen = locate(session.store, thought, LookingAhead)
    _, record = locate(session.store, made, Record)
    note_what_it_became(session.store, case.id, seen.id, record)
    say(f"Kept: {seen.short_id} became {record.name} {record.short_id}.")
