"""Question 4: concerns, each with what came of it."""

from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_day
from checklists.pages.blocks import Item
from checklists.pages.lists.rows import child_of, row, words_of
from store.case import Case
from store.records import Concern


def concern_items(case: Case, today: date) -> list[Item]:
    """Those that wait first, oldest on top; then those followed up, newest on top."""
    waiting = sorted(waiting_concerns(case), key=lambda one: (one.happened_on, one.id))
    over = [one for one in case.of(Concern) if one.follow_up]
    over.sort(key=lambda one: (one.happened_on, one.id), reverse=True)
    return [_concern(case, one, today) for one in (*waiting, *over)]


def waiting_concerns(case: Case) -> list[Concern]:
    """Those of which nothing has come yet."""
    return [one for one in case.of(Concern) if not one.follow_up]


def _concern(case: Case, one: Concern, today: date) -> Item:
    day, who = say_day(one.happened_on, today), child_of(case, one.child_id) or "all"
    came = words_of(case, one, "follow_up", today)
    then = f"Followed up: {came}" if came else f"What came of it is not written yet. {by_key('done', 'writes it.')}"
    return row(case, one, (day, who, f"{'(followed up) ' if came else ''}{one.text}"), one.text, then)
