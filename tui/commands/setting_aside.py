"""Set a prompt aside on the command line, and take that back."""

import click

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.pages.prompts import said_aside
from checklists.signals import waiting
from checklists.use_cases.setting_aside import find_prompt, set_prompt_aside, take_back
from checklists.wrong import Wrong
from store.records import SetAside
from tui.commands.fields import must_be_a_day
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, record_data, say, write_json
from tui.commands.session import Session, handed


@click.command()
@click.argument("prompt")
@click.option("--until", metavar="DATE", help="The day it is asked again: +10wd, fri, 3/4.")
@click.option("--reason", metavar="TEXT", help="Why it can wait: what is known, what is being done.")
@click.option("--again", is_flag=True, help="It was set aside: ask it again at once.")
@takes_editor({"reason": "reason"})
@as_json
@handed
def set_aside(
    session: Session,
    prompt: str,
    *,
    until: str | None,
    reason: str | None,
    again: bool,
    json_: bool,
    editor: tuple[str, ...],
) -> None:
    """PROMPT is its id, as `prompts` gives it, such as S13:8XRH8K. It hides that prompt about that one thing, no other."""
    limits = session.house.limits()
    case, found = find_prompt(session.store, prompt, session.today, limits)
    if again:
        _again(session, case.id, found.signal, found.about)
        return
    if until is None or (reason is None and not editor):
        raise Wrong("Until when, and why?", "Give --until and --reason.")
    day = entry_of(SetAside, "until_on")
    must_be_a_day(day, until)
    given = {"until_on": day.read(until, session.today), "reason": session.text_or_input(reason or "")}
    form = f"set aside:{found.signal}:{found.about}"
    with written(session, Place(case.id, form, SetAside.kind), editor, given) as texts:
        words = texts.values.get("reason", given["reason"]) or ""
        kept = set_prompt_aside(
            session.store, session.house.clock, case, found, given["until_on"], words, limits=limits
        )
    if json_:
        write_json(record_data(kept))
        return
    say(f"{case.ref}  {found.id} set aside until {say_day(kept.until_on, session.today)}. It comes back by itself.")


def _again(session: Session, case_id: str, signal: str, about: str) -> None:
    row = next(row for row in session.store.caseload() if row.id == case_id)
    one = waiting(row, session.today).get((signal, about))
    if one is None:
        raise Wrong("That prompt is not set aside.", "There is nothing to take back.")
    take_back(session.store, case_id, one.id)
    say(f"{row.ref}: asked again. It was {said_aside(one, session.today)}")
