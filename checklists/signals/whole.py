"""All signals of a case: the dated ones, and the patterns, which count and stand only on the case and at their question."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from checklists.limits import Limits
from checklists.signals import DATED, Signal, dated, in_order, not_set_aside, silent
from checklists.signals.agencies import sector_absent
from checklists.signals.impact import impact
from checklists.signals.neglect import neglect
from checklists.signals.no_difference import no_difference
from checklists.signals.no_reason import no_reason
from checklists.signals.not_alone import not_alone
from checklists.signals.only_good import only_good
from checklists.signals.prompt import Prompt
from checklists.signals.repeats import repeats
from checklists.signals.restarts import restarts
from checklists.signals.wishes import not_recorded
from store.case import Case
from store.summary import CaseSummary

PatternRule = Callable[[Case, CaseSummary, date, Limits], Iterable[Prompt]]


class Pattern(NamedTuple):
    """A signal of the practice guide that counts; it is noticed or repeated, and has no date."""

    id: str
    name: str
    theme: str
    question: str
    rule: PatternRule


PATTERNS: tuple[Pattern, ...] = (
    Pattern("S3", "two_not_alone", "T1", "Q1", not_alone),
    Pattern("S4", "no_reason", "T1", "Q1", no_reason),
    Pattern("S9", "impact_blank", "T1", "Q3", impact),
    Pattern("S15", "sector_absent", "T2", "Q7", sector_absent),
    Pattern("S20", "no_difference", "T3", "Q8", no_difference),
    Pattern("S21", "only_good", "T5", "Q5", only_good),
    Pattern("S22", "repeats", "T7", "Q8", repeats),
    Pattern("S23", "neglect_builds", "T8", "Q3", neglect),
    Pattern("S24", "start_again", "T8", "Q8", restarts),
)
SIGNALS: tuple[Signal | Pattern, ...] = (*DATED, *PATTERNS)


def prompts_of(case: Case, facts: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """All that the record of a case asks on a day: dated prompts, and patterns."""
    return list(not_set_aside(facts, on, every_prompt(case, facts, on, limits)))


def every_prompt(case: Case, facts: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """The same with those that are set aside."""
    return sorted([*dated(facts, on, limits), *_patterns(case, facts, on, limits)], key=in_order)


def _patterns(case: Case, facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    if not silent(facts):
        for pattern in PATTERNS:
            yield from pattern.rule(case, facts, on, limits)
        yield from not_recorded(case, facts, on, limits)
