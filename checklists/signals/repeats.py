"""S22: what has come before: referrals, no further action, section 47 enquiries, earlier plans."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.limits import Count, Limits
from checklists.signals.counting import Look, listed, many, mark_of, window_from
from checklists.signals.events import said_when
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Child, Event


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the kinds of history: its count, the events it counts, and its words for one and for several."""

    count: str
    type: str
    one: str
    several: str


EARLIER = Kind("earlier_plans", "", "earlier plan", "earlier plans")
CHILDREN = (
    Kind("referrals", "referral", "referral", "referrals"),
    Kind("nfa", "nfa", "NFA", "NFA"),
    Kind("s47", "s47_start", "section 47 enquiry", "section 47 enquiries"),
    EARLIER,
)
ADULTS = (
    Kind("referrals", "concern_received", "concern received", "concerns received"),
    Kind("nfa", "nfa", "NFA", "NFA"),
    Kind("s47", "s42_start", "section 42 enquiry", "section 42 enquiries"),
)
"""For adults, concerns received and section 42 enquiries stand in place of referrals and section 47."""


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of one kind: its events, and since when was looked."""

    kind: Kind
    count: Count
    events: "Sequence[Event]"
    first: date

    @property
    def said(self) -> str:
        """`3 referrals`."""
        return many(len(self.events), self.kind.one, self.kind.several)

    @property
    def reached(self) -> bool:
        """Whether it reaches its own mark."""
        return mark_of(self.count, len(self.events)) is not None


def repeats(case: "Case", facts: CaseSummary, on: date, limits: Limits) -> Iterator[Prompt]:
    """Of the whole case, from its first day on; history speaks on a new case too."""
    kinds = ADULTS if facts.service == "adults" else CHILDREN
    found = [_found(case, kind, on, limits) for kind in kinds]
    reached = [one for one in found if one.reached]
    look = Look("S22", "Q8", "T7", limits.count("history_kinds"), facts)
    severity = mark_of(look.count, len(reached))
    if severity:
        rows = (", ".join(one.said for one in reached), reached[0].said, "Earlier history")
        facts_ = [_fact(one, on) for one in found if one.events]
        yield look.noticed(severity, len(reached), _text(reached, on), rows, facts_)
    elif look.count.enabled and not _history(case, facts, on):
        yield look.too_few(
            "Case history before allocation is not recorded.", ("No history before allocation", "No case history")
        )


def _text(reached: Sequence[Found], on: date) -> str:
    """What was reached, those of the window with its first day, then those of ever."""
    dated = [one for one in reached if one.count.window]
    ever = [one.said for one in reached if not one.count.window]
    parts = [f"{listed([one.said for one in dated])} since {say_day(dated[0].first, on)}"] if dated else []
    several = sum(len(one.events) for one in reached) > 1
    return f"{'; '.join([*parts, *ever])}. What {'do they say together' if several else 'does it say today'}?"


def _found(case: "Case", kind: Kind, on: date, limits: Limits) -> Found:
    """Events of a case with several children are counted for each of them: one for each of three is one, not three."""
    from store.records import Event

    count = limits.count(kind.count)
    first = window_from(count, on, limits)
    events = [event for event in case.of(Event) if first <= event.happened_on <= on]
    children: Sequence[Child | None] = case.children or (None,)
    each = [
        sorted(_of_child(kind, events, child), key=lambda event: (event.happened_on, event.id)) for child in children
    ]
    return Found(kind, count, max(each, key=len), first)


def _of_child(kind: Kind, events: "Iterable[Event]", child: "Child | None") -> "list[Event]":
    own = [event for event in events if event.child_id is None or (child and event.child_id == child.id)]
    return _earlier(own, child) if kind is EARLIER else [event for event in own if event.type == kind.type]


def _earlier(events: "Iterable[Event]", child: "Child | None") -> "list[Event]":
    """Earlier plans: those that ended, or began before the plan there is now, whichever are more."""
    begun = child.plan_started_on if child else None
    starts = [event for event in events if event.type == "plan_start"]
    ends = [event for event in events if event.type == "plan_end"]
    if begun is not None:
        starts = [event for event in starts if event.happened_on < begun]
    elif child is not None and child.plan == "cp":
        starts = sorted(starts, key=lambda event: (event.happened_on, event.id))[:-1]
    return max(ends, starts, key=len)


def _history(case: "Case", facts: CaseSummary, on: date) -> bool:
    """Whether anything is recorded from before the case came."""
    from store.records import Event

    before = facts.allocated_on or on
    return any(event.happened_on < before for event in case.of(Event))


def _fact(found: Found, on: date) -> str:
    days = listed([said_when(event, on) for event in found.events])
    return f"{found.kind.several[:1].upper()}{found.kind.several[1:]}: {days}; {found.count.said}."
