"""Whatever else is recorded, and in whatever order: a pattern sees only the kinds of records that it names."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.records import (
    Action,
    Agency,
    Answer,
    Child,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    Person,
    Record,
    SetAside,
    Unknown,
)
from tests.checklists.signals.patterned import (
    K,
    a_case,
    asked,
    care,
    concern,
    day_entry,
    event,
    readings,
    review,
    seen,
)

SISTER = Child(initials="L.M.", plan="cin")
NAMED: dict[str, tuple[str, ...]] = {
    "S3": ("visit", "seen"),
    "S4": ("visit", "seen"),
    "S9": ("seen", "concern", "day_entry"),
    "S20": ("engagement",),
    "S21": ("outcome", "outcome_reading", "concern"),
    "S22": ("event",),
    "S23": ("neglect_entry",),
    "S24": ("event",),
}
"""The kinds of records that each pattern looks at, as its row of the table says."""

DAYS = ("2024-11-22", "2024-11-23", "2025-11-23", "2026-05-22", "2026-05-23", "2026-09-07", "2026-11-02", "2026-11-18")
WHO = (K, SISTER)
POOL: tuple[Record, ...] = (
    *(row for on in DAYS for who in WHO for how in ("alone", "with_others") for row in seen(f"{on} {how}", child=who)),
    *(concern(on, who) for on in DAYS for who in WHO),
    *(day_entry(date.fromisoformat(on), impact, who) for on in DAYS for who in WHO for impact in ("", "tired")),
    *(review(on, "in", change, child=who) for on in DAYS for who in WHO for change in ("same", "better")),
    *(row for on in DAYS for change in ("better", "same") for row in readings(*[f"{on} {change}"] * 3)),
    *(event(on, kind) for on in DAYS for kind in ("referral", "nfa", "s47_start", "plan_end", "restart")),
    *(care(on, area, child=who) for on in DAYS for who in WHO for area in ("food", "home")),
)
"""Something for every pattern, on the first days of windows, the days before them, and others."""
EVERYTHING = st.lists(st.sampled_from(POOL), unique_by=id, max_size=80)
OTHERS: tuple[Record, ...] = (
    Person(label="gran", lives_here="yes"),
    Action(what="Ring the school", due_on=date(2026, 11, 2)),
    Hypothesis(text="late nights"),
    Answer(question="Q4", question_text="Curious?", text="Two readings.", answered_on=date(2026, 11, 5)),
    HouseholdCheck(confirmed_on=date(2026, 8, 21), how="seen"),
    Unknown(what="who is D", by_on=date(2026, 11, 18), why_it_matters="he is there at night", who_may_know="gran"),
    Agency(sector="education", label="school"),
    Explanation(
        text="fell", given_by="mother", given_on=date(2026, 11, 4), event_on=date(2026, 11, 3), event_key="arm"
    ),
    SetAside(signal="S1", about="somebody else", reason="seen tomorrow at school", until_on=date(2026, 12, 4)),
)
"""Records of kinds that no pattern names."""


def said(records: list[Record], signal: str) -> list[tuple[object, ...]]:
    """All that a signal says of the case."""
    case = a_case(records, K, SISTER, id="01CASE")
    return [(p.about, p.severity, p.text, p.count, p.facts) for p in asked(case, signal)]


@pytest.mark.parametrize("signal", NAMED)
@settings(max_examples=40, deadline=None)
@given(records=EVERYTHING, others=st.lists(st.sampled_from(OTHERS), unique_by=id))
def test_records_of_other_kinds_change_nothing(signal: str, records: list[Record], others: list[Record]) -> None:
    """Neither those of no pattern nor those of another one."""
    mine = [record for record in records if record.kind in NAMED[signal]]
    assert said([*records, *others], signal) == said(mine, signal)


@pytest.mark.parametrize("signal", NAMED)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_order_of_the_records_changes_nothing(signal: str, data: st.DataObject) -> None:
    """A record that is written later may be about an earlier day."""
    records = data.draw(EVERYTHING)
    assert said(data.draw(st.permutations(records)), signal) == said(records, signal)


@pytest.mark.parametrize("signal", NAMED)
def test_every_pattern_speaks_of_what_is_drawn_from(signal: str) -> None:
    """A property of patterns that never speak would hold of nothing."""
    quiet = [row for row in POOL if (row.kind != "concern" or signal == "S9") and not _hopeful(row)]
    assert [one for one in asked(a_case(quiet, K, SISTER), signal) if one.severity != "not recorded"]


def _hopeful(row: Record) -> bool:
    """What keeps a pattern from speaking: seen alone, a change for the better; of good news, any other reading."""
    held = {getattr(row, field, "") for field in ("seen", "child_change")}
    return bool({"alone", "better"} & held) or getattr(row, "change", "") == "same"
