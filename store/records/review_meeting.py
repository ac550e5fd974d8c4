"""A meeting of a review, or with those who stand by me: what was said, and what I asked."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record, Text


class ReviewMeeting(Record):
    """A conversation or learning event of the review."""

    kind: ClassVar[str] = "review_meeting"
    name: ClassVar[str] = "review meeting"

    held_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Held on", description="The day. Blank: today."
    )
    with_role: Annotated[Line, Ask(half=True, short="With")] = Field(
        default="", title="With", description="With whom: roles. No names.", max_length=120
    )
    what_was_said: Annotated[Text, Ask(long=True, short="Said")] = Field(
        title="What was said", description="What was said, and what was decided.", min_length=1
    )
    what_i_asked: Annotated[Text, Ask(long=True, short="I asked")] = Field(
        default="", title="What I asked", description="Who will read my words, what it is for, what support there is."
    )
