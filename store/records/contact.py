"""A talk with an agency: what they said, what I asked or shared, on what basis, and when a reply is due."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text


class Contact(Record):
    """One call, email, meeting or letter. It starts as not yet written up in the council's record."""

    kind: ClassVar[str] = "contact"
    name: ClassVar[str] = "contact"

    agency_id: Annotated[str, Ask(of="agency")] = Field(
        title="Agency", description="The agency, as it is listed on this case.", min_length=1
    )
    person_name_or_role: Annotated[Line, Ask()] = Field(
        default="", title="Who", description="Who it was: a role or initials.", max_length=120
    )
    happened_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day. Blank: today."
    )
    how: Annotated[Literal["call", "email", "meeting", "letter"], Ask(half=True, letters="ceml", start=True)] = Field(
        default="call", title="How", description="A call, an email, a meeting or a letter."
    )
    they_said: Annotated[Text, Ask(long=True)] = Field(
        default="", title="They said", description="What they told you, as near to their words as you can."
    )
    i_asked: Annotated[Text, Ask(long=True)] = Field(
        default="", title="I asked", description="What you asked them for."
    )
    i_shared: Annotated[Text, Ask(long=True, guide=True)] = Field(
        default="", title="I shared", description="What you told them. What is relevant, to those who have a part."
    )
    basis: Annotated[
        Literal["consent", "not_needed_safeguarding", "not_needed_legal_duty", "advice_sought"] | None,
        Ask(
            letters="csla",
            guide=True,
            words=("consent", "not needed: safeguarding", "not needed: legal duty", "advice sought"),
        ),
    ] = Field(
        default=None,
        title="Basis",
        description="On what basis you shared or asked. Help has the rules in short.",
    )
    basis_note: Annotated[Line, Ask(short="Note", when="basis")] = Field(
        default="", title="Basis note", description="Who agreed and when, or why consent is not needed.", max_length=400
    )
    reply_by_on: Annotated[date | None, Ask(half=True, day="due", short="By")] = Field(
        default=None, title="Reply by", description="When you expect the answer: +10wd, fri, 3/4."
    )
    replied_on: Annotated[date | None, Ask(half=True, day="event", when="i_asked")] = Field(
        default=None, title="Replied", description="The day the answer came. Blank: not yet."
    )
    about_children: Annotated[tuple[str, ...], Ask(of="child", only="children", short="About")] = Field(
        default=(), title="About whom", description="The children it is about, with commas between. Blank: all of them."
    )
    written_up: Annotated[Literal["not_yet", "copied_out", "elsewhere"], Ask(asked=False)] = Field(
        default="not_yet", title="Written up", description="Whether the council's record has it."
    )
    written_up_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Written up on", description="When it was written up."
    )

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if not (self.they_said or self.i_asked or self.i_shared):
            raise ValueError("They said: write what they said, what you asked or what you shared.")
        if (self.i_asked or self.i_shared) and not self.basis:
            raise ValueError("Basis: where something was asked or shared, say on what basis.")
        if self.replied_on and self.replied_on < self.happened_on:
            raise ValueError("Replied: the answer comes on or after the day of the contact.")
        return self
