"""Anything dated in the life of the case."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text

EventType = Literal[
    "contact",
    "referral",
    "nfa",
    "early_help",
    "assessment_start",
    "assessment_end",
    "strategy_discussion",
    "s47_start",
    "s47_end",
    "icpc",
    "rcpc",
    "core_group",
    "plan_start",
    "plan_end",
    "cin_review",
    "became_looked_after",
    "lac_review",
    "placement_start",
    "placement_end",
    "legal_order",
    "missing",
    "returned",
    "police",
    "health",
    "school",
    "move",
    "positive",
    "concern_received",
    "s42_start",
    "s42_end",
    "restart",
    "threshold_decision",
    "serious_incident",
    "incident_notified",
    "rapid_review_end",
    "review_decided",
    "review_published",
    "other",
]
WORDS = (
    "first contact",
    "referral",
    "no further action",
    "early help",
    "assessment starts",
    "assessment ends",
    "strategy discussion",
    "section 47 starts",
    "section 47 ends",
    "initial conference",
    "review conference",
    "core group",
    "plan starts",
    "plan ends",
    "child in need review",
    "came into care",
    "review in care",
    "placement starts",
    "placement ends",
    "legal order",
    "missing",
    "returned",
    "police",
    "health",
    "school",
    "move",
    "good news",
    "concern received",
    "section 42 starts",
    "section 42 ends",
    "started again",
    "threshold decision",
    "serious incident",
    "incident notified",
    "rapid review ends",
    "review decided",
    "review published",
    "other",
)
"""The types as people read them, in order."""
FOR_ADULTS = {
    "child in need review": "review of the plan",
    "initial conference": "first safeguarding meeting",
    "review conference": "later safeguarding meeting",
    "school": "day service",
}
"""What some of them are called on an adult's case."""


class Event(Record):
    """A decision, a meeting, a move, a new start. It counts as written up elsewhere unless the person says otherwise."""

    kind: ClassVar[str] = "event"
    name: ClassVar[str] = "event"

    type: Annotated[EventType, Ask(words=WORDS, adult_words=tuple(FOR_ADULTS.get(word, word) for word in WORDS))] = (
        Field(title="Event", description="What kind of event: type its first letters.")
    )
    happened_on: Annotated[date, Ask(half=True, day="event", about="happened_text")] = Field(
        title="When", description="When it was: tue, 3/4, or c. May 2019 if it is not known better."
    )
    happened_text: Annotated[Line, Ask(asked=False)] = ""
    """The day as it was typed, where it is approximate."""
    approx: Annotated[bool, Ask(asked=False)] = False
    """The day is approximate; `happened_on` is the first of the month, to sort by."""
    child_id: Annotated[str | None, Ask(half=True, of="child", adult="Person")] = Field(
        default=None, title="Child", description="Whom it is about. Blank: all of them."
    )
    text: Annotated[Text, Ask(long=True, short="Happened")] = Field(
        default="", title="What happened", description="What happened, in a line or two."
    )
    agency_id: Annotated[str | None, Ask(of="agency")] = Field(
        default=None, title="Agency", description="The agency it came from or was with, if one."
    )
    decision: Annotated[Line, Ask(guide=True)] = Field(
        default="", title="Decision", description="What was decided, if anything.", max_length=1000
    )
    reason: Annotated[Line, Ask()] = Field(
        default="", title="Why", description="The reasons, as they were given.", max_length=1000
    )
    meaning_for_child: Annotated[
        Text, Ask(long=True, short="It means", adult_help="What it means for this person.")
    ] = Field(default="", title="What it means", description="What it means for the child.")
    significance: Annotated[Literal["key", "ordinary"], Ask(half=True, short="Weight", letters="ko", start=True)] = (
        Field(default="ordinary", title="Significance", description="Key events are written up sooner.")
    )
    written_up: Annotated[
        Literal["not_yet", "copied_out", "elsewhere"], Ask(half=True, short="Written", letters="nce", start=True)
    ] = Field(default="elsewhere", title="Written up", description="Whether the council's record has it.")
    written_up_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Written up on", description="When it was written up."
    )

    @model_validator(mode="after")
    def _an_approximate_day_keeps_its_words(self) -> Self:
        if self.approx != bool(self.happened_text):
            raise ValueError("When: an approximate day keeps the words it was typed in.")
        return self
