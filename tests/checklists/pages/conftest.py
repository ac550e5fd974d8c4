"""A fictional caseload with every kind of case that a page must be able to show."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from checklists.summaries import summarise
from store.case import Case, case_of
from store.records import Action, Answer, CaseRecord, Child, Hypothesis, Person, Record, Seen, Visit
from store.summary import CaseSummary

TODAY = date(2026, 11, 23)

Visited = Callable[..., list[Record]]


@pytest.fixture
def today() -> date:
    """Mon 23 Nov 2026."""
    return TODAY


@pytest.fixture
def visited() -> Visited:
    """`visited(day, {child: how}, …)`: a visit and how each child was seen on it."""
    return _visited


def _visited(day: date, seen: dict[Child, str] | list[tuple[Child, str]], **more: Any) -> list[Record]:
    pairs = seen.items() if isinstance(seen, dict) else seen
    words = {key: more.pop(key) for key in ("child_words", "sleeping_place_seen") if key in more}
    visit = Visit(happened_on=day, **more)
    rows = [Seen(visit_id=visit.id, child_id=child.id, happened_on=day, seen=how, **words) for child, how in pairs]
    return [visit, *rows]


def _child(initials: str, plan: str, **facts: Any) -> Child:
    return Child(initials=initials, plan=plan, **facts)


def _family() -> Case:
    """K.M. past her date; L.M. a baby sister for whom observed counts; two adults, answers, actions."""
    begun = {"plan_started_on": date(2026, 2, 17), "category": "neglect", "visit_interval": {"value": 10, "unit": "wd"}}
    k = _child("K.M.", "cp", born_on=date(2018, 5, 4), **begun)
    rule = {"alone_rule": "observed_counts", "alone_rule_reason": "a baby", "alone_rule_review_on": date(2027, 1, 4)}
    l_m = _child("L.M.", "cp", born_on=date(2025, 6, 1), **begun, **rule)
    moved = (
        {"from_on": date(2026, 10, 5), "to_on": date(2026, 10, 19), "reason": "records not in"},
        {"from_on": date(2026, 10, 19), "to_on": date(2026, 10, 26), "reason": "on leave"},
    )
    both = [k, l_m]
    return case_of(
        CaseRecord(ref="F-102", allocated_on=date(2026, 2, 17)),
        [
            *both,
            *_visited(date(2026, 11, 3), [(k, "alone"), (l_m, "observed")], child_words="I get myself up."),
            *_visited(date(2026, 11, 16), [(k, "with_others"), (l_m, "observed")], by="duty", sleeping_place_seen="yes"),
            *_visited(date(2026, 11, 18), [(k, "with_others")], place="video"),
            Person(label="mother", lives_here="yes", met_on=date(2026, 3, 3)),
            Person(label="partner D", lives_here="sometimes", known_since=date(2026, 11, 2)),
            Person(label="gran", lives_here="no", met_on=date(2025, 12, 17)),
            Hypothesis(text="late nights, gaming"),
            Hypothesis(text="she gets herself up", state="set_down", set_down_reason="school says no"),
            Answer(question="Q4", question_text="An older question?", text="Late nights.", answered_on=date(2025, 10, 13)),
            Answer(question="Q4", question_text="Am I curious?", text="Two readings.", answered_on=date(2026, 11, 5)),
            Action(what="Bring health events in", type="chronology", due_on=date(2026, 10, 26), moved=moved),
            Action(what="Chase the surgery for records", type="share_info", due_on=TODAY, question="Q7"),
            Action(what="Meet D, away from home", type="assess_adult", due_on=date(2026, 11, 25), child_id=k.id),
            Action(what="Gran: find the red book", due_on=TODAY, owner="gran"),
            Action(what="Write the report", due_on=date(2026, 12, 18)),
            Action(
                what="See K. at school", type="see_person", due_on=date(2026, 11, 2), state="done",
                done_on=date(2026, 11, 3), child_outcome="not known yet", look_again_on=date(2026, 11, 24),
            ),
            Action(what="Ask the club", due_on=date(2026, 11, 2), state="dropped", dropped_reason="it has closed"),
        ],
    )  # fmt: skip


def _cases() -> dict[str, Case]:
    """Every kind of case by a word for it."""
    away = _child("A.", "lac", born_on=date(2011, 1, 9), visit_rule="reg28_2", placement_started_on=date(2026, 1, 5),
                  whereabouts="missing", whereabouts_since=date(2026, 11, 20))  # fmt: skip
    e_f = _child("E.F.", "adult", born_on=date(1940, 2, 2), visit_interval={"value": 4, "unit": "week"})
    s = _child("S.", "cp", born_on=date(2019, 9, 9), visit_interval={"value": 8, "unit": "week"})
    r = _child("R.", "cin", born_on=date(2020, 1, 30))
    return {
        "family": _family(),
        "nothing": case_of(CaseRecord(ref="F-114", allocated_on=date(2026, 10, 30)), [_child("T.", "cin")]),
        "no interval": case_of(CaseRecord(ref="F-115", allocated_on=date(2026, 1, 5)), [_child("P.", "early_help")]),
        "missing": case_of(CaseRecord(ref="F-121", allocated_on=date(2026, 1, 5)), [away]),
        "unborn": case_of(CaseRecord(ref="F-130", allocated_on=date(2026, 11, 16)),
                          [_child("Baby", "cp", expected_on=date(2027, 2, 2))]),
        "adult": case_of(CaseRecord(ref="A-7", service="adults", allocated_on=date(2026, 9, 7)),
                         [e_f, *_visited(date(2026, 10, 20), [(e_f, "alone")]), Person(label="son", lives_here="yes"),
                          Action(what="Ring the surgery", due_on=date(2026, 11, 20))]),
        "new adult": case_of(CaseRecord(ref="A-9", service="adults", allocated_on=date(2026, 11, 20)), []),
        "well": case_of(CaseRecord(ref="F-140", allocated_on=date(2026, 3, 2)),
                        [r, *_visited(date(2026, 11, 20), [(r, "alone")])]),
        "unseen": case_of(CaseRecord(ref="F-150", allocated_on=date(2026, 3, 2)),
                          [s, *_visited(TODAY - timedelta(days=30), [(s, "alone")])]),
        "imported": case_of(CaseRecord(ref="9212044", allocated_on=date(2026, 10, 5)),
                            [_child("", "cin", own_id="9212044", born_on=date(2013, 3, 3))]),
        "childless": case_of(CaseRecord(ref="F-160", allocated_on=date(2026, 11, 20)), []),
        "closed": case_of(CaseRecord(ref="F-090", allocated_on=date(2025, 1, 6), closed_on=date(2026, 11, 6),
                                     closed_reason="moved away"), [_child("Z.", "cp", born_on=date(2016, 6, 6))]),
    }  # fmt: skip


@pytest.fixture
def cases() -> dict[str, Case]:
    """Every kind of case by a word for it, such as family, nothing, missing, unborn and adult."""
    return _cases()


@pytest.fixture
def rows(cases: dict[str, Case]) -> list[CaseSummary]:
    """The caseload: the row of each case, and of one that cannot be read."""
    damaged = CaseSummary("01DAMAGED", "F-199", damaged="The file of case F-199 cannot be read; it was left as it is.")
    return [*(summarise(case) for case in cases.values()), damaged]
