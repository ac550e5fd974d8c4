"""Looking for damage in the data folder, and repairing it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from tui.commands.printing import as_json, say, talk, write_json
from tui.commands.session import Session, handed
from tui.composition import examine

if TYPE_CHECKING:
    from tui.composition import Finding

DAMAGED = 5
NOTHING = "No damage was found. Every file was read, and every record in it."
REPAIR = "`casereflect doctor --repair` does what can be done. Close every other window first."
ASIDE = "What was replaced is in the folder aside; nothing was thrown away."


@click.command()
@click.option(
    "--repair", is_flag=True, help="Repair what copies and backups can repair. What is replaced is put aside."
)
@as_json
@handed
def doctor(session: Session, *, repair: bool, json_: bool) -> int:
    """It reads everything, also the audit trail and the backups. Without --repair it changes nothing."""
    found = examine(session.environ, session.asking(), repair=repair)
    if json_:
        write_json([_data(one) for one in found])
    elif found:
        _say(found, repair=repair)
    else:
        say(NOTHING)
    return DAMAGED if any(one.serious and not one.done for one in found) else 0


def _say(found: "Sequence[Finding]", *, repair: bool) -> None:
    for one in found:
        done = "Repaired. " if one.done else ""
        say(f"{one.where}\n  {' '.join(filter(None, (one.says, f'{done}{one.can}')))}")
    if repair and any(one.done for one in found):
        talk(ASIDE)
    elif not repair and any(one.can for one in found):
        talk(REPAIR)


def _data(one: "Finding") -> Mapping[str, Any]:
    return {
        "where": one.where,
        "case_id": one.case_id,
        "says": one.says,
        "can": one.can,
        "repaired": one.done,
        "serious": one.serious,
    }
