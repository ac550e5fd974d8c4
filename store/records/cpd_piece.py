"""A piece of continuing professional development, in the fields of the regulator's form."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Own, Record, Text

Activity = Literal[
    "reading_a_review",
    "team_discussion",
    "supervision",
    "training",
    "shadowing",
    "teaching_others",
    "research",
    "other",
]
"""What kind of activity it was."""


class CpdPiece(Record):
    """One piece for the year that ends on 30 November. Kept in my own book; it holds nothing of a case."""

    kind: ClassVar[str] = "cpd_piece"
    name: ClassVar[str] = "CPD piece"
    own: ClassVar[Own] = "only"

    type: Annotated[Activity, Ask(half=True, letters="rdstwheo")] = Field(
        title="Kind", description="What kind of activity it was."
    )
    done_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day. Blank: today."
    )
    what: Annotated[Text, Ask(long=True)] = Field(
        title="What I did", description="What I did, and why I chose it.", min_length=1
    )
    learned: Annotated[Text, Ask(long=True, short="Learned")] = Field(
        default="", title="I learned", description="What I learned."
    )
    impact: Annotated[Text, Ask(long=True, short="Different")] = Field(
        default="",
        title="Is different",
        description="What is different in my practice, and for the people I work with.",
    )
    peer_role: Annotated[Line, Ask(short="With")] = Field(
        default="", title="With a peer", description="Who I talked it over with: a role only.", max_length=120
    )
    peer_reflection: Annotated[Text, Ask(long=True, short="It added")] = Field(
        default="",
        title="What it added",
        description="What talking it over added. With it, the piece counts as one with a peer.",
    )
