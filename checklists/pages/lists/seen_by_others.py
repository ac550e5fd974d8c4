"""Question 1 and 2: sightings by other agencies, and when the household was confirmed."""

from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Block, Item, Paragraph, quoted
from checklists.pages.lists.rows import child_of, newest, row, words_of
from store.case import Case
from store.records import HouseholdCheck, Person, Sighting


def sighting_items(case: Case, today: date) -> list[Item]:
    """One row a sighting, the newest on top."""
    return [_sighting(case, one, today) for one in newest(case.of(Sighting), lambda one: one.happened_on)]


def _sighting(case: Case, one: Sighting, today: date) -> Item:
    day, who = say_day(one.happened_on, today), child_of(case, one.child_id)
    how = f"{words_of(case, one, 'seen', today)}, by {words_of(case, one, 'agency_id', today) or 'an agency'}"
    told = f" Told by {one.told_by}." if one.told_by else ""
    said = quoted(one.child_words) if one.child_words else ""
    return row(case, one, (day, who, how), f"{day}: {who} {how}.{told} A sighting is not a visit.", said)


def household_items(case: Case, today: date) -> list[Item]:
    """One row for each day on which who lives here was confirmed, the newest on top."""
    return [_check(case, one, today) for one in newest(case.of(HouseholdCheck), lambda one: one.confirmed_on)]


def _check(case: Case, one: HouseholdCheck, today: date) -> Item:
    day, how = say_day(one.confirmed_on, today), words_of(case, one, "how", today)
    return row(case, one, (day, f"{how}{': ' if one.note else ''}{one.note}"), f"Confirmed {day}, {how}.", one.note)


def confirmed_line(case: Case, today: date) -> str:
    """`Household confirmed on Fri 21 Aug.`, or that it is not confirmed yet."""
    days = [one.confirmed_on for one in case.of(HouseholdCheck)]
    if not days:
        return "Who lives here has not been confirmed yet."
    return f"Household confirmed on {say_day(max(days), today)}."


def confirmed_below(case: Case, today: date) -> tuple[Block, ...]:
    """The same under the people, where there are any."""
    return (Paragraph(confirmed_line(case, today), dim=True),) if case.of(Person) else ()
