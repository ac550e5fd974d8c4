"""A list that needs no rows of its own has them from the record: its file and one entry are enough."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from checklists.pages.lists.rows import rows_of_fields
from store.case import case_of
from store.records import Ask, CaseRecord, Child, Record
from store.records.base import Line

TODAY = date(2026, 11, 23)


class Toy(Record):
    """What a child plays with."""

    kind: ClassVar[str] = "toy"
    name: ClassVar[str] = "toy"

    child_id: Annotated[str, Ask(of="child")] = Field(title="Child", description="Whose it is.")
    happened_on: Annotated[date, Ask(day="event")] = Field(title="When", description="The day.")
    what: Annotated[Line, Ask()] = Field(default="", title="Toy", description="What it is.")


def test_its_day_whose_it_is_and_its_words_the_newest_on_top() -> None:
    """What is blank is said to be; each row opens its record."""
    k = Child(initials="K.M.", plan="cp")
    bear = Toy(child_id=k.id, happened_on=date(2026, 11, 3), what="a bear")
    blank = Toy(child_id=k.id, happened_on=date(2026, 11, 16))
    rows = rows_of_fields(Toy)(case_of(CaseRecord(ref="F-1", allocated_on=TODAY), [k, bear, blank]), TODAY)
    assert [row.cells for row in rows] == [
        ("Mon 16 Nov", "K.M.", "no toy written down"),
        ("Tue 3 Nov", "K.M.", "a bear"),
    ]
    assert [row.key.record_id for row in rows] == [blank.id, bear.id]  # type: ignore[attr-defined]
