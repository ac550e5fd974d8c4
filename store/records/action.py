"""A practical action: what, of which of the seven kinds, by when, and what became different."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from store.records.base import Ask, Label, Line, QuestionId, Record, Text, Theme

ActionType = Literal[
    "chronology", "see_person", "assess_adult", "share_info", "test_change", "supervision", "escalate", "other"
]
"""The seven practical actions A1 to A7, in order, and other."""


class Moved(BaseModel):
    """A date that was moved, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    from_on: date
    to_on: date
    reason: Line
    moved_on: date | None = None
    """The day on which it was moved; None where an earlier text did not keep it."""


class Action(Record):
    """Something I will do. Done, it says what is different for the child."""

    kind: ClassVar[str] = "action"
    name: ClassVar[str] = "action"

    what: Annotated[Line, Ask()] = Field(
        title="What", description="What will be done. One thing.", min_length=1, max_length=400
    )
    type: Annotated[
        ActionType,
        Ask(
            half=True,
            letters="1234567o",
            words=(
                "chronology",
                "see and speak",
                "know adults",
                "share information",
                "test change",
                "supervision",
                "escalate",
                "other",
            ),
        ),
    ] = Field(default="other", title="Kind", description="Which of the seven practical actions it is.")
    due_on: Annotated[date, Ask(half=True, day="due")] = Field(
        title="By", description="+10wd, fri, 3/4, +6w. Working days leave out weekends and bank holidays."
    )
    owner: Annotated[Label, Ask(half=True)] = Field(
        default="me", title="Who", description="me, or who will do it: a role or initials.", max_length=40
    )
    theme: Annotated[Theme | None, Ask(half=True, letters="12345678", words_of="themes")] = Field(
        default=None, title="Theme", description="The theme from reviews that it speaks to."
    )
    question: Annotated[QuestionId | None, Ask(short="Q 1-8", half=True, letters="12345678", words_of="questions")] = (
        Field(default=None, title="Question", description="The question it comes from.")
    )
    child_id: Annotated[
        str | None, Ask(half=True, of="child", adult="Person", adult_help="Whom it is for. Blank: nobody is named.")
    ] = Field(default=None, title="Child", description="The child it is for. Blank: all of them.")
    due_rule: Annotated[str, Ask(asked=False)] = ""
    """The date as it was typed, such as `+10wd`."""
    state: Annotated[Literal["open", "done", "dropped"], Ask(asked=False)] = Field(default="open", title="State")
    done_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Done on", description="The day it was done. Blank: today."
    )
    dropped_reason: Annotated[Text, Ask(asked=False)] = Field(default="", title="Why", description="Why it is let go.")
    child_outcome: Annotated[Text, Ask(asked=False, long=True, adult="For them", short="Outcome")] = Field(
        default="",
        title="For the child",
        description="What is different for the child now? Not known yet is an answer; it asks when to look again.",
    )
    look_again_on: Annotated[date | None, Ask(asked=False, day="due")] = Field(
        default=None, title="Look again", description="When to look again, if it is not known yet."
    )
    moved: Annotated[tuple[Moved, ...], Ask(asked=False)] = ()
    agreed_in: Annotated[str | None, Ask(asked=False)] = None
    """The supervision of which a line became this action."""
    agreed_line: Annotated[Line, Ask(asked=False)] = ""
    """That line, as it stood."""

    @model_validator(mode="after")
    def _done_says_what_is_different(self) -> Self:
        if self.state == "done" and not self.child_outcome.strip():
            raise ValueError("For the child: say what is different, or not known yet with a date to look again.")
        if self.state == "done" and self.child_outcome.strip().lower() == "not known yet" and not self.look_again_on:
            raise ValueError("Look again: not known yet needs a date to look again.")
        if self.state == "dropped" and not self.dropped_reason.strip():
            raise ValueError("Why: an action that is let go needs a reason.")
        return self
