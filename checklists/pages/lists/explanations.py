"""Question 5: accounts, how each was checked, and two that differ side by side."""

from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.pages.blocks import Block, Compare, Heading, Item
from checklists.pages.lists.rows import day_of, newest, row, words_of
from store.case import Case
from store.records import Explanation


def explanation_items(case: Case, today: date) -> list[Item]:
    """One row an account, by event; the newest event on top."""
    rows = newest(case.of(Explanation), lambda one: one.event_on)
    return [_account(case, one, today) for one in rows]


def unchecked(case: Case) -> list[Explanation]:
    """Accounts of which it is not written how they were checked."""
    return [one for one in case.of(Explanation) if not one.checked_how]


def _account(case: Case, one: Explanation, today: date) -> Item:
    day, given = day_of(one, "event_on", today), say_day(one.given_on, today)
    state = f"fits: {words_of(case, one, 'fits', today)}" if one.checked_how else "not checked yet"
    checked = (
        f"Checked: {_checked(one, today)}."
        if one.checked_how
        else f"How it was checked is not written yet. {by_key('done', 'writes it.')}"
    )
    why = f"{one.event_key}, {day}. {one.given_by}, {given}: {one.text}"
    return row(case, one, (day, one.given_by, f"{one.event_key}: {one.text}", state), why, checked)


def _checked(one: Explanation, today: date) -> str:
    day = say_day(one.checked_on, today) if one.checked_on else ""
    return ", ".join(part for part in (one.checked_how, one.checked_with, day) if part)


def differing(case: Case, today: date) -> tuple[Block, ...]:
    """Each two accounts that differ, field by field: neither is called the right one."""
    by_id = {one.id: one for one in case.of(Explanation)}
    blocks: list[Block] = []
    for one in case.of(Explanation):
        other = by_id.get(one.differs_from or "")
        if other is not None:
            blocks += [Heading(f"Two accounts: {other.event_key}"), _beside(case, other, one, today)]
    return tuple(blocks)


def _beside(case: Case, first: Explanation, second: Explanation, today: date) -> Compare:
    fits = [words_of(case, one, "fits", today) for one in (first, second)]
    return Compare(
        (first.given_by, second.given_by),
        (
            ("Told on", say_day(first.given_on, today), say_day(second.given_on, today)),
            ("Account", first.text, second.text),
            ("Checked", _checked(first, today), _checked(second, today)),
            ("Fits", fits[0], fits[1]),
        ),
    )
