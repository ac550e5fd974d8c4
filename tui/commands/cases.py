"""Cases: add, show, edit, close, reopen."""

import click

from checklists.journeys.cases import said_in_full
from checklists.pages.case import case_page
from checklists.signals import prompts as asked
from checklists.signals.only_good import at_closing
from checklists.summaries import summarise
from checklists.use_cases import cases as use
from checklists.wrong import Wrong
from store.records import CaseRecord, Child
from tui.commands.fields import field_options, read_changed, read_given
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, plain_data, record_data, say, talk, write_json, write_page
from tui.commands.records import something, with_parts
from tui.commands.session import Session, handed

CASE_FIELDS = tuple(name for name in CaseRecord.model_fields if CaseRecord.ask(name).asked and name != "ref")


@click.command()
@click.argument("ref")
@click.option(
    "--child", "--person", "initials", metavar="INITIALS", help="The first child; on an adult's case, the person."
)
@field_options(CaseRecord, CASE_FIELDS)
@field_options(Child, but=("initials",))
@as_json
@handed
def add(session: Session, ref: str, *, json_: bool, **typed: str | None) -> None:
    """REF is your own short name for the case, never a person's name."""
    info = read_given(session, CaseRecord, {"ref": ref, **{name: typed.pop(name) for name in CASE_FIELDS}})
    case = use.add_case(session.store, session.house.clock, info, read_given(session, Child, typed))
    if json_:
        write_json({**record_data(case.info), "children": [record_data(child) for child in case.children]})
    else:
        say(f"{case.ref} is on your caseload.")


@click.command()
@click.argument("case")
@as_json
@handed
def show(session: Session, case: str, *, json_: bool) -> None:
    """The children, the household, the eight questions, the next actions."""
    whole = session.store.case(use.find_case(session.store, case).id)
    limits = session.house.limits()
    if not json_:
        write_page(session.house, case_page(whole, session.today, limits))
        return
    records = {
        kind: [with_parts(whole, record) for record in rows]
        for kind, rows in whole.tables.items()
        if kind not in ("case", "seen")
    }
    prompts = [{"id": prompt.id, **plain_data(prompt)} for prompt in asked(summarise(whole), session.today, limits)]
    write_json({**record_data(whole.info), "records": records, "prompts": prompts})


@click.command()
@click.argument("case")
@field_options(CaseRecord)
@as_json
@handed
def edit(session: Session, case: str, *, json_: bool, **typed: str | None) -> None:
    """An option given with '' empties its field."""
    changes = something(read_changed(session, CaseRecord, typed))
    kept = use.edit_case(session.store, use.find_case(session.store, case).id, changes)
    _tell(kept, "saved", json_=json_)


@click.command()
@click.argument("case")
@click.option("--reason", "closed_reason", metavar="TEXT", help="Why it closes now.")
@click.option("--on", "closed_on", metavar="DATE", help="The day it closed to you; today unless said.")
@click.option(
    "--could-still-go-wrong",
    "could_still_go_wrong",
    metavar="TEXT",
    help="What could still go wrong, who would notice, and what would they do?",
)
@takes_editor({"reason": "closed_reason", "could-still-go-wrong": "could_still_go_wrong"})
@as_json
@handed
def close(session: Session, case: str, *, json_: bool, editor: tuple[str, ...], **typed: str | None) -> None:
    """It stays readable, and can be reopened."""
    if typed["closed_reason"] is None and "closed_reason" not in editor:
        raise Wrong("--reason is needed.", "Give why it closes now.", "closed_reason")
    found, given = use.find_case(session.store, case), read_given(session, CaseRecord, typed)
    with written(session, Place(found.id, "close", CaseRecord.kind), editor, given) as texts:
        kept = use.close_case(session.store, session.house.clock, found.id, {**given, **texts.values})
    _tell(kept, "closed", json_=json_)
    if not kept.could_still_go_wrong.strip():
        case_, limits = session.store.case(found.id), session.house.limits()
        prompt = at_closing(case_, summarise(case_), session.today, limits)
        talk(f"{prompt.text} {said_in_full(prompt)}")


@click.command()
@click.argument("case")
@as_json
@handed
def reopen(session: Session, case: str, *, json_: bool) -> None:
    """How it was closed stays readable as an earlier text."""
    kept = use.reopen_case(session.store, use.find_case(session.store, case).id)
    _tell(kept, "open again", json_=json_)


def _tell(info: CaseRecord, what: str, *, json_: bool) -> None:
    if json_:
        write_json(record_data(info))
    else:
        say(f"{info.ref} {what}.")
