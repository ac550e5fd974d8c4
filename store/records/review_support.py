"""Who stands by me while a case is reviewed, and when we next speak."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import Field

from store.records.base import Ask, Line, Record


class ReviewSupport(Record):
    """A contact by role: manager, union or professional body, legal, employee support. The number is mine to type."""

    kind: ClassVar[str] = "review_support"
    name: ClassVar[str] = "support contact"

    role: Annotated[Line, Ask()] = Field(
        title="Role", description="Manager, union, professional body, legal, own health. No names.", min_length=1,
        max_length=120,
    )  # fmt: skip
    number: Annotated[Line, Ask(half=True)] = Field(
        default="", title="Number", description="How to reach them.", max_length=60
    )
    check_in_on: Annotated[date | None, Ask(half=True, day="due", short="Speak")] = Field(
        default=None, title="Next speak", description="When we next speak, such as fri or +1w."
    )
