"""Question 6: what is not known."""

from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import newest, row
from store.case import Case
from store.records import Unknown


def unknown_items(case: Case, today: date) -> list[Item]:
    """Open ones by the day by which to have asked, then those answered, newest on top."""
    over = newest((one for one in case.of(Unknown) if one.state != "open"), lambda one: one.closed_on)
    return [_unknown(case, one, today) for one in (*open_unknowns(case), *over)]


def open_unknowns(case: Case) -> list[Unknown]:
    """Those not answered yet, by their day."""
    return sorted((one for one in case.of(Unknown) if one.state == "open"), key=lambda one: (one.by_on, one.id))


def _unknown(case: Case, one: Unknown, today: date) -> Item:
    by, matters = say_day(one.by_on, today), f"It matters: {one.why_it_matters}" if one.why_it_matters else ""
    if one.state == "open":
        who = f"Who may know: {one.who_may_know}. By {by}." if one.who_may_know else f"To be asked by {by}."
        return row(case, one, (by, one.what, one.who_may_know), f"{one.what} {matters}", who)
    state = "answered" if one.state == "answered" else "cannot be known"
    day = say_day(one.closed_on, today) if one.closed_on else state
    said = f"{state[:1].upper()}{state[1:]}: {one.answer}" if one.answer else f"{state[:1].upper()}{state[1:]}."
    return row(case, one, (day, f"({state}) {one.what}", one.who_may_know), f"{one.what} {matters}", said)
