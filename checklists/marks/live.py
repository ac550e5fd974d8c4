"""Timescales that are running: an event that starts one is recorded, and none that answers it.

Which event starts and answers which row is said in `timescales.toml`. How long a row is, and whether its day has passed,
is not looked at here: see `checklists.signals.timescales`.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.limits import Limit, load_limits
from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Child, Event

LIVE = "timescale"
ADULT, ALL = "adult", "all"
ENDED_BY_PLAN_END = ("cp", "cin")
"""The plans that an event plan_end ends; care ends otherwise."""
FIRST_REVIEW, SECOND_REVIEW, NEXT_REVIEW = "lac_review_first", "lac_review_second", "lac_review_next"
REVIEW, IN_CARE = "lac_review", "became_looked_after"
PLAN_END, ENQUIRY, DISCUSSION = "plan_end", "s47_start", "strategy_discussion"
ENQUIRY_OVER = ("s47_end", "icpc")


class Happened(NamedTuple):
    """An event as far as timescales need it."""

    id: str
    type: str
    on: date
    child_id: str | None
    decided: bool = False


def live_marks(case: Case) -> Iterator[Mark]:
    """One for each timescale and trigger that is not answered: for the case where the event names no child and all wait."""
    from store.records import Event

    running = [row for row in load_limits().rows.values() if row.starts]
    named = {IN_CARE, PLAN_END, ENQUIRY, *ENQUIRY_OVER}.union(*(row.starts + row.answered_by for row in running))
    events = [_happened(event) for event in case.of(Event) if event.type in named]
    own = {child.id: _of_child(child, events) for child in case.children}
    if any(own.values()):
        for row in running:
            yield from _of_row(case, row, own)


def _of_row(case: Case, row: Limit, own: Mapping[str, Sequence[Happened]]) -> Iterator[Mark]:
    children = [child for child in case.children if applies(row, case.info.service, child.plan)]
    waiting: dict[Happened, list[str]] = {}
    for child in children:
        for trigger in _open(row, own[child.id]):
            waiting.setdefault(trigger, []).append(child.id)
    for trigger, ids in waiting.items():
        every = trigger.child_id is None and len(ids) == len(children)
        for child_id in [None] if every else ids:
            yield Mark(LIVE, trigger.id, since=trigger.on, child_id=child_id, more=(row.id, trigger.type))


def applies(row: Limit, service: str, plan: str) -> bool:
    """Whether the row is for a child with that plan. Rows for all come from guidance on children; an adult has their own."""
    if service == "adults":
        return ADULT in row.applies_to
    return ALL in row.applies_to or plan in row.applies_to


def _of_child(child: "Child", events: Sequence[Happened]) -> list[Happened]:
    """The events of this child and those of all, oldest first; with the first review where only its day is recorded."""
    own = [event for event in events if event.child_id in (None, child.id)]
    first = child.first_review_on
    if first and not any(event.type == REVIEW and event.on == first for event in own):
        own.append(Happened(child.id, REVIEW, first, child.id))
    return sorted(own, key=lambda event: (event.on, event.id))


def _open(row: Limit, events: Sequence[Happened]) -> list[Happened]:
    """The triggers of a row that nothing answers yet; of two on one day the first."""
    last = {event.type: event.on for event in events}
    by_day: dict[date, Happened] = {}
    for trigger in _triggers(row, events):
        if not _answered(row, trigger, last) and not _plan_ended(row, trigger, last):
            by_day.setdefault(trigger.on, trigger)
    return list(by_day.values())


def _triggers(row: Limit, events: Sequence[Happened]) -> list[Happened]:
    """What may start the row: of a row that is counted from the last of its kind, that one alone."""
    found = [event for event in events if event.type in row.starts]
    if row.id in (SECOND_REVIEW, NEXT_REVIEW):
        begun = max((event.on for event in events if event.type == IN_CARE), default=date.min)
        reviews = [event for event in found if event.on >= begun]
        return reviews[:1] if row.id == SECOND_REVIEW else reviews[1:]
    if DISCUSSION in row.starts:
        return _began_the_enquiry(found, events)
    return found[-1:] if set(row.starts) & set(row.answered_by) else found


def _began_the_enquiry(discussions: list[Happened], events: Sequence[Happened]) -> list[Happened]:
    """Of several, the one that began the last section 47 enquiry, and the latest since that enquiry was over.

    Without an enquiry recorded it is the latest of all.
    """
    enquiry = max((event.on for event in events if event.type == ENQUIRY), default=None)
    if enquiry is None:
        return discussions[-1:]
    over = min((event.on for event in events if event.type in ENQUIRY_OVER and event.on >= enquiry), default=date.max)
    before = [one for one in discussions if one.on <= enquiry]
    since = [one for one in discussions if one.on > enquiry and one.on >= over]
    return [*(before or discussions)[-1:], *since[-1:]]


def _answered(row: Limit, trigger: Happened, last: Mapping[str, date]) -> bool:
    """By its own decision where no event answers; else by an event on or after it, or after it where it is of the same type."""
    if not row.answered_by:
        return trigger.decided
    days = [(type_, last[type_]) for type_ in row.answered_by if type_ in last]
    return any(day > trigger.on or (day == trigger.on and type_ != trigger.type) for type_, day in days)


def _plan_ended(row: Limit, trigger: Happened, last: Mapping[str, date]) -> bool:
    """A plan that ended on or after the trigger; a plan that starts on the day another ends is not ended by that."""
    ended = last.get(PLAN_END)
    if ended is None or not set(row.applies_to) <= set(ENDED_BY_PLAN_END):
        return False
    return ended > trigger.on or (ended == trigger.on and trigger.type != "plan_start")


def _happened(event: "Event") -> Happened:
    return Happened(event.id, event.type, event.happened_on, event.child_id, bool(event.decision.strip()))
