"""The questions of a review, asked in one case, with what I wrote to each."""

from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Record, Text

MOST = 6
"""So many questions a review asks at most."""
_ABOUT = "A few words are enough, and a blank is an answer too."


def _answer(number: int) -> Any:
    return Field(default="", title=f"Question {number}", description=_ABOUT)


class ReviewReflection(Record):
    """A review applied to this case. It keeps the questions in their own words, so a changed review never rewrites it."""

    kind: ClassVar[str] = "review_reflection"
    name: ClassVar[str] = "review reflection"

    held_on: Annotated[date, Ask(day="event", today=True, short="When")] = Field(
        title="When", description="The day you asked this case the questions. Blank: today."
    )
    review_id: Annotated[Line, Ask(asked=False)] = Field(default="", title="Review id", max_length=40)
    review: Annotated[Line, Ask(asked=False)] = Field(default="", title="Review", max_length=600)
    """Its title, as it was called then."""
    content_version: Annotated[str, Ask(asked=False)] = ""
    questions: Annotated[tuple[Line, ...], Ask(asked=False)] = ()
    """The questions as they were asked, in order."""
    answer_1: Annotated[Text, Ask(long=True, short="1")] = _answer(1)
    answer_2: Annotated[Text, Ask(long=True, short="2")] = _answer(2)
    answer_3: Annotated[Text, Ask(long=True, short="3")] = _answer(3)
    answer_4: Annotated[Text, Ask(long=True, short="4")] = _answer(4)
    answer_5: Annotated[Text, Ask(long=True, short="5")] = _answer(5)
    answer_6: Annotated[Text, Ask(long=True, short="6")] = _answer(6)

    @property
    def asked(self) -> tuple[tuple[str, str], ...]:
        """Each question with its answer, also where that is blank."""
        return tuple((question, getattr(self, f"answer_{place}")) for place, question in enumerate(self.questions, 1))

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(getattr(self, f"answer_{place}").strip() for place in range(1, MOST + 1)):
            raise ValueError("Question 1: one of the questions needs some words.")
        return self
