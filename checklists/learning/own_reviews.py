"""My own reviews, and those taken from a file: from the record in my own book to a review, and from a file to the record."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checklists.learning.reviews import Asked, Publication, Review, ReviewFile, national_reviews
from store.case import OWN

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.records import OwnReview

LINKS: Mapping[str, tuple[str, ...]] = {
    "unborn": ("unborn",),
    "under_1": ("age under 1",),
    "under_6": ("age under 6",),
    "over_10": ("age 10 or over",),
    "disability": ("child.needs disability",),
    "complex_health": ("child.needs complex_health",),
    "residential": ("child.needs residential",),
    "non_verbal": ("child.communication non_verbal",),
    "mental_health": ("person.factors mental_health",),
    "substance_use": ("person.factors substance_use",),
    "domestic_abuse": (
        "person.factors domestic_abuse_harmed",
        "person.factors domestic_abuse_causing",
        "person.contact_safety not_safe",
    ),
}
"""What a review can be offered for, as its form asks it."""


def kept_reviews(reading: "Reading") -> "tuple[OwnReview, ...]":
    """All that my own book holds of reviews, also what was offered and left. Raises StoreTrouble."""
    if not reading.stamp(OWN):
        return ()  # nothing was kept there yet: no model of records is needed to say so
    from store.records import OwnReview

    return reading.case(OWN).of(OwnReview)


def all_reviews(reading: "Reading") -> list[Review]:
    """The built-in ones, then my own in the order in which they came. Raises StoreTrouble."""
    kept = [row for row in kept_reviews(reading) if row.taken]
    return [*national_reviews().reviews, *(review_of(row, kept) for row in kept)]


def review_of(row: "OwnReview", others: "Sequence[OwnReview]" = ()) -> Review:
    """The review that a record says; it goes by the id of its file, where no other has that too."""
    alike = [one for one in others if one.content_id == row.content_id and one.id != row.id]
    questions = _lines(row.questions)
    beside = (*row.beside, *("" for _ in questions))
    first = Publication(row.published_as or row.title, row.by, row.year, sure=row.sure)
    return Review(
        row.short_id if alike or not row.content_id else row.content_id,
        row.title,
        row.publication,
        row.looked_at,
        (first, *(Publication(one) for one in row.also_published)),
        _lines(row.learning),
        tuple(Asked(text, where) for text, where in zip(questions, beside, strict=False)),
        row.speaks_to,
        row.case_questions,
        tuple(dict.fromkeys((*row.link_when, *(link for one in row.offered_for for link in LINKS[one])))),
        row.note,
        row.service,
        row.content_version or f"text {row.revision}",
        row.id,
    )


def values_of(review: Review, file: ReviewFile) -> dict[str, Any]:
    """What the record says of a review that is taken from a file."""
    first, *more = review.publications
    return {
        "title": review.title,
        "publication": review.kind,
        "service": review.service,
        "published_as": first.title,
        "by": first.by,
        "year": first.year,
        "sure": first.sure,
        "looked_at": review.looked_at,
        "learning": "\n".join(review.learning),
        "questions": "\n".join(one.text for one in review.questions),
        "speaks_to": review.themes,
        "case_questions": review.case_questions,
        "note": " ".join(part for part in (review.note, first.note) if part),
        "also_published": tuple(say_publication(one) for one in more),
        "beside": tuple(one.beside for one in review.questions),
        "link_when": review.link_when,
        "content_id": review.id,
        "content_version": review.version,
        "from_file": file.by,
    }


def say_publication(one: Publication) -> str:
    """`It was hard to escape. Child Safeguarding Practice Review Panel, 2020.`, and whether that was looked up."""
    who = ", ".join(part for part in (one.by, str(one.year or "")) if part)
    unsure = "" if one.sure else f"({national_reviews().unsure})"
    said = f"{one.title.rstrip('.')}. {f'{who}.' if who else ''}" if who or one.note else one.title
    return " ".join(part for part in (said.strip(), one.note, unsure) if part)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(" ".join(line.split()) for line in text.split("\n") if line.strip())
