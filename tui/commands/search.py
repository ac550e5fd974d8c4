"""Search over everything, as text or as JSON. The words are kept nowhere."""

import sys
from dataclasses import replace
from typing import Any

import click

from checklists.naming import short_id
from checklists.pages.search import said, said_unread, search_page
from checklists.searching.search import Found, Search
from checklists.searching.words import words_of
from checklists.use_cases.finding import find_case
from checklists.wrong import Wrong
from tui.commands.printing import ID_ROOM, as_json, say, talk, write_json, write_page
from tui.commands.session import Session, handed

HELP = (
    "Every record that has all words of TEXT in it, the newest on top; capitals and accents make no difference. Drafts, "
    "earlier texts and what was taken out are not searched. It ends with 1 where nothing is found.\n\n"
    "With - as TEXT the words are read from standard input, so that no shell's history keeps them."
)
MANY = 20
"""From so many cases on it takes long enough to say how far it is."""


@click.command(help=HELP)
@click.argument("text", nargs=-1, required=True)
@click.option("--case", "case", metavar="CASE", help="Only this case.")
@as_json
@handed
def search(session: Session, text: tuple[str, ...], case: str | None, *, json_: bool) -> None:
    """Print what is found; end with 1 where that is nothing."""
    typed = session.text_or_input(" ".join(text))
    if not words_of(typed):
        raise Wrong("There is no word in that.", "Give one word or more.", "text")
    found = _found(session, typed, case)
    if json_:
        write_json([_data(hit) for hit in found.hits])
    else:
        _write(session, found)
    if found.unread:
        talk(said_unread(found.unread))
    if not found.hits:
        sys.exit(1)


def _found(session: Session, typed: str, case: str | None) -> Found:
    only = find_case(session.store, case).id if case else ""
    looking = Search(session.store, session.today, case_id=only, most=None)
    telling = sys.stderr.isatty()
    looking.read_all(lambda read, of: _told(read, of) if telling else None)
    if telling:
        click.echo("\r\x1b[K", nl=False, err=True)
    return looking.find(typed)


def _write(session: Session, found: Found) -> None:
    """How many there are; of each its id, where it stands and its day, and below it the sentence."""
    page = search_page(found._replace(unread=()), session.today)
    write_page(session.house, replace(page, blocks=() if found.hits else page.blocks))
    for hit in found.hits:
        spot = hit.what.spot
        named = short_id(spot.record_id) if spot.record_id else ""
        say(f"{named:<{ID_ROOM}}{hit.what.ref}  {said(hit, session.today, whole=True)}")


def _told(read: int, of: int) -> None:
    """How far it is, where a person is looking on."""
    if of >= MANY:
        click.echo(f"\rRead {read} of {of} cases", nl=False, err=True)


def _data(hit: Any) -> dict[str, Any]:
    what = hit.what
    return {
        "kind": "found",
        "ref": what.ref,
        "case_id": what.spot.case_id,
        "what": what.kind,
        "id": what.spot.record_id or what.spot.case_id,
        "on": what.on,
        "field": hit.label,
        "sentence": hit.sentence.text,
    }
