"""`casereflect review …`: a case under review on the command line."""

from typing import Any

import click

from checklists.dates import read_day
from checklists.use_cases import reviewing as use
from checklists.use_cases.finding import find_case
from checklists.use_cases.records import add_record, the_record
from checklists.wrong import Wrong
from store.records import Record, ReviewNote
from tui.commands.fields import field_options, read_given
from tui.commands.giving import give, to_file
from tui.commands.printing import as_json, record_data, say, write_json, write_page
from tui.commands.records import tell
from tui.commands.session import Session, handed
from tui.reviewing import is_recoverable, reviewed, then_of_case


@click.command()
@click.argument("case")
@click.option("--note", metavar="TEXT", help="Who asked for the review, and for what: roles, no names.")
@as_json
@handed
def begin(session: Session, case: str, *, note: str | None, json_: bool) -> None:
    """It is held, so that nothing in it can be purged, and a copy is frozen as it stands now."""
    row = find_case(session.store, case)
    kept = use.begin_review(session.store, session.house.clock, row.id, session.text_or_input(note or ""))
    _tell(kept, "is under review: held, and a copy is frozen", json_=json_)


@click.command()
@click.argument("case")
@as_json
@handed
def freeze(session: Session, case: str, *, json_: bool) -> None:
    """Those before stay as they were made."""
    kept = use.freeze_again(session.store, find_case(session.store, case).id)
    _tell(kept, "another copy is frozen", json_=json_)


@click.command()
@click.argument("case")
@as_json
@handed
def show(session: Session, case: str, *, json_: bool) -> None:
    """First steps, the six steps with what is kept under each, the ladder with its dates."""
    from checklists.learning.review_process import review_process
    from checklists.pages.review import review_page
    from store.records import BY_KIND

    whole = session.store.case(find_case(session.store, case).id)
    if json_:
        steps = [
            {"id": step.id, "title": step.title, "kept": {kind: len(whole.of(BY_KIND[kind])) for kind in step.keeps}}
            for step in review_process().steps
        ]
        info = record_data(whole.info)
        write_json({"under_review": use.under_review(whole.info), "case": info, "steps": steps})
        return
    house = session.house
    write_page(
        house, review_page(whole, session.today, house.limits(), recoverable=is_recoverable(house)), explain=True
    )


@click.command()
@click.argument("case")
@click.option("--on", "day", metavar="DATE", help="As I knew it on that day: only what was written down by then.")
@as_json
@handed
def timeline(session: Session, case: str, *, day: str | None, json_: bool) -> None:
    """What was written down, as it stood, and beside it what I think now, each with its own day."""
    from checklists.pages.review_timeline import timeline_page

    on = read_day(day, session.today, "event") if day is not None else None
    then = then_of_case(session.store, find_case(session.store, case).id, session.today, on)
    if not json_:
        write_page(session.house, timeline_page(then), ids=True, explain=True)
        return
    notes = then.beside()
    write_json(
        [
            {
                "on": one.on,
                "kind": one.kind,
                "id": one.record_id,
                "text": one.text,
                "written": one.written,
                "edited": one.edited,
                "now": [record_data(note) for note in notes.get(one.record_id, [])],
            }
            for one in then.entries
        ]
    )


@click.command()
@click.argument("case")
@click.option("--about", multiple=True, metavar="ID", help="The entry that it is about; may be given again.")
@field_options(ReviewNote)
@as_json
@handed
def note(session: Session, case: str, *, about: tuple[str, ...], json_: bool, **typed: str | None) -> None:
    """Then and now in boxes, kept out of packs unless --shared yes."""
    whole = session.store.case(find_case(session.store, case).id)
    given = read_given(session, ReviewNote, typed, whole)
    ids = tuple(the_record(whole, one, Record).id for one in about)
    values = {"written_on": session.today, **{name: value for name, value in given.items() if value is not None}}
    tell(add_record(session.store, whole.id, ReviewNote, {**values, "about_ids": ids}), "saved", json_=json_)


@click.command()
@click.argument("case")
@click.option("--without", multiple=True, metavar="SECTION", help="Leave a section out; may be given again.")
@click.option("--support", is_flag=True, help="With those who stand by me, who are left out otherwise.")
@to_file
@handed
def pack(session: Session, case: str, *, without: tuple[str, ...], support: bool, **file: Any) -> None:
    """Review notes are in it only where they were ticked (shared)."""
    from checklists.pages.review_pack import review_pack_page, review_sections, ticked_at_first

    row = find_case(session.store, case)
    known = [section.id for section in review_sections()]
    left = {one.replace("-", "_").casefold() for one in without}
    if strange := sorted(left - set(known)):
        raise Wrong(f"No section is called {strange[0]}.", f"It may be {', '.join(known)}.", "without")
    ticked = (ticked_at_first() | ({"support"} if support else frozenset())) - left
    page = review_pack_page(reviewed(session.house, session.store, row.id), ticked)
    give(session, page, "review", row.ref, **file)


@click.command()
@click.argument("case")
@click.option("--number", default="", metavar="N", help="Which copy, 1 the oldest; without it the newest.")
@as_json
@handed
def frozen(session: Session, case: str, *, number: str, json_: bool) -> None:
    """With whether it is still the copy that was made, and what was added, changed or taken out since."""
    from checklists.pages.review_frozen import frozen_page

    whole = session.store.case(find_case(session.store, case).id)
    copy = use.frozen_copy(whole.info, number)
    found = use.open_frozen(session.store, copy)
    if json_:
        records = [record_data(row) for rows in found.case.tables.values() for row in rows]
        same = found.sha256 == copy.sha256
        write_json(
            {**copy.model_dump(mode="json"), "same": same, "case": record_data(found.case.info), "records": records}
        )
        return
    write_page(session.house, frozen_page(whole, copy, found, session.today))


def _tell(kept: Any, what: str, *, json_: bool) -> None:
    if json_:
        write_json(record_data(kept))
    else:
        say(f"{kept.ref}: {what}.")
