"""Commands for a record of any kind: add, list, show, edit, withdraw. Made for a kind when one is asked for."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from checklists.journeys.registers import TODAY
from checklists.pages.actions import action_detail
from checklists.pages.blocks import Page
from checklists.pages.history import record_history_page
from checklists.pages.register import record_page, register_page
from checklists.use_cases.cases import find_case
from checklists.use_cases.log_visit import withdraw_visit
from checklists.use_cases.records import add_record, edit_record, locate, withdraw_record
from checklists.use_cases.withdrawn import locate_with_versions
from checklists.wrong import Wrong
from store.case import Case
from store.records import BY_KIND, Action, Record, Seen, Visit
from tui.commands.fields import entries, field_options, option_of, read_changed, read_given
from tui.commands.printing import as_json, record_data, say, write_json, write_page
from tui.commands.session import Session, handed

MOVED_APART = {"action": ("due_on",)}
"""Fields that no plain edit changes: a due date is moved with its reason."""


def add(kind_name: str) -> click.Command:
    """`person add CASE [TEXT] …`: TEXT is the field that every such record needs."""
    kind = BY_KIND[kind_name]
    needed = next(entry for entry in entries(kind) if entry.needed)

    @click.command(help=f"TEXT is the same as {option_of(needed.name)}.")
    @click.argument("case")
    @click.argument("first_text", metavar="[TEXT]", required=False)
    @field_options(kind)
    @as_json
    @handed
    def command(session: Session, case: str, first_text: str | None, *, json_: bool, **typed: str | None) -> None:
        if first_text is not None:
            if typed[needed.name] is not None:
                raise Wrong(f"{needed.label} is given twice.", "Give it once.")
            typed[needed.name] = first_text
        given = read_given(session, kind, typed)
        day = {TODAY[kind]: session.today} if kind in TODAY else {}
        kept = add_record(
            session.store,
            find_case(session.store, case).id,
            kind,
            {**day, **{k: v for k, v in given.items() if v is not None}},
        )
        tell(kept, "saved", json_=json_)

    return command


def listing(kind_name: str) -> click.Command:
    """`person list CASE`."""
    kind = BY_KIND[kind_name]

    @click.command(help="Each line begins with the id by which commands name it.")
    @click.argument("case")
    @as_json
    @handed
    def command(session: Session, case: str, *, json_: bool) -> None:
        whole = session.store.case(find_case(session.store, case).id)
        if json_:
            write_json([with_parts(whole, record) for record in whole.of(kind)])
        else:
            write_page(session.house, register_page(whole, kind.kind, session.today), ids=True)

    return command


def show(kind_name: str) -> click.Command:
    """`person show ID`."""
    kind = BY_KIND[kind_name]

    @click.command(help="ID is the last six letters of its id, or more.")
    @click.argument("named", metavar="ID")
    @click.option("--history", is_flag=True, help="Earlier texts too, the newest first.")
    @as_json
    @handed
    def command(session: Session, named: str, *, history: bool, json_: bool) -> None:
        if history:
            case, record, versions = locate_with_versions(session.store, named, kind)
        else:
            (case, record), versions = locate(session.store, named, kind), []
        if json_:
            earlier = [
                {"why": v.why, "reason": v.reason, "replaced_at": v.replaced_at, "record": record_data(v.record)}
                for v in versions
            ]
            write_json({**with_parts(case, record), **({"versions": earlier} if history else {})})
        elif history:
            write_page(session.house, record_history_page(case, record, versions, session.today))
        else:
            write_page(session.house, _page(case, record, session.today))

    return command


def edit(kind_name: str) -> click.Command:
    """`person edit ID …`."""
    kind = BY_KIND[kind_name]

    @click.command(help="ID is the last six letters of its id, or more. An option given with '' empties its field.")
    @click.argument("named", metavar="ID")
    @field_options(kind, but=MOVED_APART.get(kind_name, ()))
    @as_json
    @handed
    def command(session: Session, named: str, *, json_: bool, **typed: str | None) -> None:
        case, record = locate(session.store, named, kind)
        changes = something(_read_on(session, case, kind, typed))
        tell(edit_record(session.store, case.id, record.id, kind, changes), "saved", json_=json_)

    return command


def withdraw(kind_name: str) -> click.Command:
    """`person withdraw ID --reason …`."""
    kind = BY_KIND[kind_name]

    @click.command(help="ID is the last six letters of its id, or more. It stays readable among the earlier texts.")
    @click.argument("named", metavar="ID")
    @click.option("--reason", required=True, metavar="TEXT", help="Why it is taken out.")
    @handed
    def command(session: Session, named: str, reason: str) -> None:
        case, record = locate(session.store, named, kind)
        take_out = withdraw_visit if kind is Visit else withdraw_record
        take_out(session.store, case.id, record.id, session.text_or_input(reason))
        say(f"{_called(record)} {record.short_id} withdrawn. `show {record.short_id} --history` still reads it.")

    return command


def _page(case: Case, record: Record, today: date) -> Page:
    """The record as it stands; an action with each of its earlier dates and why it moved."""
    page = record_page(case, record, today)
    return replace(page, blocks=action_detail(case, record, today)) if isinstance(record, Action) else page


def something(changes: dict[str, Any]) -> dict[str, Any]:
    """The changes, of which there must be one. Raises Wrong."""
    if not changes:
        raise Wrong("Nothing to change was given.", "--help lists what can be.")
    return changes


def tell(record: Record, what: str, *, json_: bool) -> None:
    """Say that a record was kept, with the id by which it is named from now on."""
    if json_:
        write_json(record_data(record))
    else:
        say(f"{_called(record)} {record.short_id} {what}.")


def with_parts(case: Case, record: Record) -> dict[str, Any]:
    """A record as plain data; a visit with how each child was seen."""
    data = record_data(record)
    if isinstance(record, Visit):
        data["seen"] = [record_data(row) for row in case.of(Seen) if row.visit_id == record.id]
    return data


def _read_on(session: Session, case: Case, kind: type[Record], typed: dict[str, str | None]) -> dict[str, Any]:
    """The values given; a child is named as it is on the case."""
    from tui.commands.children_named import one_child

    child = typed.pop("child_id", None)
    given = read_changed(session, kind, typed)
    if child is not None:
        given["child_id"] = one_child(case.children, child).id if child else None
    return given


def _called(record: Record) -> str:
    return record.name[:1].upper() + record.name[1:]
