"""What holds for any record: a signal looks at its own kinds only, and never at the order in which they were written."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.limits import load_limits
from checklists.pages.blocks import MEDIUM, NARROW, SHORT
from checklists.signals import Prompt, prompts
from checklists.summaries import summarise
from store.case import case_of
from store.records import (
    CaseRecord,
    Child,
    Concern,
    DayEntry,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    Person,
    Record,
    SetAside,
)
from tests.checklists.signals.listed import (
    OLD,
    TODAY,
    account,
    at,
    checked,
    child,
    concern,
    entry,
    friend,
    person,
    wonder,
)
from tests.store.records import one_of_each

LIMITS = load_limits()
K, L_M = child(), child(initials="L.M.", plan="cin")
NAMES: dict[str, tuple[type[Record], ...]] = {
    "S5": (Person,),
    "S6": (Person,),
    "S7": (HouseholdCheck,),
    "S8": (DayEntry,),
    "S10": (Hypothesis,),
    "S11": (Concern,),
    "S12": (Explanation,),
}
"""The kinds that each signal names."""
FIRST = account(date(2026, 11, 4))
days = st.integers(0, 400).map(lambda ago: TODAY - timedelta(days=ago))
flags = st.booleans()
safety = st.sampled_from([{}, {"contact_safety": "not_safe", "contact_safety_reason": "her new address"}])
lives = st.sampled_from(["yes", "sometimes", "no", "unknown"])
follow = st.sampled_from(["", "seen by the nurse"])
downs = st.sampled_from([{}, {"state": "set_down", "set_down_reason": "school says no"}])
made = st.one_of(
    st.builds(
        lambda day, home, named, marked, grown: person(
            known_since=day, lives_here=home, name_known=named, adult=grown, **marked
        ),
        days, lives, flags, safety, flags,
    ),
    st.builds(lambda day: friend(known_since=day), days),
    days.map(checked),
    st.builds(entry, st.sampled_from([K, L_M]), days),
    st.builds(lambda day, then, down: wonder(day, edited_at=at(then), **down), days, days, downs),
    st.builds(lambda day, done: concern(day, follow_up=done), days, follow),
    st.builds(lambda day, how, other: account(day, checked_how=how, differs_from=other), days, follow,
              st.sampled_from([None, FIRST.id])),
)  # fmt: skip
some = st.lists(made, max_size=8)
on_days = st.integers(-10, 60).map(lambda ahead: TODAY + timedelta(days=ahead))


def asked(records: Sequence[Record], on: date) -> list[Prompt]:
    """All that these signals ask."""
    case = case_of(CaseRecord(id="01CASE", ref="F-1", allocated_on=OLD), [K, L_M, FIRST, *records])
    return [prompt for prompt in prompts(summarise(case), on, LIMITS) if prompt.signal in NAMES]


def others(signal: str) -> list[Record]:
    """A record of every kind that the signal does not name; a child is who it is about, and setting aside is meant to hide."""
    return [one for one in one_of_each("words") if not isinstance(one, (*NAMES[signal], Child, SetAside))]


@settings(max_examples=100, deadline=None)
@given(some, on_days, st.sampled_from(sorted(NAMES)))
def test_no_signal_changes_when_records_of_other_kinds_are_added(records: list[Record], on: date, signal: str) -> None:
    """Neither its word, nor its day, nor a letter of its text."""
    before = [prompt for prompt in asked(records, on) if prompt.signal == signal]
    after = [prompt for prompt in asked([*records, *others(signal)], on) if prompt.signal == signal]
    assert before == after


@settings(max_examples=100, deadline=None)
@given(some.flatmap(lambda records: st.tuples(st.just(records), st.permutations(records))), on_days)
def test_none_depends_on_the_order_of_records(two: tuple[list[Record], list[Record]], on: date) -> None:
    """What was written first comes first in no count."""
    records, mixed = two
    assert asked(records, on) == asked(mixed, on)


@settings(max_examples=100, deadline=None)
@given(some, on_days)
def test_every_line_has_its_day_its_sum_and_its_source_and_fits(records: list[Record], on: date) -> None:
    """A date and a count, the limit and where it comes from; and three lengths of text that fit a row."""
    for prompt in asked(records, on):
        assert len(prompt.medium) <= MEDIUM
        assert len(prompt.narrow) <= NARROW
        assert len(prompt.short) <= SHORT
        if prompt.severity == "not recorded":
            assert (prompt.count, prompt.word) == (None, "not recorded")
            continue
        assert prompt.on is not None
        assert prompt.count is not None
        assert f"Limit {LIMITS.row(prompt.limit_id).value}" in prompt.text
        assert prompt.source.startswith(LIMITS.row(prompt.limit_id).source)
        assert prompt.facts
        assert prompt.on <= on or prompt.severity == "due soon"


@settings(max_examples=100, deadline=None)
@given(some, on_days)
def test_one_person_is_one_line(records: list[Record], on: date) -> None:
    """S5 and S6 never both speak of the same one."""
    people = [
        prompt.about for prompt in asked(records, on) if prompt.signal in ("S5", "S6") and prompt.count is not None
    ]
    assert len(people) == len(set(people))
