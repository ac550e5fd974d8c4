"""Who lives here, confirmed on a day."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Record, Text


class HouseholdCheck(Record):
    """The list of people was looked at and is right: on which day, and how that is known."""

    kind: ClassVar[str] = "household_check"
    name: ClassVar[str] = "household confirmed"

    confirmed_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="On", description="The day on which the list of people was right. Blank: today."
    )
    how: Annotated[
        Literal["seen", "told_by_child", "told_by_adult", "agency"],
        Ask(
            half=True,
            letters="scag",
            words=("seen", "told by child", "told by adult", "agency"),
            adult_help="How it is known: seen by me, told by the person or another, or by an agency.",
            adult_words=("seen", "told by them", "told by other", "agency"),
        ),
    ] = Field(title="How", description="How it is known: seen by me, told by a child or an adult, or by an agency.")
    note: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Note", description="What you looked at or asked, and what stayed open."
    )
