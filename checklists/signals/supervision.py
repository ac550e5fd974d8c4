"""S19: a protection plan that was last talked about in supervision a while ago; and supervision for me."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.drifting import SUPERVISION
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.guards import new_case, with_cover
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from checklists.signals.wording import falls_on, length_in_words
from store.summary import CaseSummary

ID, QUESTION, THEME, LIMIT = "S19", "Q8", "T7", "supervision_cp"
MINE, ME = "supervision_worker", "me"
"""The limit of supervision for me; and what stands for the case in a prompt that is about none."""


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
    text = f"Last talked about in supervision {gone.day}. {_length_and_day(gone)}"
    facts, row = (f"Talked about in supervision: {gone.day}.",), (f"Supervision. Last {gone.day}", "Supervision")
    yield dated(ID, case.id, gone, text, row, question=QUESTION, theme=THEME, facts=facts)


def supervision_for_me(last: date | None, on: date, limits: Limits) -> Prompt | None:
    """Of no case: from the last hour that was held; none recorded is a message of its own."""
    if last is None:
        text, row = "No supervision for me is recorded yet.", ("No supervision for me recorded", "No supervision yet")
        found = missing(ID, ME, None, text, row, question=QUESTION, theme=THEME)
        return found if limits.row(MINE).enabled else None
    gone = elapsed(last, MINE, on, limits)
    if gone is None:
        return None
    text = f"Last supervision for me {gone.day}. {_length_and_day(gone)}"
    row = (f"Supervision. Last {gone.day}", "Supervision")
    facts = (f"Held on {gone.day}.",)
    return with_cover(dated(ID, ME, gone, text, row, question=QUESTION, theme=THEME, facts=facts), on, limits)


def _length_and_day(gone: Elapsed) -> str:
    """`Two months was Sat 21 Nov.`; ahead of it, also which working day lies before a Saturday."""
    length = length_in_words(gone.limit.value, gone.limit.unit).capitalize()
    day = say_day(gone.limit_day, gone.on)
    if gone.limit_day == gone.on:
        return f"{length} is today."
    ahead = gone.limit_day > gone.on
    return f"{length} {'is' if ahead else 'was'} {day}{falls_on(gone.limit_day, gone.on) if ahead else ''}."
