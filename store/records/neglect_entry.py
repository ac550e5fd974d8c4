"""A small fact about care, to be seen together with others over time."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class NeglectEntry(Record):
    """One fact in one area of care: what, what it means, and by when care must be different."""

    kind: ClassVar[str] = "neglect_entry"
    name: ClassVar[str] = "care entry"

    child_id: Annotated[str, Ask(half=True, of="child", adult="Person")] = Field(
        title="Child", description="Whose care it is.", min_length=1
    )
    happened_on: Annotated[date, Ask(half=True, day="event", about="happened_text")] = Field(
        title="When", description="When it was so: tue, 3/4, or c. May 2019 if it is not known better."
    )
    happened_text: Annotated[Line, Ask(asked=False)] = ""
    """The day as it was typed, where it is approximate."""
    approx: Annotated[bool, Ask(asked=False)] = False
    """The day is approximate; `happened_on` is the first of the month, to sort by."""
    area: Annotated[str, Ask(of="area")] = Field(title="Area", description="The area of care.", min_length=1)
    what: Annotated[
        Text,
        Ask(
            long=True,
            guide=True,
            adult_help="What you saw or were told. Would you accept it for yourself, or a stranger?",
        ),
    ] = Field(
        title="What", description="What you saw or were told. Would you accept this for another child?", min_length=1
    )
    impact: Annotated[
        Text, Ask(long=True, short="It means", adult_help="What it means for this person. Your reading.")
    ] = Field(default="", title="What it means", description="What it means for the child. Your reading.")
    needs_by_on: Annotated[date | None, Ask(day="due", short="Needed")] = Field(
        default=None, title="Needed by", description="By when care must be different. Blank: not set."
    )

    @model_validator(mode="after")
    def _an_approximate_day_keeps_its_words(self) -> Self:
        if self.approx != bool(self.happened_text):
            raise ValueError("When: an approximate day keeps the words it was typed in.")
        return self
