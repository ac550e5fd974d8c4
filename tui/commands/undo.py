"""Undo the last change on a case."""

import click

from checklists.use_cases.cases import find_case
from checklists.use_cases.records import undo_last_change
from tui.commands.printing import as_json, say, write_json
from tui.commands.session import Session, handed


@click.command()
@click.argument("case")
@as_json
@handed
def undo(session: Session, case: str, *, json_: bool) -> None:
    """What it said stays readable. Undoing again undoes the change before."""
    row = find_case(session.store, case)
    undone = undo_last_change(session.store, row.id)
    if json_:
        write_json({"ref": row.ref, "restored": undone.restored, "taken_out": undone.taken_out})
        return
    parts = [f"{undone.restored} put back to the earlier text"] if undone.restored else []
    parts += [f"{undone.taken_out} taken out"] if undone.taken_out else []
    say(f"{row.ref}: the last change is undone, {' and '.join(parts)}.")
