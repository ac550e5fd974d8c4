"""Undo the last change on a case."""

import click

from checklists.use_cases.cases import find_case
from checklists.use_cases.records import undo_last_change
from store.case import OWN, OWN_REF
from tui.commands.printing import as_json, say, write_json
from tui.commands.records import OWN_WORD
from tui.commands.session import Session, handed


@click.command()
@click.argument("case")
@as_json
@handed
def undo(session: Session, case: str, *, json_: bool) -> None:
    """What it said stays readable. Undoing again undoes the change before. `undo own` is for my own book."""
    if case.strip().lower() == OWN_WORD:
        case_id, ref = OWN, OWN_REF
    else:
        row = find_case(session.store, case)
        case_id, ref = row.id, row.ref
    undone = undo_last_change(session.store, case_id)
    if json_:
        write_json({"ref": ref, "restored": undone.restored, "taken_out": undone.taken_out})
        return
    parts = [f"{undone.restored} put back to the earlier text"] if undone.restored else []
    parts += [f"{undone.taken_out} taken out"] if undone.taken_out else []
    say(f"{ref}: the last change is undone, {' and '.join(parts)}.")
