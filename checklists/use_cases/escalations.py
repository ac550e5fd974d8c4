"""An escalation taken on: the answer it had, the next step, or how it was settled."""

from collections.abc import Mapping
from typing import Any

from checklists.steps import LAST, present_step
from checklists.use_cases.records import the_record
from checklists.validating import remake
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import Escalation

SETTLED = "That escalation is settled."
OF_A_STEP = ("who_was_told", "told_on", "reply", "replied_on")
"""What belongs to one step alone, and begins blank with the next."""


def answer(
    store: CaseStore, case_id: str, named: str, values: Mapping[str, Any], *, expected: int | None = None
) -> Escalation:
    """Keep what they answered; with a result it is settled. Raises Wrong, UnknownRecord, Conflict."""
    with store.change(case_id) as change:
        return change.put(remake(_open(the_record(change.case, named, Escalation)), values), expected=expected)


def next_step(
    store: CaseStore,
    case_id: str,
    named: str,
    answered: Mapping[str, Any],
    values: Mapping[str, Any],
    *,
    expected: int | None = None,
) -> Escalation:
    """Take it to the next step, which begins on a day of its own. The step before stays, with the answer it had.

    `answered` is the reply to the step before; `values` is what is known of the next one: its day, with whom, who was
    told. With whom stays as it was where that is not said. Raises Wrong, UnknownRecord, Conflict.
    """
    with store.change(case_id) as change:
        found = _open(the_record(change.case, named, Escalation))
        if found.step == LAST:
            raise Wrong("Step 3 is the last of the agreed steps.", "Write down the answer, or what was agreed.")
        before = remake(found, answered) if answered else found
        blank = dict.fromkeys(OF_A_STEP)
        said = {name: value for name, value in values.items() if value is not None}
        changes = {**blank, **said, "step": found.step + 1, "before": (*found.before, present_step(before))}
        return change.put(remake(before, changes), expected=expected)


def _open(found: Escalation) -> Escalation:
    if found.closed_on is not None:
        raise Wrong(SETTLED, "Undo the last change, or raise it anew.")
    return found
