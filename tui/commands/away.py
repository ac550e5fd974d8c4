"""Days away on the command line: school holidays here, and my own leave."""

from dataclasses import asdict

import click

from checklists.pages.away import away_page
from checklists.use_cases.away import drop_away, find_away
from tui.commands.printing import as_json, say, write_json, write_page
from tui.commands.session import Session, handed
from tui.form_names import form_named


@click.command()
@as_json
@handed
def listing(session: Session, *, json_: bool) -> None:
    """Those that are not over first."""
    found = session.store.practitioner().away
    if json_:
        write_json([asdict(one) for one in found])
        return
    write_page(session.house, away_page(found, session.today), ids=True)


@click.command()
@click.argument("kind", type=click.Choice(("school-holiday", "own-leave")))
@click.argument("first", metavar="FIRST")
@click.argument("last", metavar="[LAST]", required=False, default="")
@click.option("--cover", type=click.Choice(("duty", "manager", "colleague")), help="Who covers your own leave.")
@handed
def add(session: Session, kind: str, first: str, last: str, cover: str | None) -> None:
    """FIRST and LAST are days; without LAST it is one day."""
    form = form_named(session.house, "", "away")
    typed = {"type": kind, "from_on": first, "to_on": last, "cover": cover or ""}
    say(form.save({**form.start, **{("away", name): text for name, text in typed.items()}}))


@click.command()
@click.argument("away")
@handed
def drop(session: Session, away: str) -> None:
    """AWAY is the id that the list prints."""
    drop_away(session.store, find_away(session.store, away).id)
    say("Taken out.")
