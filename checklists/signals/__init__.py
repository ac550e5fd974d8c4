"""The signals: prompts about the record, each a pure function; the list is kept by hand.

A rule takes the plain facts of a caseload row, the child, the day and the limits in force. Every number it uses is a row
of `timescales.toml`.
"""

from dataclasses import dataclass
from datetime import date

from checklists.limits import Limits
from checklists.signals.prompt import Prompt, Rule
from checklists.signals.seen_alone import seen_alone
from checklists.signals.visit_due import visit_due
from store.summary import CaseSummary


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal of the practice guide."""

    id: str
    name: str
    theme: str
    question: str
    rule: Rule


SIGNALS: tuple[Signal, ...] = (
    Signal("S1", "alone_overdue", "T1", "Q1", seen_alone),
    Signal("S2", "visit_due", "T1", "Q1", visit_due),
)


def prompts(case: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """What the record of a case asks on a day, by date, oldest first; nothing of a closed case (G7)."""
    if case.closed_on is not None or case.damaged:
        return []
    found = [signal.rule(case, child, on, limits) for child in case.children for signal in SIGNALS]
    return sorted((prompt for prompt in found if prompt), key=in_order)


def in_order(prompt: Prompt) -> tuple[date, str, str]:
    """By date, then by signal and what it is about; without a date last."""
    return prompt.on or date.max, prompt.signal, prompt.about


__all__ = ["SIGNALS", "Prompt", "Signal", "in_order", "prompts"]
