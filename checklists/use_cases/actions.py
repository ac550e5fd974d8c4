"""Practical actions: plan, finish, move, let go."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from checklists.clock import Clock
from checklists.use_cases.records import the_record
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import Action, Moved


def new_action(values: Mapping[str, Any]) -> Action:
    """An open action from values. Raises Wrong."""
    return make(Action, values)


def plan_action(store: CaseStore, case_id: str, values: Mapping[str, Any]) -> Action:
    """Keep a new action: what, which kind, by when. Raises Wrong."""
    with store.change(case_id) as change:
        return change.put(new_action(values))


def finish_action(
    store: CaseStore,
    clock: Clock,
    case_id: str,
    action_id: str,
    outcome: str,
    *,
    look_again_on: date | None = None,
    done_on: date | None = None,
) -> Action:
    """Mark an action done, with what is different for the child.

    "Not known yet" is an answer, and asks for a day to look again. Raises Wrong, UnknownRecord.
    """
    with store.change(case_id) as change:
        action = _open(the_record(change.case, action_id, Action), may_look_again=True)
        return change.put(
            remake(
                action,
                {
                    "state": "done",
                    "done_on": action.done_on or done_on or clock.today(),
                    "child_outcome": outcome.strip(),
                    "look_again_on": look_again_on,
                },
            )
        )


def move_action(
    store: CaseStore, case_id: str, action_id: str, due_on: date, reason: str, *, today: date, due_rule: str = ""
) -> Action:
    """Give an action another date, with the reason; earlier dates stay in view. Raises Wrong, UnknownRecord."""
    if not reason.strip():
        raise Wrong("Why: moving a date asks why.", "A few words are enough.", "reason")
    with store.change(case_id) as change:
        action = _open(the_record(change.case, action_id, Action))
        if due_on == action.due_on:
            raise Wrong("By: that is the date it has.", "Give another one.", "due_on")
        moved = Moved(from_on=action.due_on, to_on=due_on, reason=reason, moved_on=today)
        return change.put(remake(action, {"due_on": due_on, "due_rule": due_rule, "moved": (*action.moved, moved)}))


def drop_action(store: CaseStore, case_id: str, action_id: str, reason: str) -> Action:
    """Let an action go, with the reason; it stays in the list. Raises Wrong, UnknownRecord."""
    with store.change(case_id) as change:
        action = _open(the_record(change.case, action_id, Action))
        return change.put(remake(action, {"state": "dropped", "dropped_reason": reason.strip()}))


def _open(action: Action, *, may_look_again: bool = False) -> Action:
    if action.state == "open" or (may_look_again and action.look_again_on is not None):
        return action
    raise Wrong(f"That action is {action.state} already.", "Undo the last change, or plan a new one.")
