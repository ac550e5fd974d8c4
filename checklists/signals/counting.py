"""How a pattern counts: its marks, the first day of its window, and its words for what was counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checklists.dates import due, say_day
from checklists.limits import Count, Limits
from checklists.pages.blocks import medium, narrow, short
from checklists.signals.prompt import Prompt, Severity
from store.summary import CaseSummary, ChildFacts

_FEW = ("no", "one", "two", "three", "four")
"""Small numbers as a sentence says them; from five on in figures."""


@dataclass(frozen=True)
class Look:
    """One look of a pattern at one child or case: which signal, by which count, about what."""

    signal: str
    question: str
    theme: str
    count: Count
    case: CaseSummary
    child: ChildFacts | None = None

    def noticed(
        self, severity: Severity, number: int, text: str, rows: Sequence[str], facts: Sequence[str], about: str = ""
    ) -> Prompt:
        """The prompt; `rows` are shorter and shorter texts for a row, `about` a record where it names a single one."""
        said = (*facts, f"{self.count.name}: {self.count.said}.")
        return self._made(severity, text, rows, said, self.count.cited, about, number)

    def too_few(self, text: str, rows: Sequence[str]) -> Prompt:
        """That too little is recorded to look."""
        return self._made("not recorded", text, rows, (), "", "", None)

    def _made(
        self,
        severity: Severity,
        text: str,
        rows: Sequence[str],
        facts: tuple[str, ...],
        source: str,
        about: str,
        number: int | None,
    ) -> Prompt:
        whom = self.child.id if self.child else self.case.id
        day = self.case.allocated_on if severity == "not recorded" else None
        return Prompt(
            self.signal, about or whom, severity, day, text, medium(*rows), short(*rows), narrow(*rows),
            source=source, question=self.question, theme=self.theme, child_id=self.child.id if self.child else None,
            count=number, limit_id=self.count.id, facts=facts, pattern=True,
        )  # fmt: skip


def mark_of(count: Count, number: int) -> Severity | None:
    """`strong` or `due` where the number reaches that mark; None where it reaches neither, or the count is off."""
    if not count.enabled:
        return None
    if count.strong is not None and number >= count.strong:
        return "strong"
    return "due" if count.due is not None and number >= count.due else None


def window_from(count: Count, on: date, limits: Limits) -> date:
    """The first day of the count's window, which belongs to it; the first of all days where it counts ever."""
    if not count.window:
        return date.min
    row = limits.row(count.window)
    return due(on, -row.value, row.unit)


def said_days(days: Sequence[date], on: date) -> str:
    """`Mon 2 Nov`, `Mon 2 Nov and Mon 16 Nov`: days in words."""
    return listed([say_day(day, on) for day in days])


def listed(parts: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    first, last = ", ".join(parts[:-1]), "".join(parts[-1:])
    return f"{first} and {last}" if first else last


def many(number: int, one: str, several: str = "") -> str:
    """`1 referral`, `3 referrals`, `2 entries`."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"


def in_words(number: int) -> str:
    """`two`; from five on `5`."""
    return _FEW[number] if 0 <= number < len(_FEW) else str(number)


def whom(case: CaseSummary) -> str:
    """The child; on an adult's case, this person."""
    return "this person" if case.service == "adults" else "the child"
