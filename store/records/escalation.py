"""A professional disagreement, taken up the agreed steps."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class Escalation(Record):
    """What it is about, with whom, at which step, what they replied, and what came of it."""

    kind: ClassVar[str] = "escalation"
    name: ClassVar[str] = "escalation"

    about: Annotated[Line, Ask()] = Field(
        title="About", description="What is the worry, and what do you ask for?", min_length=1, max_length=1000
    )
    with_agency: Annotated[Line, Ask(of="agency", free=True)] = Field(
        default="", title="With", description="With whom: an agency of this case, or a role.", max_length=120
    )
    step: Annotated[
        Literal[1, 2, 3],
        Ask(
            half=True,
            letters="123",
            words=("1, workers", "2, managers", "3, seniors"),
            start=True,
        ),
    ] = Field(
        default=1,
        title="Step",
        description="1 worker to worker, 2 manager to manager, 3 senior to senior.",
    )
    step_started_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Since", description="The day this step began. Blank: today."
    )
    reply: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Reply", description="What they answered, and when."
    )
    closed_on: Annotated[date | None, Ask(day="event")] = Field(
        default=None, title="Closed on", description="The day it was settled. Blank: it is open."
    )
    result: Annotated[Text, Ask(long=True, when="closed_on", adult_help="What does the person get from it?")] = Field(
        default="", title="Result", description="What was agreed, and what does the child get from it?"
    )

    @model_validator(mode="after")
    def _closed_has_a_result(self) -> Self:
        if self.closed_on and not self.result.strip():
            raise ValueError("Result: an escalation that is closed says what came of it.")
        if self.closed_on and self.closed_on < self.step_started_on:
            raise ValueError("Closed on: it closes on or after the day its step began.")
        return self
