"""When question 8 was last answered for each child, and when the case was last talked about and its chronology read."""

from collections.abc import Iterator

from store.case import Case
from store.summary import Mark

ANSWERED, SUPERVISION, CHRONOLOGY = "drift answered", "supervision", "chronology"
QUESTION = "Q8"


def answered_marks(case: Case) -> Iterator[Mark]:
    """The last answer to question 8 that speaks of each child; one that names nobody speaks of all."""
    from store.records import Answer

    answers = [answer for answer in case.of(Answer) if answer.question == QUESTION]
    for child in case.children:
        days = [answer.answered_on for answer in answers if not answer.children or child.id in answer.children]
        if days:
            yield Mark(ANSWERED, child.id, since=max(days), child_id=child.id)


def supervision_marks(case: Case) -> Iterator[Mark]:
    """The last day on which this case was talked about in supervision of any kind."""
    from store.records import Supervision

    days = [session.held_on for session in case.of(Supervision)]
    if days:
        yield Mark(SUPERVISION, case.id, since=max(days))


def chronology_marks(case: Case) -> Iterator[Mark]:
    """The last day on which the chronology was read as a whole."""
    from store.records import ChronologyReview

    days = [review.looked_on for review in case.of(ChronologyReview)]
    if days:
        yield Mark(CHRONOLOGY, case.id, since=max(days))
