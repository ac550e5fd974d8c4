"""Taking part, and the child's change: two facts, side by side."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Record, Text
from store.records.outcome import ChangeForChild


class Engagement(Record):
    """At a review: how far the adults took part, and beside it whether anything is different for the child."""

    kind: ClassVar[str] = "engagement"
    name: ClassVar[str] = "taking part"

    child_id: Annotated[str, Ask(half=True, of="child", adult="Person", adult_help="The person it is read for.")] = (
        Field(title="Child", description="The child it is read for.", min_length=1)
    )
    review_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="On", description="The day of the review. Blank: today."
    )
    engagement: Annotated[
        Literal["in", "partly", "out"],
        Ask(half=True, letters="ipo", words=("in", "partly", "out"), short="Part", adult_help="Is help taken up?"),
    ] = Field(title="Taking part", description="Do the adults take part in the plan: in, partly, or out?")
    child_change: Annotated[
        ChangeForChild,
        Ask(
            half=True,
            letters="bswx",
            words=("better", "same", "worse", "not clear"),
            adult_help="And for the person: is the outcome they asked for any nearer?",
        ),
    ] = Field(title="Change", description="And for the child: better, the same, worse, or not clear.")
    note: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Note", description="What each of the two rests on."
    )
