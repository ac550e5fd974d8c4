"""S25: the chronology has not been read as a whole for a while."""

from collections.abc import Iterator
from datetime import date

from checklists.limits import Limits
from checklists.marks.drifting import CHRONOLOGY
from checklists.signals.elapsed import elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

ID, QUESTION, THEME, LIMIT = "S25", "Q8", "T2", "chronology_review"
ROWS = ("Chronology not looked at yet", "Chronology not read")


def chronology_stale(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Counted from the last time it was looked at; never looked at is a message of its own."""
    last = next(marked(case, CHRONOLOGY), None)
    if last is None:
        if limits.row(LIMIT).enabled and not new_case(case, on, limits):
            text = "The chronology has not been looked at yet."
            yield missing(ID, case.id, case.allocated_on, text, ROWS, question=QUESTION, theme=THEME)
        return
    gone = elapsed(last.since, LIMIT, on, limits)
    if gone is not None:
        text = f"Chronology last looked at {gone.day} ({gone.counted}). {gone.limited}. Any pattern?"
        row = (f"Chronology last looked at {gone.day}", f"Chronology. Last {gone.day}", "Chronology")
        facts = (f"Looked at as a whole: {gone.day}.",)
        yield dated(ID, case.id, gone, text, row, question=QUESTION, theme=THEME, facts=facts)
