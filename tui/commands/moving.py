"""`hypothesis transfer ID --to CASE`: put a record that was typed in the wrong case where it belongs."""

import click

from checklists.entry import Entry, Path
from checklists.journeys.moving import move_to_form
from checklists.use_cases.cases import find_case
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.records import BY_KIND
from tui.commands.printing import say
from tui.commands.session import Session, handed


def transfer(kind_name: str) -> click.Command:
    """The command for one kind of record."""
    kind = BY_KIND[kind_name]

    @click.command(
        help="ID is the last six letters of its id, or more. What it names here, such as a child or an agency, is "
        "another one there: --is says which. Without it an agency is the one called the same there, or is added, and "
        "a child is the only one there is; what need not be named is left blank. It stays readable here."
    )
    @click.argument("named", metavar="ID")
    @click.option("--to", required=True, metavar="CASE", help="The case where it belongs.")
    @click.option("--reason", metavar="TEXT", help="Why. Without it: typed in the wrong case.")
    @click.option("--is", "pairs", multiple=True, metavar="HERE=THERE", help="Which one there it is: K.M.=L.P.")
    @handed
    def command(session: Session, named: str, to: str, reason: str | None, pairs: tuple[str, ...]) -> None:
        case, record = locate(session.store, named, kind)
        target = session.store.case(find_case(session.store, to).id)
        form = move_to_form(session.store, session.house.clock, case, record, target)
        asked = [entry for entry in form.entries(form.start, ()) if entry.ask.of]
        texts = {**form.start, **dict(_said(pair, asked) for pair in pairs)}
        if reason is not None:
            texts[("reason",)] = session.text_or_input(reason)
        say(form.save(texts))

    return command


def _said(pair: str, asked: list[Entry]) -> tuple[Path, str]:
    """Where `K.M.=L.P.` belongs, and what stands there then. Raises Wrong."""
    here, sign, there = pair.partition("=")
    wanted = here.strip().casefold()
    found = [
        entry
        for entry in asked
        if entry.label.casefold() == f"{wanted} is" or entry.path[-1].casefold().endswith(wanted)
    ]
    if not sign or not wanted or len(found) != 1:
        names = ", ".join(entry.label.removesuffix(" is") for entry in asked) or "nothing"
        raise Wrong("--is names something here and what it is there, as in K.M.=L.P.", f"It may name {names}.")
    return found[0].path, there
