"""A piece of the child's lived day."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Record, Text


class DayEntry(Record):
    """What an ordinary day is like for this child, or a part of one, from waking to sleep."""

    kind: ClassVar[str] = "day_entry"
    name: ClassVar[str] = "day entry"

    child_id: Annotated[str, Ask(half=True, of="child", adult="Person")] = Field(
        title="Child", description="Whose day it is.", min_length=1
    )
    happened_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day it was so, or the day you heard it. Blank: today."
    )
    part: Annotated[
        Literal["waking", "food", "school", "home", "play", "care", "night", "whole_day"],
        Ask(
            half=True,
            letters="wfshpcnd",
            adult_words=("waking", "food", "going out", "home", "company", "care", "night", "whole day"),
            start=True,
        ),
    ] = Field(default="whole_day", title="Part", description="Which part of the day.")
    source: Annotated[
        Literal["child", "seen", "adult", "agency"],
        Ask(
            half=True,
            letters="csag",
            words=("the child", "seen by me", "an adult", "an agency"),
            adult_words=("the person", "seen by me", "another", "an agency"),
        ),
    ] = Field(title="From", description="Who or what it is known from.")
    text: Annotated[
        Text, Ask(long=True, short="The day", adult_help="What it is like, in their words where you can.")
    ] = Field(
        title="What it's like",
        description="What it is like, in the child's words where you can.",
        min_length=1,
    )
    impact: Annotated[
        Text,
        Ask(long=True, short="It means", adult_help="What it means for this person. Your reading, apart from the day."),
    ] = Field(
        default="",
        title="What it means",
        description="So what for the child? Your reading, apart from what the day is like.",
    )
