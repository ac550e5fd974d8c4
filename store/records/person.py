"""A person in or around the household."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Label, Line, Record, Text


class Person(Record):
    """An adult or another child who lives here, stays here, or matters to the child."""

    kind: ClassVar[str] = "person"
    name: ClassVar[str] = "person"

    label: Annotated[Label, Ask(adult_help="Initials or a role, such as son or carer D. Not a full name.")] = Field(
        title="Who",
        description="Initials or a role, such as mother's partner D. Not a full name.",
        min_length=1,
        max_length=60,
    )
    relation: Annotated[
        Line, Ask(half=True, adult_help="Their link to the person: son, carer, neighbour, friend who helps.")
    ] = Field(default="", title="Link", description="Their link to the child: father, gran, lodger, friend who helps.")
    adult: Annotated[
        bool, Ask(half=True, letters="yn", start=True, adult_help="Yes for an adult, no for somebody under 18.")
    ] = Field(default=True, title="Adult", description="Yes for an adult, no for another child.")
    known_since: Annotated[date | None, Ask(short="Since", half=True, day="event", today=True)] = Field(
        default=None, title="Known since", description="When you first knew about this person. Blank: today."
    )
    lives_here: Annotated[
        Literal["yes", "sometimes", "no", "unknown"], Ask(short="Lives", half=True, letters="ysnu", start=True)
    ] = Field(default="unknown", title="Lives here", description="Do they live, stay or sleep here?")
    spoken_on: Annotated[date | None, Ask(half=True, day="event")] = Field(
        default=None, title="Spoken to", description="When you last heard their own account."
    )
    name_known: Annotated[bool, Ask(short="Named", half=True, letters="yn")] = Field(
        default=False, title="Name known", description="Do you know who they are? The name itself is not kept here."
    )
    assessed: Annotated[
        Literal["yes", "under_way", "no", "not_needed"],
        Ask(
            short="Assess",
            half=True,
            letters="yunx",
            start=True,
            adult_help="Do you know what they offer this person, and what they may bring?",
        ),
    ] = Field(
        default="no", title="Assessed", description="Do you know what they offer this child, and what they may bring?"
    )
    met_on: Annotated[date | None, Ask(half=True, day="event")] = Field(
        default=None, title="Met", description="When you met them."
    )
    assessed_reason: Annotated[Line, Ask(short="No need", when="assessed", among=("not_needed",))] = Field(
        default="", title="Not needed", description="Why an assessment is not needed."
    )
    contact_safety: Annotated[Literal["ok", "ask_first", "not_safe"], Ask(space=True, letters="oan", start=True)] = (
        Field(default="ok", title="Contact", description="May they be contacted without adding danger to anyone?")
    )
    contact_safety_reason: Annotated[Line, Ask(when="contact_safety", among=("ask_first", "not_safe"))] = Field(
        default="", title="Why", description="Why contact is not safe, or who to ask first."
    )
    risk_note: Annotated[Text, Ask(short="Risk info", long=True)] = Field(
        default="",
        title="Information",
        description="Who holds information about risk from this person, and what the plan is.",
    )
    controls: Annotated[tuple[Literal["access", "money", "keys", "medication", "phone"], ...], Ask(only="adults")] = (
        Field(default=(), title="Controls", description="access, money, keys, medication, phone. Commas between.")
    )
    factors: Annotated[
        tuple[
            Literal[
                "mental_health",
                "substance_use",
                "domestic_abuse_harmed",
                "domestic_abuse_causing",
                "own_care_history",
                "other",
            ],
            ...,
        ],
        Ask(),
    ] = Field(
        default=(),
        title="Learning",
        description="What learning from reviews may help here: mental health, substance use, own care history. Commas between.",
    )

    @model_validator(mode="after")
    def _reasons(self) -> Self:
        if self.assessed == "not_needed" and not self.assessed_reason:
            raise ValueError("Assessed: not needed asks why.")
        if self.contact_safety != "ok" and not self.contact_safety_reason:
            raise ValueError("Contact: ask first and not safe ask why.")
        return self
