"""What the rules of the lists have in common: reading the marks of a kind, and making a prompt of a fact with a date."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.pages.blocks import medium, narrow, short
from checklists.signals.elapsed import Elapsed
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, Mark


def marked(case: CaseSummary, kind: str) -> Iterator[Mark]:
    """The marks of that kind and of no other."""
    return (mark for mark in case.marks if mark.kind == kind)


def dated(
    signal: str,
    about: str,
    gone: Elapsed,
    text: str,
    rows: Sequence[str],
    *,
    question: str,
    theme: str,
    child_id: str | None = None,
    facts: Sequence[str] = (),
) -> Prompt:
    """The prompt of a fact with a date; `rows` say it shorter and shorter, the last in at most 20 letters."""
    return Prompt(
        signal,
        about,
        gone.severity,
        gone.limit_day,
        text,
        medium(*rows),
        short(*rows),
        narrow(*rows),
        source=gone.source,
        question=question,
        theme=theme,
        child_id=child_id,
        count=gone.count,
        limit_id=gone.limit.id,
        facts=(*facts, gone.set_day),
    )


def missing(
    signal: str,
    about: str,
    since: date | None,
    text: str,
    rows: Sequence[str],
    *,
    question: str,
    theme: str,
    child_id: str | None = None,
) -> Prompt:
    """That too little is recorded to look: a message of its own, without a word of severity."""
    return Prompt(
        signal,
        about,
        "not recorded",
        since,
        text,
        medium(*rows),
        short(*rows),
        narrow(*rows),
        question=question,
        theme=theme,
        child_id=child_id,
    )
