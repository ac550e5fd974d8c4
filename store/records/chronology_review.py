"""The chronology was looked at as a whole."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Record, Text


class ChronologyReview(Record):
    """On a day the whole line of time was read, and this is the pattern that showed."""

    kind: ClassVar[str] = "chronology_review"
    name: ClassVar[str] = "chronology looked at"

    looked_on: Annotated[date, Ask(day="event", today=True)] = Field(
        title="On", description="The day it was read as a whole. Blank: today."
    )
    pattern: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Pattern", description="What repeats, what follows on what, what stops and starts?"
    )
