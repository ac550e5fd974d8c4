"""S21: only good news for a while, and no worry noted; or a case that closes without saying what could still go wrong."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.signals.counting import Look, in_words, many, window_from
from checklists.signals.guards import new_case
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, ChildFacts

if TYPE_CHECKING:
    from store.case import Case
    from store.records import OutcomeReading

CLOSING = "What could still go wrong is not written. Who would notice, and what would they do?"


def only_good(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of each child: the readings of its outcomes within the window. Waits on a new case (G2)."""
    from store.records import Outcome

    if new_case(facts, on, limits):
        return
    count = limits.count("only_better")
    first = window_from(count, on, limits)
    of_child = {outcome.id: outcome.child_id for outcome in case.of(Outcome)}
    for child in facts.children:
        look = Look("S21", "Q5", "T5", count, facts, child)
        if count.applies(child.plan) and not _worries(case, child, first, on):
            prompt = _of_one(look, _readings(case, of_child, child, first, on), first, on)
            if prompt:
                yield prompt


def at_closing(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Prompt:
    """The prompt of a case that closes with the box left blank: about the case itself, and repeated at once."""
    from store.records import Concern, OutcomeReading

    count = limits.count("only_better")
    first = window_from(count, on, limits)
    read = [row for row in case.of(OutcomeReading) if first <= row.read_on <= on]
    better = sum(1 for row in read if row.change == "better")
    worries = sum(1 for row in case.of(Concern) if first <= row.happened_on <= on)
    counted = f"{many(len(read), 'reading')}, {better} better; {many(worries, 'concern')} noted"
    look = Look("S21", "Q5", "T5", count, facts)
    rows = ("What could still go wrong?", "What could go wrong?")
    return look.noticed("strong", len(read), CLOSING, rows, (f"Since {say_day(first, on)}: {counted}.",))


def _of_one(look: Look, readings: "list[OutcomeReading]", first: date, on: date) -> Prompt | None:
    least = look.count.at_least or 0
    if any(row.change != "better" for row in readings):
        return None
    number = len(readings)
    if number < least:
        few = f"Fewer than {in_words(least)} entries"
        return look.too_few(f"{few} with a reading.", (f"{few} with a reading", "Too few readings"))
    better = f"{number} say" if number > 1 else f"{number} says"
    text = (
        f"{many(number, 'entry', 'entries')} since {say_day(first, on)}, {better} better, 0 note a worry. "
        "What could still go wrong?"
    )
    rows = (f"{number} of {number} say better, 0 note a worry", f"{number} of {number} say better")
    return look.noticed(
        "due", number, text, rows, [f"Reading of {say_day(row.read_on, on)}: better." for row in readings]
    )


def _readings(
    case: "Case", of_child: dict[str, str], child: ChildFacts, first: date, on: date
) -> "list[OutcomeReading]":
    from store.records import OutcomeReading

    rows = [row for row in case.of(OutcomeReading) if of_child.get(row.outcome_id) == child.id]
    return sorted((row for row in rows if first <= row.read_on <= on), key=lambda row: (row.read_on, row.id))


def _worries(case: "Case", child: ChildFacts, first: date, on: date) -> bool:
    """A concern in the window, about this child or about nobody by name."""
    from store.records import Concern

    return any(row.child_id in (child.id, None) and first <= row.happened_on <= on for row in case.of(Concern))
