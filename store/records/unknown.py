"""What I do not know."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class Unknown(Record):
    """Something not known yet: why it matters, who may know, by when to have asked, and the answer when it comes."""

    kind: ClassVar[str] = "unknown"
    name: ClassVar[str] = "unknown"

    what: Annotated[Line, Ask(short="Unknown")] = Field(
        title="I don't know", description="What do you not know? One thing.", min_length=1, max_length=400
    )
    why_it_matters: Annotated[Line, Ask(short="Matters", adult_help="Why it matters for this person.")] = Field(
        default="", title="It matters", description="Why it matters for the child.", max_length=1000
    )
    who_may_know: Annotated[Line, Ask(half=True, short="Who")] = Field(
        default="", title="Who may know", description="Who may know: a role, an agency.", max_length=200
    )
    by_on: Annotated[date, Ask(half=True, day="due")] = Field(
        title="By", description="By when to have asked: +10wd, fri, 3/4."
    )
    state: Annotated[
        Literal["open", "answered", "cannot_be_known"],
        Ask(half=True, letters="oax", words=("open", "answered", "cannot be known"), start=True),
    ] = Field(default="open", title="State", description="Open, answered, or it cannot be known.")
    closed_on: Annotated[
        date | None, Ask(half=True, day="event", today=True, when="state", among=("answered", "cannot_be_known"))
    ] = Field(default=None, title="On", description="The day of the answer. Blank: today.")
    answer: Annotated[Text, Ask(long=True, when="state", among=("answered", "cannot_be_known"))] = Field(
        default="", title="Answer", description="What is known now and from whom; or why it cannot be known."
    )

    @model_validator(mode="after")
    def _answered_has_its_answer(self) -> Self:
        if self.state == "answered" and not self.answer.strip():
            raise ValueError("Answer: an answered unknown needs its answer, in a few words.")
        return self
