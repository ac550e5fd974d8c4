"""What a signal says: a prompt about the record, or that too little is recorded to look. Never a score."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from store.summary import CaseSummary, ChildFacts, short_id

if TYPE_CHECKING:
    from checklists.limits import Limits

Severity = Literal["due soon", "due", "overdue", "strong", "not recorded", "note"]

WORDS: dict[Severity, str] = {
    "due soon": "due soon",
    "due": "due",
    "overdue": "overdue",
    "strong": "well past",
    "not recorded": "not recorded",
    "note": "",
}
"""How screens say it; nobody reads `strong` beside a child. A note has no date to be past, as of a child not born yet."""
PATTERN_WORDS: dict[Severity, str] = {**WORDS, "due": "noticed", "strong": "repeated"}
"""A pattern has no date, so it is not due: its mark is reached, or reached well beyond."""


@dataclass(frozen=True)
class Prompt:
    """One line that the record asks: three lengths of text, the arithmetic in the longest, and where the limit comes from."""

    signal: str
    """S1 to S27."""
    about: str
    """The id of the record, person or child that it names."""
    severity: Severity
    on: date | None
    """The date it is ordered by: the limit day; for missing data the day the case was allocated."""
    text: str
    """The full message: the dates, the count, the limit."""
    medium: str
    """The same in at most 37 letters."""
    short: str
    """The same in at most 20 letters."""
    narrow: str = ""
    """The same in at most 31 letters; blank where the shortest is all there is."""
    source: str = ""
    """Where the limit comes from, with its day of last checking where it is not the plan."""
    question: str = "Q1"
    theme: str = "T1"
    child_id: str | None = None
    count: int | None = None
    """Units gone since the last time (days for weeks and months)."""
    limit_id: str = ""
    """The row of timescales.toml."""
    facts: tuple[str, ...] = ()
    """The facts it rests on, each a sentence."""
    pattern: bool = False
    """It counts and has no date."""

    @property
    def id(self) -> str:
        """`signal:about`, such as `S13:8XRH8K`: about is what lists print of an id."""
        return f"{self.signal}:{short_id(self.about)}"

    @property
    def word(self) -> str:
        """The severity word as screens say it; blank where there is no date to be past."""
        return (PATTERN_WORDS if self.pattern else WORDS)[self.severity]


ChildRule = Callable[[CaseSummary, ChildFacts, date, "Limits"], Prompt | None]
"""A dated signal about one child: pure, from the plain facts of the caseload row, the day and the limits in force."""
