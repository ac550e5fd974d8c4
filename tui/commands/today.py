"""Today, as text or as JSON."""

from collections.abc import Iterator
from typing import Any

import click

from tui.commands.opening import write_today
from tui.commands.printing import as_json, write_json
from tui.commands.session import Session, handed


@click.command()
@as_json
@handed
def today(session: Session, *, json_: bool) -> None:
    """Oldest date first, then by reference."""
    if json_:
        write_json(list(_lines(session)))
    else:
        write_today(session.house)


def _lines(session: Session) -> Iterator[dict[str, Any]]:
    from checklists.naming import called
    from checklists.pages.today import lines

    rows = session.store.caseload()
    for row in rows:
        if row.damaged:
            yield {
                "ref": row.ref,
                "case_id": row.id,
                "child": "",
                "kind": "damaged",
                "id": row.id,
                "severity": "",
                "text": row.damaged,
            }
    readable = [row for row in rows if not row.closed_on and not row.damaged]
    for block in lines(readable, session.today, session.house.limits()):
        for line in block:
            prompt = line.prompt
            yield {
                "ref": line.case.ref,
                "case_id": line.case.id,
                "child": called(line.child, line.case.ref) if line.child else "",
                "child_id": line.child.id if line.child else None,
                "kind": "prompt" if prompt else "action",
                "signal": prompt.signal if prompt else None,
                "id": prompt.id if prompt else line.key.record_id,
                "severity": prompt.severity if prompt else line.word,
                "on": prompt.on if prompt else line.on,
                "text": prompt.text if prompt else line.why.replace("\n", " "),
                "source": prompt.source if prompt else "",
            }
    from checklists.retention import all_asked

    for asked in all_asked(rows, session.today, session.house.limits()):
        yield {
            "ref": asked.row.ref,
            "case_id": asked.row.id,
            "child": "",
            "kind": "retention",
            "id": asked.row.id,
            "severity": "",
            "on": asked.on,
            "text": asked.said,
            "source": asked.source,
        }
