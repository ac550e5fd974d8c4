"""Mental capacity for one decision, on one day (Mental Capacity Act 2005)."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, ForService, Line, Record, Text


class CapacityNote(Record):
    """One decision, one date, one conclusion, one basis. It is never a fact about a person."""

    kind: ClassVar[str] = "capacity_note"
    name: ClassVar[str] = "capacity note"
    only_for: ClassVar[ForService] = "adults"

    decision: Annotated[Line, Ask(guide=True)] = Field(
        title="Decision",
        description="The decision in hand. One decision, one time. Capacity is assumed unless it is shown otherwise.",
        min_length=1,
        max_length=400,
    )
    asked_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Asked on", description="The day it was asked. Blank: today."
    )
    review_on: Annotated[date | None, Ask(half=True, day="due", short="Again")] = Field(
        default=None, title="Look again", description="When to ask again about this decision."
    )
    support_given: Annotated[Text, Ask(long=True, short="Support")] = Field(
        default="",
        title="Help to decide",
        description="What help was given to decide: time, place, aids, words, people.",
    )
    conclusion: Annotated[
        Literal["has", "lacks", "fluctuates", "not_assessed"],
        Ask(letters="hlfn", words=("has", "lacks", "comes and goes", "not assessed"), short="Found"),
    ] = Field(
        title="For this one",
        description="For this decision on this day: has capacity, lacks it, it comes and goes, or it was not assessed.",
    )
    basis: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Basis", description="What that rests on: what was asked, said and shown."
    )
    executive_ability: Annotated[Text, Ask(long=True, short="Able to")] = Field(
        default="",
        title="Carry it out",
        description="Are they able to carry out what they decide, when it comes to it?",
    )

    @model_validator(mode="after")
    def _a_conclusion_has_its_basis(self) -> Self:
        if self.conclusion != "not_assessed" and not self.basis.strip():
            raise ValueError("Basis: a conclusion says what it rests on.")
        return self
