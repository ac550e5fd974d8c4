"""S12: explanations not checked yet, and two accounts of one event that differ."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.explanations import DIFFER, UNCHECKED
from checklists.pages.blocks import quoted
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, Mark

ID = "S12"
LIMIT = "explanation_check"


def unchecked(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Each explanation by itself; two accounts that differ are one line, due at once, on a new case too."""
    for pair in marked(case, DIFFER):
        yield from _differ(pair, on, limits)
    for one in marked(case, UNCHECKED):
        gone = elapsed(one.since, LIMIT, on, limits)
        if gone:
            yield _asked(one, gone)


def _asked(one: Mark, gone: Elapsed) -> Prompt:
    return dated(
        ID,
        one.about,
        gone,
        f"Explanation of {gone.day} not checked yet ({gone.counted}). {gone.limited}.",
        (
            f"Explanation {gone.day}, not checked",
            f"Explanation {gone.day}",
            f"Not checked, {gone.brief}",
        ),
        question="Q5",
        theme="T6",
        facts=(f"Given on {gone.day}, about {quoted(one.label)}", "How it was checked is not recorded."),
    )


def _differ(pair: Mark, on: date, limits: Limits) -> Iterator[Prompt]:
    """Due from the day of the second account; well past when one of the two is unchecked for longer than the limit."""
    if pair.since is None or pair.due is None or on < pair.due:
        return
    limit = limits.row(LIMIT)
    word = elapsed(pair.since, LIMIT, on, limits)
    over = word is not None and word.severity in ("overdue", "strong")
    gone = Elapsed(pair.since, on, limit, "strong" if over else "due")
    days = list(dict.fromkeys(say_day(date.fromisoformat(day), on) for day in pair.more))
    given = f"Given {' and '.join(days)}" if len(days) > 1 else f"Both given {days[0]}"
    prompt = dated(
        ID,
        pair.about,
        gone,
        f"Two accounts of the same event differ. {given}; that of {gone.day} not checked yet ({gone.counted})."
        f" {gone.limited}.",
        ("Two accounts of one event differ", "Two accounts differ"),
        question="Q5",
        theme="T6",
        facts=(f"{given}, about {quoted(pair.label)}", f"How that of {gone.day} was checked is not recorded."),
    )
    yield replace(prompt, on=pair.due)
