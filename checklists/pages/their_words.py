"""What each child of a case said or showed, in time order: the list that stands first in a pack."""

from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.naming import called
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import one_line, words_of
from checklists.pages.visits import how_words
from store.case import Case
from store.records import Child, DayEntry, Seen, Sighting, Visit


def their_words(case: Case, today: date) -> list[tuple[str, list[Item]]]:
    """For each child the name, and a row for each time: the day, the words, where and how."""
    found = []
    for child in case.children:
        rows = sorted(_times(case, child, today), key=lambda row: row[0])
        found.append((called(child, case.ref), [_item(day, words, how, today) for day, words, how in rows]))
    return found


def _times(case: Case, child: Child, today: date) -> Iterator[tuple[date, str, str]]:
    visits = {visit.id: visit for visit in case.of(Visit)}
    how = how_words(case)
    for row in case.of(Seen):
        if row.child_id == child.id and row.child_words.strip():
            visit = visits.get(row.visit_id)
            parts = [how[row.seen], visit.place if visit else "", row.how_we_talked]
            yield row.happened_on, row.child_words, ", ".join(part for part in parts if part)
    for sighting in case.of(Sighting):
        if sighting.child_id == child.id and sighting.child_words.strip():
            yield sighting.happened_on, sighting.child_words, f"by {words_of(case, sighting, 'agency_id', today)}"
    for day in case.of(DayEntry):
        if day.child_id == child.id and day.source == "child":
            yield day.happened_on, day.text, words_of(case, day, "part", today)


def _item(day: date, words: str, how: str, today: date) -> Item:
    return Item((say_day(day, today), one_line(words), how), "", None, words)
