"""Reviews to learn from: the built-in five, those of one's own, and what stands in their file for all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from checklists.content_file import text_of
from checklists.wrong import Wrong

FILE = "national_reviews.toml"
CHILDREN, ADULTS, BOTH = "children", "adults", "both"
SERVICES = (CHILDREN, ADULTS, BOTH)


@dataclass(frozen=True, slots=True)
class Publication:
    """What a review was published as, by title and year only."""

    title: str
    by: str = ""
    year: int | None = None
    note: str = ""
    sure: bool = True
    """Title and year were looked up; false is said beside it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to ask in this case, and the question of the eight whose evidence stands beside it."""

    text: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A review: what it is, what was looked at, what was learned, what to ask, and for which cases it is offered."""

    id: str
    title: str
    kind: str
    """A national review, a briefing, a theme of a report: see `KindOf`."""
    looked_at: str
    publications: tuple[Publication, ...]
    learning: tuple[str, ...]
    questions: tuple[Asked, ...]
    themes: tuple[str, ...] = ()
    case_questions: tuple[str, ...] = ()
    link_when: tuple[str, ...] = ()
    note: str = ""
    service: str = CHILDREN
    version: str = ""
    """Its version and day; what was written with its questions keeps it."""
    record_id: str = ""
    """The record of my own book that it was read from; blank for a built-in one."""


@dataclass(frozen=True, slots=True)
class KindOf:
    """A kind of publication: its words, and a shorter way to say it on a row."""

    id: str
    words: str
    brief: str


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """What a file of reviews holds."""

    name: str
    version: str
    dated: date
    by: str
    """Who gives it; blank in the built-in file."""
    reviews: tuple[Review, ...]


@dataclass(frozen=True, slots=True)
class NationalReviews(ReviewFile):
    """The built-in file, with what it says for all reviews."""

    heading: str
    reminder: str
    unsure: str
    asks: str
    applied: str
    """What my log says by itself where a review was applied."""
    folder: str
    kinds: tuple[KindOf, ...]
    offered_when: Mapping[str, str]
    """What may stand in `link_when`, and how it is said of a case."""

    def kind(self, kind_id: str) -> KindOf:
        """The kind of that id; one that is not known is said as it stands."""
        return next((one for one in self.kinds if one.id == kind_id), KindOf(kind_id, kind_id, kind_id))


def version_of(version: str, dated: date) -> str:
    """A version with its day, as a record keeps it: `1, 2026-11-23`."""
    return f"{version}, {dated.isoformat()}"


@cache
def national_reviews() -> NationalReviews:
    """The built-in file. Raises Wrong, naming the line and the field."""
    from checklists.learning.review_file import read_national

    return read_national(text_of(FILE), FILE)


def find_review(reviews: Sequence[Review], named: str) -> Review:
    """The review of that id, of that end of its record's id, or with that in its title alone. Raises Wrong."""
    wanted = " ".join(named.casefold().split())
    whole = [one for one in reviews if one.id.casefold() == wanted]
    ends = [one for one in reviews if len(wanted) >= 6 and one.record_id.casefold().endswith(wanted)]
    parts = [one for one in reviews if wanted and wanted in one.title.casefold()]
    found = whole or ends or parts
    if len(found) == 1:
        return found[0]
    trouble = "More than one review is called so." if found else "No review is called so."
    raise Wrong(trouble, f"There are {', '.join(one.id for one in reviews)}.", "review")
