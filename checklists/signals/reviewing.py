"""The dated lines of a review: what was asked for by a day, and when I speak with those who stand by me.

They are none of the 27 signals, and are asked of a closed case too: a review often comes after it.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.marks.reviewing import CHECK_IN, REQUEST
from checklists.signals.elapsed import Elapsed, elapsed
from checklists.signals.marked import dated, marked
from checklists.signals.prompt import Prompt
from checklists.signals.wording import ago, by_day, rows
from store.summary import CaseSummary, Mark

QUESTION, THEME = "Q8", "T7"
ASKED_FOR, SPEAK = "review_request", "review_check_in"
"""The rows of the limits; a line is set aside under their ids."""


def review_lines(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """A line for each that is near its day or past it."""
    for mark in marked(case, REQUEST):
        if gone := elapsed(mark.due, ASKED_FOR, on, limits):
            yield _request(mark, gone, on)
    for mark in marked(case, CHECK_IN):
        if gone := elapsed(mark.due, SPEAK, on, limits):
            yield _check_in(mark, gone, on)


def _request(mark: Mark, gone: Elapsed, on: date) -> Prompt:
    """By its own day. Past it: more time can be asked for."""
    asked_by = next(iter(mark.more), "")
    end = "Who can give you more time, if you need it?" if gone.since < on else "What do you need for it?"
    text = f'The review asked for "{mark.label}": {by_day(gone.since, on)}. {end}'
    facts = (f"Asked on {say_day(mark.since, on)} by {asked_by}.",) if mark.since else ()
    said = rows("Review: ", mark.label)
    return dated(ASKED_FOR, mark.about, gone, text, said, question=QUESTION, theme=THEME, facts=facts)


def _check_in(mark: Mark, gone: Elapsed, on: date) -> Prompt:
    """A day that has passed is not held against anybody: it asks for the next one, and is no more than due."""
    day = say_day(gone.since, on)
    if gone.since > on:
        text = f"You speak with {mark.label} on {day}{ago(gone.since, on)}. What would help you to say?"
    elif gone.since == on:
        text = f"You speak with {mark.label} today. What would help you to say?"
    else:
        text = f"You were to speak with {mark.label} on {day}. How was it, and when do you speak next?"
    found = dated(SPEAK, mark.about, gone, text, rows("Speak with ", mark.label), question=QUESTION, theme=THEME)
    return replace(found, severity="due") if gone.since < on else found
