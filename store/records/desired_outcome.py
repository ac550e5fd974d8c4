"""What the adult wants to happen, in their words (Making Safeguarding Personal)."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, ForService, Line, Record, Text


class DesiredOutcome(Record):
    """Asked at the start, looked at during the work, asked again at the end."""

    kind: ClassVar[str] = "desired_outcome"
    name: ClassVar[str] = "desired outcome"
    only_for: ClassVar[ForService] = "adults"

    words: Annotated[Text, Ask(long=True, short="Words")] = Field(
        default="",
        title="Their words",
        description="What would you like to happen? What would make you feel safer? In their own words.",
    )
    asked_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Asked on", description="The day they were asked. Blank: today."
    )
    stage: Annotated[Literal["start", "during", "end"], Ask(half=True, letters="sde", start=True)] = Field(
        default="start", title="Stage", description="At the start, during the work, or at the end."
    )
    result: Annotated[
        Literal["met", "partly", "not", "not_asked"] | None,
        Ask(letters="mpnx", words=("met", "partly met", "not met", "not asked")),
    ] = Field(
        default=None,
        title="Result",
        description="Is the outcome that they asked for met? Not asked needs a reason. Blank: too early.",
    )
    reason: Annotated[Line, Ask(when="result", among=("not", "not_asked"))] = Field(
        default="", title="Why", description="Why it is not met, or why they were not asked.", max_length=400
    )

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.result == "not_asked" and not self.reason:
            raise ValueError("Why: where the person was not asked, say why.")
        if self.result != "not_asked" and not self.words.strip():
            raise ValueError("Their words: write what they want to happen, as they said it.")
        return self
