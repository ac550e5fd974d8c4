"""Cases from which every signal speaks, of a child and of an adult, near its limit and far past it. Everyone is made up."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from checklists.limits import Limits, load_limits
from checklists.signals import Prompt
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from store.case import Case
from store.records import (
    Action,
    Agency,
    Child,
    ChronologyReview,
    Contact,
    Escalation,
    Explanation,
    HouseholdCheck,
    Hypothesis,
    Moved,
    Person,
    Record,
    Supervision,
    Unknown,
)
from tests.checklists.signals.patterned import (
    E_F,
    K,
    a_case,
    care,
    concern,
    day,
    day_entry,
    event,
    readings,
    review,
    seen,
    visited,
)

TODAY = date(2026, 11, 23)
DAYS = [TODAY + timedelta(days=gone) for gone in (0, 1, 2, 3, 5, 8, 10, 15, 21, 30, 45, 60, 90, 120, 200)]


def with_every_row(limits: Limits) -> Limits:
    """The limits with those of adults' enquiries set by the council."""
    return replace(limits, rows={name: row._replace(enabled=True) for name, row in limits.rows.items()})


LIMITS = with_every_row(load_limits())


def records(who: Child) -> list[Record]:
    """Something for every signal to speak of, about one child or adult."""
    adult = who.plan == "adult"
    agency = Agency(sector="health", label="surgery")
    return [
        *seen("2026-10-12 alone", "2026-11-02 with_others", "2026-11-16 with_others", child=who),
        *(day_entry(date(2026, 10, number), child=who) for number in range(1, 9)),
        review("2026-05-12", "in", "same", child=who),
        review("2026-11-10", "in", "not_clear", child=who),
        *readings(*(f"2026-11-0{number} better" for number in range(1, 8)), child=who),
        *(event(on, "concern_received" if adult else "referral") for on in ("2026-01-14", "2026-06-03", "2026-10-12")),
        *(care(on, area, child=who) for on, area in (("2026-07-02", "home"), ("2026-09-09", "health"), ("2026-11-18", "home"))),
        *(event(on, "restart") for on in ("2025-02-03", "2026-09-07")),
        event("2026-11-02", "s42_start" if adult else "strategy_discussion"),
        Person(label="D", relation="friend", adult=True, lives_here="yes", known_since=day("2026-10-19")),
        Person(label="N", relation="friend", adult=True, lives_here="no", known_since=day("2026-10-19")),
        Person(label="G", adult=True, lives_here="yes", known_since=day("2026-10-19"), contact_safety="not_safe",
               contact_safety_reason="the police said so"),
        HouseholdCheck(confirmed_on=day("2026-08-21"), how="seen"),
        Hypothesis(text="late nights"),
        Explanation(text="fell", given_by="D", given_on=day("2026-11-04"), event_on=day("2026-11-03"), event_key="arm"),
        Unknown(what="who is D", why_it_matters="he is there at night", who_may_know="the surgery", by_on=day("2026-11-18")),
        agency,
        Contact(agency_id=agency.id, person_name_or_role="nurse", happened_on=day("2026-10-02"), how="call",
                i_asked="records", basis="consent"),
        Action(what="Ring the surgery", due_on=day("2026-10-26"),
               moved=(Moved(from_on=day("2026-10-05"), to_on=day("2026-10-26"), reason="not in"),)),
        ChronologyReview(looked_on=day("2026-10-19"), pattern="none yet"),
        Supervision(held_on=day("2026-09-21"), type="one_to_one", with_role="manager", session_id="x"),
        Escalation(about="threshold", with_agency="surgery", step=1, step_started_on=day("2026-11-19")),
    ]  # fmt: skip


def cases(*, adult: bool) -> Iterator[Case]:
    """One with everything, one with a worry beside it, one with nothing, a new one, and those of the guards."""
    plain = E_F if adult else K.with_changes(plan_started_on=date(2026, 2, 17))
    who = plain.with_changes(visit_interval={"value": 10, "unit": "wd"})
    yield a_case(records(who), who, adult=adult)
    yield a_case([*records(who), concern("2026-10-05", who)], who, adult=adult)
    yield a_case([], plain, adult=adult)
    yield a_case([], who, adult=adult, allocated=date(2026, 11, 20))
    yield a_case([], who.with_changes(whereabouts="missing", whereabouts_since=TODAY), adult=adult)
    yield a_case([], who.with_changes(whereabouts="abroad", whereabouts_since=TODAY), adult=adult)
    if not adult:
        yield a_case([], Child(initials="Baby", plan="cp", expected_on=date(2027, 2, 2)))
        yield a_case([], Child(initials="T.", plan="lac"))


def starts(*, adult: bool) -> list[Record]:
    """An event of every type that starts a timescale."""
    types = {type_ for row in LIMITS.rows.values() for type_ in row.starts}
    return [event("2026-11-16", type_) for type_ in sorted(types) if not (adult and type_ == "referral")]


def asides(*, adult: bool) -> Iterator[Case]:
    """What only some cases say: refusals, duty visits, video, two accounts, silence, a young person of 17."""
    plan = "adult" if adult else "cin"
    who = (E_F if adult else K).with_changes(plan=plan, visit_interval={"value": 6, "unit": "week"})
    refused = {"reason": "refused_by_child", "reason_text": "wanted to go to the shop"}
    yield a_case(
        [*visited("2026-09-14", "alone", child=who), *visited("2026-11-18", "with_others", child=who, **refused)],
        who,
        adult=adult,
    )
    by_adult = {"reason": "refused_by_adult", "reason_text": ""}
    yield a_case(
        [*visited("2026-11-02", "observed", child=who), *visited("2026-11-18", "with_others", child=who, **by_adult)],
        who,
        adult=adult,
    )
    yield a_case(
        [
            *visited("2026-09-14", "alone", child=who),
            *visited("2026-11-12", "alone", child=who, place="video"),
            *visited("2026-11-18", "not_seen", child=who, reason="out"),
        ],
        who,
        adult=adult,
    )
    first = Explanation(
        text="fell", given_by="D", given_on=day("2026-11-04"), event_on=day("2026-11-03"), event_key="arm"
    )
    other = first.with_changes(id="01OTHER", text="hit the door", given_on=day("2026-11-05"), differs_from=first.id)
    yield a_case([first, other], who, adult=adult)
    yield a_case([Agency(sector="health", label="GP")], who, adult=adult)
    old = (2009, 3, 2)
    yield a_case([], who.with_changes(born_on=date(*old)), adult=adult)
    yield a_case([*starts(adult=adult), event("2026-10-01", "lac_review")], who.with_changes(plan=plan), adult=adult)
    if adult:
        yield a_case([event("2026-11-02", "nfa").with_changes(reason="declined any help")], who, adult=True)
        return
    for plan in ("cp", "lac", "assessment"):
        kept = K.with_changes(
            plan=plan,
            plan_started_on=date(2026, 2, 17),
            visit_rule="reg28_2",
            placement_started_on=date(2026, 9, 1),
            alone_rule="observed_counts",
            alone_rule_reason="a baby",
            alone_rule_review_on=date(2026, 11, 16),
            initials="",
        )
        yield a_case([*starts(adult=False), *visited("2026-09-28", "observed", child=kept)], kept)
    yield a_case(
        [], K.with_changes(plan="cp", not_asked_reason="abroad with the school", not_asked_until=date(2026, 11, 9))
    )


def pairs(*, adult: bool) -> list[tuple[Case, date, Prompt]]:
    """Every prompt of these cases, on many days, with its case."""
    every = [*cases(adult=adult), *asides(adult=adult)]
    return [(case, on, one) for case in every for on in DAYS for one in every_prompt(case, summarise(case), on, LIMITS)]
