"""What has changed on a case since a day: each record as it stood then, beside how it stands now."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from checklists.dates import say_count, say_day
from checklists.paper_sections import papers
from store.case import Case
from store.case_store import Version
from store.records import (
    Action,
    Answer,
    Concern,
    Contact,
    Escalation,
    Explanation,
    Hypothesis,
    ImportBatch,
    ImportedFact,
    Record,
    ReviewMeeting,
    ReviewNote,
    ReviewRequest,
    ReviewSupport,
    Seen,
    Supervision,
    Unknown,
    Visit,
)

How = Literal["new", "changed", "done", "moved", "answered", "withdrawn"]
GROUPS: dict[How, str] = {
    "new": "New",
    "changed": "Changed",
    "done": "Done and let go",
    "moved": "Moved to another date",
    "answered": "Answered and checked",
    "withdrawn": "Taken out",
}
"""The groups in their order, with their headings."""
PARTS_OF_OTHERS = (Seen, ImportedFact, ImportBatch, ReviewNote, ReviewRequest, ReviewMeeting, ReviewSupport)
"""Kinds that stand elsewhere: how a child was seen stands with its visit; what is kept for a review, with the review."""


@dataclass(frozen=True, slots=True)
class Since:
    """The day from which is counted, and why that one."""

    on: date
    said: str
    """`since supervision on Fri 30 Oct`."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A record that is not as it was."""

    how: How
    record: Record
    """As it stands; of one that was taken out, as it last stood."""
    before: Record | None
    """As it stood on the day; None where it was not there yet."""
    on: date
    """The day on which it was written."""
    reason: str = ""
    """Why it was taken out."""


def since_for(case: Case, today: date, day: date | None = None) -> Since:
    """The day given; else the last supervision on this case before today; else some weeks back, and that is said."""
    if day is not None:
        return Since(day, f"since {say_day(day, today)}")
    held = [session.held_on for session in case.of(Supervision) if session.held_on < today]
    if held:
        return Since(max(held), f"since supervision on {say_day(max(held), today)}")
    weeks = papers().weeks
    back = today - timedelta(weeks=weeks)
    return Since(back, f"since {say_day(back, today)}, {say_count(weeks, 'week')}: no supervision is recorded before")


def changes_since(case: Case, versions: Sequence[Version], since: date) -> list[Changed]:
    """Every record that was written, changed or taken out on that day or later; by group, oldest first.

    `versions` are the earlier texts of all records of the case. What a person wrote late counts from the day it was
    written, not from the day it tells of.
    """
    mine = {one.record.id: one for one in _found(case, versions, since)}
    seen = {one.record.id: one for one in _seen_otherwise(case, versions, since) if one.record.id not in mine}
    found = sorted([*mine.values(), *seen.values()], key=lambda one: (one.on, one.record.id))
    return [one for how in GROUPS for one in found if one.how == how]


def _found(case: Case, versions: Sequence[Version], since: date) -> Iterator[Changed]:
    earlier = _earlier_texts(versions, since)
    standing = [case.info, *(record for rows in case.tables.values() for record in rows)]
    for record in standing:
        if isinstance(record, PARTS_OF_OTHERS) or _of_that_hour(record, since):
            continue
        before = next(iter(earlier.get(record.id, ())), None)
        then = before.record if before and _before(before.record, since) else None
        written = _local(record.edited_at or record.recorded_at)
        if written is None or written < since or (then is None and _before(record, since)):
            continue
        if then is None and record.id == case.id:
            continue  # the case itself was added since: its records say so
        if then is not None and _content(then) == _content(record):
            continue  # changed, and put back
        yield Changed(_how(then, record), record, then, written)
    here = {record.id for record in standing}
    for record_id, texts in earlier.items():
        last = texts[-1]
        kept = isinstance(last.record, PARTS_OF_OTHERS) or record_id in here
        if not kept and last.why == "withdrawn" and _before(last.record, since):
            on = _local(last.replaced_at) or since
            yield Changed("withdrawn", last.record, texts[0].record, on, last.reason)


def _seen_otherwise(case: Case, versions: Sequence[Version], since: date) -> Iterator[Changed]:
    """The visits on which it was written anew how a child was seen."""
    earlier = _earlier_texts(versions, since)
    visits = {visit.id: visit for visit in case.of(Visit)}
    for row in case.of(Seen):
        visit, written = visits.get(row.visit_id), _local(row.edited_at)
        if visit and written and row.id in earlier and written >= since and _before(row, since):
            yield Changed("changed", visit, visit, written)


def _earlier_texts(versions: Iterable[Version], since: date) -> dict[str, list[Version]]:
    """The texts that were replaced since, by record, oldest first; the first is how it stood on the day."""
    found: dict[str, list[Version]] = {}
    for version in versions:
        replaced = _local(version.replaced_at)
        if version.why != "conflict" and replaced and replaced >= since:
            found.setdefault(version.record.id, []).append(version)
    return found


def _how(before: Record | None, now: Record) -> How:
    for how, is_so in _ENDINGS:
        if is_so(now) and not (before is not None and is_so(before)):
            return how
    if isinstance(now, Action) and isinstance(before, Action) and len(now.moved) > len(before.moved):
        return "moved"
    return "changed" if before else "new"


def _is_over(record: Record) -> bool:
    match record:
        case Action():
            return record.state != "open"
        case Hypothesis():
            return record.state != "open"
        case Escalation():
            return record.closed_on is not None
    return False


def _is_answered(record: Record) -> bool:
    match record:
        case Unknown():
            return record.state != "open"
        case Contact() | Escalation():
            return record.replied_on is not None
        case Explanation():
            return bool(record.checked_how)
        case Concern():
            return bool(record.follow_up)
    return False


_ENDINGS: tuple[tuple[How, Callable[[Record], bool]], ...] = (("done", _is_over), ("answered", _is_answered))


def answers_since(case: Case, since: date) -> list[Answer]:
    """The answers given on that day or later, by question and then by day."""
    found = [answer for answer in case.of(Answer) if answer.answered_on >= since]
    return sorted(found, key=lambda answer: (answer.question, answer.answered_on, answer.id))


def _of_that_hour(record: Record, since: date) -> bool:
    """The supervision that one counts from is not what has changed since."""
    return isinstance(record, Supervision) and record.held_on <= since


def _before(record: Record, since: date) -> bool:
    written = _local(record.recorded_at)
    return written is not None and written < since


def _content(record: Record) -> dict[str, object]:
    """What it says, without the number and the time of its text."""
    return record.model_dump(exclude={"revision", "edited_at"})


def _local(at: datetime | None) -> date | None:
    return at.astimezone().date() if at else None
