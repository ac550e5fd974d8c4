"""Another agency saw the child."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record, Text
from store.records.seen import SeenHow


class Sighting(Record):
    """School, a health visitor or another agency saw the child; it is never a visit."""

    kind: ClassVar[str] = "sighting"
    name: ClassVar[str] = "sighting"

    child_id: Annotated[str, Ask(half=True, of="child", adult="Person")] = Field(
        title="Child", description="Who was seen.", min_length=1
    )
    happened_on: Annotated[date, Ask(half=True, day="event", today=True)] = Field(
        title="When", description="The day they saw them. Blank: today."
    )
    agency_id: Annotated[str, Ask(of="agency")] = Field(
        title="By", description="The agency that saw them, as it is listed on this case.", min_length=1
    )
    seen: Annotated[
        SeenHow,
        Ask(
            letters="awon",
            words=("alone", "with others", "observed", "not seen"),
            adult_words=("in private", "with others", "observed", "not seen"),
            adult_help="In private, with others in the room, observed only, or not seen.",
        ),
    ] = Field(title="Seen", description="Alone, with others in the room, observed only, or not seen.")
    told_by: Annotated[Line, Ask()] = Field(
        default="", title="Told by", description="Who told you: a role or initials.", max_length=120
    )
    child_words: Annotated[
        Text, Ask(long=True, short="Words", adult_help="What they said, in their own words, as it was passed on.")
    ] = Field(
        default="",
        title="Their words",
        description="What the child said or showed, in their own words, as it was passed on.",
    )
