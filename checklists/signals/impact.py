"""S9: how often the box for what it means for the child is blank."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.limits import Limits
from checklists.signals.counting import Look, in_words, mark_of, whom
from checklists.signals.guards import new_case
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, ChildFacts

if TYPE_CHECKING:
    from store.case import Case

Entry = tuple[date, str, bool]
"""The day of an entry, its id, and whether its box is blank."""


def impact(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of the last entries about each child: how it was seen, concerns, pieces of its day. Waits on a new case (G2)."""
    if new_case(facts, on, limits):
        return
    count = limits.count("impact_blank")
    for child in facts.children:
        if count.applies(child.plan):
            prompt = _of_one(Look("S9", "Q3", "T1", count, facts, child), _entries(case, facts, child, on))
            if prompt:
                yield prompt


def _of_one(look: Look, entries: list[Entry]) -> Prompt | None:
    count, who = look.count, whom(look.case)
    least = count.at_least or 0
    if len(entries) < least:
        few = f"Fewer than {in_words(least)} entries"
        return look.too_few(f"{few}; too few to look.", (few, "Too few entries"))
    last = sorted(entries)[-(count.of_last or len(entries)) :]
    blank = sum(1 for *_, left in last if left)
    severity = mark_of(count, blank)
    if severity is None and (count.more_than is None or not blank > count.more_than * len(last)):
        return None
    text = f'"What it means for {who}" is blank in {blank} of the last {len(last)} entries.'
    rows = (f"What it means: blank in {blank} of {len(last)}", f"{blank} of {len(last)} boxes blank")
    facts = (f"Entries looked at: {len(last)}.", f"Blank in {blank}, filled in {len(last) - blank}.")
    return look.noticed(severity or "due", blank, text, rows, facts)


def _entries(case: "Case", facts: CaseSummary, child: ChildFacts, on: date) -> list[Entry]:
    """A concern about nobody by name is about the one child of a case with one."""
    from store.records import Concern, DayEntry, Seen

    about = (child.id, None) if facts.children[1:] == () else (child.id,)
    rows: list[Seen | Concern | DayEntry] = [row for row in case.of(Seen) if row.child_id == child.id]
    rows += [row for row in case.of(Concern) if row.child_id in about]
    rows += [row for row in case.of(DayEntry) if row.child_id == child.id]
    return [(row.happened_on, row.id, not row.impact.strip()) for row in rows if row.happened_on <= on]
