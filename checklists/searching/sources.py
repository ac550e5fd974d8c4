"""What is searched beside the person's own records: practice content, the same for every case. Add a source here."""

from collections.abc import Callable, Iterable, Iterator

from checklists.learning.reviews import Review, national_reviews
from checklists.library import Theme, library
from checklists.pages.spot import Spot
from checklists.searching.texts import Piece, Searched, searched

Source = Callable[[], Iterable[Searched]]
"""Gives everything that can be found in one kind of content, each of its lines by itself, as words from all over a long
text have nothing to do with each other. Of one spot one line is shown; the spot says what Enter opens, as in Learning."""
SERVICES = ("children", "adults")


def themes() -> Iterator[Searched]:
    """The eight, each with its signs and its learning, in the words of both services."""
    known = [library(service).themes for service in SERVICES]
    for each in zip(*known, strict=True):
        pieces = dict.fromkeys(piece for theme in each for piece in _of_theme(theme))
        spot, kind = Spot("", "theme", each[0].id), f"theme {each[0].id[1:]}"
        yield from (searched(spot, "", kind, None, (piece,)) for piece in pieces)


def _of_theme(theme: Theme) -> Iterator[Piece]:
    yield _piece("Theme", theme.title)
    yield from (_piece("Sign", words) for _, words in theme.bullets)
    yield _piece("Learning", theme.learning)
    yield _piece("In practice", theme.in_practice)
    yield from (_piece("Look for", words) for words in theme.look_for)


def reviews() -> Iterator[Searched]:
    """The built-in ones; a review of one's own is a record of one's own book."""
    for review in national_reviews().reviews:
        spot = Spot("", "review", review.id)
        yield from (searched(spot, "", "review", None, (piece,)) for piece in _of_review(review))


def _of_review(review: Review) -> Iterator[Piece]:
    yield _piece("Review", review.title)
    yield from (_piece("Published as", one.title) for one in review.publications)
    yield _piece("Looked at", review.looked_at)
    yield from (_piece("Learned", words) for words in review.learning)
    yield from (_piece("To ask", one.text) for one in review.questions)
    yield _piece("Note", review.note)


def _piece(label: str, text: str) -> Piece:
    return Piece(label, text, plain=True)


EVERY: tuple[Source, ...] = (themes, reviews)
"""They hold nothing of a person, so they are searched before any case is read, and stand below all that has a day."""
