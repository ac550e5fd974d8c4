"""Children of a case: add, edit. On an adult's case, the person."""

import click

from checklists.use_cases import cases as use
from checklists.use_cases.records import locate
from store.records import Child
from tui.commands.fields import field_options, read_changed, read_given
from tui.commands.in_editor import Place, long_texts, takes_editor, written
from tui.commands.printing import as_json
from tui.commands.records import something, tell
from tui.commands.session import Session, handed


@click.command()
@click.argument("case")
@click.argument("initials", required=False)
@field_options(Child, but=("initials",))
@takes_editor(long_texts(Child))
@as_json
@handed
def add(session: Session, case: str, *, json_: bool, editor: tuple[str, ...], **typed: str | None) -> None:
    """INITIALS are one to three letters, never a full name; they may be left out where --own-id is given."""
    given = read_given(session, Child, typed)
    found = use.find_case(session.store, case)
    with written(session, Place(found.id, Child.kind, Child.kind), editor, given) as texts:
        tell(use.add_child(session.store, found.id, {**given, **texts.values}), "saved", json_=json_)


@click.command()
@click.argument("named", metavar="ID")
@field_options(Child)
@takes_editor(long_texts(Child))
@as_json
@handed
def edit(session: Session, named: str, *, json_: bool, editor: tuple[str, ...], **typed: str | None) -> None:
    """ID is the last six letters of the child's id, or more. An option given with '' empties its field."""
    given = read_changed(session, Child, typed)
    case, child = locate(session.store, named, Child)
    with written(session, Place(case.id, f"{Child.kind}:{child.id}", Child.kind), editor, given) as texts:
        changes, seen = something({**given, **texts.values}), texts.expected(child)
        tell(use.edit_child(session.store, case.id, child.id, changes, expected=seen), "saved", json_=json_)
