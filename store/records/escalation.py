"""A professional disagreement, taken up the agreed steps."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from store.records.base import Ask, Line, Record, Text

Step = Literal[1, 2, 3]


class StepBefore(BaseModel):
    """A step that was taken before the present one: when it began, with whom, who was told, and the answer it had."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    step: Step
    started_on: date
    with_agency: Annotated[Line, Ask(of="agency", free=True)] = ""
    who_was_told: Line = ""
    told_on: date | None = None
    reply: Text = ""
    replied_on: date | None = None


class Escalation(Record):
    """What it is about, with whom, at which step, what they replied, and what came of it."""

    kind: ClassVar[str] = "escalation"
    name: ClassVar[str] = "escalation"

    about: Annotated[Line, Ask(guide=True)] = Field(
        title="About", description="What is the worry, and what do you ask for?", min_length=1, max_length=1000
    )
    with_agency: Annotated[Line, Ask(of="agency", free=True)] = Field(
        default="", title="With", description="With whom: an agency of this case, or a role.", max_length=120
    )
    step: Annotated[
        Step,
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
    who_was_told: Annotated[Line, Ask()] = Field(
        default="", title="Told", description="Who was told of it: a role, such as team manager.", max_length=120
    )
    told_on: Annotated[date | None, Ask(day="event", when="who_was_told", today=True)] = Field(
        default=None, title="Told on", description="The day they were told. Blank: today."
    )
    reply: Annotated[Text, Ask(long=True)] = Field(default="", title="Reply", description="What they answered.")
    replied_on: Annotated[date | None, Ask(short="Replied", day="event", when="reply", today=True)] = Field(
        default=None, title="Replied on", description="The day they answered. Blank: today."
    )
    closed_on: Annotated[date | None, Ask(day="event")] = Field(
        default=None, title="Closed on", description="The day it was settled. Blank: it is open."
    )
    result: Annotated[Text, Ask(long=True, when="closed_on", adult_help="What does the person get from it?")] = Field(
        default="", title="Result", description="What was agreed, and what does the child get from it?"
    )
    before: Annotated[tuple[StepBefore, ...], Ask(asked=False)] = ()
    """The steps that were taken before, the first on top."""

    @model_validator(mode="after")
    def _closed_has_a_result(self) -> Self:
        if self.closed_on and not self.result.strip():
            raise ValueError("Result: an escalation that is closed says what came of it.")
        if self.closed_on and self.closed_on < self.step_started_on:
            raise ValueError("Closed on: it closes on or after the day its step began.")
        return self

    @model_validator(mode="after")
    def _a_step_follows_those_before(self) -> Self:
        if not self.before:
            return self
        last = self.before[-1]
        if self.step <= last.step:
            raise ValueError(f"Step: step {last.step} was taken before; a later one follows it.")
        if self.step_started_on < last.started_on:
            raise ValueError("Since: a step begins on or after the day the one before it began.")
        return self
