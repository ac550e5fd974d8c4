"""A case that was looked at from a year ahead comes up again on the day set then. None of the 27 signals: a dated line."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day, units_gone
from checklists.due import date_word
from checklists.limits import Limits, in_force
from checklists.marks.looked_ahead import AHEAD
from checklists.signals.marked import marked
from checklists.signals.prompt import Prompt, Severity
from checklists.signals.wording import by_day
from store.summary import CaseSummary

ID, QUESTION, THEME = "looking_ahead_again", "Q4", "T5"
ROW = "Looked a year ahead"


def looked_ahead(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """One line, from some days before the day that was set."""
    row = limits.row(ID)
    if not row.enabled:
        return
    for mark in marked(case, AHEAD):
        if mark.since is None or mark.due is None:
            continue
        word: Severity = date_word(mark.due, on, limits)  # type: ignore[assignment]
        if not word:
            continue
        held, found = say_day(mark.since, on), in_force(None, row)
        asks = _asks(case.service, held)
        yield Prompt(
            ID,
            mark.about,
            word,
            mark.due,
            f"{asks} Set for {by_day(mark.due, on)}.",
            f"{ROW} {held}",
            ROW,
            source=found.source if found else "",
            question=QUESTION,
            theme=THEME,
            count=units_gone(mark.since, on, row.unit),
            limit_id=ID,
            facts=(f"It was held on {held}.", f"The day set then: {say_day(mark.due, on)}."),
        )


def _asks(service: str, held: str) -> str:
    """The question to ask oneself again. The library is read only where there is such a line: hardly any start has one."""
    from checklists.library import library

    return library(service).looking_ahead.again.format(held_on=held)
