"""S18: an action long past its date, or whose date was moved again and again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checklists.dates import due, units_gone
from checklists.limits import Limit, Limits
from checklists.signals.counting import mark_of
from checklists.signals.elapsed import Elapsed
from checklists.signals.marked import dated
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import begun, many_times, rows
from store.summary import CaseSummary, OpenAction

ID, QUESTION, THEME = "S18", "Q8", "T7"
ORDER: tuple[Severity | None, ...] = (None, "due", "overdue", "strong")


def action_drift(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Open actions of anyone. Where both hold it is one line, with both facts and the stronger word."""
    for action in case.actions:
        if not action.look_again:
            yield from _asked(action, on, limits)


def _asked(action: OpenAction, on: date, limits: Limits) -> Iterator[Prompt]:
    row, count = limits.row("action_drift"), limits.count("moved_dates")
    severity = max(_past(action.due_on, row, on), mark_of(count, action.moved), key=ORDER.index)
    if severity is None:
        return
    gone = Elapsed(action.due_on, on, row, severity)
    moved = f"date moved {many_times(action.moved)}" if action.moved else ""
    past = gone.count if action.due_on < on else 0
    if past:
        said = f"Due {gone.day} ({gone.counted} past){f', {moved}' if moved else ''}."
    else:
        said = f"{moved.capitalize()}, now {gone.day}."
    text = f"{begun(action.what).rstrip('.')}. {said} Still the right action?"
    found = dated(
        ID, action.id, gone, text, rows("", action.what), question=QUESTION, theme=THEME, child_id=action.child_id
    )
    limit_id = row.id if _past(action.due_on, row, on) else count.id
    facts = (f"Its date: {gone.day}.", f"How often that was moved: {many_times(action.moved)}.")
    yield replace(found, on=action.due_on, limit_id=limit_id, facts=facts)


def _past(day: date, row: Limit, on: date) -> Severity | None:
    """Reached, not over: on the limit itself it already is past its date."""
    if not row.enabled or not _reaches(day, row.value, row.unit, on):
        return None
    return "strong" if row.strong is not None and _reaches(day, row.strong, row.unit, on) else "overdue"


def _reaches(day: date, value: int, unit: str, on: date) -> bool:
    return units_gone(day, on, unit) >= value if unit == "wd" else on >= due(day, value, unit)
