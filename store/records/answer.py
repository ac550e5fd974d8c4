"""An answer to one of the eight questions, with the question as it was asked."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, QuestionId, Record, Text


class Answer(Record):
    """What I wrote on a day. It keeps the question's own words, so a changed checklist never rewrites it."""

    kind: ClassVar[str] = "answer"
    name: ClassVar[str] = "answer"

    question: Annotated[QuestionId, Ask(asked=False)] = Field(title="Question")
    question_text: Annotated[Text, Ask(asked=False)] = Field(default="", title="As asked")
    content_version: Annotated[str, Ask(asked=False)] = ""
    children: Annotated[tuple[str, ...], Ask(asked=False, of="child")] = ()
    """Ids of the children it speaks of; empty: all of them."""
    text: Annotated[Text, Ask(long=True)] = Field(default="", title="Now", description="What you think today.")
    unchanged_because: Annotated[Line, Ask()] = Field(
        default="", title="Unchanged", description="Nothing has changed since, because …"
    )
    answered_on: Annotated[date, Ask(asked=False, day="event")] = Field(title="Answered")
    evidence_ids: Annotated[tuple[str, ...], Ask(asked=False)] = ()
    """The records that stood beside the box."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.text.strip() and not self.unchanged_because.strip():
            raise ValueError("Now: an answer needs some words, or a reason why nothing has changed.")
        return self
