"""Children of a case: add, edit. On an adult's case, the person."""

import click

from checklists.use_cases import cases as use
from checklists.use_cases.records import locate
from store.records import Child
from tui.commands.fields import field_options, read_changed, read_given
from tui.commands.printing import as_json
from tui.commands.records import something, tell
from tui.commands.session import Session, handed


@click.command()
@click.argument("case")
@click.argument("initials", required=False)
@field_options(Child, but=("initials",))
@as_json
@handed
def add(session: Session, case: str, *, json_: bool, **typed: str | None) -> None:
    """INITIALS are one to three letters, never a full name; they may be left out where --own-id is given."""
    values = read_given(session, Child, typed)
    tell(use.add_child(session.store, use.find_case(session.store, case).id, values), "saved", json_=json_)


@click.command()
@click.argument("named", metavar="ID")
@field_options(Child)
@as_json
@handed
def edit(session: Session, named: str, *, json_: bool, **typed: str | None) -> None:
    """ID is the last six letters of the child's id, or more. An option given with '' empties its field."""
    changes = something(read_changed(session, Child, typed))
    case, child = locate(session.store, named, Child)
    tell(use.edit_child(session.store, case.id, child.id, changes), "saved", json_=json_)
