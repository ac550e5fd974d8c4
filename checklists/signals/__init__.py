"""The signals: prompts about the record, each a pure function; the lists are kept by hand.

A dated rule takes the plain facts of a caseload row, so that Today needs no case file, and loads no pattern: patterns take
the whole case, and are listed in `whole`. Every number that any rule uses is a row of `timescales.toml`.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from checklists.limits import Limits
from checklists.signals.adults import adult_not_met, adult_unnamed
from checklists.signals.agencies import agency_quiet
from checklists.signals.childs_day import no_childs_day
from checklists.signals.chronology import chronology_stale
from checklists.signals.concerns import concern_open
from checklists.signals.drift import action_drift
from checklists.signals.escalations import escalation_waiting
from checklists.signals.explanations import unchecked
from checklists.signals.guards import with_cover
from checklists.signals.household import household_stale
from checklists.signals.looked_ahead import looked_ahead
from checklists.signals.one_story import one_story
from checklists.signals.outcomes import outcome_flat
from checklists.signals.plan_age import plan_age
from checklists.signals.prompt import ChildRule, Prompt
from checklists.signals.reviewing import review_lines
from checklists.signals.seen_alone import seen_alone
from checklists.signals.supervision import supervision_due
from checklists.signals.timescales import live_rows
from checklists.signals.unknowns import unknowns
from checklists.signals.visit_due import visit_due
from checklists.signals.write_up import write_up
from store.summary import CaseSummary, SetAside

DatedRule = Callable[[CaseSummary, date, Limits], Iterable[Prompt]]


class Signal(NamedTuple):
    """A signal of the practice guide that has a date."""

    id: str
    name: str
    theme: str
    question: str
    rule: DatedRule


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
    Signal("S13", "unknowns", "T6", "Q6", unknowns),
    Signal("S14", "agency_quiet", "T2", "Q7", agency_quiet),
    Signal("S16", "outcome_flat", "T7", "Q8", outcome_flat),
    Signal("S17", "plan_age", "T7", "Q8", each_child(plan_age)),
    Signal("S18", "action_drift", "T7", "Q8", action_drift),
    Signal("S19", "supervision_due", "T7", "Q8", supervision_due),
    Signal("S25", "chronology_stale", "T2", "Q8", chronology_stale),
    Signal("S26", "escalation_waiting", "T7", "Q7", escalation_waiting),
    Signal("S27", "write_up", "T2", "Q1", write_up),
)
ON_TODAY_WHEN_MISSING = ("S1", "S2")
"""Whose missing-data texts stand on Today; the others stand on the case and at their question."""


def prompts(case: CaseSummary, on: date, limits: Limits, first: Iterable[Prompt] | None = None) -> list[Prompt]:
    """What has a date or lacks one, from the caseload row: by date, oldest first. Of a closed case only a review (G7).

    `first`: what `time_alone` asks, where it was asked already.
    """
    return sorted(not_set_aside(case, on, dated(case, on, limits, first)), key=in_order)


def every_dated(case: CaseSummary, on: date, limits: Limits) -> list[Prompt]:
    """What has a date or lacks one, with what is set aside."""
    return sorted(dated(case, on, limits), key=in_order)


def waiting(case: CaseSummary, on: date) -> dict[tuple[str, str], SetAside]:
    """What is set aside until a day that has not come, by its signal and what it is about; the latest day counts."""
    later = sorted((one for one in case.set_aside if on < one.until), key=lambda one: (one.until, one.id))
    return {(one.signal, one.about): one for one in later}


def in_order(prompt: Prompt) -> tuple[date, str, str]:
    """By date, then by signal and what it is about; without a date last."""
    return prompt.on or date.max, prompt.signal, prompt.about


def dated(case: CaseSummary, on: date, limits: Limits, first: Iterable[Prompt] | None = None) -> Iterator[Prompt]:
    """Each dated prompt, in no order yet, with what is set aside."""
    if not silent(case):
        yield from time_alone(case, on, limits) if first is None else first
        for signal in DATED[1:]:
            yield from (with_cover(prompt, on, limits) for prompt in signal.rule(case, on, limits))
        for rule in (live_rows, looked_ahead):
            yield from (with_cover(prompt, on, limits) for prompt in rule(case, on, limits))
    if not case.damaged:
        yield from (with_cover(prompt, on, limits) for prompt in review_lines(case, on, limits))


def time_alone(case: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """What the first rule asks, S1: Today begins with it, and asks it of every case before it asks anything else."""
    if not silent(case):
        yield from (with_cover(prompt, on, limits) for prompt in DATED[0].rule(case, on, limits))


def silent(case: CaseSummary) -> bool:
    """Nothing is asked of a closed case (G7), nor of one that cannot be read."""
    return case.closed_on is not None or bool(case.damaged)


def not_set_aside(case: CaseSummary, on: date, found: Iterable[Prompt]) -> Iterator[Prompt]:
    """Without those that a person set aside until a day that has not come: that prompt about that one thing, no other."""
    put_aside = waiting(case, on)
    return (prompt for prompt in found if (prompt.signal, prompt.about) not in put_aside)


__all__ = [
    "DATED",
    "ON_TODAY_WHEN_MISSING",
    "Prompt",
    "Signal",
    "dated",
    "every_dated",
    "in_order",
    "not_set_aside",
    "prompts",
    "silent",
    "time_alone",
    "waiting",
]
