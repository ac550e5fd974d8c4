"""A reflection kept apart from the record: what I knew then, and what I think now."""

from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Record, Text

BOXES = ("then_text", "did_text", "in_the_way", "now_text", "would_have_helped")
"""The boxes of an account, in the order in which they are asked. The first three are of then, the last two of now."""
OF_THEN = BOXES[:3]


class ReviewNote(Record):
    """Then and now, on the day it is written. It changes nothing of what was written before."""

    kind: ClassVar[str] = "review_note"
    name: ClassVar[str] = "review note"

    written_on: Annotated[date, Ask(half=True, day="event", today=True, short="Day")] = Field(
        title="Written on", description="The day of these words. Blank: today."
    )
    shared: Annotated[bool, Ask(half=True, letters="yn", short="In pack", start=True)] = Field(
        default=False,
        title="In the pack",
        description="Kept out of packs unless you tick it. A court, a coroner, a review or a subject access request may still ask for it.",
    )
    then_text: Annotated[Text, Ask(long=True, space=True, short="Knew")] = Field(
        default="", title="What I knew", description="What did I know on that day, and who or what told me?"
    )
    did_text: Annotated[Text, Ask(long=True, short="Did, why")] = Field(
        default="",
        title="What I did",
        description="What did I do or decide? What made it a sensible thing to do that day?",
    )
    in_the_way: Annotated[Text, Ask(long=True, short="In my way")] = Field(
        default="",
        title="In the way",
        description="Time, other cases, access, information, advice: what made it harder?",
    )
    now_text: Annotated[Text, Ask(long=True, space=True, short="Now")] = Field(
        default="",
        title="I think now",
        description="What do I see now that could not be seen then? What would I do again?",
    )
    would_have_helped: Annotated[Text, Ask(long=True, short="To help")] = Field(
        default="",
        title="Would help",
        description="From whom, and when? What could the system change for next time?",
    )
    about_ids: Annotated[tuple[str, ...], Ask(asked=False)] = ()
    """The entries of the record that it is about, by id; none: the case as a whole."""

    @model_validator(mode="after")
    def _one_box_is_filled(self) -> Self:
        if not any(getattr(self, box).strip() for box in BOXES):
            raise ValueError("What I knew: a note has words in one of its boxes.")
        return self
