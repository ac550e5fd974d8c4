"""Question 3: the child's lived day, and small facts about care."""

from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import child_of, day_of, newest, row, words_of
from store.case import Case
from store.records import DayEntry, NeglectEntry


def day_items(case: Case, today: date) -> list[Item]:
    """One row a piece of the day, the newest on top."""
    return [_day(case, one, today) for one in newest(case.of(DayEntry), lambda one: one.happened_on)]


def _day(case: Case, one: DayEntry, today: date) -> Item:
    day, who = say_day(one.happened_on, today), child_of(case, one.child_id)
    part, source = words_of(case, one, "part", today), words_of(case, one, "source", today)
    means = f"It means: {one.impact}" if one.impact else "What it means is not written yet."
    return row(
        case, one, (day, who, f"{part}: {one.text}"), f"{part[:1].upper()}{part[1:]}, {source}. {one.text}", means
    )


def care_items(case: Case, today: date) -> list[Item]:
    """One row a fact about care, the newest on top."""
    return [_care(case, one, today) for one in newest(case.of(NeglectEntry), lambda one: one.happened_on)]


def _care(case: Case, one: NeglectEntry, today: date) -> Item:
    day, who, area = day_of(one, "happened_on", today), child_of(case, one.child_id), words_of(case, one, "area", today)
    means = f"It means: {one.impact}" if one.impact else "What it means is not written yet."
    by = f" Needed by {say_day(one.needs_by_on, today)}." if one.needs_by_on else ""
    return row(case, one, (day, who, f"{area}: {one.what}"), f"{area}. {one.what}", f"{means}{by}")
