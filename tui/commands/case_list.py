"""All cases in a list. Apart from the other commands of a case, as it needs no record to be opened."""

import click

from checklists.pages.cases_list import cases_page
from tui.commands.printing import as_json, write_json, write_page
from tui.commands.session import Session, handed


@click.command()
@as_json
@handed
def listing(session: Session, *, json_: bool) -> None:
    """By reference."""
    rows = session.store.caseload()
    if json_:
        write_json([{"kind": "case", **_data(row)} for row in rows])
    else:
        write_page(session.house, cases_page(rows, session.today))


def _data(row: object) -> dict[str, object]:
    from tui.commands.printing import plain_data

    data: dict[str, object] = plain_data(row)
    return data
