"""A visit: when, where and by whom. How each child was seen is kept in `Seen`."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Label, Record, Text


class Visit(Record):
    """A visit, made by me, a colleague or the duty worker. A video call is kept and resets nothing."""

    kind: ClassVar[str] = "visit"
    name: ClassVar[str] = "visit"

    happened_on: Annotated[date, Ask(half=True, day="event")] = Field(
        title="When", description="today, yest, mon, 3/4, -3d. Day comes first."
    )
    started_at: Annotated[str | None, Ask(half=True, clock=True)] = Field(
        default=None,
        title="At",
        description="The time, such as 15:40. May be left blank.",
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$",
    )
    place: Annotated[
        Literal["home", "school", "placement", "hospital", "community", "video"],
        Ask(
            half=True,
            space=True,
            adult_words=("home", "day service", "care home", "hospital", "community", "video"),
        ),
    ] = Field(
        default="home", title="Where", description="Where it was. A video call is kept, and does not count as seen."
    )
    by: Annotated[Literal["me", "colleague", "duty"], Ask(half=True)] = Field(
        default="me",
        title="By",
        description="Who made the visit. A colleague's or duty visit counts, and the line says so.",
    )
    announced: Annotated[bool | None, Ask(half=True, letters="yn")] = Field(
        default=None, title="Announced", description="Did they know that you were coming?"
    )
    purpose: Annotated[Literal["statutory", "plan", "other"], Ask(half=True)] = Field(
        default="statutory", title="Kind", description="A statutory visit, one that the plan asks for, or another."
    )
    minutes: Annotated[int | None, Ask()] = Field(
        default=None, title="Minutes", description="How long, in minutes.", ge=1, le=1440
    )
    present: Annotated[tuple[Label, ...], Ask(short="There")] = Field(
        default=(), title="Who was there", description="Roles or initials, with commas between: mother, gran."
    )
    account: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Account", description="What happened, in order, as long or short as you like."
    )
    written_up: Annotated[Literal["not_yet", "copied_out", "elsewhere"], Ask(asked=False)] = Field(
        default="not_yet", title="Written up", description="Whether the council's record has it."
    )
    written_up_on: Annotated[date | None, Ask(asked=False, day="event")] = Field(
        default=None, title="Written up on", description="When it was written up."
    )
