"""What only an adult's case has: what they want to happen, capacity for one decision, an advocate."""

from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import newest, row, words_of
from store.case import Case
from store.records import Advocate, CapacityNote, DesiredOutcome


def desired_items(case: Case, today: date) -> list[Item]:
    """What they want to happen, in their words, the newest on top."""
    return [_desired(case, one, today) for one in newest(case.of(DesiredOutcome), lambda one: one.asked_on)]


def _desired(case: Case, one: DesiredOutcome, today: date) -> Item:
    day, stage = say_day(one.asked_on, today), words_of(case, one, "stage", today)
    result = words_of(case, one, "result", today)
    reason = f" {one.reason}" if one.reason else ""
    return row(case, one, (day, stage, one.words or result), one.words, f"{result or 'Not asked again yet'}.{reason}")


def capacity_items(case: Case, today: date) -> list[Item]:
    """One decision on one day, the newest on top; never a fact about a person."""
    return [_capacity(case, one, today) for one in newest(case.of(CapacityNote), lambda one: one.asked_on)]


def _capacity(case: Case, one: CapacityNote, today: date) -> Item:
    day, found = say_day(one.asked_on, today), words_of(case, one, "conclusion", today)
    again = f" To be asked again {say_day(one.review_on, today)}." if one.review_on else ""
    why = f"For this one decision, on {day}: {found}.{again}"
    return row(
        case, one, (day, one.decision, found), f"{one.decision}. {why}", f"Basis: {one.basis}" if one.basis else ""
    )


def advocate_items(case: Case, today: date) -> list[Item]:
    """Whether an advocate was asked for, the newest on top."""
    return [_advocate(case, one, today) for one in sorted(case.of(Advocate), key=lambda one: one.id, reverse=True)]


def _advocate(case: Case, one: Advocate, today: date) -> Item:
    needed = words_of(case, one, "needed", today)
    kind = words_of(case, one, "type", today)
    since = f"instructed {say_day(one.instructed_on, today)}" if one.instructed_on else ""
    rest = ", ".join(part for part in (kind, since, one.reason_none) if part)
    return row(case, one, (f"needed: {needed}", rest), f"An advocate is needed: {needed}. {rest}")
