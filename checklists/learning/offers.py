"""For which cases a review is offered, and why: from the rows of the caseload alone, and only ever as an offer."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from checklists.learning.review_file import years_of
from checklists.learning.reviews import BOTH, Review, national_reviews
from checklists.marks.learning import RECORDED
from checklists.naming import age, called
from store.summary import CaseSummary, ChildFacts

UNBORN, UNDER, OVER = "unborn", "age under", "age or over"


class Offer(NamedTuple):
    """A case for which a review is offered."""

    case_id: str
    ref: str
    why: str
    """`K.M. is under 1`: what of the record it rests on."""


def offers(review: Review, rows: Sequence[CaseSummary], today: date) -> list[Offer]:
    """By reference. A closed case, and one that cannot be read, is left alone."""
    found = []
    for row in sorted(rows, key=lambda row: row.ref.casefold()):
        asked_about = row.closed_on is None and not row.damaged and review.service in (row.service, BOTH)
        why = "; ".join(dict.fromkeys(_reasons(review, row, today))) if asked_about else ""
        if why:
            found.append(Offer(row.id, row.ref, why))
    return found


def _reasons(review: Review, row: CaseSummary, today: date) -> Iterator[str]:
    for link in review.link_when:
        under, over = years_of(link)
        if link == UNBORN or under is not None or over is not None:
            yield from (
                _said(UNBORN if link == UNBORN else UNDER if under is not None else OVER, row, child, under or over)
                for child in row.children
                if _of_age(child, today, under, over)
            )
        else:
            yield from (
                _said(link, row, next((child for child in row.children if child.id == mark.about), None))
                for mark in row.marks
                if mark.kind == RECORDED and link in mark.more
            )


def _of_age(child: ChildFacts, today: date, under: int | None, over: int | None) -> bool:
    """With neither number: not born yet. A birthday on the day counts as the new age."""
    if under is None and over is None:
        return child.unborn
    if child.born_on is None or child.born_on > today:
        return False
    years = age(child.born_on, today)
    return years < under if under is not None else over is not None and years >= over


def _said(key: str, row: CaseSummary, child: ChildFacts | None, years: int | None = None) -> str:
    words = national_reviews().offered_when[key]
    return words.format(who=called(child, row.ref) if child else row.ref, years=years)
