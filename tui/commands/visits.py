"""Visits: log one, change one."""

from collections.abc import Mapping, Sequence
from typing import Any

import click

from checklists.entry import Path, entry_of
from checklists.use_cases.cases import find_case
from checklists.use_cases.log_visit import edit_visit, log_visit
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.case import Case
from store.records import Seen, Visit
from tui.commands.children_named import WHICH, by_child
from tui.commands.fields import field_options, option_of, read_changed, read_given, read_one
from tui.commands.in_editor import OFF, Place, long_texts, written_at
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


WRITTEN = long_texts(Visit) | long_texts(Seen, OF_A_CHILD)
"""The long texts of a visit, each by the word of its option."""
in_editor = click.option(
    "--editor",
    multiple=True,
    metavar="[CHILD=]WHICH",
    help=f"Write this one in your editor: {', '.join(WRITTEN)}. {OFF}",
)


@click.command()
@click.argument("case")
@field_options(Visit)
@field_options(Seen, OF_A_CHILD, many=True)
@in_editor
@as_json
@handed
def add(session: Session, case: str, *, json_: bool, editor: tuple[str, ...], **typed: Any) -> None:
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
    with written_at(session, Place(whole.id, "visit"), _paths(whole, editor), _by_path(visit, seen)) as texts:
        _put_in(texts.paths, visit, seen)
        kept = log_visit(session.store, whole.id, visit, seen)
    _tell(session, whole.id, kept, json_=json_)


@click.command()
@click.argument("named", metavar="ID")
@field_options(Visit)
@field_options(Seen, OF_A_CHILD, many=True)
@in_editor
@as_json
@handed
def edit(session: Session, named: str, *, json_: bool, editor: tuple[str, ...], **typed: Any) -> None:
    """ID is the last six letters of its id, or more. An option given with '' empties its field."""
    case, visit = locate(session.store, named, Visit)
    given = _seen(session, case, typed)
    rows = [row for row in case.of(Seen) if row.visit_id == visit.id]
    before: dict[str, dict[str, Any]] = {row.child_id: {"seen": row.seen} for row in rows}
    changes = read_changed(session, Visit, typed)
    place = Place(case.id, f"visit:{visit.id}")
    with written_at(session, place, _paths(case, editor), _by_path(changes, given)) as texts:
        _put_in(texts.paths, changes, given)
        something({**changes, **given})
        seen = {child: {**before.get(child, {}), **given.get(child, {})} for child in {**before, **given}}
        expected = {one.id: one.revision for one in (visit, *rows)} if editor else None
        kept = edit_visit(session.store, case.id, visit.id, changes, seen, expected=expected)
    _tell(session, case.id, kept, json_=json_)


def _paths(case: Case, editor: Sequence[str]) -> list[Path]:
    """Where in the form of a visit the texts stand that are to be written in the editor. Raises Wrong."""
    found: list[Path] = []
    for value in editor:
        word = value.rpartition("=")[2]
        if word not in WRITTEN:
            raise Wrong("--editor: there is no such text.", f"It may be {', '.join(WRITTEN)}.", "editor")
        name = WRITTEN[word]
        if name in Visit.model_fields:
            found.append((Visit.kind, name))
        else:
            found += [(Seen.kind, child_id, name) for child_id in by_child(case.children, "--editor", [value])]
    return found


def _by_path(visit: Mapping[str, Any], seen: Mapping[str, Mapping[str, Any]]) -> dict[Path, Any]:
    """What was given, by where it stands in the form."""
    of_children: dict[Path, Any] = {
        (Seen.kind, child, name): value for child, said in seen.items() for name, value in said.items()
    }
    return {**{(Visit.kind, name): value for name, value in visit.items()}, **of_children}


def _put_in(texts: Mapping[Path, Any], visit: dict[str, Any], seen: dict[str, dict[str, Any]]) -> None:
    """The texts from the editor, beside what was given."""
    for (_, *child, name), value in texts.items():
        (seen.setdefault(child[0], {}) if child else visit)[name] = value


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
