"""The chronology of a case, and the children's own words: as text, as a file, as JSON."""

from typing import Any

import click

from checklists.chronology.choosing import Only, chosen, names_on, said_only
from checklists.chronology.dated import Dated
from checklists.chronology.own_words import own_words
from checklists.dates import read_day
from checklists.library import library
from checklists.pages.chronology import WAYS, Way, chronology_page, known_of, printed
from checklists.pages.own_words import words_page
from checklists.pages.to_write import words_to_write
from checklists.use_cases.cases import find_case
from checklists.wrong import Wrong
from store.case import Case
from tui.commands.children_named import one_child
from tui.commands.giving import to_file, write
from tui.commands.printing import as_json, say, write_json, write_page
from tui.commands.session import Session, handed

_THEMES = ", ".join(f"{theme.id[1:]} {theme.short}" for theme in library("children").themes)
ONE_THEME = f"Only one theme from reviews. [{_THEMES}]"
"""A number says nothing by itself."""


@click.command()
@click.argument("case")
@to_file
@click.option("--theme", metavar="1-8", help=ONE_THEME)
@click.option("--kind", metavar="KIND", help="Only one kind: visit, police, care, concern, event.")
@click.option("--child", metavar="CHILD", help="Only one child, and what is about all of them.")
@click.option("--person", metavar="WHO", help="Only where this person is named: a role or initials.")
@click.option("--since", metavar="DATE", help="From this day on.")
@click.option("--until", metavar="DATE", help="Up to this day.")
@click.option("--by", type=click.Choice(WAYS), default=WAYS[0], help="Entries, by month, or in the order of writing.")
@click.option("--oldest-first", is_flag=True, help="The oldest on top; else the newest.")
@as_json
@handed
def chronology(session: Session, case: str, by: Way, *, json_: bool, oldest_first: bool, **asked: Any) -> None:
    """Both days of each entry are there: when it was, and when it was written down."""
    file = {name: asked.pop(name) for name in ("out", "ending", "over")}
    whole = session.store.case(find_case(session.store, case).id)
    only = _only(session, whole, asked, oldest_first=oldest_first)
    if json_:
        write_json(_data(session, whole, only))
        return
    page = chronology_page(whole, session.today, session.house.limits(), only, by)
    if file["out"] is None and file["ending"] is None:
        write_page(session.house, page, ids=by != "month", explain=by != "month")
    else:
        write(session, printed(page, whole, session.today, only), "chronology", whole.ref, **file)


def _only(session: Session, case: Case, asked: dict[str, str | None], *, oldest_first: bool) -> Only:
    """What was asked for, read by the rules of forms. Raises Wrong."""
    theme = (asked["theme"] or "").strip().upper().removeprefix("T")
    if theme and theme not in [one.id[1:] for one in library(case.info.service).themes]:
        raise Wrong("There are eight themes.", "Give a number from 1 to 8.", "theme")
    days = {
        name: read_day(text, session.today, "event") for name in ("since", "until") if (text := asked[name]) is not None
    }
    return Only(
        theme=f"T{theme}" if theme else "",
        child=one_child(case.children, asked["child"]).id if asked["child"] else "",
        person=asked["person"] or "",
        kind=asked["kind"] or "",
        since=days.get("since"),
        until=days.get("until"),
        oldest_first=oldest_first,
    )


def _data(session: Session, case: Case, only: Only) -> dict[str, Any]:
    names = names_on(case)
    found = chosen(known_of(case, session.today, only).every, only, names, session.today)
    return {
        "ref": case.ref,
        "case_id": case.id,
        "only": said_only(only, names, session.today),
        "entries": [_entry(one, names) for one in found],
    }


def _entry(one: Dated, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": one.record_id,
        "kind": one.kind,
        "word": one.word,
        "happened_on": one.on,
        "happened_text": one.day_text,
        "approximate": bool(one.day_text),
        "written_at": one.written,
        "edited_at": one.edited,
        "text": one.text,
        "it_means": one.means,
        "source": one.source,
        "key_event": one.weighs,
        "themes": list(dict.fromkeys(one.themes)),
        "people": one.people,
        "children": [names[child] for child in one.children if child in names],
        "child_ids": one.children,
    }


@click.command()
@click.argument("case")
@click.argument("child", required=False)
@click.option("--theme", metavar="1-8", help=ONE_THEME)
@to_file
@as_json
@handed
def words(session: Session, case: str, child: str | None, theme: str | None, *, json_: bool, **file: Any) -> None:
    """One page a child. CHILD is the initials or own id; without it all children of the case, one after the other."""
    whole = session.store.case(find_case(session.store, case).id)
    asked = {"theme": theme, "child": child, "person": None, "kind": None, "since": None, "until": None}
    only = _only(session, whole, asked, oldest_first=True)
    children = [one for one in whole.children if only.child in ("", one.id)]
    if json_:
        names = names_on(whole)
        found = [(one, own_words(whole, one.id, session.today, only.theme)) for one in children]
        write_json([{"child": names[one.id], "child_id": one.id, "words": said} for one, said in found])
        return
    if file["out"] is not None or file["ending"] is not None:
        write(session, words_to_write(whole, children, session.today, only.theme), "words", whole.ref, **file)
        return
    for one in children:
        write_page(session.house, words_page(whole, one, session.today, only.theme), explain=True)
    if not children:
        say("Nobody is recorded on this case yet.")
