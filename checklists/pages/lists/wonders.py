"""Question 4: each I wonder, with the reading it stands beside."""

from datetime import date

from checklists.choices import words_for
from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Hypothesis


def wonder_items(case: Case, today: date) -> list[Item]:
    """Open ones first, the newest on top."""
    newest = sorted(case.of(Hypothesis), key=lambda row: (str(row.recorded_at or ""), row.id), reverse=True)
    return [_wonder(case, row, today) for row in sorted(newest, key=lambda row: row.state != "open")]


def _wonder(case: Case, row: Hypothesis, today: date) -> Item:
    day = say_day(row.recorded_at.astimezone().date(), today) if row.recorded_at else ""
    mind = row.what_would_change_my_mind
    then = f"What would change my mind: {mind}" if mind else "What would change my mind is not written yet."
    if row.state == "set_down":
        then = f"Set down: {row.set_down_reason}"
    text = row.text if row.state == "open" else f"(set down) {row.text}"
    why = f"{row.text}\n{_beside(case, row, today)}{' '.join(then.split())}"
    return Item((day, text), "", Spot(case.id, "record", row.id), why)


def _beside(case: Case, row: Hypothesis, today: date) -> str:
    """Which other reading it stands beside; blank where it stands alone."""
    other = case.find(row.alternative_to) if row.alternative_to else None
    return f"Another reading of: {words_for(case, other, today)}. " if other else ""
