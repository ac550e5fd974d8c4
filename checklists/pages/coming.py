"""Dates ahead that no prompt speaks of yet: Today looks further than the word `due soon`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from checklists.dates import say_count, say_day
from checklists.due import date_word, within_horizon
from checklists.limits import Limits
from checklists.pages.blocks import medium, short
from checklists.signals import prompts
from checklists.signals.guards import AWAY, waits
from checklists.signals.next_dates import next_alone, next_visit, say_alone_count
from checklists.signals.prompt import Prompt
from checklists.working_days import working_days_between
from store.summary import CaseSummary, ChildFacts

OF_A_VISIT = ("S1", "S2")
"""Their dates ahead are said in words of their own."""
OWN_BEGINNING = ("S17",)
"""Whose `due soon` begins by a row of its own."""


class Ahead(NamedTuple):
    """The limits of a day, and the same as if `due soon` began as early as Today looks: made once for all cases."""

    limits: Limits
    further: Limits

    @classmethod
    def over(cls, limits: Limits) -> "Ahead":
        """Both."""
        soon, ahead = limits.row("due_soon"), limits.row("today_horizon")
        rows = {**limits.rows, soon.id: soon._replace(value=max(soon.value, ahead.value))}
        return cls(limits, replace(limits, rows=rows))


def asked_and_coming(row: CaseSummary, first: Sequence[Prompt], today: date, ahead: Ahead) -> Iterator[Prompt]:
    """What the record asks, and as notes without a word the dates further ahead: each rule is asked once.

    `first`: what is asked of time alone, by the limits that look further.
    """
    for prompt in prompts(row, today, ahead.further, first):
        if prompt.severity == "note":  # what a rule itself only notes stands on the case
            continue
        if (
            prompt.severity != "due soon"
            or prompt.on is None
            or prompt.signal in OWN_BEGINNING
            or date_word(prompt.on, today, ahead.limits)
        ):
            yield prompt
        elif prompt.signal not in OF_A_VISIT:
            yield replace(prompt, severity="note")


def coming(row: CaseSummary, found: Sequence[Prompt], today: date, limits: Limits) -> Iterator[Prompt]:
    """The next time alone and the next visit that fall within Today's days, as notes without a word."""
    spoken = {(prompt.signal, prompt.child_id) for prompt in found}
    for child in row.children:
        if child.unborn or child.whereabouts in AWAY or waits(child, today):
            continue
        alone, visit = next_alone(child, today, limits), next_visit(child, today, limits)
        if alone and ("S1", child.id) not in spoken and _ahead(alone, today, limits):
            yield _alone(row, child, alone, today, limits)
        if visit and ("S2", child.id) not in spoken and _ahead(visit, today, limits):
            yield _visit(child, visit, today)


def _ahead(day: date, today: date, limits: Limits) -> bool:
    return day > today and within_horizon(day, today, limits)


def _alone(row: CaseSummary, child: ChildFacts, day: date, today: date, limits: Limits) -> Prompt:
    how = "observed" if child.alone_rule == "observed_counts" else "private" if row.service == "adults" else "alone"
    last = say_day(child.last_alone.on, today) if child.last_alone else ""
    said = f"{say_alone_count(row, child, today, limits)} Due {_by(day, today)}"
    return _note("S1", child, day, said, (f"Last {how} {last}", short(f"{how.capitalize()} {last}", last)))


def _visit(child: ChildFacts, day: date, today: date) -> Prompt:
    last = f"Last seen {say_day(child.last_seen.on, today)}." if child.last_seen else "No visit is recorded yet."
    return _note("S2", child, day, f"{last} Next visit due {_by(day, today)}", (f"Visit. {last[:-1]}", "Visit"))


def _by(day: date, today: date) -> str:
    return f"{say_day(day, today)} ({say_count(working_days_between(today, day))} left)."


def _note(signal: str, child: ChildFacts, day: date, said: str, row: tuple[str, str]) -> Prompt:
    return Prompt(signal, child.id, "note", day, said, medium(*row), row[1], child_id=child.id)
