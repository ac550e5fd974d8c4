"""What is searched of a record: every text, choice and day that a form asks for, in the words in which it is read."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from checklists.choices import with_choices
from checklists.entry import entry_of, held
from checklists.naming import called
from checklists.pages.history import called_kind
from checklists.pages.spot import Spot
from checklists.searching.fields import Field, in_full, inner_texts, names_of
from checklists.searching.words import fold
from store.case import OWN, Case
from store.records import Answer, CaseRecord, OwnReview, Record, Seen


class Piece(NamedTuple):
    """One field of a record, as it is read."""

    label: str
    text: str
    covered: bool = False
    """The mask covers it."""
    plain: bool = False
    """It was written by a person, and not chosen."""


class Searched(NamedTuple):
    """One thing that can be found: a record of a case, of my own book, or a piece of practice content."""

    spot: Spot
    ref: str
    kind: str
    on: date | None
    pieces: tuple[Piece, ...]
    hay: str
    """All its words, as they are compared."""


def searched(spot: Spot, ref: str, kind: str, on: date | None, pieces: tuple[Piece, ...]) -> Searched:
    """One thing with its words; its reference, its kind and its day are found too."""
    day = (in_full(on), f"{on.day}/{on.month}/{on:%y}") if on else ()
    return Searched(spot, ref, kind, on, pieces, fold("\n".join((ref, kind, *day, *(one.text for one in pieces)))))


def texts_of(case: Case, today: date) -> Iterator[Searched]:
    """Everything that can be found in a case, or in my own book. How a child was seen is found at its visit."""
    telling = _Telling(case, today)
    seen: dict[str, list[Seen]] = {}
    for row in case.of(Seen):
        seen.setdefault(row.visit_id, []).append(row)
    if case.id != OWN:
        yield telling.told(case.info, Spot(case.id, "case"))
    for kind, records in case.tables.items():
        for record in () if kind in (Seen.kind, CaseRecord.kind) else records:
            if isinstance(record, OwnReview) and not record.taken:
                continue  # it was offered and left
            yield telling.told(record, Spot(case.id, "record", record.id), seen.get(record.id, ()))


class _Telling:
    """A case, and how each field of its records is said; each is looked up once."""

    def __init__(self, case: Case, today: date) -> None:
        self.case = case
        self.today = today
        self.children = {child.id: called(child, case.ref) for child in case.children}
        self._fields: dict[type[Record], list[Field]] = {}

    def told(self, record: Record, spot: Spot, seen: Sequence[Seen] = ()) -> Searched:
        """The record, of a visit with how each child was seen on it."""
        pieces = [*self._pieces(record), *(piece for row in seen for piece in self._of_a_child(row))]
        return searched(spot, self.case.ref, self._kind(record), _day_of(record), tuple(pieces))

    def _kind(self, record: Record) -> str:
        if isinstance(record, CaseRecord):
            return "case"
        return f"question {record.question[1:]}" if isinstance(record, Answer) else called_kind(self.case, record)

    def _of_a_child(self, row: Seen) -> Iterator[Piece]:
        """What was recorded of one child on a visit, the child's initials with it."""
        name = self.children.get(row.child_id, "")
        if name:
            yield Piece("", name, covered=True)
        yield from self._pieces(row)

    def _pieces(self, record: Record) -> Iterator[Piece]:
        for field in self._of(type(record)):
            value = held(record, field.name)
            if value is None or value in ("", (), False):
                continue
            text = inner_texts(value) if field.inner else field.say(value, self.today)
            if text and not text.isspace():
                yield Piece(field.label, text, field.covered, field.plain)

    def _of(self, kind: type[Record]) -> "list[Field]":
        found = self._fields.get(kind)
        if found is None:
            service = self.case.info.service
            found = [
                Field(with_choices(entry_of(kind, name, service), self.case, self.today)) for name in names_of(kind)
            ]
            self._fields[kind] = found
        return found


def _day_of(record: Record) -> date | None:
    """The day that the record is about; where it has none, the one on which it was written."""
    name = _day_name(type(record))
    if name:
        on: date = getattr(record, name)
        return on
    return record.recorded_at.astimezone().date() if record.recorded_at else None


@cache
def _day_name(kind: type[Record]) -> str:
    """The first day that the kind cannot be without, and that is not one by which something is due."""
    fields = kind.model_fields.items()
    days = (name for name, info in fields if info.annotation is date and kind.ask(name).day != "due")
    return next(days, "")
