"""What holds for any case: a signal hears only the kinds of record that it names, and never in which order they came."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.limits import load_limits
from checklists.pages.blocks import MEDIUM, NARROW, SHORT
from checklists.signals import Prompt
from store.records import (
    Action,
    Agency,
    Answer,
    ChronologyReview,
    Concern,
    Contact,
    DayEntry,
    Escalation,
    Event,
    HouseholdCheck,
    Outcome,
    OutcomeReading,
    Record,
    Seen,
    Sighting,
    Supervision,
    Unknown,
    Visit,
)
from store.records.event import EventType
from tests.checklists.signals.listed import at, child
from tests.checklists.signals.tending import action, agency, asked, reading

LIMITS = load_limits()
K, L_M = child(plan_started_on=date(2026, 2, 17)), child(initials="L.M.", plan="cin")
SCHOOL, SURGERY = agency(), agency("GP", "health")
NEED = Outcome(child_id=K.id, need="gets up alone", set_on=date(2026, 2, 2))
HELD = Visit(happened_on=date(2026, 11, 3))
LIVE = tuple(row.id for row in LIMITS.rows.values() if row.starts)
NAMED: dict[str, tuple[type[Record], ...]] = {
    "S13": (Unknown,),
    "S14": (Agency, Contact, Sighting),
    "S15": (Agency,),
    "S16": (Outcome, OutcomeReading),
    "S17": (Answer,),
    "S18": (Action,),
    "S19": (Supervision,),
    "S25": (ChronologyReview,),
    "S26": (Escalation, Agency),
    "S27": (Visit, Seen, Contact, Event, Agency),
    "timescales": (Event,),
}
"""The kinds of record from which each is drawn, with those whose names it says."""
DAYS = st.dates(date(2025, 10, 1), date(2026, 11, 23))
AHEAD = st.dates(date(2026, 9, 1), date(2027, 3, 1))
WHO = st.sampled_from([K.id, L_M.id])
OF = st.sampled_from([SCHOOL.id, SURGERY.id])
WRITTEN = st.sampled_from(["not_yet", "copied_out", "elsewhere"])


def contact(of: str, day: date, written: str, children: list[str], **facts: Any) -> Contact:
    """Something asked or told."""
    return Contact(
        agency_id=of, happened_on=day, written_up=written, basis="consent", about_children=tuple(children), **facts
    )


RECORDS = st.one_of(
    st.builds(lambda by, day: Unknown(what="Who?", by_on=by, recorded_at=at(day)), AHEAD, DAYS),
    st.builds(
        lambda of, day, w, c, by: contact(of, day, w, c, i_asked="Her record.", reply_by_on=by),
        OF, DAYS, WRITTEN, st.lists(WHO, unique=True), st.none() | AHEAD,
    ),
    st.builds(lambda of, day, w: contact(of, day, w, [], they_said="Tired."), OF, DAYS, WRITTEN),
    st.builds(lambda who, day, of: Sighting(child_id=who, happened_on=day, agency_id=of, seen="alone"), WHO, DAYS, OF),
    st.builds(lambda who, day: Outcome(child_id=who, need="eats at home", set_on=day), WHO, DAYS),
    st.builds(reading, st.just(NEED), DAYS, st.sampled_from(["better", "same", "worse", "not_clear"])),
    st.builds(
        lambda day, q, who: Answer(question=q, text="x", answered_on=day, children=tuple(who)),
        DAYS, st.sampled_from(["Q4", "Q8"]), st.lists(WHO, unique=True),
    ),
    st.builds(action, AHEAD, st.integers(0, 4)),
    st.builds(lambda day: Supervision(held_on=day), DAYS),
    st.builds(lambda day: ChronologyReview(looked_on=day), DAYS),
    st.builds(lambda day, step: Escalation(about="A place", step=step, step_started_on=day), DAYS, st.sampled_from([1, 2, 3])),
    st.builds(lambda day, w: Visit(happened_on=day, written_up=w), DAYS, WRITTEN),
    st.builds(lambda who: Seen(visit_id=HELD.id, child_id=who, happened_on=HELD.happened_on, seen="alone"), WHO),
    st.builds(
        lambda t, day, who, w: Event(type=t, happened_on=day, child_id=who, written_up=w),
        st.sampled_from(get_args(EventType)), DAYS, st.none() | WHO, WRITTEN,
    ),
    st.builds(lambda day: Concern(happened_on=day, text="No coat.", theme="T8"), DAYS),
    st.builds(lambda who, day: DayEntry(child_id=who, happened_on=day, source="child", text="I get up."), WHO, DAYS),
    st.builds(lambda day: HouseholdCheck(confirmed_on=day, how="seen"), DAYS),
)  # fmt: skip
CASES = st.lists(RECORDS, max_size=14).map(lambda some: [SCHOOL, SURGERY, NEED, HELD, *some])
TODAYS = st.sampled_from([date(2026, 11, 23), date(2026, 12, 28), date(2027, 2, 28)])


def said(records: list[Record], name: str, on: date) -> list[Prompt]:
    """What a signal asks, or the timescales do."""
    return asked(LIMITS, [K, L_M, *records], LIVE if name == "timescales" else (name,), on, id="case")


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=60, deadline=None)
@given(records=CASES, on=TODAYS)
def test_it_hears_only_the_kinds_that_it_names(name: str, records: list[Record], on: date) -> None:
    """All other records taken away, it says the same."""
    alone = [record for record in records if isinstance(record, NAMED[name])]
    assert said(records, name, on) == said(alone, name, on)


@pytest.mark.parametrize("name", NAMED)
@settings(max_examples=40, deadline=None)
@given(records=CASES, on=TODAYS, data=st.data())
def test_the_order_of_records_says_nothing(name: str, records: list[Record], on: date, data: st.DataObject) -> None:
    """Written in whatever order, the case asks the same."""
    assert said(records, name, on) == said(data.draw(st.permutations(records)), name, on)


@settings(max_examples=100, deadline=None)
@given(records=CASES, on=TODAYS)
def test_every_line_has_its_room_its_facts_and_its_source(records: list[Record], on: date) -> None:
    """Three lengths that fit; what is asked says its sum, and what is missing has no word of severity."""
    for prompt in asked(LIMITS, [K, L_M, *records], (*NAMED, *LIVE), on, id="case"):
        assert len(prompt.medium) <= MEDIUM
        assert len(prompt.narrow) <= NARROW
        assert len(prompt.short) <= SHORT
        assert prompt.text[0].isupper() or prompt.text.startswith('"')
        if prompt.severity != "not recorded":
            assert prompt.source
            assert prompt.facts
            assert prompt.limit_id in LIMITS.rows or prompt.limit_id in LIMITS.counts


@pytest.mark.parametrize("name", [name for name in NAMED if name not in ("S15", "S17", "S18")])
@settings(max_examples=30, deadline=None)
@given(records=CASES, on=TODAYS)
def test_once_past_it_stays_past_until_something_is_recorded(name: str, records: list[Record], on: date) -> None:
    """A day later no line that was past its date is gone or milder; a plan check and a sector may be."""
    order = ["not recorded", "note", "due soon", "due", "overdue", "strong"]
    later = {(p.signal, p.about, p.child_id): p for p in said(records, name, on + timedelta(days=1))}
    for prompt in said(records, name, on):
        then = later[(prompt.signal, prompt.about, prompt.child_id)]
        assert order.index(then.severity) >= order.index(prompt.severity)
