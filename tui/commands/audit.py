"""The audit trail: what was done and when, by id."""

from typing import Any

import click

from checklists.pages.audit import audit_page, done
from checklists.use_cases.finding import find_case
from tui.commands.giving import give, to_file
from tui.commands.printing import as_json, talk, write_json
from tui.commands.session import Session, handed


@click.command()
@click.argument("case", required=False)
@to_file
@as_json
@handed
def audit(session: Session, case: str | None, *, json_: bool, **file: Any) -> None:
    """Without CASE of all. It says when and which case, never the text; what does not fit in it is said first."""
    store = session.store
    row = find_case(store, case) if case else None
    wanted = row.id if row else ""
    trail, faults = session.house.upkeep.whole_trail()
    events = [event for event in trail if not wanted or event.case_id == wanted]
    if json_:
        write_json([{"kind": "event", **_data(event)} for event in events])
        for fault in faults:
            talk(fault)
    else:
        page = audit_page(events, store.caseload(), session.today, faults, store.certificates(), case_id=wanted)
        give(session, page, "audit", row.ref if row else "", **file)


def _data(event: object) -> dict[str, object]:
    from tui.commands.printing import plain_data

    data: dict[str, object] = plain_data(event)
    return {**data, "done": done(event)}  # type: ignore[arg-type]
