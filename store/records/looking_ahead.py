"""Looking back from a year ahead: what was already in sight today, theme by theme."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record, Text, Theme


class LookingAhead(Record):
    """What one theme brought up, when a case was imagined a year from now. Kept out of packs unless ticked."""

    kind: ClassVar[str] = "looking_ahead"
    name: ClassVar[str] = "look back from a year ahead"

    theme: Annotated[Theme, Ask(half=True, letters="12345678", words_of="themes")] = Field(
        title="Theme", description="The theme from reviews that it was seen under."
    )
    held_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Held on", description="The day. Blank: today."
    )
    text: Annotated[Text, Ask(long=True, short="In sight")] = Field(
        title="In sight", description="What, already in sight today, you would point to.", min_length=1
    )
    with_role: Annotated[Line, Ask(half=True)] = Field(
        default="", title="With", description="With whom: a role, or the group. Blank: alone.", max_length=120
    )
    look_again_on: Annotated[date | None, Ask(half=True, day="due", short="Again")] = Field(
        default=None, title="Look again", description="When it comes up again. Blank: as the limits say."
    )
    became: Annotated[str, Ask(asked=False)] = ""
    """The id of the I wonder, unknown, contact or action that was made of it."""
