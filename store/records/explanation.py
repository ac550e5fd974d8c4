"""What someone said about an event, and how it was checked."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Label, Line, Record, Text


class Explanation(Record):
    """One account of one event: who gave it and when, how it was checked, and whether it fits."""

    kind: ClassVar[str] = "explanation"
    name: ClassVar[str] = "explanation"

    event_key: Annotated[Label, Ask(half=True, short="Event")] = Field(
        title="What happened",
        description="The event in a word or two, such as burn on arm. Accounts with the same words stand together.",
        min_length=1,
        max_length=40,
    )
    event_on: Annotated[date, Ask(half=True, day="event", about="event_text")] = Field(
        title="When", description="When it happened: tue, 3/4, or c. May 2019 if it is not known better."
    )
    event_text: Annotated[Line, Ask(asked=False)] = ""
    """The day as it was typed, where it is approximate."""
    approx: Annotated[bool, Ask(asked=False)] = False
    """The day is approximate; `event_on` is the first of the month, to sort by."""
    given_by: Annotated[Line, Ask(half=True)] = Field(
        title="Told by", description="Who gave it: a role or initials.", min_length=1, max_length=120
    )
    given_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Told on", description="The day they said so. Blank: today."
    )
    text: Annotated[Text, Ask(long=True, short="Account")] = Field(
        title="Their account", description="What they said, as near to their words as you can.", min_length=1
    )
    differs_from: Annotated[str | None, Ask(of="explanation", short="Unlike")] = Field(
        default=None,
        title="Differs from",
        description="Another account of the same event that says something else; both then stand side by side.",
    )
    checked_how: Annotated[Line, Ask(short="Checked", space=True)] = Field(
        default="",
        title="How checked",
        description="How it was checked: what was looked at, or who was asked. Blank: not yet.",
        max_length=400,
    )
    checked_with: Annotated[
        Line, Ask(half=True, when="checked_how", adult_help="With whom: a nurse, the bank, another who was there.")
    ] = Field(
        default="", title="With", description="With whom: a doctor, school, another who was there.", max_length=120
    )
    checked_on: Annotated[date | None, Ask(half=True, day="event", today=True, when="checked_how")] = Field(
        default=None, title="On", description="The day it was checked. Blank: today."
    )
    fits: Annotated[
        Literal["yes", "partly", "no", "not_checked"],
        Ask(letters="ypnx", words=("yes", "partly", "no", "not checked"), when="checked_how", short="Fits"),
    ] = Field(default="not_checked", title="Does it fit", description="Does the account fit with what was found?")

    @model_validator(mode="after")
    def _rules(self) -> Self:
        if self.fits != "not_checked" and not self.checked_how:
            raise ValueError("How checked: whether it fits can be said once it was checked. Say how.")
        if self.differs_from == self.id:
            raise ValueError("Differs from: choose another account than this one.")
        if self.approx != bool(self.event_text):
            raise ValueError("When: an approximate day keeps the words it was typed in.")
        return self
