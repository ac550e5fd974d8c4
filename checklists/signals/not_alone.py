"""S3: visits in a row on which the child was seen, and not alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Limits
from checklists.signals.counting import Look, in_words, listed, many, mark_of, said_days
from checklists.signals.prompt import Prompt
from checklists.signals.seen_rows import Pair, asked_about_seeing, enough, seen_rows
from store.summary import CaseSummary, ChildFacts

if TYPE_CHECKING:
    from store.case import Case

HOW = {"with_others": "Seen with others", "observed": "Observed"}


def not_alone(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of each child alone: a brother or sister seen alone changes nothing. `not_seen` and video visits are passed over."""
    count, rows = limits.count("not_alone_in_a_row"), seen_rows(case, on)
    for child in facts.children:
        if asked_about_seeing(child, on) and count.applies(child.plan):
            look = Look("S3", "Q1", "T1", count, facts, child)
            prompt = _of_one(look, child, rows.get(child.id, ()), on)
            if prompt:
                yield prompt


def _of_one(look: Look, child: ChildFacts, pairs: Sequence[Pair], on: date) -> Prompt | None:
    seen = [pair for pair in pairs if not _passed_over(pair)]
    least = look.count.due or 0
    if len(seen) < least:
        brief = f"Fewer than {in_words(least)} visits"
        return look.too_few(f"{brief} recorded.", (f"{brief} recorded", "Too few visits"))
    run = _run(child, seen)
    severity = mark_of(look.count, len(run))
    if severity is None:
        return None
    text = f"{_seen_on(look, run, on)}.{_between(run, pairs, on)} {_question(look, child)}"
    return look.noticed(severity, len(run), text, _rows(look, len(run)), [_fact(pair, on) for pair in run])


def _passed_over(pair: Pair) -> bool:
    return pair[0].place == "video" or pair[1].seen == "not_seen"


def _run(child: ChildFacts, seen: Sequence[Pair]) -> list[Pair]:
    """The visits since the last time alone, also where only an import says so (G12); oldest first."""
    by_import = child.last_alone.on if child.last_alone and child.last_alone.as_at else date.min
    run: list[Pair] = []
    for visit, row in reversed(seen):
        if row.seen in enough(child) or visit.happened_on <= by_import:
            break
        run.append((visit, row))
    return run[::-1]


def _seen_on(look: Look, run: Sequence[Pair], on: date) -> str:
    """Each visit by its day; of more than the count's own marks, how many and from when to when."""
    if len(run) > (look.count.strong or look.count.due or 0):
        first, last = (say_day(pair[0].happened_on, on) for pair in (run[0], run[-1]))
        return f"Not seen {_alone(look)} on {many(len(run), 'visit')} in a row, {first} to {last}"
    parts: list[str] = []
    for how, words in HOW.items():
        days = [visit.happened_on for visit, row in run if row.seen == how]
        if days:
            parts.append(f"{words if not parts else words.lower()} on {said_days(days, on)}")
    return listed(parts)


def _between(run: Sequence[Pair], pairs: Sequence[Pair], on: date) -> str:
    """What was passed over since the first of them, in a sentence each."""
    since = [pair for pair in pairs if _passed_over(pair) and pair[0].happened_on >= run[0][0].happened_on]
    tried = [visit.happened_on for visit, row in since if row.seen == "not_seen"]
    video = [visit.happened_on for visit, row in since if row.seen != "not_seen"]
    said = f" Visited {said_days(tried, on)}, not seen." if tried else ""
    return said + (f" Spoke by video {said_days(video, on)}." if video else "")


def _question(look: Look, child: ChildFacts) -> str:
    if child.alone_rule == "observed_counts":
        return "Seen and observed at least every other visit?"
    return f"Time {_alone(look)} at least every other visit?"


def _alone(look: Look) -> str:
    return "in private" if look.case.service == "adults" else "alone"


def _rows(look: Look, number: int) -> tuple[str, ...]:
    alone = _alone(look)
    return (
        f"{many(number, 'visit')} in a row, none {alone}",
        f"{number} not {alone} in a row",
        f"{number}, none {alone}",
    )


def _fact(pair: Pair, on: date) -> str:
    visit, row = pair
    return f"{say_day(visit.happened_on, on)}: {row.seen.replace('_', ' ')}, {visit.place}."
