"""Whether an advocate was asked for."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, ForService, Line, Record


class Advocate(Record):
    """Would the person struggle to take part, with nobody suitable to support them?"""

    kind: ClassVar[str] = "advocate"
    name: ClassVar[str] = "advocate"
    only_for: ClassVar[ForService] = "adults"

    needed: Annotated[Literal["yes", "no", "not_asked"], Ask(letters="ynx", words=("yes", "no", "not asked"))] = Field(
        title="Needed",
        description="Would the person struggle to take part, with nobody suitable to support them?",
    )
    type: Annotated[
        Literal["care_act", "imca", "imha", "informal"] | None,
        Ask(
            half=True,
            letters="cmhi",
            words=("Care Act", "IMCA", "IMHA", "informal"),
            when="needed",
            among=("yes",),
        ),
    ] = Field(
        default=None,
        title="Kind",
        description="A Care Act advocate, IMCA or IMHA, or informal: someone they chose.",
    )
    instructed_on: Annotated[date | None, Ask(half=True, day="event", short="Since", when="needed", among=("yes",))] = (
        Field(default=None, title="Instructed", description="The day they were instructed. Blank: not yet.")
    )
    reason_none: Annotated[Line, Ask(short="Why")] = Field(
        default="", title="Why none", description="If there is none: why.", max_length=400
    )

    @model_validator(mode="after")
    def _none_has_a_reason(self) -> Self:
        if self.needed == "no" and not self.reason_none:
            raise ValueError("Why none: where no advocate is needed, say why.")
        return self
