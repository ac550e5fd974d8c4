"""Practical actions: plan, list, finish, move, let go."""

from datetime import date

import click

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.journeys.actions import FOLLOWING
from checklists.pages.actions import all_actions_page, case_actions_page
from checklists.use_cases import actions as use
from checklists.use_cases.cases import find_case
from checklists.use_cases.records import locate
from checklists.wrong import Wrong
from store.records import Action
from tui.commands.asking import ask_line
from tui.commands.children_named import one_child
from tui.commands.fields import field_options, must_be_a_day, read_given, read_one
from tui.commands.in_editor import Place, takes_editor, written
from tui.commands.printing import as_json, plain_data, record_data, talk, write_json, write_page
from tui.commands.records import tell
from tui.commands.session import Session, can_ask, handed


@click.command()
@click.argument("case")
@click.argument("text")
@click.option("--due", "due_on", required=True, metavar="DATE", help="By when: +10wd, fri, 3/4, +6w.")
@field_options(Action, but=("what", "due_on"))
@as_json
@handed
def add(session: Session, case: str, text: str, *, json_: bool, **typed: str | None) -> None:
    """TEXT is what will be done: one thing."""
    whole = session.store.case(find_case(session.store, case).id)
    named = typed.pop("child_id")
    values = read_given(session, Action, {"what": text, **typed})
    if named:
        values["child_id"] = one_child(whole.children, named).id
    ask_if_past(session, values["due_on"])
    kept = use.plan_action(session.store, whole.id, {**values, "due_rule": typed["due_on"]})
    tell(kept, f"saved, by {_day(session, kept)}", json_=json_)


@click.command()
@click.argument("case", required=False)
@click.option("--due", "due_only", is_flag=True, help="Only those whose date has come.")
@as_json
@handed
def listing(session: Session, case: str | None, *, due_only: bool, json_: bool) -> None:
    """Without CASE those of all open cases. Each line begins with the id by which commands name it."""
    rows = [find_case(session.store, case)] if case else [row for row in session.store.caseload() if not row.closed_on]
    if case and not due_only:
        whole = session.store.case(rows[0].id)
        if json_:
            write_json([record_data(action) for action in whole.of(Action)])
        else:
            write_page(session.house, case_actions_page(whole, session.today, session.house.limits()), ids=True)
        return
    if due_only:
        rows = [row._replace(actions=tuple(one for one in row.actions if one.due_on <= session.today)) for row in rows]
    if json_:
        write_json(
            [{"ref": row.ref, "case_id": row.id, **plain_data(action)} for row in rows for action in row.actions]
        )
    else:
        write_page(session.house, all_actions_page(rows, session.today, session.house.limits()), ids=True)


@click.command()
@click.argument("action", metavar="ACTION")
@click.option("--outcome", metavar="TEXT", help="What is different for the child now; or: not known yet.")
@click.option("--look-again", metavar="DATE", help="When to look again, if it is not known yet.")
@click.option("--on", "done_on", metavar="DATE", help="The day it was done; today unless said.")
@takes_editor({"outcome": "child_outcome"})
@as_json
@handed
def done(
    session: Session,
    action: str,
    *,
    outcome: str | None,
    json_: bool,
    look_again: str | None,
    done_on: str | None,
    editor: tuple[str, ...],
) -> None:
    """ACTION is the last six letters of its id, or more."""
    if outcome is None and not editor:
        raise Wrong("--outcome is needed.", "Give what is different for the child now, or: not known yet.", "outcome")
    values = read_given(session, Action, {"child_outcome": outcome, "look_again_on": look_again, "done_on": done_on})
    case, found = locate(session.store, action, Action)
    with written(session, Place(case.id, f"finish:{found.id}", Action.kind), editor, values) as texts:
        values |= texts.values
        kept = use.finish_action(
            session.store,
            session.house.clock,
            case.id,
            found.id,
            values["child_outcome"] or "",
            look_again_on=values.get("look_again_on"),
            done_on=values.get("done_on"),
        )
    again = f"; to look at again {say_day(kept.look_again_on, session.today)}" if kept.look_again_on else ""
    tell(kept, f"done{again}", json_=json_)
    if following := FOLLOWING.get(kept.type):
        command = following.kind.replace("_", "-")
        talk(f"{following.question} casereflect {command} add {case.ref} --help says how.")


@click.command()
@click.argument("action", metavar="ACTION")
@click.option("--due", required=True, metavar="DATE", help="The new date.")
@click.option("--reason", required=True, metavar="TEXT", help="Why it moves.")
@as_json
@handed
def move(session: Session, action: str, due: str, reason: str, *, json_: bool) -> None:
    """The earlier date stays in view."""
    day = _due(session, due)
    case, found = locate(session.store, action, Action)
    why = session.text_or_input(reason)
    kept = use.move_action(session.store, case.id, found.id, day, why, today=session.today, due_rule=due)
    tell(kept, f"moved to {_day(session, kept)}", json_=json_)


@click.command()
@click.argument("action", metavar="ACTION")
@click.option("--reason", required=True, metavar="TEXT", help="Why it is let go.")
@as_json
@handed
def drop(session: Session, action: str, reason: str, *, json_: bool) -> None:
    """It stays in the list, with the reason."""
    case, found = locate(session.store, action, Action)
    tell(use.drop_action(session.store, case.id, found.id, session.text_or_input(reason)), "let go", json_=json_)


def _due(session: Session, typed: str) -> date:
    """The new date. Raises Wrong."""
    entry = entry_of(Action, "due_on")
    must_be_a_day(entry, typed)
    day: date = read_one(session, entry, typed)
    ask_if_past(session, day)
    return day


def ask_if_past(session: Session, day: date) -> None:
    """A date to do something by may lie in the past, but seldom does: ask, or say so where nobody can answer."""
    if day >= session.today:
        return
    past = f"By: {say_day(day, session.today)} is past already."
    if not can_ask():
        talk(past)
    elif ask_line(f"{past} Keep it? y or n: ").strip().lower() not in ("y", "yes"):
        raise Wrong("Nothing was saved.", "Give another date.", "due_on")


def _day(session: Session, action: Action) -> str:
    return say_day(action.due_on, session.today)
