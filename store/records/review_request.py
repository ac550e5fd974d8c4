"""What a review has asked for, by when, and what was handed over."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class ReviewRequest(Record):
    """Something asked for by a review: records, an account, a date. Handed over through the council, with a receipt."""

    kind: ClassVar[str] = "review_request"
    name: ClassVar[str] = "review request"

    what: Annotated[Text, Ask(long=True, short="Asked for")] = Field(
        title="Asked for", description="What was asked for. Leave rough notes as they are.", min_length=1
    )
    asked_by: Annotated[Line, Ask(half=True)] = Field(
        title="Asked by", description="By whom: a role, such as the panel's secretary.", min_length=1, max_length=120
    )
    asked_on: Annotated[date, Ask(half=True, day="event", today=True, short="When")] = Field(
        title="Asked on", description="The day it was asked. Blank: today."
    )
    due_on: Annotated[date | None, Ask(day="due", short="Wanted by")] = Field(
        default=None, title="Wanted by", description="By when, if a day was named."
    )
    submitted_on: Annotated[date | None, Ask(half=True, day="event", short="Handed in")] = Field(
        default=None, title="Handed over", description="The day it was handed over, through the council."
    )
    to_whom: Annotated[Line, Ask(half=True, when="submitted_on", short="To")] = Field(
        default="", title="To whom", description="To whom: a role.", max_length=120
    )
    receipt: Annotated[Line, Ask(when="submitted_on")] = Field(
        default="", title="Receipt", description="What confirms it: a number, or an email of which day.", max_length=200
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.submitted_on and self.submitted_on < self.asked_on:
            raise ValueError("Handed over: it comes on or after the day it was asked for.")
        return self
