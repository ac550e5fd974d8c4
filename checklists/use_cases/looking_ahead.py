"""Keep what was in sight under a theme, looked at from a year ahead."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from checklists.use_cases.records import edit_record
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Contact, Hypothesis, LookingAhead, Record, Unknown

BECAME = (Hypothesis.kind, Unknown.kind, Contact.kind, Action.kind)
"""The kinds of record that a thought may become."""


def seen_today(case: Case, theme: str, today: date) -> LookingAhead | None:
    """What was written today under that theme, the last of it; with no theme named, under any."""
    rows = [row for row in case.of(LookingAhead) if row.held_on == today and theme in ("", row.theme)]
    return rows[-1] if rows else None


def held_before(case: Case, theme: str, today: date) -> list[LookingAhead]:
    """What was written under that theme on earlier days, the newest first."""
    rows = [row for row in case.of(LookingAhead) if row.theme == theme and row.held_on < today]
    return sorted(rows, key=lambda row: (row.held_on, row.id), reverse=True)


def look_ahead(
    store: CaseStore, today: date, case_id: str, theme: str, typed: Mapping[str, Any], *, expected: int | None = None
) -> LookingAhead:
    """Keep it; a second text under one theme on one day continues the first, as its next version. Raises Wrong, Conflict."""
    with store.change(case_id) as change:
        values = {name: value for name, value in typed.items() if value is not None}
        mine = seen_today(change.case, theme, today)
        if mine is None:
            return change.put(make(LookingAhead, {"theme": theme, "held_on": today, **values}))
        return change.put(remake(mine, {"with_role": "", **values}), expected=expected)


def note_what_it_became(store: CaseStore, case_id: str, thought_id: str, record: Record) -> None:
    """Note at a thought the record of the same case that was made of it. Raises Wrong, UnknownRecord."""
    if record.case_id != case_id or record.kind not in BECAME:
        raise Wrong(
            "That is not what came of it.", "It may be an I wonder, an unknown, a contact or an action of this case."
        )
    edit_record(store, case_id, thought_id, LookingAhead, {"became": record.id})
