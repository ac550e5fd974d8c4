"""What the record asks, case by case, with the arithmetic and where each limit comes from."""

from collections.abc import Iterator
from typing import Any

import click

from checklists.naming import called
from checklists.signals import Prompt
from checklists.signals import prompts as asked
from tui.commands.printing import as_json, say, write_json
from tui.commands.session import Session, handed

NOTHING = "Nothing is asked today from what is recorded."


@click.command()
@click.argument("case", required=False)
@as_json
@handed
def prompts(session: Session, case: str | None, *, json_: bool) -> None:
    """By date, oldest first. They come from what is recorded, and are not a risk score."""
    found = sorted(_found(session, case), key=lambda one: (one[1].on or session.today, one[0]))
    if json_:
        write_json([_data(ref, child, prompt) for ref, prompt, child in found])
        return
    for ref, prompt, child in found:
        say(
            f"{ref}  {child}  {prompt.word}  {prompt.id}\n   {prompt.text}"
            + (f"\n   {prompt.source}" if prompt.source else "")
        )
    if not found:
        say(NOTHING)


def _found(session: Session, case: str | None) -> Iterator[tuple[str, Prompt, str]]:
    from checklists.use_cases.finding import find_case

    rows = [find_case(session.store, case)] if case else session.store.caseload()
    for row in rows:
        names = {child.id: called(child, row.ref) for child in row.children}
        for prompt in asked(row, session.today, session.house.limits()):
            yield row.ref, prompt, names.get(prompt.child_id or "", "")


def _data(ref: str, child: str, prompt: Prompt) -> dict[str, Any]:
    return {
        "ref": ref,
        "child": child,
        "child_id": prompt.child_id,
        "kind": "prompt",
        "signal": prompt.signal,
        "id": prompt.id,
        "about": prompt.about,
        "severity": prompt.severity,
        "on": prompt.on,
        "text": prompt.text,
        "source": prompt.source,
        "question": prompt.question,
        "theme": prompt.theme,
        "count": prompt.count,
        "limit": prompt.limit_id,
        "facts": prompt.facts,
    }
