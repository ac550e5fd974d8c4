"""Supervision over several cases by command: another case talked of in the same hour."""

import click

from checklists.use_cases.finding import find_case
from checklists.use_cases.records import add_record, locate
from store.records import Supervision
from tui.commands.in_editor import Place, long_texts, takes_editor, written
from tui.commands.printing import as_json
from tui.commands.records import tell
from tui.commands.session import Session, handed


@click.command()
@click.argument("named", metavar="ID")
@click.argument("case")
@click.option("--wanted", metavar="TEXT", help="What I wanted from it for this case.")
@click.option("--tested", metavar="TEXT", help="Which of my thoughts were tested, and how they stood up.")
@click.option("--decided", metavar="TEXT", help="What was decided, by whom, and by when.")
@click.option("--me-note", metavar="TEXT", help="Kept out of packs unless you tick it.")
@takes_editor(long_texts(Supervision))
@as_json
@handed
def also(session: Session, named: str, case: str, *, json_: bool, editor: tuple[str, ...], **typed: str | None) -> None:
    """ID is a supervision on another case: its day, its kind and with whom it was are those of CASE too."""
    _, first = locate(session.store, named, Supervision)
    row = find_case(session.store, case)
    texts = {name: session.text_or_input(text) for name, text in typed.items() if text is not None}
    same = {name: getattr(first, name) for name in ("session_id", "held_on", "type", "with_role")}
    kind = Supervision.kind
    with written(session, Place(row.id, kind, kind), editor, {**same, **texts}) as found:
        values = {**same, **texts, **found.values}
        tell(add_record(session.store, row.id, Supervision, values), "saved, in the same hour", json_=json_)
