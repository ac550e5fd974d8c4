"""What the plan is to make different for the child, and how it was read over time."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Record, Text

ChangeForChild = Literal["better", "same", "worse", "not_clear"]


class Outcome(Record):
    """One need of one child, and what good looks like for them."""

    kind: ClassVar[str] = "outcome"
    name: ClassVar[str] = "outcome"

    child_id: Annotated[str, Ask(half=True, of="child", adult="Person")] = Field(
        title="Child", description="Whose need it is.", min_length=1
    )
    set_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Set on", description="The day the plan set it. Blank: today."
    )
    need: Annotated[Line, Ask(adult_help="The need, from this person's side.")] = Field(
        title="Need", description="The need, from the child's side.", min_length=1, max_length=400
    )
    good_looks_like: Annotated[
        Text, Ask(long=True, short="Good is", adult_help="What will be different for them when it is met?")
    ] = Field(default="", title="Good looks so", description="What will be different for the child when it is met?")


class OutcomeReading(Record):
    """How an outcome stood on a day: better, the same, worse or not clear, and what that rests on."""

    kind: ClassVar[str] = "outcome_reading"
    name: ClassVar[str] = "reading of an outcome"

    outcome_id: Annotated[str, Ask(of="outcome")] = Field(
        title="Outcome", description="The outcome that is read.", min_length=1
    )
    change: Annotated[
        ChangeForChild,
        Ask(half=True, letters="bswx", words=("better", "same", "worse", "not clear"), adult_help="For the person."),
    ] = Field(title="Change", description="For the child: better, the same, worse, or not clear.")
    read_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="On", description="The day it stood so. Blank: today."
    )
    evidence: Annotated[Text, Ask(long=True)] = Field(
        title="Evidence", description="What it rests on: what was seen, said or measured.", min_length=1
    )
    seen_or_told: Annotated[Literal["seen", "told"], Ask(letters="st", words=("seen by me", "told"), short="Known")] = (
        Field(title="Known how", description="Did you see it yourself, or were you told?")
    )
