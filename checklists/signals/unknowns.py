"""S13: what was to be known by now, and whether anything was asked of oneself at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checklists.limits import Limits
from checklists.marks.unknowns import LOOKED_AT, OPEN
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.guards import new_case
from checklists.signals.marked import dated, marked, missing
from checklists.signals.prompt import Prompt
from checklists.signals.wording import ago, rows
from store.summary import CaseSummary, Mark

ID, QUESTION, THEME = "S13", "Q6", "T6"
ROWS = ("Nothing added as unknown lately", "No unknown lately")


def unknowns(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Each open unknown by its own day; and the list itself, when none was added or closed for a while."""
    for mark in marked(case, OPEN):
        yield from _open(mark, on, limits)
    yield from _none(case, on, limits)


def _open(mark: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    gone = elapsed(mark.since, "unknown_past_by", on, limits)
    if gone is None:
        return
    when = "today" if gone.since == on else f"{gone.day}{ago(gone.since, on)}"
    verb = "was" if gone.since < on else "is"
    text = f'"{mark.label}" {verb} to be known by {when}. Who could tell me?'
    yield dated(ID, mark.about, gone, text, rows("Unknown. ", mark.label), question=QUESTION, theme=THEME)


def _none(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Never recorded is a message of its own (G2 lets it wait); recorded, but not for a while, is due."""
    limit = limits.row("unknown_none")
    asked = f"Nothing recorded as unknown in {limit.said}. What am I not sure of?"
    looked = next(marked(case, LOOKED_AT), None)
    if looked is None:
        if limit.enabled and not new_case(case, on, limits):
            young = case.allocated_on is not None and not _past(elapsed(case.allocated_on, limit.id, on, limits))
            text = "Nothing recorded as unknown yet. What am I not sure of?" if young else asked
            yield missing(
                ID,
                case.id,
                case.allocated_on,
                text,
                ("No unknown recorded yet", "No unknown yet"),
                question=QUESTION,
                theme=THEME,
            )
        return
    gone = elapsed(looked.since, limit.id, on, limits)
    if gone is not None and _past(gone):
        facts = (f"Last added or closed {gone.day}.",)
        found = dated(ID, case.id, gone, asked, ROWS, question=QUESTION, theme=THEME, facts=facts)
        yield replace(found, severity="due")


def _past(gone: Elapsed | None) -> bool:
    return gone is not None and gone.severity in ("overdue", "strong")
