"""What of the questions of reviews, asked in a case, is brought to supervision: those asked since last time."""

from collections.abc import Sequence
from datetime import date

from checklists.dates import say_day
from checklists.pages.blocks import Block, Facts
from checklists.pages.lists.rows import newest
from store.case import Case
from store.records import ReviewReflection


def since_last_time(case: Case, since: date) -> list[ReviewReflection]:
    """The newest on top."""
    return newest((one for one in case.of(ReviewReflection) if one.held_on >= since), lambda one: one.held_on)


def brought_blocks(asked: Sequence[ReviewReflection], today: date) -> list[Block]:
    """Each with its day and title, and every question that something was written to."""
    return [Facts(_told(one, today)) for one in asked]


def _told(one: ReviewReflection, today: date) -> tuple[tuple[str, str], ...]:
    answered = [
        (str(number), f"{question}\n{answer}")
        for number, (question, answer) in enumerate(one.asked, 1)
        if answer.strip()
    ]
    return ((say_day(one.held_on, today), f"Asked in this case: {one.review}"), *answered)
