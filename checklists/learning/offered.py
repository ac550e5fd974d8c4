"""New content from files: offered with its version and day, taken or left by the person, never put in force by itself."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from checklists.learning.own_reviews import kept_reviews, values_of
from checklists.learning.review_file import read_file
from checklists.learning.reviews import Review, ReviewFile
from checklists.wrong import Wrong
from store.case import OWN

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.case_store import CaseStore
    from store.records import OwnReview


class Found(Protocol):
    """A file that lies in a folder of reviews."""

    @property
    def whose(self) -> str: ...  # noqa: D102
    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def text(self) -> str: ...  # noqa: D102
    @property
    def trouble(self) -> str: ...  # noqa: D102


class New(NamedTuple):
    """A review in a file: not taken yet, or not in this version."""

    review: Review
    file: ReviewFile
    whose: str
    """`council` or `own`: whose folder it lies in."""
    had: str = ""
    """The version that was taken before; blank where none was."""
    left: bool = False
    """This version was offered and left. It can still be taken."""
    record_id: str = ""
    """What my own book holds of it."""

    @property
    def id(self) -> str:
        """By which it is named: who gives the file, and the id there."""
        return f"{self.file.by}:{self.review.id}"


class Offered(NamedTuple):
    """All that the folders hold beside what is taken."""

    new: tuple[New, ...] = ()
    broken: tuple[str, ...] = ()
    """Each file that is left out, and why, in a sentence."""


def look_through(files: Iterable[Found], reading: "Reading") -> Offered:
    """What the files have that is not taken in this version; those that were left stand last. Raises StoreTrouble."""
    files = list(files)
    kept = kept_reviews(reading) if files else ()
    new: list[New] = []
    broken: list[str] = []
    for found in files:
        if found.trouble:
            broken.append(found.trouble)
            continue
        try:
            file = read_file(found.text, found.name)
        except Wrong as wrong:
            broken.append(str(wrong))
        else:
            new += [one for review in file.reviews if (one := _new(review, file, found.whose, kept))]
    once = {one.id: one for one in reversed(new)}  # a council's file counts before one's own of the same name
    return Offered(tuple(sorted((one for one in new if once[one.id] is one), key=lambda one: one.left)), tuple(broken))


def _new(review: Review, file: ReviewFile, whose: str, kept: "Sequence[OwnReview]") -> New | None:
    mine = next((row for row in kept if (row.from_file, row.content_id) == (file.by, review.id)), None)
    if mine is None:
        return New(review, file, whose)
    if mine.taken and mine.content_version == review.version:
        return None
    had = mine.content_version if mine.taken else ""
    return New(review, file, whose, had, mine.left_version == review.version, mine.id)


def find_new(offered: Offered, named: str) -> New:
    """What is offered under that id, or with that in its title alone. Raises Wrong."""
    wanted = " ".join(named.casefold().split())
    whole = [one for one in offered.new if wanted in (one.review.id.casefold(), one.id.casefold())]
    parts = [one for one in offered.new if wanted and wanted in one.review.title.casefold()]
    found = whole or parts
    if len(found) == 1:
        return found[0]
    ids = ", ".join(one.review.id for one in offered.new)
    trouble = "More than one is called so." if found else "Nothing that is offered is called so."
    raise Wrong(trouble, f"There is {ids}." if ids else "Nothing is offered now.", "review")


def take(store: "CaseStore", new: New) -> "OwnReview":
    """Take it into my own book; a newer version is the next text of the same record. Raises StoreTrouble."""
    return _keep(store, new, taken=True)


def leave(store: "CaseStore", new: New) -> "OwnReview":
    """Leave this version; what was taken before stays as it is, and this one can still be taken. Raises StoreTrouble."""
    return _keep(store, new, taken=False)


def _keep(store: "CaseStore", new: New, *, taken: bool) -> "OwnReview":
    from checklists.validating import make, remake
    from store.records import OwnReview

    content = values_of(new.review, new.file)
    with store.change(OWN) as change:
        mine = change.case.find(new.record_id) if new.record_id else None
        if not isinstance(mine, OwnReview):
            left = "" if taken else new.review.version
            return change.put(make(OwnReview, {**content, "taken": taken, "left_version": left}))
        if not taken and mine.taken:
            return change.put(remake(mine, {"left_version": new.review.version}))
        left = "" if taken else new.review.version
        return change.put(remake(mine, {**content, "taken": taken, "left_version": left}))
