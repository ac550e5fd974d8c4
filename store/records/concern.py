"""A concern, and what came of it."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record, Text, Theme


class Concern(Record):
    """A worry on a day. It is followed up by an action of this case, or by a reason in words."""

    kind: ClassVar[str] = "concern"
    name: ClassVar[str] = "concern"

    text: Annotated[Text, Ask(long=True)] = Field(
        title="Worry", description="What is worrying, in plain words. One thing.", min_length=1
    )
    happened_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day it came up. Blank: today."
    )
    child_id: Annotated[str | None, Ask(half=True, of="child", adult="Person")] = Field(
        default=None, title="Child", description="Whom it is about. Blank: all of them."
    )
    theme: Annotated[Theme | None, Ask(half=True, letters="12345678", words_of="themes")] = Field(
        default=None, title="Theme", description="The theme from reviews that it speaks to."
    )
    area_of_care: Annotated[str | None, Ask(half=True, of="area", short="Care")] = Field(
        default=None, title="Area", description="The area of care, if it is about one."
    )
    impact: Annotated[
        Text, Ask(long=True, short="It means", adult_help="What it means for this person. Your reading.")
    ] = Field(default="", title="What it means", description="What it means for the child. Your reading.")
    follow_up: Annotated[Line, Ask(of="action", free=True, short="Followed")] = Field(
        default="",
        title="Followed up",
        description="What you did about it, or why nothing more is needed. Or an action of this case.",
    )
