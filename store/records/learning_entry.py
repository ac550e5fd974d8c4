"""What I did with learning from reviews: read, talked over, applied, asked for a change, gave something back."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Own, Record, Text

Embedding = Literal["read", "discussed", "applied", "challenged", "contributed"]
"""The five ways in which learning comes into practice."""


class LearningEntry(Record):
    """One line of my learning log. Kept in my own book, never with a case."""

    kind: ClassVar[str] = "learning_entry"
    name: ClassVar[str] = "learning entry"
    own: ClassVar[Own] = "only"

    type: Annotated[Embedding, Ask(half=True, letters="rdacg", start=True)] = Field(
        default="read",
        title="What I did",
        description="Read a summary, discussed it, applied it, challenged practice, or contributed.",
    )
    happened_on: Annotated[date, Ask(half=True, day="event", today=True, short="When")] = Field(
        title="When", description="The day. Blank: today."
    )
    review: Annotated[Line, Ask()] = Field(
        default="", title="Review", description="Which review, theme or event, by its title.", max_length=200
    )
    with_role: Annotated[Line, Ask(short="With")] = Field(
        default="", title="With", description="With whom: a role, such as the team. No names.", max_length=120
    )
    what_i_take: Annotated[Text, Ask(long=True, short="I take")] = Field(
        title="I take", description="What I take from it, and the one thing I will do.", min_length=1
    )
    what_was_said: Annotated[Text, Ask(long=True, short="Said", when="type", among=("discussed", "challenged"))] = (
        Field(
            default="",
            title="What was said",
            description="What was said, or what I asked for. Name the practice, not the colleague.",
        )
    )
    result: Annotated[
        Text, Ask(long=True, short="Result", when="type", among=("applied", "challenged", "contributed"))
    ] = Field(default="", title="Came of it", description="What came of it.")
    case_ids: Annotated[tuple[str, ...], Ask(of="case")] = Field(
        default=(), title="Cases", description="The cases it is about, by reference, with commas between. Blank: none."
    )
    """By id: no reference stands here, so none is left when a case is purged."""
    bring: Annotated[bool | None, Ask(short="Bring")] = Field(
        default=None,
        title="Bring along",
        description="To supervision: yes puts it into the next packs, of its cases or of any. Blank: it is kept out.",
    )
