"""Escalations: the answer, the next step, and words to use."""

from typing import Any

import click

from checklists.journeys.escalating import NEXT, SETTLED, WAITING, take_on
from checklists.pages.guiding import concern_page
from checklists.pages.to_write import escalations_to_write
from checklists.steps import say_limit
from checklists.use_cases import escalations as use
from checklists.use_cases.finding import find_case
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.case import Case
from store.records import Escalation
from tui.commands.fields import read_given
from tui.commands.giving import give, to_file
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, write_page
from tui.commands.records import tell
from tui.commands.session import Session, handed

SERVICES = ("children", "adults")


@click.command()
@click.argument("named", metavar="ID")
@click.option("--with-agency", metavar="CHOICE", help="With whom now: an agency of the case, or a role.")
@click.option("--on", "step_started_on", metavar="DATE", help="The day the step began; today unless said.")
@click.option("--told", "who_was_told", metavar="TEXT", help="Who was told of it: a role, such as team manager.")
@click.option("--told-on", "told_on", metavar="DATE", help="The day they were told; today unless said.")
@click.option("--reply", metavar="TEXT", help="What was answered at the step before.")
@click.option("--replied", "replied_on", metavar="DATE", help="The day they answered; today unless said.")
@takes_editor({"reply": "reply"})
@as_json
@handed
def step(session: Session, named: str, *, json_: bool, editor: tuple[str, ...], **typed: str | None) -> None:
    """ID is the last six letters of its id, or more. The step before stays in the list, with the answer it had."""
    case, found = locate(session.store, named, Escalation)
    values = read_given(session, Escalation, typed, case)
    with written(session, _their_answer(case, found), editor, {**values, "then": NEXT}) as texts:
        values |= texts.values
        answered, seen = _answered(session, values), texts.expected(found)
        kept = take_on(session.store, case.id, found, answered, values, session.today, seen)
    tell(
        kept, f"saved. {say_limit(kept.step, kept.step_started_on, session.today, session.house.limits())}", json_=json_
    )


@click.command()
@click.argument("named", metavar="ID")
@click.argument("reply", metavar="[TEXT]", required=False)
@click.option("--on", "replied_on", metavar="DATE", help="The day they answered; today unless said.")
@click.option("--result", metavar="TEXT", help="What was agreed, and what the child gets from it: it is settled.")
@click.option("--settled", "closed_on", metavar="DATE", help="The day it was settled; today unless said.")
@takes_editor({"text": "reply", "result": "result"})
@as_json
@handed
def answer(
    session: Session, named: str, reply: str | None, *, json_: bool, editor: tuple[str, ...], **typed: str | None
) -> None:
    """ID is the last six letters of its id, or more. TEXT is what they answered. Without --result it stays open."""
    case, found = locate(session.store, named, Escalation)
    values = read_given(session, Escalation, {"reply": reply, **typed}, case)
    then = SETTLED if values.get("result") or "result" in editor else WAITING
    with written(session, _their_answer(case, found), editor, {**values, "then": then}) as texts:
        changes = _of_the_answer(session, {**values, **texts.values})
        kept = use.answer(session.store, case.id, found.id, changes, expected=texts.expected(found))
    tell(kept, "settled" if kept.closed_on else "answered; it stays open", json_=json_)


def _their_answer(case: Case, found: Escalation) -> Place:
    """The form in which their answer is written down."""
    return Place(case.id, f"finish:{found.id}", Escalation.kind)


def _of_the_answer(session: Session, values: dict[str, object]) -> dict[str, object]:
    """The answer, and the result where that settles it; one of them there must be. Raises Wrong."""
    changes = _answered(session, values)
    if values.get("result"):
        changes |= {"result": values["result"], "closed_on": values.get("closed_on") or session.today}
    elif values.get("closed_on"):
        raise Wrong("--result: what was agreed is needed where it is settled.", "A few words are enough.", "result")
    if not changes:
        raise Wrong("An answer or a result is needed.", "Give what they answered, or --result.")
    return changes


def _answered(session: Session, values: dict[str, object]) -> dict[str, object]:
    """The answer that was given, with its day; nothing where none was. Raises Wrong."""
    reply, day = values.pop("reply", None), values.pop("replied_on", None)
    if day and not reply:
        raise Wrong("What they answered is needed beside its day.", "Give the answer too.", "reply")
    return {"reply": reply, "replied_on": day or session.today} if reply else {}


@click.command()
@click.argument("case")
@to_file
@handed
def report(session: Session, case: str, **file: Any) -> None:
    """Each step with the day by which it was to be answered, who was told, the answer, and what settled it."""
    whole = session.store.case(find_case(session.store, case).id)
    page = escalations_to_write(whole, session.today, session.house.limits())
    give(session, page, "escalations", whole.ref, **file)


@click.command()
@click.option("--service", type=click.Choice(SERVICES), default="children", help="For a case of which service.")
@handed
def words(session: Session, service: str) -> None:
    """Each step says its limit. Your own procedure comes first."""
    write_page(session.house, concern_page(service, session.house.limits()))
