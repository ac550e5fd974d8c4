"""The days of a review: by when something was asked for, and when I speak with those who stand by me."""

from collections.abc import Iterator

from checklists.pages.blocks import SHORT
from store.case import Case
from store.summary import Mark

REQUEST, CHECK_IN = "review request", "review check-in"
KINDS = (REQUEST, CHECK_IN)
WORDS = 3 * SHORT
"""Letters of what was asked for: a row of the caseload is no place for the whole of it."""


def review_marks(case: Case) -> Iterator[Mark]:
    """One for each request that has a day and is not handed over, and for each contact with a day to speak."""
    from store.records import ReviewRequest, ReviewSupport

    for asked in case.of(ReviewRequest):
        if asked.due_on is not None and asked.submitted_on is None:
            said = " ".join(asked.what.split())[:WORDS]
            yield Mark(REQUEST, asked.id, since=asked.asked_on, due=asked.due_on, label=said, more=(asked.asked_by,))
    for contact in case.of(ReviewSupport):
        if contact.check_in_on is not None:
            yield Mark(CHECK_IN, contact.id, due=contact.check_in_on, label=contact.role)
