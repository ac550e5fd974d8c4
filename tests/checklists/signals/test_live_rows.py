"""The dated lines of timescales: live from the event that starts one to the event that answers it. On Mon 23 Nov 2026."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checklists.limits import Limits, load_limits
from checklists.signals import Prompt, prompts
from checklists.signals.whole import SIGNALS
from checklists.summaries import summarise
from store.case import case_of
from store.records import CaseRecord, Child, Record, Seen, Sighting, Visit
from store.summary import SetAside
from tests.checklists.signals.listed import OLD, TODAY, child
from tests.checklists.signals.tending import agency, event

ROWS = {row.id: row for row in load_limits().rows.values() if row.starts}
PLANS = {"assessment": "assessment", "icpc_to_core_group": "cp", "cp_review_first": "cp", "cp_review_next": "cp",
         "cin_review": "cin", "lac_review_first": "lac", "lac_review_second": "lac", "lac_review_next": "lac"}  # fmt: skip
DAY = date(2026, 11, 10)


def live(
    limits: Limits, records: list[Record], on: date = TODAY, set_aside: tuple[SetAside, ...] = (), **case: Any
) -> list[Prompt]:
    """The lines of timescales, by date."""
    whole = case_of(CaseRecord(**{"ref": "F-1", "allocated_on": OLD, **case}), records)
    row = summarise(whole)._replace(set_aside=set_aside)
    return [prompt for prompt in prompts(row, on, limits) if prompt.signal in ROWS]


def ids(found: list[Prompt]) -> list[str]:
    """Which timescales."""
    return [prompt.signal for prompt in found]


def of_row(row_id: str) -> tuple[Child, dict[str, Any]]:
    """A child or an adult to whom a row applies, and the case."""
    if row_id in ("sar", "adult_concern_decision", "adult_enquiry"):
        return child(plan="adult"), {"service": "adults"}
    return child(plan=PLANS.get(row_id, "none")), {}


@pytest.mark.parametrize("row_id", sorted(ROWS))
def test_a_row_is_live_until_its_answer_is_recorded(row_id: str, limits: Limits) -> None:
    """Every row of the table, with each event that starts it; the limit day is its own."""
    k, case = of_row(row_id)
    row = ROWS[row_id]._replace(enabled=True)
    on = replace(limits, rows={**limits.rows, row_id: row})
    before = [event("lac_review", date(2026, 10, 1))] if row_id == "lac_review_next" else []
    for type_ in row.starts:
        started = [k, *before, event(type_, DAY)]
        (found,) = [prompt for prompt in live(on, started, **case) if prompt.signal == row_id]
        assert (found.limit_id, found.question, found.child_id) == (row_id, "Q8", None)
        assert found.text.startswith(f"{row.called} ")
        assert found.short == row.brief
        assert f"{row.said} after the " in found.text
        assert found.text.endswith("of Tue 10 Nov.")
        for answer in row.answered_by:
            answered = live(on, [*started, event(answer, date(2026, 11, 20))], **case)
            assert [prompt for prompt in answered if prompt.signal == row_id and "Tue 10 Nov" in prompt.text] == []


def test_the_line_is_the_guides(limits: Limits) -> None:
    """Due Wed 30 Dec over Christmas; and a day that is no working day names the one before."""
    records = [child(), event("icpc", date(2026, 12, 14))]
    group, review = live(limits, records, date(2026, 12, 24))
    assert group.text == "First core group due Wed 30 Dec: 10 working days after the conference of Mon 14 Dec."
    assert (group.severity, group.on, group.count) == ("due soon", date(2026, 12, 30), 8)
    assert review.text == (
        "First review conference due Sun 14 Mar 2027 (falls on a Sunday; the working day before is Fri 12 Mar 2027):"
        " 3 months after the conference of Mon 14 Dec."
    )
    assert (review.severity, review.word) == ("note", "")
    assert review.source == "Working Together to Safeguard Children 2023, checked 23 Nov 2026"


@pytest.mark.parametrize(
    ("on", "word", "said"),
    [
        (date(2026, 12, 30), "due", "First core group due today: "),
        (date(2026, 12, 31), "overdue", "First core group was due Wed 30 Dec (1 working day ago): "),
        (date(2027, 6, 1), "overdue", "First core group was due Wed 30 Dec 2026 "),
    ],
)
def test_due_on_the_day_and_overdue_after_it(on: date, word: str, said: str, limits: Limits) -> None:
    """A timescale is never well past: no row has such a mark."""
    found = live(limits, [child(), event("icpc", date(2026, 12, 14))], on)[0]
    assert found.severity == word
    assert found.text.startswith(said)


def test_a_trigger_whose_day_had_passed_before_the_case_came_is_history(limits: Limits) -> None:
    """On that very day it is not."""
    records = [child(), event("icpc", date(2026, 12, 14))]
    on, day = date(2027, 1, 11), date(2026, 12, 30)
    assert ids(live(limits, records, on, allocated_on=day)) == ["icpc_to_core_group", "cp_review_first"]
    assert ids(live(limits, records, on, allocated_on=date(2026, 12, 31))) == ["cp_review_first"]


def test_an_answer_on_the_same_day_answers(limits: Limits) -> None:
    """A core group held after the conference; but a review does not answer itself."""
    both = [child(), event("icpc", DAY), event("core_group", DAY)]
    assert ids(live(limits, both)) == ["cp_review_first"]
    assert ids(live(limits, [child(), event("rcpc", DAY)])) == ["cp_review_next"]


def test_a_referral_is_answered_by_its_own_decision(limits: Limits) -> None:
    """Not by that of another; each has its own line."""
    first = event("referral", date(2026, 11, 19), decision="assessment")
    second, third = event("referral", date(2026, 11, 20)), event("referral", date(2026, 11, 23))
    found = live(limits, [child(plan="none"), first, second, third])
    assert [(prompt.signal, prompt.about) for prompt in found] == [
        ("referral_decision", second.id),
        ("referral_decision", third.id),
    ]


@pytest.mark.parametrize("row_id", ["icpc_to_core_group", "cp_review_first", "cp_review_next", "cin_review"])
def test_a_plan_that_ends_ends_its_rows(row_id: str, limits: Limits) -> None:
    """On the day of the review that ends it too; one that ended before says nothing."""
    k, _ = of_row(row_id)
    started = [k, event(ROWS[row_id].starts[-1], DAY)]
    assert row_id in ids(live(limits, started))
    assert row_id not in ids(live(limits, [*started, event("plan_end", DAY)]))
    assert row_id not in ids(live(limits, [*started, event("plan_end", date(2026, 11, 12))]))
    assert row_id in ids(live(limits, [*started, event("plan_end", date(2026, 11, 9))]))


def test_a_plan_that_begins_on_the_day_another_ends_has_its_review(limits: Limits) -> None:
    """From protection to need on one day; and of two starts the last counts."""
    events = [event("plan_start", date(2026, 2, 2)), event("plan_end", DAY), event("plan_start", DAY)]
    (found,) = live(limits, [child(plan="cin"), *events])
    assert (found.signal, found.on) == ("cin_review", date(2027, 2, 2))


def test_the_review_that_came_last_is_the_one_that_counts(limits: Limits) -> None:
    """Of protection and of need; reviews in care are first, second and later."""
    first, second, third = (event("lac_review", day) for day in (date(2026, 3, 2), date(2026, 6, 1), date(2026, 9, 7)))
    care = event("became_looked_after", date(2026, 2, 9))
    k = child(plan="lac")
    held: list[Record] = [k, care]
    said = [("lac_review_first", date(2026, 3, 9))]
    assert [(one.signal, one.on) for one in live(limits, held, allocated_on=date(2026, 2, 9))] == said
    held.append(first)
    assert [(one.signal, one.on) for one in live(limits, held)] == [("lac_review_second", date(2026, 6, 2))]
    held.append(second)
    assert [(one.signal, one.on) for one in live(limits, held)] == [("lac_review_next", date(2026, 12, 1))]
    held.append(third)
    assert [(one.signal, one.on) for one in live(limits, held)] == [("lac_review_next", date(2027, 3, 7))]


def test_a_first_review_of_which_only_the_day_is_recorded_counts(limits: Limits) -> None:
    """It answers the first row and starts the second."""
    k = child(plan="lac", first_review_on=date(2026, 11, 2))
    (found,) = live(limits, [k, event("became_looked_after", date(2026, 10, 12))])
    assert (found.signal, found.on, found.about) == ("lac_review_second", date(2027, 2, 2), k.id)


def test_reviews_of_earlier_care_are_not_counted(limits: Limits) -> None:
    """A child who came into care again has a first review again."""
    earlier = [event("lac_review", date(2025, 9, 1)), event("lac_review", date(2025, 12, 1))]
    again = event("became_looked_after", DAY)
    assert ids(live(limits, [child(plan="lac"), *earlier, again])) == ["lac_review_first"]


def test_of_several_strategy_discussions_the_one_that_began_the_enquiry_counts(limits: Limits) -> None:
    """Without a recorded section 47 enquiry the latest one does."""
    talks = [event("strategy_discussion", date(2026, 11, day)) for day in (2, 9, 18)]
    k = child(plan="none")
    (latest,) = live(limits, [k, *talks])
    (began,) = live(limits, [k, *talks, event("s47_start", date(2026, 11, 10))])
    assert (latest.about, began.about) == (talks[2].id, talks[1].id)
    assert began.on == date(2026, 11, 30)


def test_a_discussion_after_an_enquiry_that_is_over_counts_anew(limits: Limits) -> None:
    """After its conference, or its end; while the enquiry runs a further discussion starts nothing."""
    first, again = event("strategy_discussion", date(2026, 9, 1)), event("strategy_discussion", date(2026, 11, 9))
    begun = [child(plan="none"), first, again, event("s47_start", date(2026, 9, 1))]
    assert [one.about for one in live(limits, begun)] == [first.id]
    assert [one.about for one in live(limits, [*begun, event("icpc", date(2026, 9, 18))])] == [again.id]
    assert [one.about for one in live(limits, [*begun, event("s47_end", date(2026, 9, 18))])] == [first.id, again.id]


def test_an_event_of_one_child_says_nothing_of_another(limits: Limits) -> None:
    """One line where it is of all; where one child's is answered, the others each have theirs."""
    k, l_m = child(), child(initials="L.M.")
    of_all = event("icpc", DAY)
    (one,) = [p for p in live(limits, [k, l_m, of_all]) if p.signal == "icpc_to_core_group"]
    assert one.child_id is None
    held = event("core_group", date(2026, 11, 16), child_id=k.id)
    (left,) = [p for p in live(limits, [k, l_m, of_all, held]) if p.signal == "icpc_to_core_group"]
    assert left.child_id == l_m.id
    (own,) = [p for p in live(limits, [k, l_m, event("icpc", DAY, child_id=k.id)]) if p.signal == "icpc_to_core_group"]
    assert own.child_id == k.id


@pytest.mark.parametrize("plan", ["none", "early_help", "assessment", "cin", "lac", "care_leaver"])
def test_a_row_of_a_plan_is_for_children_with_that_plan(plan: str, limits: Limits) -> None:
    """A conference starts nothing where there is no protection plan."""
    assert live(limits, [child(plan=plan), event("icpc", DAY)]) == []


def test_an_adult_has_the_rows_for_adults_and_no_others(limits: Limits) -> None:
    """Guidance on children starts nothing there, nor does the adults' review start for a child."""
    kinds = ("referral", "strategy_discussion", "icpc", "serious_incident", "review_decided")
    events: list[Record] = [event(kind, DAY) for kind in kinds]
    found = live(limits, [child(plan="adult"), *events], service="adults")
    assert [(one.signal, one.text) for one in found] == [
        ("sar", "End of the Safeguarding Adult Review due Mon 10 May 2027: 6 months after the decision of Tue 10 Nov.")
    ]
    assert "sar" not in ids(live(limits, [child(), *events]))


def test_adult_limits_are_off_until_they_are_set(limits: Limits) -> None:
    """The Care Act sets no numbers; once the council's are set, each is a line."""
    records = [child(plan="adult"), event("concern_received", date(2026, 11, 20)), event("s42_start", DAY)]
    assert live(limits, records, service="adults") == []
    names = ("adult_concern_decision", "adult_enquiry")
    rows = {name: limits.row(name)._replace(enabled=True) for name in names}
    found = live(replace(limits, rows={**limits.rows, **rows}), records, service="adults")
    assert [(one.signal, one.on) for one in found] == [
        ("adult_concern_decision", date(2026, 11, 24)),
        ("adult_enquiry", date(2026, 12, 8)),
    ]


def test_g10_a_row_that_does_not_apply_waits_with_its_reason(limits: Limits) -> None:
    """About that event, until its day; G7: none of a closed case."""
    conference = event("icpc", DAY)
    records = [child(), conference]
    aside = (SetAside("icpc_to_core_group", conference.id, date(2026, 12, 7), "moved to another council"),)
    assert ids(live(limits, records, set_aside=aside)) == ["cp_review_first"]
    assert "icpc_to_core_group" in ids(live(limits, records, date(2026, 12, 7), set_aside=aside))
    assert live(limits, records, closed_on=date(2026, 11, 20)) == []


def test_live_rows_are_none_of_the_signals() -> None:
    """They are not counted among the prompts that looked."""
    assert not {signal.id for signal in SIGNALS} & set(ROWS)


def test_the_rows_of_regulation_28_and_the_steps_read_their_days_from_records(limits: Limits) -> None:
    """The order, the first review, and what another agency saw; that a child was not seen is no sighting."""
    k = child(plan="lac", visit_rule="reg28_5")
    school = agency()
    seen = [
        Sighting(child_id=k.id, happened_on=date(2026, 11, day), agency_id=school.id, seen=how)
        for day, how in ((12, "alone"), (16, "with_others"), (18, "not_seen"))
    ]
    events = [
        event("legal_order", date(2026, 5, 4)),
        event("legal_order", date(2026, 11, 16)),
        event("lac_review", DAY),
    ]
    (facts,) = summarise(case_of(CaseRecord(ref="F-1"), [k, school, *seen, *events])).children
    assert facts.legal_order_on == date(2026, 11, 16)
    assert facts.first_review_on == DAY
    assert facts.last_sighting == (date(2026, 11, 16), "School")
    whole = case_of(CaseRecord(ref="F-1", allocated_on=OLD), [k, *events])
    (due,) = [prompt for prompt in prompts(summarise(whole), TODAY, limits) if prompt.signal == "S2"]
    assert (due.limit_id, due.on, due.severity) == ("lac_visit_r5_first", TODAY, "due")


def test_a_sighting_by_another_agency_ends_the_second_step(limits: Limits) -> None:
    """Six weeks unseen by anyone asks for escalation; seen by school, only the first step stands."""
    k, school = child(), agency()
    visit = Visit(happened_on=date(2026, 10, 5))
    row = Seen(visit_id=visit.id, child_id=k.id, happened_on=visit.happened_on, seen="alone")
    saw = Sighting(child_id=k.id, happened_on=date(2026, 11, 16), agency_id=school.id, seen="with_others")
    texts = []
    for records in ([k, visit, row], [k, visit, row, school, saw]):
        whole = case_of(CaseRecord(ref="F-1", allocated_on=OLD), records)
        texts += [one.text for one in prompts(summarise(whole), TODAY, limits) if one.signal == "S2"]
    assert "Not seen by anyone for 49 days; local step at 6 weeks is to escalate today." in texts[0]
    assert "anyone" not in texts[1]
    assert "Not seen by a social worker for 49 days" in texts[1]
