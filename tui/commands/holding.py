"""A hold on a case, and removing one for good."""

import click

from checklists.dates import say_day
from checklists.pages.certificates import CUT_OFF, NONE, say_counts, say_purged
from checklists.use_cases import holding as use
from checklists.use_cases.finding import find_case
from checklists.wrong import Wrong
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, record_data, say, talk, write_json
from tui.commands.session import Session, can_ask, handed

KINDS = ("review", "court", "complaint", "other")
AGAIN = "Letter by letter, as a check. What is removed cannot be put back."


@click.command()
@click.argument("case")
@click.option("--for", "kind", type=click.Choice(KINDS), help="What needs it.")
@click.option("--note", metavar="TEXT", help="Who asked for it, and for what.")
@click.option("--lift", is_flag=True, help="Lift the hold, with --reason.")
@click.option("--reason", metavar="TEXT", help="Why it can be lifted.")
@takes_editor({"note": "hold_note", "reason": "reason"})
@as_json
@handed
def hold(
    session: Session,
    case: str,
    *,
    kind: str | None,
    note: str | None,
    lift: bool,
    reason: str | None,
    json_: bool,
    editor: tuple[str, ...],
) -> None:
    """While it stands, nothing of the case can be purged; records can be added and changed as before."""
    row = find_case(session.store, case)
    if "reason" in editor if not lift else "hold_note" in editor:
        raise Wrong("That text is not asked here.", "A hold has a note; with --lift it has a reason.", "editor")
    if lift:
        given = {"reason": session.text_or_input(reason or "")}
        with written(session, Place(row.id, "lift hold", "lift"), editor, given) as texts:
            kept = use.lift_hold(session.store, row.id, texts.values.get("reason", given["reason"]) or "")
    elif kind is None:
        raise Wrong("What needs it?", f"Give --for with one of {', '.join(KINDS)}, and --note.")
    else:
        given = {"hold": kind, "hold_note": session.text_or_input(note or "")}
        with written(session, Place(row.id, "hold", "hold"), editor, given) as texts:
            words = texts.values.get("hold_note", given["hold_note"]) or ""
            kept = use.place_hold(session.store, session.house.clock, row.id, kind, words)
    if json_:
        write_json(record_data(kept))
    else:
        say(f"{kept.ref}: {f'on hold, {kept.hold}' if kept.hold else 'the hold is lifted'}.")


@click.command()
@click.argument("case")
@click.option("--reference", metavar="REF", help=f"The reference once more. {AGAIN}")
@click.option("--reason", metavar="TEXT", help="Why; it stays in the certificate, so name nobody.")
@handed
def purge(session: Session, case: str, *, reference: str | None, reason: str | None) -> None:
    """It takes out records, earlier texts, drafts and the copies in the backups here. A case on hold is refused."""
    row = find_case(session.store, case)
    typed = reference if reference is not None else _typed()
    still = use.purge_case(session.store, row.id, typed, session.text_or_input(reason or ""))
    done, *beyond = say_purged(row.ref, still).splitlines()
    say(done)
    for line in beyond:
        talk(line)


@click.command()
@as_json
@handed
def certificates(session: Session, *, json_: bool) -> None:
    """They hold the reference, how many records there were, the day and the reason; no content."""
    found = session.store.certificates()
    if json_:
        write_json(found)
        return
    for one in found:
        unfinished = "" if one.finished else f" {CUT_OFF}"
        say(
            f"{one.ref}  {say_day(one.purged_on, session.today)} {one.purged_on.year}  {one.reason}\n  {say_counts(one)}{unfinished}"
        )
    if not found:
        say(NONE)


def _typed() -> str:
    if not can_ask():
        raise Wrong("A purge needs the reference once more.", "Give --reference, letter by letter.")
    return str(click.prompt(f"Reference to purge ({AGAIN})", prompt_suffix=": "))
