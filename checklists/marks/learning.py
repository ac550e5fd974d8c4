"""What is recorded of a child or an adult by which a review may be offered: needs, ways of talking, what learning may help."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Child, Person

RECORDED = "recorded"


def recorded(case: Case) -> Iterator[Mark]:
    """One mark a child or an adult of whom something of it is recorded; no name stands in it."""
    from store.records import Person

    for child in case.children:
        if found := tuple(_of_child(child)):
            yield Mark(RECORDED, child.id, child_id=child.id, more=found)
    for person in case.of(Person):
        if found := tuple(_of_person(person)):
            yield Mark(RECORDED, person.id, more=found)


def _of_child(child: "Child") -> Iterator[str]:
    yield from (f"child.needs {one}" for one in child.needs)
    yield from (f"child.communication {one}" for one in child.communication)


def _of_person(person: "Person") -> Iterator[str]:
    yield from (f"person.factors {one}" for one in person.factors)
    if person.contact_safety == "not_safe":
        yield "person.contact_safety not_safe"
