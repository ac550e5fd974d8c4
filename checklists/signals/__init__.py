"""The signals: prompts about the record, each a pure function; the lists are kept by hand.

A dated rule takes the plain facts of a caseload row, so that Today needs no case file; a pattern takes the whole case and
stands only on the case, at its question and in `prompts`. Every number either uses is a row of `timescales.toml`.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checklists.limits import Limits
from checklists.signals.adults import adult_not_met, adult_unnamed
from checklists.signals.childs_day import no_childs_day
from checklists.signals.concerns import concern_open
from checklists.signals.explanations import unchecked
from checklists.signals.household import household_stale
from checklists.signals.one_story import one_story
from checklists.signals.prompt import ChildRule, Prompt
from checklists.signals.seen_alone import seen_alone
from checklists.signals.visit_due import visit_due
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case

DatedRule = Callable[[CaseSummary, date, Limits], Iterable[Prompt]]
PatternRule = Callable[["Case", CaseSummary, date, Limits], Iterable[Prompt]]


@dataclass(frozen=True, slots=True)
class Signal:
    """A signal of the practice guide that has a date."""

    id: str
    name: str
    theme: str
    question: str
    rule: DatedRule


@dataclass(frozen=True, slots=True)
class Pattern:
    """A signal of the practice guide that counts; it is noticed or repeated, and has no date."""

    id: str
    name: str
    theme: str
    question: str
    rule: PatternRule


def each_child(rule: ChildRule) -> DatedRule:
    """A rule about one child, asked of each; a line for each child, never one for the family (G5)."""

    def asked(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
        yield from (prompt for child in case.children if (prompt := rule(case, child, on, limits)))

    return asked


DATED: tuple[Signal, ...] = (
    Signal("S1", "alone_overdue", "T1", "Q1", each_child(seen_alone)),
    Signal("S2", "visit_due", "T1", "Q1", each_child(visit_due)),
    Signal("S5", "adult_not_met", "T4", "Q2", adult_not_met),
    Signal("S6", "adult_unnamed", "T4", "Q2", adult_unnamed),
    Signal("S7", "household_stale", "T4", "Q2", household_stale),
    Signal("S8", "no_child_day", "T1", "Q3", each_child(no_childs_day)),
    Signal("S10", "one_story", "T6", "Q4", one_story),
    Signal("S11", "concern_open", "T6", "Q4", concern_open),
    Signal("S12", "unchecked", "T6", "Q5", unchecked),
)
PATTERNS: tuple[Pattern, ...] = ()
SIGNALS: tuple[Signal | Pattern, ...] = (*DATED, *PATTERNS)
ON_TODAY_WHEN_MISSING = ("S1", "S2")
"""Whose missing-data texts stand on Today; the others stand on the case and at their question."""


def prompts(case: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """What has a date or lacks one, from the caseload row: by date, oldest first. Nothing of a closed case (G7)."""
    return sorted(_not_set_aside(case, on, _dated(case, on, limits)), key=in_order)


def prompts_of(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """All that the record of a case asks on a day: dated prompts, and patterns."""
    found = [*_dated(facts, on, limits), *_patterns(case, facts, on, limits)]
    return sorted(_not_set_aside(facts, on, found), key=in_order)


def in_order(prompt: Prompt) -> tuple[date, str, str]:
    """By date, then by signal and what it is about; without a date last."""
    return prompt.on or date.max, prompt.signal, prompt.about


def _dated(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    if not _silent(case):
        for signal in DATED:
            yield from signal.rule(case, on, limits)


def _patterns(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    if not _silent(facts):
        for pattern in PATTERNS:
            yield from pattern.rule(case, facts, on, limits)


def _silent(case: CaseSummary) -> bool:
    return case.closed_on is not None or bool(case.damaged)


def _not_set_aside(case: CaseSummary, on: date, found: Iterable[Prompt]) -> Iterator[Prompt]:
    """Without those that a person set aside until a day that has not come: that prompt about that one thing, no other."""
    waiting = {(one.signal, one.about) for one in case.set_aside if on < one.until}
    return (prompt for prompt in found if (prompt.signal, prompt.about) not in waiting)


__all__ = [
    "DATED",
    "ON_TODAY_WHEN_MISSING",
    "PATTERNS",
    "SIGNALS",
    "Pattern",
    "Prompt",
    "Signal",
    "in_order",
    "prompts",
    "prompts_of",
]
