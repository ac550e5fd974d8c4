"""The case itself: one household or family as the worker carries it."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from store.records.base import Ask, Label, Record, Text

HoldKind = Literal["review", "court", "complaint", "other"]
"""What may need a case, so that nothing of it is purged."""


class FrozenCopy(BaseModel):
    """A copy of the case as it stood at one moment: by its fingerprint a copy that was changed since is known."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """Of its file in `frozen/`, without the ending."""
    taken_at: datetime
    revision: int
    """Of the case, at that moment."""
    sha256: str


class CaseRecord(Record):
    """The reference and the dates of a case. Its id is the id of the case."""

    kind: ClassVar[str] = "case"
    name: ClassVar[str] = "case"

    ref: Annotated[Label, Ask()] = Field(
        title="Reference",
        description="Your own short name for the case, such as F-102. Never a person's name.",
        min_length=1,
        max_length=24,
    )
    allocated_on: Annotated[date | None, Ask(short="Since", half=True, day="event")] = Field(
        default=None, title="Allocated", description="The day the case came to you. Blank: today."
    )
    service: Annotated[Literal["children", "adults"], Ask(half=True, letters="ca")] = Field(
        default="children", title="Service", description="Children's services or adult services."
    )
    see_also: Annotated[tuple[Label, ...], Ask()] = Field(
        default=(), title="See also", description="Other cases it belongs with: references, with commas between."
    )
    closed_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Closed on", description="The day the case closed to you."
    )
    closed_reason: Annotated[Text, Ask(asked=False, long=True)] = Field(
        default="", title="Why", description="Why it closes now."
    )
    hold: Annotated[Literal["", HoldKind], Ask(asked=False)] = Field(
        default="", title="Hold", description="While a review, a court or a complaint needs it, it cannot be purged."
    )
    held_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Held since", description="The day the hold was placed."
    )
    hold_note: Annotated[Text, Ask(asked=False, long=True)] = Field(
        default="", title="Hold note", description="Who asked for it, and for what; once lifted, why."
    )
    frozen: Annotated[tuple[FrozenCopy, ...], Ask(asked=False)] = ()
    """The frozen copies of it, the oldest first."""
    could_still_go_wrong: Annotated[Text, Ask(short="If wrong", asked=False, long=True)] = Field(
        default="",
        title="May go wrong",
        description="What could still go wrong, who would notice, and what would they do?",
    )
