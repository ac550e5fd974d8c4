"""The limits in force are those of the practice guide, row by row; signals take every number from them."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import checklists.signals
from checklists.limits import Limit, Limits, in_force, read_limits
from checklists.wrong import Wrong

UNITS = {"month": "m", "week": "w", "day": "d", "hour": "h", "minute": "min"}
RECHECKED = date(2026, 11, 23)

ROWS = """
referral_decision 1wd - guidance
assessment 45wd - guidance
strategy_to_icpc 15wd - guidance
icpc_to_core_group 10wd - guidance
cp_review_first 3m - guidance
cp_review_next 6m - guidance
cp_visit 10wd - policy
cp_seen_alone 10wd 20wd policy
cp_unseen_worker 4w - policy
cp_unseen_any 6w - policy
cin_visit 6w - policy
cin_seen_alone 6w - policy
cin_review 12w - policy
cin_refused_manager 48h - policy
cin_refused_revisit 5wd - policy
lac_visit_first 1w - law
lac_visit_year1 6w - law
lac_visit_later 6w - law
lac_visit_permanent 3m - law
lac_visit_r3_to_review 1w - law
lac_visit_r3_after 6w - law
lac_visit_r4_to_review 1w - law
lac_visit_r4_after 4w - law
lac_visit_r5_first 1w - law
lac_visit_r5_after 6w - law
lac_review_first 20wd - law
lac_review_second 3m - law
lac_review_next 6m - law
record_key_event 24h - policy
record_visit 2wd 5wd policy
record_other 5wd - policy
supervision_worker 1m - policy
supervision_cp 2m 3m policy
cp_length_9 9m - policy
cp_length_12 12m - policy
cp_length_15 15m 15m policy
cp_length_21 21m 21m policy
escalation_step_1 2wd - policy
escalation_step_2 5wd - policy
escalation_step_3 2wd 2wd policy
sin 5wd - guidance
rapid_review 15wd - guidance
cspr 6m - guidance
sar 6m - guidance
cpd_pieces 2pieces - policy
learning_again 3m - policy
adult_concern_decision 2wd - policy
adult_enquiry 28d - policy
retention_first 6m - policy
retention_last 12m - policy
plan_check_early 10wd - policy
household_confirmed 90d 180d policy
adult_met 10wd 20wd policy
adult_spoken 20wd 40wd policy
reason_blank_after 2wd - policy
reason_blank_window 60d - policy
day_entry_cp 30d 60d policy
day_entry_cin 6w 12w policy
hypothesis 60d 120d policy
concern_follow_up 10wd 20wd policy
explanation_check 10wd 20wd policy
unknown_none 30d - policy
unknown_past_by 0wd 20wd policy
review_request 0wd - policy
review_check_in 0wd - policy
agency_heard 30wd 60wd policy
request_reply 10wd 20wd policy
sector_present 20wd - policy
outcome_change 3m 6m policy
action_drift 20wd 40wd policy
only_positive 3m - policy
referral_window 12m - policy
neglect_window 6m - policy
restart_window 24m - policy
chronology_review 30d 90d policy
chronology_gap 28d - policy
new_case 10wd - policy
due_soon 3wd - policy
today_horizon 5wd - policy
set_aside_longest 60d - policy
looking_ahead_again 3m - policy
mask_after 3min - policy
lock_after 10min - policy
"""
"""Id, limit, strong mark, kind: a copy of the guide's tables, so that a slip of a key is found."""

COUNTS = """
times_interval - 2 -
not_alone_in_a_row 2 3 -
reason_blank 1 2 reason_blank_window
impact_blank - 8 -
sectors_absent 1 2 -
moved_dates 2 3 -
engaged_no_change 2 3 -
only_better - - only_positive
referrals 3 - referral_window
nfa 2 - referral_window
s47 2 - referral_window
earlier_plans 1 - -
history_kinds 1 2 -
neglect_entries 3 6 neglect_window
neglect_areas 2 4 neglect_window
restarts 2 3 restart_window
cpd_peer - - -
set_aside_letters - - -
"""
"""Id, due, strong, window."""


def said(row: Limit) -> str:
    """The row as the copy writes it."""
    unit = UNITS.get(row.unit, row.unit)
    strong = "-" if row.strong is None else f"{row.strong}{unit}"
    return f"{row.id} {row.value}{unit} {strong} {row.kind}"


def test_every_limit_is_the_one_of_the_guide(limits: Limits) -> None:
    """No row more, none less, none with another number or kind."""
    assert sorted(said(row) for row in limits.rows.values()) == sorted(ROWS.split("\n")[1:-1])


def test_every_count_is_the_one_of_the_guide(limits: Limits) -> None:
    """At how many a pattern is noticed and repeated, and over which window."""
    found = [f"{c.id} {c.due or '-'} {c.strong or '-'} {c.window or '-'}" for c in limits.counts.values()]
    assert sorted(found) == sorted(COUNTS.split("\n")[1:-1])


def test_every_window_is_a_row(limits: Limits) -> None:
    """A count over a window that nobody set would look at nothing."""
    assert {count.window for count in limits.counts.values() if count.window} <= set(limits.rows)


def test_every_limit_says_who_says_so_and_when_that_was_checked(limits: Limits) -> None:
    """Law changes: a source without a date is worth nothing."""
    for row in limits.rows.values():
        assert row.source, row.id
        assert row.last_checked is not None, row.id
        assert row.last_checked >= RECHECKED, row.id


def test_adult_limits_are_off_until_they_are_set(limits: Limits) -> None:
    """The Care Act sets no numbers of days."""
    assert [row.id for row in limits.rows.values() if not row.enabled] == ["adult_concern_decision", "adult_enquiry"]


def test_nothing_is_in_force_because_an_act_was_passed(limits: Limits) -> None:
    """No row leans on the Act of 2026."""
    assert not [row.id for row in limits.rows.values() if "2026" in row.source]


def test_no_number_but_0_and_1_stands_in_a_signal() -> None:
    """Every limit, count and window is a row of a file that a person can read and change."""
    for path in sorted(Path(str(checklists.signals.__file__)).parent.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float):
                assert node.value in (0, 1), f"{path.name}, line {node.lineno}"
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
                assert not re.fullmatch(r"\d+", node.value), f"{path.name}, line {node.lineno}"


def test_a_plan_never_lengthens_law_but_may_a_local_limit(limits: Limits) -> None:
    """G8: of a plan and law the shorter counts, and both are named; over a local limit the plan wins."""
    law, local = limits.row("lac_visit_year1"), limits.row("cp_visit")
    longer = in_force((8, "week"), law)
    assert longer is not None
    assert (longer.value, longer.unit, longer.by_plan) == (6, "week", False)
    assert longer.said == "Plan says every 8 weeks; regulation 28 says at most 6."
    shorter, own = in_force((4, "week"), law), in_force((15, "wd"), local)
    assert shorter is not None
    assert own is not None
    assert (shorter.value, shorter.by_plan, shorter.said) == (4, True, "Plan says every 4 weeks.")
    assert (own.value, own.said) == (15, "Plan says every 15.")
    assert in_force(None, None) is None


@pytest.mark.parametrize(("value", "unit"), [(42, "day"), (30, "wd"), (1, "month")])
def test_units_are_compared_as_days(value: int, unit: str, limits: Limits) -> None:
    """Six weeks, thirty working days and a month are none of them longer than six weeks."""
    found = in_force((value, unit), limits.row("lac_visit_year1"))
    assert found is not None
    assert found.by_plan


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[timescale]]\nid = 1\nname", "limits.toml cannot be read"),
        ('[[timescale]]\nid = "x"\nname = "X"', "limits.toml, row x: value is missing"),
        ('[[count]]\nname = "X"', "limits.toml: a count has no id or no name"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_its_row(text: str, told: str) -> None:
    """In one sentence that names the file."""
    with pytest.raises(Wrong, match=told):
        read_limits(text, "limits.toml")
