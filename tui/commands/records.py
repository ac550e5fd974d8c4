"""Commands for a record of any kind: add, list, show, edit, withdraw. Made for a kind when one is asked for."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import click

from checklists.entry import Entry
from checklists.limits import Limits
from checklists.own_book import own_book
from checklists.pages.actions import action_detail
from checklists.pages.blocks import Page
from checklists.pages.record_history import record_history_page
from checklists.pages.register import record_page, register_page
from checklists.starting import with_today, with_today_since
from checklists.use_cases.cases import find_case
from checklists.use_cases.log_visit import withdraw_visit
from checklists.use_cases.records import add_record, edit_record, locate, withdraw_record
from checklists.use_cases.withdrawn import locate_with_versions
from checklists.wrong import Wrong
from store.case import Case
from store.records import BY_KIND, Action, Answer, Record, Seen, Visit
from tui.commands.fields import entries, field_options, option_of, read_changed, read_given
from tui.commands.in_editor import Place, long_texts, takes_editor, written
from tui.commands.printing import as_json, record_data, say, write_json, write_page
from tui.commands.session import Session, handed

F = TypeVar("F", bound=Callable[..., Any])
OWN_WORD = "own"
"""In place of a case: my own book."""
MOVED_APART = {"action": ("due_on",)}
"""Fields that no plain edit changes: a due date is moved with its reason."""


def add(kind_name: str) -> click.Command:
    """`person add CASE [TEXT] …`: TEXT is the field that says most of such a record."""
    kind = BY_KIND[kind_name]
    main = main_field(kind)

    @click.command(help=f"TEXT is the same as {option_of(main.name)}." if main else "")
    @of_a_case(kind)
    @click.argument("first_text", metavar="[TEXT]" if main else "", required=False)
    @field_options(kind)
    @takes_editor(long_texts(kind))
    @as_json
    @handed
    def command(
        session: Session,
        first_text: str | None,
        *,
        json_: bool,
        case: str = OWN_WORD,
        editor: tuple[str, ...] = (),
        **typed: str | None,
    ) -> None:
        if first_text is not None:
            if main is None:
                raise Wrong("One word more than is known here was given.", "--help lists the options.")
            if typed[main.name] is not None:
                raise Wrong(f"{main.label} is given twice.", "Give it once.")
            typed[main.name] = first_text
        whole = named_book(session, kind, case)
        given = _only_child(whole, kind, read_given(session, kind, typed, whole))
        with written(session, Place(whole.id, kind.kind, kind.kind), editor, given) as texts:
            given = {**given, **texts.values}
            values = with_today(kind, {k: v for k, v in given.items() if v is not None}, session.today)
            tell(add_record(session.store, whole.id, kind, values), "saved", json_=json_)

    return command


def of_a_case(kind: type[Record]) -> Callable[[F], F]:
    """The argument that names the case; a kind that is kept in my own book alone has none."""
    return (lambda function: function) if kind.own == "only" else click.argument("case")


def named_book(session: Session, kind: type[Record], case: str) -> Case:
    """The case that was named, or my own book: by the word `own` where a kind may stand in either. Raises Wrong."""
    if kind.own and case.strip().lower() == OWN_WORD:
        return own_book(session.store)
    return session.store.case(find_case(session.store, case).id)


def main_field(kind: type[Record]) -> Entry | None:
    """The field that may be given without its option: a long text that is needed, a line that is, or a long text."""
    texts = [entry for entry in entries(kind) if entry.kind in ("line", "long") and not entry.ask.of]
    rank = {(True, "long"): 0, (True, "line"): 1, (False, "long"): 2}
    found = [entry for entry in texts if (entry.needed, entry.kind) in rank]
    return min(found, key=lambda entry: rank[entry.needed, entry.kind], default=None)


def _only_child(case: Case, kind: type[Record], given: dict[str, Any]) -> dict[str, Any]:
    """The values, with the child filled in where one is needed and the case has only one."""
    asked = kind.model_fields.get("child_id")
    if asked is None or not asked.is_required() or given.get("child_id") or len(case.children) != 1:
        return given
    return {**given, "child_id": case.children[0].id}


def listing(kind_name: str) -> click.Command:
    """`person list CASE`."""
    kind = BY_KIND[kind_name]

    @click.command(help="Each line begins with the id by which commands name it.")
    @of_a_case(kind)
    @as_json
    @handed
    def command(session: Session, *, json_: bool, case: str = OWN_WORD) -> None:
        whole = named_book(session, kind, case)
        if json_:
            write_json([with_parts(whole, record) for record in whole.of(kind)])
        else:
            page = register_page(whole, kind.kind, session.today, session.house.limits())
            write_page(session.house, page, ids=True)

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
            write_page(session.house, record_history_page(case, record, session.store.versions(case.id), session.today))
        else:
            write_page(session.house, _page(case, record, session.today, session.house.limits()))

    return command


def edit(kind_name: str) -> click.Command:
    """`person edit ID …`."""
    kind = BY_KIND[kind_name]

    @click.command(help="ID is the last six letters of its id, or more. An option given with '' empties its field.")
    @click.argument("named", metavar="ID")
    @field_options(kind, but=MOVED_APART.get(kind_name, ()))
    @takes_editor(long_texts(kind) if kind is not Answer else {})
    @as_json
    @handed
    def command(
        session: Session, named: str, *, json_: bool, editor: tuple[str, ...] = (), **typed: str | None
    ) -> None:
        case, record = locate(session.store, named, kind)
        given = read_changed(session, kind, typed, case, record.id)
        with written(session, Place(case.id, f"{kind.kind}:{record.id}", kind.kind), editor, given) as texts:
            changes = with_today_since(record, something({**given, **texts.values}), session.today)
            seen = texts.expected(record)
            tell(edit_record(session.store, case.id, record.id, kind, changes, expected=seen), "saved", json_=json_)

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
        branch = click.get_current_context().parent
        again = f"casereflect {branch.info_name if branch else kind_name} show {record.short_id} --history"
        say(f"{_called(record)} {record.short_id} withdrawn. `{again}` still reads it.")

    return command


def _page(case: Case, record: Record, today: date, limits: Limits) -> Page:
    """The record as it stands; an action with each of its earlier dates and why it moved."""
    page = record_page(case, record, today, limits)
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


def _called(record: Record) -> str:
    return record.name[:1].upper() + record.name[1:]
