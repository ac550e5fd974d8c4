"""What every record has, how a form asks for a field, and the one way to change a record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from ulid import ULID

from store.summary import short_id
from store.text import clean, name_like, one_line

Unit = Literal["wd", "day", "week", "month"]
Theme = Literal["T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8"]
Of = Literal["", "child", "visit", "agency", "outcome", "explanation", "hypothesis", "action", "area", "case"]
ForService = Literal["", "children", "adults"]
Own = Literal["", "too", "only"]
QuestionId = Literal["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]


def _made(way: Callable[[str], str]) -> BeforeValidator:
    """Text is made clean before its length is looked at: a tab that becomes four blanks may not slip past a limit."""
    return BeforeValidator(lambda value: way(value) if isinstance(value, str) else value)


TEXTS = (_made(clean), _made(one_line), _made(name_like))
"""By these notes the privacy mask knows a field that holds text or a name."""
Text = Annotated[str, TEXTS[0]]
"""Free text, kept as it was typed."""
Line = Annotated[str, TEXTS[1]]
"""Free text on one line."""
Label = Annotated[str, TEXTS[2]]
"""A short name, without invisible characters."""


@dataclass(frozen=True, slots=True)
class Ask:
    """How a person is asked for a field. Forms, plain prompts and the command line read it; pydantic leaves it alone."""

    asked: bool = True
    """False: the program fills it in; nobody is asked."""
    long: bool = False
    """Several lines of text."""
    half: bool = False
    """Shares its line with the half before or after it."""
    space: bool = False
    """A blank line stands above it."""
    day: Literal["event", "due", "any"] = "any"
    """How a bare day such as `mon` or `3/4` is read: the last one, the next one, or the nearest. Events are never in the future."""
    letters: str = ""
    """One key for each choice, in order; without it the first letter that is free."""
    words: tuple[str, ...] = ()
    """The choices as a person reads them, in order; without it the value with blanks for `_`."""
    words_of: Literal["", "themes", "questions", "factors"] = ""
    """The choices are what practice calls so: their words are its short ones."""
    short: str = ""
    """The label where there are only nine letters."""
    adult: str = ""
    """The label on an adult's case, where it differs."""
    adult_short: str = ""
    """The short label on an adult's case, where it differs."""
    adult_help: str = ""
    """The help on an adult's case, where it differs."""
    adult_words: tuple[str, ...] = ()
    """The choices on an adult's case, where they differ."""
    only: ForService = ""
    """Asked only on a case of that service."""
    clock: bool = False
    """A time of day."""
    of: Of = ""
    """The id of one of the case's records of that kind, or an area of care: the choices are the case's own."""
    guide: bool = False
    """The form's guide is about this field; where help is for one field alone, it is said here."""
    free: bool = False
    """With `of`: words of one's own are allowed in place of a choice."""
    today: bool = False
    """A day that is today when it is left blank."""
    start: bool = False
    """A new form starts with the field's default, to be seen and changed."""
    about: str = ""
    """For a day that may be approximate, such as `c. May 2019`: the field that keeps what was typed; `approx` says so."""
    when: str = ""
    """Another field of the record, on which it depends whether this one is asked."""
    among: tuple[str, ...] = ()
    """The values of that field with which this one is asked, an empty text for blank; without any, whatever it holds."""


def new_id() -> str:
    """A new record id: a ULID as text, made anywhere, never a counter."""
    return str(ULID())


class Interval(BaseModel):
    """How often something is to happen: every `value` working days, days, weeks or months."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: int = Field(gt=0, le=400)
    unit: Unit


class Record(BaseModel):
    """One thing that is kept. Frozen: a change makes a new version (see `changed`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    kind: ClassVar[str]
    """The name of its table and of its commands."""
    name: ClassVar[str] = "record"
    """What a person calls it."""
    only_for: ClassVar[ForService] = ""
    """Kept only on a case of that service; blank: on both."""
    own: ClassVar[Own] = ""
    """Kept in my own book too, or only there; blank: only with a case."""

    id: Annotated[str, Ask(asked=False)] = Field(default_factory=new_id, min_length=1)
    case_id: Annotated[str, Ask(asked=False)] = ""
    """The case it belongs to; the store fills it in."""
    recorded_at: Annotated[datetime | None, Ask(asked=False)] = None
    """When it was first written down (UTC); the store fills it in."""
    edited_at: Annotated[datetime | None, Ask(asked=False)] = None
    """When this version was written (UTC), if it is not the first."""
    revision: Annotated[int, Ask(asked=False)] = 0
    """0 before it is kept, then 1, 2, …: one more with every version."""
    origin: Annotated[str, Ask(asked=False)] = "me"
    """`me`, or `import:<batch>:<row>`."""
    themes: Annotated[tuple[Theme, ...], Ask(asked=False)] = ()

    @property
    def short_id(self) -> str:
        """The last six characters of the id, by which people name a record."""
        return short_id(self.id)

    @classmethod
    def ask(cls, field: str) -> Ask:
        """How a person is asked for the field."""
        return next((note for note in cls.model_fields[field].metadata if isinstance(note, Ask)), Ask())

    def with_changes(self, **changes: Any) -> Self:
        """The record with other values, validated. Raises pydantic's ValidationError."""
        return changed(self, **changes)


R = TypeVar("R", bound=Record)


def changed(record: R, **changes: Any) -> R:
    """A copy with other values, validated; `model_copy` does not validate. Raises pydantic's ValidationError."""
    return type(record).model_validate({**record.model_dump(), **changes})
