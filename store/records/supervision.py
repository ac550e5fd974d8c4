"""Supervision on this case: what I wanted, what was tested, what was decided."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Record, Text, new_id


class Supervision(Record):
    """The part of a supervision session that is about this case."""

    kind: ClassVar[str] = "supervision"
    name: ClassVar[str] = "supervision"

    session_id: Annotated[str, Ask(asked=False)] = Field(default_factory=new_id, min_length=1)
    """The session, of which several cases may have a part."""
    held_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="Held on", description="The day. Blank: today."
    )
    type: Annotated[
        Literal["one_to_one", "group", "ad_hoc"],
        Ask(half=True, letters="oga", words=("one to one", "group", "ad hoc"), start=True),
    ] = Field(default="one_to_one", title="Kind", description="One to one, in a group, or ad hoc.")
    with_role: Annotated[Line, Ask()] = Field(
        default="", title="With", description="With whom: a role, such as team manager.", max_length=120
    )
    wanted: Annotated[Text, Ask(long=True)] = Field(
        default="", title="I wanted", description="What I want from this hour."
    )
    tested: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Tested", description="Which of my thoughts were tested, and how they stood up."
    )
    decided: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Decided", description="What was decided, by whom, and by when."
    )
    me_note: Annotated[Text, Ask(long=True, short="My note")] = Field(
        default="",
        title="Note for me",
        description="Kept out of packs unless you tick it. A court, a coroner, a review or a subject access request may still ask for it.",
    )
