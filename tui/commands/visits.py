"""Visits: log one, change one."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from checklists.entry import entry_of
from checklists.use_cases.cases import find_case
from checklists.use_cases.log_visit import edit_visit, log_visit
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.case import Case
from store.records import Seen, Visit
from tui.commands.children_named import WHICH, by_child
from tui.commands.fields import field_options, option_of, read_changed, read_given, read_one
from tui.commands.printing import as_json, say, write_json
from tui.commands.records import something, with_parts
from tui.commands.session import Session, handed

OF_A_CHILD = (
    "seen",
    "reason",
    "reason_text",
    "child_words",
    "what_i_saw",
    "how_we_talked",
    "impact",
    "sleeping_place_seen",
    "sleeping_place_note",
)


@click.command()
@click.argument("case")
@field_options(Visit)
@field_options(Seen, OF_A_CHILD, many=True)
@as_json
@handed
def add(session: Session, case: str, *, json_: bool, **typed: Any) -> None:
    """What is said of a child begins with CHILD=, by initials or own id; an only child needs no name."""
    whole = session.store.case(find_case(session.store, case).id)
    seen = _seen(session, whole, typed)
    if whole.children and not seen:
        raise Wrong(
            "--seen is needed for one child at least; not-seen counts too.", WHICH if len(whole.children) > 1 else ""
        )
    visit = read_given(
        session, Visit, {**typed, "happened_on": "today" if typed["happened_on"] is None else typed["happened_on"]}
    )
    kept = log_visit(session.store, whole.id, visit, seen)
    _tell(session, whole.id, kept, json_=json_)


@click.command()
@click.argument("named", metavar="ID")
@field_options(Visit)
@field_options(Seen, OF_A_CHILD, many=True)
@as_json
@handed
def edit(session: Session, named: str, *, json_: bool, **typed: Any) -> None:
    """ID is the last six letters of its id, or more. An option given with '' empties its field."""
    case, visit = locate(session.store, named, Visit)
    given = _seen(session, case, typed)
    before = {row.child_id: {"seen": row.seen} for row in case.of(Seen) if row.visit_id == visit.id}
    seen = {
        child: {**before.get(child, {}), **values} for child, values in {**{c: {} for c in before}, **given}.items()
    }
    changes = read_changed(session, Visit, typed)
    something({**changes, **given})
    kept = edit_visit(session.store, case.id, visit.id, changes, seen)
    _tell(session, case.id, kept, json_=json_)


def _seen(session: Session, case: Case, typed: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What was given of each child, by child id; takes it out of what was typed. Raises Wrong."""
    given: dict[str, Sequence[str]] = {name: typed.pop(name) for name in OF_A_CHILD}
    seen: dict[str, dict[str, Any]] = {}
    for name, texts in given.items():
        entry = entry_of(Seen, name, case.info.service)
        for child_id, text in by_child(case.children, option_of(name), texts).items():
            seen.setdefault(child_id, {})[name] = read_one(session, entry, text)
    return seen


def _tell(session: Session, case_id: str, visit: Visit, *, json_: bool) -> None:
    from checklists.dates import say_day

    if json_:
        data: Mapping[str, Any] = with_parts(session.store.case(case_id), visit)
        write_json(data)
    else:
        say(f"Visit of {say_day(visit.happened_on, session.today)} saved, id {visit.short_id}.")
