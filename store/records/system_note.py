"""A look at the system: what surrounded a decision, and what would help the next worker and child."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Own, Record, Text

Factor = Literal[
    "workload",
    "staffing",
    "tools",
    "policy",
    "information",
    "supervision",
    "training",
    "resources",
    "handover",
    "cover",
    "threshold",
    "other_agency",
    "culture",
    "other",
]
"""What of the organisation shaped the work; practice says how each is called."""


class SystemNote(Record):
    """The context of an incident, of drift or of a disagreement. It names factors, and no colleague."""

    kind: ClassVar[str] = "system_note"
    name: ClassVar[str] = "system note"
    own: ClassVar[Own] = "too"

    happened_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day it is about. Blank: today."
    )
    about: Annotated[Line, Ask(half=True)] = Field(
        default="", title="About", description="The incident, drift or disagreement, in a few words.", max_length=120
    )
    factors: Annotated[tuple[Factor, ...], Ask(words_of="factors")] = Field(
        default=(), title="Factors", description="Which factors played a part. Commas between."
    )
    text: Annotated[Text, Ask(long=True, space=True)] = Field(
        title="Context",
        description="The context: what the week was like, what was known and what was not.",
        min_length=1,
    )
    decided: Annotated[Text, Ask(long=True)] = Field(
        default="",
        title="Decided",
        description="What was decided, by which role, and why it made sense at the time.",
    )
    shaped_by: Annotated[Text, Ask(long=True, short="Shaped")] = Field(
        default="", title="Shaped by", description="What in the organisation shaped that decision."
    )
    met: Annotated[Text, Ask(long=True, short="Hands")] = Field(
        default="", title="From hand to hand", description="Where work passed from one hand to another."
    )
    between: Annotated[tuple[str, ...], Ask(of="agency")] = Field(
        default=(), title="Between", description="The agencies between which the gap lay. Commas between."
    )
    recommendation: Annotated[Text, Ask(long=True, short="Ask for", space=True)] = Field(
        default="", title="Recommend", description="What one change would help, and who can make it."
    )
    raised_with: Annotated[Line, Ask(half=True, short="Raised")] = Field(
        default="", title="Raised with", description="With whom it was raised: a role.", max_length=120
    )
    raised_on: Annotated[date | None, Ask(half=True, day="event", short="On")] = Field(
        default=None, title="Raised on", description="The day it was raised."
    )
    reply: Annotated[Text, Ask(long=True)] = Field(default="", title="Reply", description="What came back.")
    about_id: Annotated[str, Ask(asked=False)] = ""
    """The record of the case that it was begun from, if any."""
