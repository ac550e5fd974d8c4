"""An "I wonder": a possible meaning, held loosely."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class Hypothesis(Record):
    """What I wonder, what speaks for and against it, and what would change my mind."""

    kind: ClassVar[str] = "hypothesis"
    name: ClassVar[str] = "I wonder"

    text: Annotated[Line, Ask()] = Field(
        title="I wonder", description="One line: what else could this mean?", min_length=1, max_length=1000
    )
    wondering: Annotated[
        Literal["i_wonder", "what_if"], Ask(half=True, letters="if", words=("I wonder", "what if"), start=True)
    ] = Field(default="i_wonder", title="Kind", description="I wonder, or what if.")
    alternative_to: Annotated[str | None, Ask(of="hypothesis", short="Other")] = Field(
        default=None,
        title="Other reading",
        description="If it is another reading of the same thing: the I wonder that it stands beside.",
    )
    speaks_for: Annotated[Text, Ask(long=True)] = Field(default="", title="For", description="What speaks for it.")
    speaks_against: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Against", description="What speaks against it."
    )
    what_would_change_my_mind: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Change", description="What would change my mind? Say it before the next visit."
    )
    state: Annotated[
        Literal["open", "set_down"], Ask(half=True, letters="os", words=("open", "set down"), start=True)
    ] = Field(default="open", title="State", description="Open, or set down with a reason.")
    set_down_reason: Annotated[Line, Ask(short="Why so", when="state", among=("set_down",))] = Field(
        default="", title="Why set down", description="Why it is set down."
    )

    @model_validator(mode="after")
    def _set_down_has_a_reason(self) -> Self:
        if self.state == "set_down" and not self.set_down_reason:
            raise ValueError("Why set down: setting it down asks why.")
        return self
