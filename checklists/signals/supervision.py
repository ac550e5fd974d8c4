"""S19, the part about a case: a protection plan that was last talked about in supervision a while ago."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.drifting import SUPERVISION
from checklists.signals.elapsed import elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from checklists.signals.wording import falls_on, length_in_words
from store.summary import CaseSummary

ID, QUESTION, THEME, LIMIT = "S19", "Q8", "T7", "supervision_cp"


def supervision_due(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """For a case with a child on a protection plan, one line for the case."""
    limit = limits.row(LIMIT)
    if not limit.enabled or not any(child.plan in limit.applies_to for child in case.children):
        return
    last = next(marked(case, SUPERVISION), None)
    if last is None:
        if not new_case(case, on, limits):
            text, row = "No supervision recorded for this case.", ("No supervision recorded yet", "No supervision yet")
            yield missing(ID, case.id, case.allocated_on, text, row, question=QUESTION, theme=THEME)
        return
    gone = elapsed(last.since, LIMIT, on, limits)
    if gone is None:
        return
    when = (
        "is today"
        if gone.limit_day == on
        else f"{'was' if gone.limit_day < on else 'is'} {say_day(gone.limit_day, on)}"
    )
    when += falls_on(gone.limit_day, on) if gone.limit_day > on else ""
    length = length_in_words(gone.limit.value, gone.limit.unit).capitalize()
    text = f"Last talked about in supervision {gone.day}. {length} {when}."
    facts, row = (f"Talked about in supervision: {gone.day}.",), (f"Supervision. Last {gone.day}", "Supervision")
    yield dated(ID, case.id, gone, text, row, question=QUESTION, theme=THEME, facts=facts)
