"""What the record asks, case by case, with the arithmetic, the facts it rests on and where each limit comes from."""

import sys
from typing import Any

import click

from checklists.pages.prompts import said_aside
from checklists.pages.today import NOTHING
from checklists.use_cases.asking import Asked, asked_of, asked_of_me, by_date
from tui.commands.printing import as_json, say, write_json
from tui.commands.session import Session, handed

MANY = 20
"""From so many cases on it takes long enough to say how far it is."""


@click.command()
@click.argument("case", required=False)
@as_json
@handed
def prompts(session: Session, case: str | None, *, json_: bool) -> None:
    """By date, oldest first; those that are set aside say until when. They come from what is recorded, and are not a risk score."""
    found = _found(session, case)
    if json_:
        write_json([_data(one) for one in found])
        return
    for one in found:
        prompt = one.prompt
        said = f"{one.ref or 'me'}  {one.child}  {prompt.word}  {prompt.id}\n   {prompt.text}"
        said += f"\n   {prompt.source}" if prompt.source else ""
        say(said + (f"\n   {said_aside(one.aside, session.today)}" if one.aside else ""))
    if not found:
        say(NOTHING)


def _found(session: Session, case: str | None) -> list[Asked]:
    from checklists.use_cases.finding import find_case

    rows = [find_case(session.store, case)] if case else session.store.caseload()
    found = list(asked_of(session.store, rows, session.today, session.house.limits(), _told))
    if case is None and sys.stderr.isatty():
        click.echo("\r\x1b[K", nl=False, err=True)
    if case is None:
        last = session.store.practitioner().last_on(session.today)
        found += asked_of_me(last, session.today, session.house.limits())
    return by_date(found, session.today)


def _told(number: int, many: int) -> None:
    """How far it is, where a person is looking on."""
    if many >= MANY and sys.stderr.isatty():
        click.echo(f"\rReading cases, {number} of {many}", nl=False, err=True)


def _data(one: Asked) -> dict[str, Any]:
    prompt = one.prompt
    return {
        "ref": one.ref,
        "child": one.child,
        "child_id": prompt.child_id,
        "kind": "prompt",
        "signal": prompt.signal,
        "id": prompt.id,
        "about": prompt.about,
        "severity": prompt.severity,
        "word": prompt.word,
        "on": prompt.on,
        "text": prompt.text,
        "source": prompt.source,
        "question": prompt.question,
        "theme": prompt.theme,
        "count": prompt.count,
        "limit": prompt.limit_id,
        "facts": prompt.facts,
        "act": {"words": one.act.words, "form": one.act.form} if one.act else None,
        "set_aside": {"until": one.aside.until, "reason": one.aside.reason, "id": one.aside.id} if one.aside else None,
    }
