"""A child of the case; on an adult's case, the person it is about."""

from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from store.records.base import Ask, Interval, Label, Line, Record, Text

Plan = Literal["none", "early_help", "assessment", "cin", "cp", "lac", "care_leaver", "adult"]
VisitRule = Literal["reg28_2", "reg28_2_to_18", "reg28_3", "reg28_4", "reg28_5", "not_set"]


class Child(Record):
    """One child with a plan, dates and intervals of its own. Blank means not recorded, never no."""

    kind: ClassVar[str] = "child"
    name: ClassVar[str] = "child"

    initials: Annotated[Label, Ask(half=True)] = Field(
        default="", title="Initials", description="One to three letters, such as K.M. Never a full name.", max_length=8
    )
    own_id: Annotated[Label, Ask(half=True, adult_help="The person's number in your council's system.")] = Field(
        default="",
        title="Own id",
        description="The child's number in your council's system, so that imports find them.",
        max_length=40,
    )
    born_on: Annotated[date | None, Ask(half=True, day="event")] = Field(
        default=None, title="Born", description="Date of birth, if you know it."
    )
    expected_on: Annotated[
        date | None, Ask(short="Due", half=True, day="any", only="children", when="born_on", among=("",))
    ] = Field(default=None, title="Expected", description="For an unborn baby: the day expected. Leave Born blank.")
    plan: Annotated[
        Plan,
        Ask(
            half=True,
            letters="-haipclu",
            words=(
                "none",
                "early help",
                "assessment",
                "in need",
                "CP",
                "care",
                "care leaver",
                "adult",
            ),
            adult_help="The plan or service this person has now.",
        ),
    ] = Field(default="none", title="Plan", description="The plan or service this child has now.")
    plan_started_on: Annotated[date | None, Ask(half=True, day="event")] = Field(
        default=None, title="Since", description="When the plan, care or service itself began, whoever held the case."
    )
    category: Annotated[Line, Ask(half=True, only="children", when="plan", among=("cp",))] = Field(
        default="", title="Category", description="The category of a protection plan, such as neglect."
    )
    legal_status: Annotated[Line, Ask(short="Legal", half=True, only="children", when="plan", among=("lac",))] = Field(
        default="",
        title="Legal status",
        description="For a child in care: the order, or accommodated.",
    )
    visit_interval: Annotated[Interval | None, Ask(short="Visits", half=True, space=True)] = Field(
        default=None,
        title="Visit every",
        description="What the plan says: 10 wd, 6 weeks, 1 month. Blank: the usual limit.",
    )
    alone_interval: Annotated[
        Interval | None,
        Ask(
            half=True,
            adult="Private every",
            short="Alone",
            adult_short="Private",
            adult_help="What the plan says of private conversations. Blank: as the visits.",
        ),
    ] = Field(default=None, title="Alone every", description="What the plan says of time alone. Blank: as the visits.")
    visit_rule: Annotated[
        VisitRule,
        Ask(
            only="children",
            short="Rule",
            when="plan",
            among=("lac",),
            words=(
                "regulation 28(2)",
                "regulation 28(2), placed to 18",
                "regulation 28(3), parent before assessment",
                "regulation 28(4), connected person or interim order",
                "regulation 28(5), care order at home",
                "not set",
            ),
        ),
    ] = Field(
        default="not_set",
        title="Visiting rule",
        description="For a child in care: the paragraph of regulation 28 that applies.",
    )
    placement_started_on: Annotated[
        date | None, Ask(half=True, day="event", only="children", when="plan", among=("lac",))
    ] = Field(default=None, title="Placed", description="For a child in care: when this placement began.")
    first_review_on: Annotated[
        date | None, Ask(short="Review", half=True, day="event", only="children", when="plan", among=("lac",))
    ] = Field(
        default=None, title="First review", description="For a child in care: the day of the first review, once held."
    )
    communication: Annotated[
        tuple[Literal["speech", "limited_speech", "non_verbal", "baby", "interpreter", "aac", "bsl"], ...],
        Ask(
            space=True,
            short="Talks",
            adult_help="How this person makes themselves understood. Commas between.",
            adult_words=("speech", "limited speech", "non verbal", "no words now", "interpreter", "aac", "bsl"),
        ),
    ] = Field(
        default=(), title="Communication", description="How this child makes themselves understood. Commas between."
    )
    needs: Annotated[tuple[Literal["disability", "complex_health", "residential", "other"], ...], Ask()] = Field(
        default=(), title="Needs", description="disability, complex health, residential, other. Commas between."
    )
    alone_rule: Annotated[
        Literal["alone", "observed_counts"],
        Ask(
            short="Counts",
            letters="ao",
            adult="What counts",
            adult_help="May watching a person without speech count as time in private? You decide, with a reason and a date.",
            adult_words=("in private", "observed counts"),
        ),
    ] = Field(
        default="alone",
        title="Time alone",
        description="May watching a baby or a child without speech count as time alone? You decide, with a reason and a date.",
    )
    alone_rule_reason: Annotated[
        Line, Ask(when="alone_rule", among=("observed_counts",), adult_help="Why observed counts for this person.")
    ] = Field(default="", title="Why so", description="Why observed counts for this child.")
    alone_rule_review_on: Annotated[
        date | None, Ask(short="Again on", day="due", when="alone_rule", among=("observed_counts",))
    ] = Field(default=None, title="Look again", description="When to look at that again.")
    whereabouts: Annotated[
        Literal["home", "placement", "hospital", "missing", "abroad", "custody"],
        Ask(half=True, space=True, letters="hpomac", short="Where", adult_help="Where the person is now."),
    ] = Field(default="home", title="Whereabouts", description="Where the child is now.")
    whereabouts_since: Annotated[
        date | None,
        Ask(
            half=True,
            day="event",
            when="whereabouts",
            among=("placement", "hospital", "missing", "abroad", "custody"),
        ),
    ] = Field(default=None, title="Since", description="Since when.")
    not_asked_reason: Annotated[
        Line, Ask(adult_help="If visits do not apply to this person for now: why. Blank: they do.")
    ] = Field(
        default="",
        title="Not asked",
        description="If visits do not apply to this child for now: why. Blank: they do.",
        max_length=400,
    )
    not_asked_until: Annotated[date | None, Ask(short="Until", day="due", when="not_asked_reason")] = Field(
        default=None, title="Until", description="When to look at that again; then it is asked again."
    )
    note: Annotated[Text, Ask(long=True)] = Field(
        default="", title="Note", description="Anything else to keep in mind, such as what helps them talk."
    )

    @model_validator(mode="after")
    def _a_rule_has_its_reason(self) -> Self:
        if self.alone_rule == "observed_counts" and not (self.alone_rule_reason and self.alone_rule_review_on):
            raise ValueError("Time alone: observed counts needs a reason and a date to look again.")
        if self.not_asked_reason and not self.not_asked_until:
            raise ValueError("Until: what does not apply for now needs a date to look again.")
        return self

    @property
    def unborn(self) -> bool:
        """Expected and not born yet."""
        return self.expected_on is not None and self.born_on is None
