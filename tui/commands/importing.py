"""Import: one's own rows of an Annex A workbook. The preview comes first, and nothing is written before a yes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checklists.dates import read_day
from checklists.pages.import_preview import import_names, import_preview
from checklists.use_cases import import_list as use
from checklists.wrong import Wrong
from tui.commands.asking import ask_line, choose
from tui.commands.printing import as_json, plain_data, say, talk, write_json, write_page
from tui.commands.session import Session, can_ask, handed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from checklists.imported import Counts, Preview

YES = ("y", "yes")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, readable=False))
@click.option("--worker", metavar="NAME", help="Your name as it stands in the file.")
@click.option("--as-at", metavar="DATE", help="The day the file was made, where it does not show.")
@click.option("--put-with", multiple=True, metavar="ID=CASE", help="Put a new child with a case; may be given again.")
@click.option("--yes", is_flag=True, help="Bring it in without asking.")
@as_json
@handed
def bring_in(
    session: Session,
    file: Path,
    worker: str | None,
    as_at: str | None,
    put_with: tuple[str, ...],
    *,
    yes: bool,
    json_: bool,
) -> None:
    """What you wrote yourself stays as it is. Rows of other workers are counted and never kept."""
    day = read_day(as_at, session.today, "event") if as_at else None
    bring_in_file(session, file, worker, day, _targets(put_with), yes=yes, json_=json_)


def bring_in_file(
    session: Session,
    file: Path,
    worker: str | None,
    as_at: "date | None" = None,
    put_with: dict[str, str] | None = None,
    *,
    yes: bool = False,
    json_: bool = False,
) -> None:
    """Preview, ask, bring in. Raises Wrong, and StoreTrouble where the file is of another kind or has no rows."""
    workbook = use.read_file(file)
    name = worker if worker is not None else _whose(session, use.names_in(workbook), json_=json_)
    try:
        found = use.preview(session.store, workbook, name, as_at=as_at, today=session.today)
    except Wrong as wrong:
        if wrong.field == "worker":
            _list_names(session, use.names_in(workbook), json_=json_)
        raise
    shown = use.put_together(session.store, found, put_with or {})
    if not json_:
        write_page(session.house, import_preview(shown, session.today), explain=True)
    asks = can_ask() and not json_
    if not (yes or (asks and ask_line("\nBring this in? y or n: ").strip().lower() in YES)):
        if json_:
            write_json(_data(shown, None))
        talk("Nothing was written." if asks else "Nothing was written. --yes brings it in.")
        return
    counts = use.bring_in(session.store, session.house.clock, found, put_with=put_with)
    if json_:
        write_json(_data(shown, counts))
    else:
        say(f"Brought in: {counts.new} new, {counts.changed} changed, {counts.same} the same, {counts.odd} to look at.")


def _targets(texts: "Sequence[str]") -> dict[str, str]:
    pairs = [text.partition("=") for text in texts]
    if any(not (own_id and equals and case) for own_id, equals, case in pairs):
        raise Wrong("Put with: give the child's id and the case.", "As in --put-with 9212044=F-102.", "put_with")
    return {own_id: case for own_id, _, case in pairs}


def _whose(session: Session, names: "Sequence[str]", *, json_: bool) -> str:
    """The worker, chosen from the names in the file."""
    if can_ask() and not json_:
        say("Which of these are you, as it stands in the file?")
        return names[choose(names)]
    _list_names(session, names, json_=json_)
    raise Wrong("--worker is needed.", "Give your name as it stands in the file.", "worker")


def _list_names(session: Session, names: "Sequence[str]", *, json_: bool) -> None:
    if json_:
        write_json({"workers": names})
    else:
        write_page(session.house, import_names(names))


def _data(preview: "Preview", counts: "Counts | None") -> dict[str, object]:
    return {**plain_data(preview), "written": counts is not None, "counts": plain_data(counts) if counts else None}
