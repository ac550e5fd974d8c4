"""S20: reviews in a row at which people took part, and nothing was different for the child."""

from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.signals.counting import Look, in_words, many, mark_of
from checklists.signals.guards import new_case
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Engagement

SHOWN = {"same": '"same"', "worse": '"worse"', "not_clear": '"not clear"'}
"""How a change that is none is quoted."""


def no_difference(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Two facts side by side, for each child: taking part, and the child's own change. Waits on a new case (G2)."""
    from store.records import Engagement

    if new_case(facts, on, limits):
        return
    count = limits.count("engaged_no_change")
    for child in facts.children:
        reviews = [row for row in case.of(Engagement) if row.child_id == child.id and row.review_on <= on]
        reviews.sort(key=lambda row: (row.review_on, row.id))
        if count.applies(child.plan) and (prompt := _of_one(Look("S20", "Q8", "T3", count, facts, child), reviews, on)):
            yield prompt


def _of_one(look: Look, reviews: "list[Engagement]", on: date) -> Prompt | None:
    least = look.count.due or 0
    if len(reviews) < least:
        few = f"Fewer than {in_words(least)} reviews of taking part are recorded."
        return look.too_few(few, ("Too few reviews of taking part", "Too few reviews"))
    newest = takewhile(lambda row: row.engagement == "in" and row.child_change in SHOWN, reversed(reviews))
    run = [*newest][::-1]
    severity = mark_of(look.count, len(run))
    if severity is None:
        return None
    changes = _said([SHOWN[row.child_change] for row in run])
    took = f"At the last {many(len(run), 'review')}"
    if look.case.service == "adults":
        text = f"{took} help was taken up and the change for this person was {changes}. "
        text += "Is the outcome the person asked for any nearer?"
    else:
        text = f"{took} the adults were taking part and the child's change was {changes}. "
        text += "Is anything different for the child?"
    facts = [f"Review of {say_day(row.review_on, on)}: taking part; change {SHOWN[row.child_change]}." for row in run]
    counted = many(len(run), "review")
    rows = (f"{counted} without change", f"{counted}, no change", f"{len(run)} without change")
    return look.noticed(severity, len(run), text, rows, facts)


def _said(changes: list[str]) -> str:
    """`"same", "not clear"`; where all are alike once, `"same" each time`."""
    return ", ".join(changes) if len(set(changes)) > 1 else f"{changes[0]} each time"
