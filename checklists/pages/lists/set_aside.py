"""Prompts that are set aside until a date."""

from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import row
from store.case import Case
from store.records import SetAside


def set_aside_items(case: Case, today: date) -> list[Item]:
    """By the day on which each is asked again."""
    rows = sorted(case.of(SetAside), key=lambda one: (one.until_on, one.id))
    return [
        row(
            case,
            one,
            (say_day(one.until_on, today), one.signal, one.reason),
            f"Asked again {say_day(one.until_on, today)}.",
        )
        for one in rows
    ]
