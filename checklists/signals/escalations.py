"""S26: a disagreement taken up the agreed steps that waits at one of them."""

from collections.abc import Iterator
from datetime import date

from checklists.limits import Limits
from checklists.marks.escalations import ESCALATION
from checklists.pages.blocks import MEDIUM, NARROW
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt
from checklists.signals.wording import begun, by_day, cut, falls_on
from store.summary import CaseSummary

ID, QUESTION, THEME = "S26", "Q7", "T7"


def escalation_waiting(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Each that is open, from the day its step began. It speaks from the first day of a case."""
    for one in marked(case, ESCALATION):
        step = int(one.more[0])
        gone = elapsed(one.since, _row(step), on, limits)
        if gone is None:
            continue
        following = limits.rows.get(_row(step + 1))
        then = f"Next step is {_lower(following.name)}." if following else "It is the last of the agreed steps."
        about = cut(begun(one.label), MEDIUM).rstrip(".")
        text = f"{about}. Step {step} began {gone.day}. Limit {gone.limit.said}: {_when(gone)}. {then}"
        lead = f"Escalation, step {step}"
        said = f"{lead}. {begun(one.label)}"
        row = (cut(said, MEDIUM), cut(said, NARROW), lead)
        facts = (f"Step {step} began on {gone.day}.", "It is not closed.")
        yield dated(ID, one.about, gone, text, row, question=QUESTION, theme=THEME, facts=facts)


def _row(step: int) -> str:
    return f"escalation_step_{step}"


def _when(gone: Elapsed) -> str:
    return f"{by_day(gone.limit_day, gone.on)}{falls_on(gone.limit_day, gone.on)}"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
