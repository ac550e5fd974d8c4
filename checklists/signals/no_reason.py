"""S4: a visit on which the child was not seen alone, with no reason written."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import due, say_count, say_day
from checklists.limits import Limits
from checklists.signals.counting import Look, many, mark_of, said_days, window_from
from checklists.signals.prompt import Prompt
from checklists.signals.seen_rows import Pair, asked_about_seeing, enough, seen_rows
from checklists.working_days import working_days_between
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case


def no_reason(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """One line a child. Where observed counts as alone, the child's rule has its reason already."""
    count, after = limits.count("reason_blank"), limits.row("reason_blank_after")
    first, rows = window_from(count, on, limits), seen_rows(case, on)
    for child in facts.children:
        if not asked_about_seeing(child, on) or not count.applies(child.plan):
            continue
        blank = [
            (visit, row)
            for visit, row in rows.get(child.id, ())
            if visit.happened_on >= first
            and visit.place != "video"
            and row.seen not in enough(child)
            and row.reason is None
            and _over(visit.happened_on, after.value, after.unit, on)
        ]
        severity = mark_of(count, len(blank))
        if severity:
            yield _prompt(Look("S4", "Q1", "T1", count, facts, child), severity == "strong", blank, on)


def _over(day: date, value: int, unit: str, on: date) -> bool:
    """More than so many working days gone; for days and weeks, past the day itself."""
    return working_days_between(day, on) > value if unit == "wd" else on > due(day, value, unit)


def _prompt(look: Look, repeated: bool, blank: Sequence[Pair], on: date) -> Prompt:
    last, row = blank[-1]
    day = say_day(last.happened_on, on)
    if len(blank) == 1:
        gone = say_count(working_days_between(last.happened_on, on))
        text = f"{day}: {_not(look, row.seen)}, no reason written ({gone} ago). What got in the way?"
    else:
        days = said_days([visit.happened_on for visit, _ in blank], on)
        text = f"{many(len(blank), 'visit')} not {_alone(look)}, no reason written: {days}. What got in the way?"
    rows = (f"{day}: no reason written", "No reason written")
    facts = [f"{say_day(v.happened_on, on)}: {_not(look, r.seen)}, reason not recorded." for v, r in blank]
    return look.noticed("strong" if repeated else "due", len(blank), text, rows, facts, about=row.id)


def _not(look: Look, seen: str) -> str:
    return "not seen" if seen == "not_seen" else f"not {_alone(look)}"


def _alone(look: Look) -> str:
    return "in private" if look.case.service == "adults" else "alone"
