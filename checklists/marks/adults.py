"""Each adult in or around the home: since when they are known about, and what is not known of them yet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from checklists.marks.when import local_day
from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Person

ADULT = "adult"
HOME, UNMET, UNASSESSED, UNNAMED, UNHEARD = "home", "not met", "not assessed", "not named", "not heard"
ASK_FIRST, NOT_SAFE = "ask first", "not safe"


def adults(case: Case) -> Iterator[Mark]:
    """One mark an adult; without a day of its own, a person is known about since they were written down."""
    from store.records import Person

    for person in case.of(Person):
        if person.adult:
            since = person.known_since or local_day(person.recorded_at)
            yield Mark(ADULT, person.id, since, label=person.label, more=tuple(_open(person)))


def _open(person: "Person") -> Iterator[str]:
    """In the home or near it (only `no` says that they are not), and what is still to be known."""
    if person.lives_here != "no":
        yield HOME
    if person.met_on is None:
        yield UNMET
    if person.assessed == "no":
        yield UNASSESSED
    if not person.name_known:
        yield UNNAMED
    if person.spoken_on is None:
        yield UNHEARD
    if person.contact_safety != "ok":
        yield NOT_SAFE if person.contact_safety == "not_safe" else ASK_FIRST
