"""What an adult's case has too little of: what the person wants, an advocate, capacity where they refused; and, from 17, the move.

Nothing here counts. Each says what is not recorded, and asks; none says anything about a person's capacity.
"""

import re
from collections.abc import Iterator
from datetime import date

from checklists.dates import say_day
from checklists.library import library
from checklists.limits import Limits
from checklists.naming import age, called
from checklists.signals.guards import new_case
from checklists.signals.marked import missing
from checklists.signals.prompt import Prompt
from store.case import Case
from store.records import Action, Advocate, Agency, CapacityNote, DesiredOutcome, Event, Seen, Unknown
from store.summary import CaseSummary

WISH, ADVOCATE, CAPACITY, MOVE = "desired_outcome", "advocate", "capacity_note", "move_to_adults"
NO_ACTION = ("nfa", "s42_end", "threshold_decision")
"""Events that may end with nothing being done."""


def not_recorded(case: Case, facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """On an adult's case the three; on any case the move of a young person."""
    if facts.service == "adults" and facts.children and not new_case(facts, on, limits):
        who = called(facts.children[0], facts.ref)
        if not case.of(DesiredOutcome):
            text = f"What {who} wants to happen is not recorded yet. Have they been asked?"
            yield _asks(WISH, facts, text, ("What they want is not recorded", "Wishes not recorded"), "Q8", "T3")
        if not case.of(Advocate):
            text = f"Whether {who} needs an advocate is not recorded yet. Who supports them to take part?"
            yield _asks(ADVOCATE, facts, text, ("Advocate not asked about yet", "Advocate not asked"), "Q6", "T1")
        yield from _refused(case, facts, on)
    yield from _moving_on(case, facts, on)


def _asks(
    signal: str, facts: CaseSummary, text: str, rows: tuple[str, str], question: str, theme: str, about: str = ""
) -> Prompt:
    return missing(signal, about or facts.id, facts.allocated_on, text, rows, question=question, theme=theme)


def _refused(case: Case, facts: CaseSummary, on: date) -> Iterator[Prompt]:
    """A refusal stands as the reason, and no decision was looked at with the person."""
    days = sorted(_refusals(case))
    if days and not case.of(CapacityNote):
        text = (
            f"What is written down of {say_day(days[-1], on)} speaks of a refusal, and no capacity note is recorded. "
            "If it was theirs: which decision was it about, and how was it looked at with them?"
        )
        yield _asks(CAPACITY, facts, text, ("A refusal; no capacity note", "No capacity note"), "Q6", "T8")


def _refusals(case: Case) -> Iterator[date]:
    words = library("adults").refusal
    refused = [row for row in case.of(Seen) if row.seen == "not_seen" and row.reason == "refused_by_child"]
    yield from (row.happened_on for row in refused)
    for event in case.of(Event):
        if event.type in NO_ACTION and _says(words, event.decision, event.reason, event.text):
            yield event.happened_on
    for action in case.of(Action):
        if action.state == "dropped" and _says(words, action.dropped_reason):
            yield action.due_on


def _moving_on(case: Case, facts: CaseSummary, on: date) -> Iterator[Prompt]:
    """From a birthday on, while nothing on a young person's case speaks of the move; of an adult's case for that year."""
    known = library("adults")
    words, last = known.moving_on, known.moving_age
    told = [
        *(text for one in case.of(Agency) for text in (one.label, one.role)),
        *(one.what for one in case.of(Action)),
        *(one.what for one in case.of(Unknown)),
        *(text for one in case.of(Event) for text in (one.text, one.decision)),
    ]
    for child in facts.children:
        years = age(child.born_on, on) if child.born_on else 0
        asked = years == last or (years > last and facts.service == "children")
        if asked and not _says(words, *told):
            text = f"{called(child, facts.ref)} is {years}. Who is planning the move to adult services?"
            rows = (f"{years}: who plans the move to adults?", "Move to adults?")
            yield missing(MOVE, child.id, facts.allocated_on, text, rows, question="Q6", theme="T7", child_id=child.id)


def _says(words: tuple[str, ...], *texts: str) -> bool:
    """Whether one of these stands in a text, at the beginning of a word."""
    return any(re.search(rf"(?<!\w){re.escape(word)}", text.casefold()) for text in texts for word in words)
