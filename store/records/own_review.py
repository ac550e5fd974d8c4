"""A review of my own, or one that was taken from a file: what was looked at, what was learned, what to ask."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Line, Own, QuestionId, Record, Text, Theme
from store.records.review_reflection import MOST

Publication = Literal["national_review", "local_review", "adult_review", "briefing", "spotlight", "research", "other"]
OfferedFor = Literal[
    "unborn",
    "under_1",
    "under_6",
    "over_10",
    "disability",
    "complex_health",
    "residential",
    "non_verbal",
    "mental_health",
    "substance_use",
    "domestic_abuse",
]


class OwnReview(Record):
    """A local or national review that I added, or took. Kept in my own book, never with a case."""

    kind: ClassVar[str] = "own_review"
    name: ClassVar[str] = "review"
    own: ClassVar[Own] = "only"

    title: Annotated[Line, Ask()] = Field(
        title="Title", description="What you call it. No name of a child or a family.", min_length=1, max_length=600
    )
    publication: Annotated[
        Publication,
        Ask(
            short="Kind",
            half=True,
            letters="nlabsro",
            words=(
                "national review",
                "local review",
                "adult review",
                "briefing",
                "theme of a report",
                "research",
                "other",
            ),
            start=True,
        ),
    ] = Field(default="local_review", title="Kind", description="What kind of publication it is.")
    service: Annotated[Literal["children", "adults", "both"], Ask(half=True, letters="cab", start=True)] = Field(
        default="children", title="For", description="Whether it is for children's cases, adults' cases, or both."
    )
    published_as: Annotated[Line, Ask(short="Called")] = Field(
        default="", title="Published as", description="The title of the publication. Blank: as above.", max_length=600
    )
    by: Annotated[Line, Ask(half=True)] = Field(default="", title="By", description="Who published it.", max_length=600)
    year: Annotated[int | None, Ask(half=True)] = Field(
        default=None, title="Year", description="The year it was published. Blank: not known.", ge=1900, le=2200
    )
    sure: Annotated[bool, Ask(letters="yn", short="Verified")] = Field(
        default=False,
        title="Looked up",
        description="Did you look up its title and year? If not, that is said beside it.",
    )
    looked_at: Annotated[Text, Ask(long=True)] = Field(
        title="Looked at", description="What was looked at, in your own words.", min_length=1
    )
    learning: Annotated[Text, Ask(long=True)] = Field(
        title="Learned", description="What was learned, one thing a line, in your own words.", min_length=1
    )
    questions: Annotated[Text, Ask(long=True)] = Field(
        title="Questions", description="Questions to ask in a case, one a line, six at most.", min_length=1
    )
    speaks_to: Annotated[tuple[Theme, ...], Ask(words_of="themes")] = Field(
        default=(), title="Themes", description="The themes that it speaks to, such as T1 or neglect. Commas between."
    )
    case_questions: Annotated[tuple[QuestionId, ...], Ask(words_of="questions", short="Of eight")] = Field(
        default=(),
        title="Of the eight",
        description="Which of the eight questions it belongs to, such as Q1 or agencies. Commas between.",
    )
    offered_for: Annotated[tuple[OfferedFor, ...], Ask(short="Offer for")] = Field(
        default=(),
        title="Offered for",
        description="For which cases: unborn, under 1, under 6, over 10, disability, domestic abuse and more. Commas between.",
    )
    note: Annotated[Line, Ask()] = Field(
        default="", title="Note", description="Anything to know about the publication itself.", max_length=600
    )
    also_published: Annotated[tuple[Line, ...], Ask(asked=False)] = ()
    """Further publications, each with who and when."""
    beside: Annotated[tuple[str, ...], Ask(asked=False)] = ()
    """For each question the one of the eight whose evidence stands beside it; blank for none."""
    link_when: Annotated[tuple[str, ...], Ask(asked=False)] = ()
    """For which cases it is offered, as the file that it came from says it."""
    content_id: Annotated[str, Ask(asked=False)] = Field(default="", max_length=40)
    """The id it has in that file, such as L1; blank for one that was typed."""
    content_version: Annotated[str, Ask(asked=False)] = ""
    """The version that was taken, with its day."""
    from_file: Annotated[Line, Ask(asked=False)] = Field(default="", title="From", max_length=600)
    """Who gave the file, and what it is called."""
    left_version: Annotated[str, Ask(asked=False)] = ""
    """The version that was offered last, and left."""
    taken: Annotated[bool, Ask(asked=False)] = True
    """False: it was offered, and left; nothing of it is used."""

    @model_validator(mode="after")
    def _few_questions(self) -> Self:
        if len([line for line in self.questions.split("\n") if line.strip()]) > MOST:
            raise ValueError(f"Questions: a review asks {MOST} questions at most.")
        return self
