"""One prompt about one record, person or child, hidden until a date, with a reason."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Record, Text


class SetAside(Record):
    """A prompt that is not shown until a date. It never hides another one, and never for good."""

    kind: ClassVar[str] = "set_aside"
    name: ClassVar[str] = "prompt set aside"

    signal: Annotated[str, Ask(asked=False)] = Field(title="Prompt", min_length=1)
    """S1 to S27, or the id of a timescale."""
    about: Annotated[str, Ask(asked=False)] = Field(min_length=1)
    """The id of the record, person or child that the prompt names; of the case where it names nothing smaller."""
    reason: Annotated[Text, Ask(long=True)] = Field(
        title="Why", description="Why it can wait: what is known, what is being done.", min_length=1
    )
    until_on: Annotated[date, Ask(day="due")] = Field(
        title="Until", description="The day it is asked again: +10wd, fri, 3/4."
    )
