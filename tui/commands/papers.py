"""Pages for others on the command line: what has changed, the supervision pack, a hand-over; written out or to a file."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from checklists.dates import read_day, say_day
from checklists.use_cases import gathering as use
from checklists.use_cases.finding import find_case
from checklists.wrong import Wrong
from tui.commands.giving import give, to_file
from tui.commands.printing import as_json, record_data, say, write_json
from tui.commands.session import Session, handed

if TYPE_CHECKING:
    from store.case import Case

MANY = 20
"""From so many cases on it takes long enough to say how far it is."""
CELLS = 20


@click.command()
@click.argument("case", required=False)
@click.option("--since", metavar="DATE", help="From that day on; without it since the last supervision.")
@to_file
@as_json
@handed
def changes(session: Session, case: str | None, *, since: str | None, json_: bool, **file: Any) -> None:
    """Without CASE of all open cases. Where no supervision is recorded it looks four weeks back, and says so."""
    from checklists.pages.changes import all_changes_page, changes_page

    day = _day(session, since)
    rows = [find_case(session.store, case)] if case else use.open_cases(session.store)
    every = []
    for number, row in enumerate(rows, 1):
        _told(number, len(rows))
        every.append(use.look_back(session.store, row.id, session.today, day))
    _told_all(len(rows))
    if json_:
        write_json([entry for looked in every for entry in _changed(looked)])
        return
    page = changes_page(every[0], session.today) if case else all_changes_page(every, session.today, day)
    name = every[0].case.ref if case else ""
    give(session, page, "changes", name, **file)


@click.command()
@click.argument("cases", nargs=-1, metavar="[CASE]...")
@click.option("--without", multiple=True, metavar="SECTION", help="Leave a section out; may be given again.")
@click.option("--private", is_flag=True, help="With your private notes, which are left out otherwise.")
@click.option("--since", metavar="DATE", help="Look back to that day, not to the last supervision.")
@to_file
@handed
def pack(
    session: Session,
    cases: tuple[str, ...],
    *,
    without: tuple[str, ...],
    private: bool,
    since: str | None,
    **file: Any,
) -> None:
    """Without CASE of the whole caseload. Private notes are in only with --private."""
    from checklists.pages.pack import none_open, pack_page

    ticked = _ticked(without, private=private)
    rows = [find_case(session.store, one) for one in cases] if cases else use.open_cases(session.store)
    rows = list({row.id: row for row in rows}.values())
    found = []
    gathered = use.gather_all(session.store, rows, session.today, session.house.limits(), _day(session, since))
    for number, about in enumerate(gathered, 1):
        found.append(about)
        _told(number, len(rows))
    _told_all(len(rows))
    unread = () if cases else use.unread_cases(session.store)
    page = pack_page(found, ticked, session.today, unread) if found else none_open()
    give(session, page, "pack", rows[0].ref if len(rows) == 1 else "", **file)


@click.command()
@click.argument("case")
@to_file
@handed
def handover(session: Session, case: str, **file: Any) -> None:
    """What the child's life is like, their words, what is not known, what was tried, dates, people, agencies."""
    from checklists.pages.handover import handover_page

    row = find_case(session.store, case)
    about = use.gather(session.store, row.id, session.today, session.house.limits())
    give(session, handover_page(about), "handover", row.ref, **file)


@click.command()
@click.argument("day", required=False, metavar="[DATE]")
@as_json
@handed
def next_day(session: Session, day: str | None, *, json_: bool) -> None:
    """With DATE it is kept, and Today shows it; `next supervision` then means that day where a date is due."""
    from checklists.use_cases.supervision import set_next

    if day is not None:
        found = read_day(day, session.today, "due")
        if found < session.today:
            raise Wrong("Next on: that day has passed.", "Give one ahead, such as fri or +4w.", "next_on")
        set_next(session.store, found)
    now = session.store.practitioner().next_on(session.today)
    if json_:
        write_json({"next_on": now})
    else:
        say(f"Next supervision {say_day(now, session.today)}." if now else "No next supervision is recorded.")


def _ticked(without: Sequence[str], *, private: bool) -> frozenset[str]:
    from checklists.pages.pack import all_sections, ticked_at_first

    known = [section.id for section in all_sections()]
    left = {one.replace("-", "_").casefold() for one in without}
    if strange := sorted(left - set(known)):
        raise Wrong(f"No section is called {strange[0]}.", f"It may be {', '.join(known)}.", "without")
    return (ticked_at_first() | ({"private"} if private else frozenset())) - left


def _day(session: Session, since: str | None) -> date | None:
    return read_day(since, session.today, "event") if since is not None else None


def _changed(looked: Any) -> Iterator[dict[str, Any]]:
    """Each change as data: how, when, and the record as it stands and as it stood."""
    from checklists.changes import changes_since

    case: Case = looked.case
    for one in changes_since(case, looked.versions, looked.since.on):
        yield {
            "ref": case.ref,
            "since": looked.since.on,
            "how": one.how,
            "on": one.on,
            "reason": one.reason,
            "record": record_data(one.record),
            "before": record_data(one.before) if one.before else None,
        }


def _told(number: int, many: int) -> None:
    """How far it is, where a person is looking on."""
    if many >= MANY and sys.stderr.isatty():
        bar = "=" * (CELLS * number // many)
        click.echo(f"\rReading cases  {bar.ljust(CELLS, '·')}  {number} of {many}", nl=False, err=True)


def _told_all(many: int) -> None:
    if many >= MANY and sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
