"""The forms of my own book by the name of their draft: an entry of the learning log, a piece of CPD, one from a record."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.composition import House

if TYPE_CHECKING:
    from checklists.journeys.form import Form


def own_form(house: House, kind: str, about: str) -> "Form | None":
    """The form of that kind; None where my own book has none of that name. Raises Wrong, StoreTrouble."""
    made = _MADE.get(kind)
    return made(house, about) if made else None


def _learning(house: House, about: str) -> "Form":
    from checklists.journeys.learning import learning_form
    from checklists.own_book import own_book
    from checklists.use_cases.records import the_record
    from store.records import LearningEntry

    entry = the_record(own_book(house.store), about, LearningEntry) if about else None
    return learning_form(house.store, house.clock, entry)


def _cpd(house: House, about: str) -> "Form":
    from checklists.journeys.learning import cpd_form
    from checklists.own_book import own_book
    from checklists.use_cases.records import the_record
    from store.records import CpdPiece

    piece = the_record(own_book(house.store), about, CpdPiece) if about else None
    return cpd_form(house.store, house.clock, piece)


def _cpd_from(house: House, about: str) -> "Form":
    """The piece that was begun from a record of a case, or of my own book."""
    from checklists.journeys.learning import cpd_form
    from checklists.own_book import book
    from checklists.use_cases.cpd import source_of
    from checklists.use_cases.records import the_record
    from store.records import Record

    case_id, _, record_id = about.partition(":")
    case = book(house.store, case_id)
    return cpd_form(house.store, house.clock, source=source_of(case, the_record(case, record_id, Record)))


_MADE: "dict[str, Callable[[House, str], Form]]" = {
    "learning_entry": _learning,
    "cpd_piece": _cpd,
    "cpd from": _cpd_from,
}
"""By the part of the name before the colon."""
