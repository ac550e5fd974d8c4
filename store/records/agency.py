"""An agency that knows the family, or would be expected to."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Label, Line, Record

Sector = Literal[
    "health",
    "education",
    "police",
    "housing",
    "probation",
    "adult_services",
    "provider",
    "voluntary",
    "family_network",
    "other",
]


class Agency(Record):
    """Who else holds information. When they were last heard comes from contacts and sightings, never typed by hand."""

    kind: ClassVar[str] = "agency"
    name: ClassVar[str] = "agency"

    label: Annotated[
        Label,
        Ask(adult_help="What you call it: surgery, district nurses, housing, bank, home care agency. No full names."),
    ] = Field(
        title="Agency",
        description="What you call it: school, GP, health visitor, PC of the local team. No full names.",
        min_length=1,
        max_length=60,
    )
    sector: Annotated[Sector, Ask(half=True, letters="hepougrvfz")] = Field(
        title="Sector", description="The sector it belongs to; family network too."
    )
    role: Annotated[Line, Ask(half=True, adult_help="Who speaks for it: district nurse, care coordinator.")] = Field(
        default="", title="Role", description="Who speaks for it: head of year, practice nurse.", max_length=120
    )
    not_applicable: Annotated[
        bool,
        Ask(
            short="No need",
            letters="yn",
            adult_help="Yes if this sector has no part here for now.",
        ),
    ] = Field(
        default=False,
        title="Not needed",
        description="Yes if this sector has no part here for now, such as no school for a baby.",
    )
    not_applicable_reason: Annotated[Line, Ask(when="not_applicable", among=("True",))] = Field(
        default="", title="Why", description="Why it has no part here for now.", max_length=400
    )
    not_applicable_review_on: Annotated[
        date | None, Ask(short="Again", day="due", when="not_applicable", among=("True",))
    ] = Field(default=None, title="Look again", description="When to look at that again.")

    @model_validator(mode="after")
    def _not_applicable_has_a_reason(self) -> Self:
        if self.not_applicable and not self.not_applicable_reason:
            raise ValueError("Why: an agency that has no part here asks why.")
        if self.not_applicable and not self.not_applicable_review_on:
            raise ValueError("Look again: an agency that has no part here needs a date to look again.")
        return self
