"""How one child was seen on one visit."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from store.records.base import Ask, Line, Record, Text

SeenHow = Literal["alone", "with_others", "observed", "not_seen"]
Reason = Literal[
    "refused_by_adult",
    "refused_by_child",
    "asleep",
    "out",
    "away",
    "too_young",
    "adult_stayed",
    "safety",
    "other",
]


class Seen(Record):
    """One child on one visit. A brother or sister seen alone never counts for this child."""

    kind: ClassVar[str] = "seen"
    name: ClassVar[str] = "seen"

    visit_id: Annotated[str, Ask(asked=False, of="visit")]
    child_id: Annotated[str, Ask(asked=False, of="child")]
    happened_on: Annotated[date, Ask(asked=False)]
    """The day of the visit."""
    seen: Annotated[
        SeenHow,
        Ask(
            half=True,
            letters="awon",
            words=("alone", "with others", "observed", "not seen"),
            adult_words=("in private", "with others", "observed", "not seen"),
            adult_help="In private, with others in the room, observed only, or not seen.",
        ),
    ] = Field(title="Seen", description="Alone, with others in the room, observed only, or not seen.")
    sleeping_place_seen: Annotated[
        Literal["yes", "no", "not_applicable"] | None, Ask(half=True, letters="yna", adult="Living space", short="Room")
    ] = Field(default=None, title="Bedroom", description="Was the place seen where they sleep? a: does not apply here.")
    reason: Annotated[
        Reason | None,
        Ask(
            letters="fcsowytxz",
            short="Why not",
            adult="Why not",
            adult_words=(
                "refused by another",
                "refused by the person",
                "asleep",
                "out",
                "away",
                "too unwell",
                "another stayed",
                "safety",
                "other",
            ),
        ),
    ] = Field(
        default=None,
        title="Why not alone",
        description="What got in the way. It may be left blank; it is asked again later.",
    )
    reason_text: Annotated[Line, Ask(asked=False)] = Field(
        default="", title="In words", description="What got in the way, in your words."
    )
    child_words: Annotated[
        Text, Ask(long=True, short="Words", adult="Their words", adult_help="What they said, in their own words.")
    ] = Field(default="", title="Their words", description="What the child said or showed, in their own words.")
    impact: Annotated[
        Text,
        Ask(
            long=True,
            short="It means",
            adult_help="What it means for this person. Your reading, apart from what was said.",
        ),
    ] = Field(
        default="",
        title="What it means",
        description="What it means for the child. Your reading, apart from what was said.",
    )
    what_i_saw: Annotated[
        Text, Ask(long=True, short="I saw", adult_help="Face, hands, skin, the room: what you saw yourself.")
    ] = Field(default="", title="What I saw", description="Face, body, play, the room: what you saw yourself.")
    how_we_talked: Annotated[
        Line,
        Ask(
            short="We talked", adult_help="Hearing aid, glasses, time of day, signs, an interpreter who is not family."
        ),
    ] = Field(default="", title="How we talked", description="Play, drawing, a walk, an interpreter, signs.")
    sleeping_place_note: Annotated[Line, Ask(asked=False)] = Field(
        default="", title="The room", description="What the place is like where they sleep."
    )
