"""The audit trail: what was done and when, by id."""

import click

from checklists.pages.audit import audit_page, done
from checklists.use_cases.finding import find_case
from tui.commands.printing import as_json, talk, write_json, write_page
from tui.commands.session import Session, handed


@click.command()
@click.argument("case", required=False)
@as_json
@handed
def audit(session: Session, case: str | None, *, json_: bool) -> None:
    """Without CASE of all. It says when and which case, never the text; what does not fit in it is said first."""
    store = session.store
    wanted = find_case(store, case).id if case else ""
    faults = session.house.upkeep.trail_faults()
    events = [event for event in store.trail() if not wanted or event.case_id == wanted]
    if json_:
        write_json([{"kind": "event", **_data(event)} for event in events])
        for fault in faults:
            talk(fault)
    else:
        write_page(session.house, audit_page(events, store.caseload(), session.today, faults))


def _data(event: object) -> dict[str, object]:
    from tui.commands.printing import plain_data

    data: dict[str, object] = plain_data(event)
    return {**data, "done": done(event)}  # type: ignore[arg-type]
