"""`casereflect systems`: all looks at the system, by factor, for a talk with the team."""

from typing import Any

import click

from tui.commands.giving import give, to_file
from tui.commands.printing import as_json, record_data, write_json
from tui.commands.session import Session, handed


@click.command()
@to_file
@as_json
@handed
def systems(session: Session, *, json_: bool, **file: Any) -> None:
    """Over all cases that can be read, and your own book. A note that names somebody is left out, and that is said."""
    from checklists.learning.names import names_in_store
    from checklists.pages.systems import open_notes, systems_page
    from checklists.use_cases.gathering import books

    store = session.store
    found, names = books(store), names_in_store(store)
    if json_:
        write_json([{**record_data(one), "on_the_page": stands} for one, stands in open_notes(found, names)])
        return
    give(session, systems_page(found, names, session.today), "systems", "", **file)
