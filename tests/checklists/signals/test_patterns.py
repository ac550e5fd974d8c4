"""Each pattern: its message, its edges and its guards. On Mon 23 Nov 2026 unless said."""

from datetime import date, timedelta
from typing import Any

import pytest

from checklists.limits import Limits
from checklists.signals import prompts
from checklists.signals.only_good import at_closing
from checklists.summaries import summarise
from store.records import Child, Event, ImportBatch, ImportedFact, Record
from tests.checklists.signals.patterned import (
    E_F,
    LIMITS,
    TODAY,
    K,
    a_case,
    asked,
    care,
    concern,
    day,
    day_entry,
    event,
    readings,
    review,
    seen,
    severity,
    the_one,
    visited,
)

MINE = ("S3", "S4", "S9", "S20", "S21", "S22", "S23", "S24")
BABY = Child(
    initials="L.M.", plan="cp", alone_rule="observed_counts", alone_rule_reason="a baby", alone_rule_review_on=date(2027, 1, 4)
)  # fmt: skip
FULL: list[Record] = [
    *seen("2026-11-02 with_others", "2026-11-16 with_others"),
    *(day_entry(date(2026, 11, number)) for number in range(1, 9)),
    review("2026-05-12", "in", "same"),
    review("2026-11-10", "in", "not_clear"),
    *readings(*(f"2026-11-0{number} better" for number in range(1, 8))),
    *(event(on, "referral") for on in ("2026-01-14", "2026-06-03", "2026-10-12")),
    *(care(*text.split()) for text in ("2026-07-02 food", "2026-09-09 home", "2026-11-18 food")),
    event("2025-02-03", "restart"),
    event("2026-09-07", "restart"),
]
"""Something for every pattern to notice."""


def changed(count: str, **fields: Any) -> Limits:
    """The limits with one count changed."""
    return Limits(LIMITS.rows, {**LIMITS.counts, count: LIMITS.count(count)._replace(**fields)})


@pytest.mark.parametrize(
    ("signal", "text"),
    [
        ("S3", "Seen with others on Mon 2 Nov and Mon 16 Nov. Time alone at least every other visit?"),
        ("S4", "2 visits not alone, no reason written: Mon 2 Nov and Mon 16 Nov. What got in the way?"),
        ("S9", '"What it means for the child" is blank in 10 of the last 10 entries.'),
        (
            "S20",
            (
                "At the last 2 reviews the adults were taking part and the child's change was "
                '"same", "not clear". Is anything different for the child?'
            ),
        ),
        ("S21", "7 entries since Sun 23 Aug, 7 say better, 0 note a worry. What could still go wrong?"),
        ("S22", "3 referrals since Sun 23 Nov 2025. What do they say together?"),
        ("S23", "3 entries since Sat 23 May in 2 areas of care (food, home). What is the build-up like for K.M.?"),
        ("S24", "Started again on Mon 3 Feb 2025 and Mon 7 Sep 2026. What was set aside each time?"),
    ],
)
def test_the_message_is_the_guides(signal: str, text: str) -> None:
    """Dates and counts are said, then a question; facts and source stand with it."""
    found = the_one(a_case(FULL), signal)
    year = text.replace("Mon 7 Sep 2026", "Mon 7 Sep")
    assert found.text == year
    assert found.facts
    assert found.source
    assert found.limit_id in LIMITS.counts
    assert len(found.medium) <= 37
    assert len(found.narrow) <= 31
    assert len(found.short) <= 20
    assert found.pattern
    assert found.word in ("noticed", "repeated")
    assert found.on is None


def test_a_change_that_was_the_same_each_time_is_said_once() -> None:
    """And too few reviews are those of taking part: a child in care may have had many others."""
    reviews = [review("2026-05-12", "in", "worse"), review("2026-11-10", "in", "worse")]
    assert 'change was "worse" each time. Is anything' in the_one(a_case(reviews), "S20").text
    assert the_one(a_case(reviews[1:]), "S20").text == "Fewer than two reviews of taking part are recorded."


def test_patterns_stand_on_the_case_and_never_on_today() -> None:
    """Today is drawn from what has a date."""
    assert not [one for one in prompts(summarise(a_case(FULL)), TODAY, LIMITS) if one.signal in MINE]


@pytest.mark.parametrize("signal", MINE)
def test_a_closed_case_asks_nothing(signal: str) -> None:
    """G7."""
    closed = a_case(FULL, closed_on=day("2026-11-20"), closed_reason="moved away")
    assert asked(closed, signal) == []


@pytest.mark.parametrize("signal", ["S9", "S20", "S21"])
@pytest.mark.parametrize(("on", "speaks"), [(date(2026, 12, 4), False), (date(2026, 12, 7), True)])
def test_what_could_only_say_nothing_yet_waits_on_a_new_case(signal: str, on: date, speaks: bool) -> None:
    """G2: under ten working days old; history speaks from day one."""
    assert bool(asked(a_case([], allocated=TODAY), signal, on)) is speaks


@pytest.mark.parametrize("signal", ["S22", "S24"])
def test_history_speaks_from_day_one(signal: str) -> None:
    """G2 holds back neither what came before nor how often it began anew."""
    assert severity(a_case(FULL, allocated=TODAY), signal) == "due"


@pytest.mark.parametrize("signal", ["S3", "S4"])
@pytest.mark.parametrize(
    "facts",
    [
        {"born_on": None, "expected_on": date(2027, 2, 2)},
        {"whereabouts": "missing", "whereabouts_since": date(2026, 11, 20)},
        {"whereabouts": "abroad", "whereabouts_since": date(2026, 11, 20)},
        {"not_asked_reason": "placed by another council", "not_asked_until": date(2026, 12, 4)},
    ],
)
def test_nothing_is_asked_about_seeing_a_child_who_cannot_be_seen(signal: str, facts: dict[str, Any]) -> None:
    """G1, G4 and G10: not born yet, missing, abroad, or visits do not apply for now."""
    case = a_case(FULL, K.with_changes(**facts))
    assert asked(case, signal) == []
    assert asked(a_case(FULL), signal)


def test_s3_what_is_passed_over_is_mentioned() -> None:
    """A visit on which the child was not seen, and a video call, neither break the run nor add to it."""
    records = [
        *seen("2026-11-02 with_others", "2026-11-09 not_seen", "2026-11-16 observed"),
        *visited("2026-11-18", "alone", place="video"),
    ]
    assert the_one(a_case(records), "S3").text == (
        "Seen with others on Mon 2 Nov and observed on Mon 16 Nov. Visited Mon 9 Nov, not seen. "
        "Spoke by video Wed 18 Nov. Time alone at least every other visit?"
    )


def test_s3_a_third_is_repeated_and_a_long_run_is_counted() -> None:
    """Up to its marks each visit is named; beyond them how many, from when to when."""
    three = ["2026-11-02 with_others", "2026-11-16 with_others", "2026-11-20 with_others"]
    assert the_one(a_case(seen(*three)), "S3").word == "repeated"
    found = the_one(a_case(seen("2026-10-19 with_others", *three)), "S3")
    assert found.text.startswith("Not seen alone on 4 visits in a row, Mon 19 Oct to Fri 20 Nov.")
    assert found.count == 4


def test_s3_for_a_baby_observed_counts() -> None:
    """G3: where the rule says so, and only for that child (G5)."""
    pair = ["2026-11-02 with_others", "2026-11-16 observed"]
    records = [*seen(*pair, child=BABY), *seen(*pair)]
    found = asked(a_case(records, BABY, K), "S3")
    assert [one.child_id for one in found] == [K.id]
    others = the_one(a_case(seen("2026-11-02 with_others", "2026-11-16 with_others", child=BABY), BABY), "S3")
    assert others.text.endswith("Seen and observed at least every other visit?")


def test_s3_an_import_that_says_alone_ends_the_run() -> None:
    """G12: it counts as alone only when the file says Yes."""
    batch = ImportBatch(file_kind="annex_a", file_hash="x", as_at=date(2026, 11, 20))
    facts = [
        ImportedFact(batch_id=batch.id, child_id=K.id, field=field, value=value, as_at=date(2026, 11, 20), source="s")
        for field, value in (("cp.last_visit_on", "2026-11-17"), ("cp.seen_alone", "yes"))
    ]
    records = seen("2026-11-02 with_others", "2026-11-16 with_others")
    assert severity(a_case([*records, batch, *facts]), "S3") == "none"
    assert severity(a_case([*records, batch, facts[0]]), "S3") == "due"


def test_s3_with_too_few_visits_says_so_and_a_child_without_a_plan_is_not_looked_at() -> None:
    """The count names the plans that it is for."""
    assert the_one(a_case(seen("2026-11-16 with_others")), "S3").text == "Fewer than two visits recorded."
    none = K.with_changes(plan="none")
    assert asked(a_case(seen("2026-11-16 with_others"), none), "S3") == []


@pytest.mark.parametrize(
    ("texts", "reason", "expected"),
    [
        (["2026-11-18 with_others"], None, "due"),
        (["2026-11-18 not_seen"], None, "due"),
        (["2026-11-18 with_others"], "adult_stayed", "none"),
        (["2026-11-18 alone"], None, "none"),
        (["2026-11-19 with_others"], None, "none"),
        (["2026-11-17 with_others", "2026-11-18 with_others"], None, "strong"),
        (["2026-09-24 with_others"], None, "due"),
        (["2026-09-23 with_others"], None, "none"),
    ],
)
def test_s4_edges(texts: list[str], reason: str | None, expected: str) -> None:
    """Over two working days since the visit, within sixty days with the first; any reason ends it."""
    assert severity(a_case(seen(*texts, reason=reason)), "S4") == expected


def test_s4_names_the_visit_so_that_setting_it_aside_hides_no_later_one() -> None:
    """One line a child, about the newest of them; a video call is no visit."""
    records = [*visited("2026-11-18", "with_others"), *visited("2026-11-19", "with_others", place="video")]
    found = the_one(a_case(records), "S4", date(2026, 11, 24))
    assert found.text == "Wed 18 Nov: not alone, no reason written (4 working days ago). What got in the way?"
    assert found.about == records[1].id
    baby = seen("2026-11-18 observed", child=BABY)
    assert asked(a_case(baby, BABY), "S4") == []


def test_s9_looks_at_the_last_ten_of_one_child() -> None:
    """Seen rows, concerns and day entries; older ones and a sister's are not counted; a fifth is enough to look."""
    old = [day_entry(date(2026, 1, number)) for number in range(1, 9)]
    filled = [day_entry(date(2026, 11, number), "tired") for number in range(1, 11)]
    assert severity(a_case([*old, *filled]), "S9") == "none"
    assert severity(a_case([*old, *filled[:2]]), "S9") == "strong"
    sister = Child(initials="L.M.", plan="cp")
    mixed = [*seen("2026-11-02 alone", "2026-11-03 alone"), concern("2026-11-04"), *filled[:2]]
    found = asked(a_case(mixed, K, sister), "S9")
    assert {one.child_id: one.severity for one in found} == {K.id: "due", sister.id: "not recorded"}
    assert any(one.text.endswith("blank in 3 of the last 5 entries.") for one in found)


def test_s9_a_concern_about_nobody_by_name_is_about_the_one_child() -> None:
    """Of several children it may be about any, and counts for none."""
    five = [concern(f"2026-11-0{number}", None) for number in range(1, 6)]
    assert severity(a_case(five), "S9") == "due"
    assert {one.severity for one in asked(a_case(five, K, Child(initials="L.M.", plan="cp")), "S9")} == {"not recorded"}


@pytest.mark.parametrize(
    ("reviews", "expected"),
    [
        (["2026-05-12 in same", "2026-11-10 in worse"], "due"),
        (["2026-05-12 in same", "2026-11-10 partly not_clear"], "none"),
        (["2026-02-10 in better", "2026-05-12 in same", "2026-11-10 in same"], "due"),
        (["2026-11-10 in same"], "not recorded"),
    ],
)
def test_s20_edges(reviews: list[str], expected: str) -> None:
    """The last reviews in a row; fewer than two are too few to look."""
    assert severity(a_case([review(*text.split()) for text in reviews]), "S20") == expected


def test_s21_edges() -> None:
    """The first day of the window counts; a reading that is not better, or a worry in the window, ends it."""
    four = readings(*(f"2026-11-0{number} better" for number in range(1, 5)))
    assert severity(a_case(four), "S21") == "not recorded"
    assert severity(a_case([*four, *readings("2026-08-23 better")]), "S21") == "due"
    assert severity(a_case([*four, *readings("2026-08-22 better")]), "S21") == "not recorded"
    five = [*four, *readings("2026-11-06 better")]
    assert severity(a_case([*five, *readings("2026-11-07 not_clear")]), "S21") == "none"
    assert severity(a_case([*five, concern("2026-08-22")]), "S21") == "due"
    assert severity(a_case([*five, concern("2026-08-23", None)]), "S21") == "none"
    sister = Child(initials="L.M.", plan="cp")
    assert severity(a_case([*five, concern("2026-11-02", sister)], K, sister), "S21") == "due"


def test_s21_closing_with_the_box_blank_is_repeated_at_once() -> None:
    """It is about the case itself, and says what there is of readings and worries within its window."""
    case = a_case([*readings("2026-08-22 same", "2026-08-23 better", "2026-11-02 same"), concern("2026-11-02")])
    found = at_closing(case, summarise(case), TODAY, LIMITS)
    assert (found.severity, found.about, found.word) == ("strong", case.id, "repeated")
    assert found.facts[0] == "Since Sun 23 Aug: 2 readings, 1 better; 1 concern noted."
    assert found.limit_id == "only_better"
    assert found.source


def test_s22_of_three_children_one_referral_is_one() -> None:
    """An event for each of the children is counted for each, and never added up."""
    children = [K, Child(initials="L.M.", plan="cp"), Child(initials="N.", plan="cp")]
    once = [event("2026-06-03", "referral", child) for child in children]
    assert severity(a_case([*once, event("2024-01-01", "school")], *children), "S22") == "none"


def test_s22_earlier_plans_are_ever_and_the_plan_there_is_now_is_none() -> None:
    """One earlier plan is enough; it stands after those of the window."""
    k = K.with_changes(plan_started_on=date(2026, 2, 17))
    now = event("2026-02-17", "plan_start")
    assert severity(a_case([now, event("2024-01-01", "school")], k), "S22") == "none"
    earlier = [event("2019-03-04", "plan_start"), event("2019-12-02", "plan_end"), now]
    assert the_one(a_case(earlier, k), "S22").text == "1 earlier plan. What does it say today?"
    both = [*earlier, event("2026-05-01", "s47_start"), event("2026-09-01", "s47_start")]
    found = the_one(a_case(both, k), "S22")
    assert found.text == "2 section 47 enquiries since Sun 23 Nov 2025; 1 earlier plan. What do they say together?"
    assert found.word == "repeated"


def test_s22_says_that_history_is_not_recorded() -> None:
    """Where nothing is known from before the case came."""
    assert the_one(a_case([event("2026-06-03", "referral")]), "S22").severity == "not recorded"
    assert asked(a_case([event("2025-06-01", "health")]), "S22") == []


def test_s23_edges() -> None:
    """Both marks in the window; either may be repeated; never a brother's or sister's entries."""
    three = ["2026-05-23 health", "2026-09-09 home", "2026-11-18 food"]
    assert severity(a_case([care(*text.split()) for text in three]), "S23") == "due"
    four = [*three, "2026-11-19 sleep"]
    assert severity(a_case([care(*text.split()) for text in four]), "S23") == "strong"
    six = ["2026-11-18 food"] * 5 + ["2026-11-18 home"]
    assert severity(a_case([care(*text.split()) for text in six]), "S23") == "strong"
    sister = Child(initials="L.M.", plan="cp")
    mixed = [care("2026-09-09", "home"), care("2026-11-18", "food"), care("2026-11-18", "food", child=sister)]
    assert severity(a_case(mixed, K, sister), "S23") == "none"


def test_s24_a_day_counts_once_and_an_approximate_one_is_said_as_typed() -> None:
    """Two children begun anew on a day are one new start."""
    sister = Child(initials="L.M.", plan="cp")
    once = [event("2026-09-07", "restart", child) for child in (K, sister)]
    assert asked(a_case(once, K, sister), "S24") == []
    about = Event(type="restart", happened_on=day("2025-05-01"), happened_text="c. May 2025", approx=True)
    assert the_one(a_case([*once, about], K, sister), "S24").text.startswith(
        "Started again on c. May 2025 and Mon 7 Sep."
    )
    assert severity(a_case([*once, event("2024-11-23", "restart")]), "S24") == "due"


@pytest.mark.parametrize(
    ("count", "fields", "signal", "expected"),
    [
        ("not_alone_in_a_row", {"due": 3}, "S3", "not recorded"),
        ("impact_blank", {"enabled": False, "more_than": None}, "S9", "none"),
        ("engaged_no_change", {"strong": 2}, "S20", "strong"),
        ("only_better", {"at_least": 8}, "S21", "not recorded"),
        ("referrals", {"due": 4}, "S22", "not recorded"),
        ("neglect_areas", {"due": 3}, "S23", "none"),
        ("restarts", {"due": 3}, "S24", "none"),
    ],
)
def test_every_mark_is_the_limits(count: str, fields: dict[str, Any], signal: str, expected: str) -> None:
    """A changed count is counted by at once."""
    records = [record for record in FULL if not (signal == "S22" and getattr(record, "type", "") == "restart")]
    assert severity(a_case(records), signal, limits=changed(count, **fields)) == expected


def test_an_adult_hears_their_own_words() -> None:
    """In private, this person, the outcome asked for, concerns received; neither child nor parent."""
    records = [
        *seen("2026-11-02 with_others", "2026-11-16 with_others", child=E_F),
        *(day_entry(TODAY - timedelta(days=number), child=E_F) for number in range(8)),
        review("2026-05-12", "in", "same", child=E_F),
        review("2026-11-10", "in", "same", child=E_F),
        *(event(on, "concern_received") for on in ("2026-01-14", "2026-06-03", "2026-10-12")),
        *(event(on, "s42_start") for on in ("2026-06-03", "2026-10-12")),
        *(
            care(on, area, child=E_F)
            for on, area in (("2026-07-02", "personal_care"), ("2026-09-09", "home"), ("2026-11-18", "home"))
        ),
    ]
    case = a_case(records, adult=True)
    said = {signal: the_one(case, signal).text for signal in ("S3", "S4", "S9", "S20", "S22", "S23")}
    assert said["S3"].endswith("Time in private at least every other visit?")
    assert "not in private" in said["S4"]
    assert '"What it means for this person"' in said["S9"]
    assert said["S20"].endswith("Is the outcome the person asked for any nearer?")
    assert said["S22"].startswith("3 concerns received and 2 section 42 enquiries since Sun 23 Nov 2025.")
    assert "(personal care, home)" in said["S23"]
    assert not [text for text in said.values() if "child" in text.lower()]
