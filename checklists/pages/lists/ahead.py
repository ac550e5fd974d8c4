"""What was in sight, looked at from a year ahead: the theme, the words, and what was made of them."""

from datetime import date

from checklists.choices import words_for
from checklists.dates import say_day
from checklists.library import library
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import one_line, row
from store.case import Case
from store.records import LookingAhead


def ahead_items(case: Case, today: date) -> list[Item]:
    """The newest on top; of one day by theme."""
    rows = sorted(case.of(LookingAhead), key=lambda one: one.theme)
    return [_seen(case, one, today) for one in sorted(rows, key=lambda one: one.held_on, reverse=True)]


def _seen(case: Case, one: LookingAhead, today: date) -> Item:
    theme = library(case.info.service).theme(one.theme).short
    return row(case, one, (say_day(one.held_on, today), theme, one_line(one.text)), one.text, _then(case, one, today))


def _then(case: Case, one: LookingAhead, today: date) -> str:
    """What was made of it, and when it comes up again."""
    made = case.find(one.became) if one.became else None
    said = f"It became: {made.name}, {words_for(case, made, today)}." if made else "Nothing has been made of it yet."
    again = f" Again on {say_day(one.look_again_on, today)}." if one.look_again_on else ""
    return f"{said}{again}"
