"""The guards: when a prompt waits, is replaced or says more. On Mon 23 Nov 2026 unless said."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from checklists.limits import Limits
from checklists.signals import Prompt, prompts
from checklists.signals.next_dates import next_date
from checklists.summaries import summarise
from store.case import case_of
from store.records import CaseRecord, Child, Record, Seen, Visit
from store.summary import CaseSummary, ChildFacts, SeenFact

TODAY = date(2026, 11, 23)
OLD = date(2026, 1, 5)
OF_A_VISIT = ("S1", "S2")


def child(**facts: Any) -> ChildFacts:
    """K.M. on a protection plan."""
    return ChildFacts(**{"id": "km", "initials": "K.M.", "plan": "cp", **facts})


def seen(day: date, **facts: Any) -> dict[str, Any]:
    """Seen alone on a day, as the last time of both kinds."""
    return {"last_seen": SeenFact(day, **facts), "last_alone": SeenFact(day, **facts)}


def asked(limits: Limits, *children: ChildFacts, on: date = TODAY, **case: Any) -> dict[tuple[str, str], Prompt]:
    """What S1 and S2 ask, by signal and initials."""
    row = CaseSummary(**{"id": "case", "ref": "F-1", "allocated_on": OLD, "children": children, **case})
    names = {one.id: one.initials for one in children}
    return {(p.signal, names[p.child_id or ""]): p for p in prompts(row, on, limits) if p.signal in OF_A_VISIT}


def test_g1_nothing_is_asked_about_seeing_a_child_not_born_yet(limits: Limits) -> None:
    """In place of it: the parents, and the plan before the birth; a note, without a word of severity."""
    found = asked(limits, child(expected_on=date(2027, 2, 2)))
    (note,) = found.values()
    assert (note.severity, note.word) == ("note", "")
    assert note.text == (
        "Not born yet (expected Tue 2 Feb 2027). When did I last see each parent? Is the pre-birth plan written?"
    )
    assert asked(limits, child(expected_on=date(2026, 11, 2), born_on=date(2026, 11, 4))).keys() != found.keys()


@pytest.mark.parametrize(
    ("on", "severity"),
    [(date(2026, 12, 3), None), (date(2026, 12, 4), "overdue"), (date(2026, 12, 7), "not recorded")],
)
def test_g2_a_new_case_counts_from_the_day_it_came(on: date, severity: str | None, limits: Limits) -> None:
    """Under ten working days it is counted, says how old the case is; from then on it is asked for as missing."""
    plan = child(visit_interval=(4, "wd"))
    found = asked(limits, plan, on=date(2026, 12, 3), allocated_on=date(2026, 11, 23))[("S1", "K.M.")]
    assert found.severity == "overdue"
    assert "Case is 8 working days old." in found.text
    later = asked(limits, plan, on=on, allocated_on=date(2026, 11, 23))[("S1", "K.M.")]
    assert severity is None or later.severity == severity


def test_g2_a_new_case_is_never_well_past(limits: Limits) -> None:
    """Whatever the last worker left."""
    late = seen(date(2026, 8, 3))
    assert asked(limits, child(**late), allocated_on=date(2026, 11, 18))[("S1", "K.M.")].severity == "overdue"
    assert asked(limits, child(**late), allocated_on=date(2026, 11, 18))[("S2", "K.M.")].severity == "overdue"
    assert asked(limits, child(**late))[("S1", "K.M.")].severity == "strong"
    assert asked(limits, child(**late))[("S2", "K.M.")].severity == "strong"


def test_g3_observed_counts_where_it_was_so_decided(limits: Limits) -> None:
    """The words are `seen and observed`; a day to look at the decision again that has passed is said."""
    facts = {"alone_rule": "observed_counts", "alone_rule_review_on": date(2026, 11, 2)}
    baby = child(**facts, **seen(date(2026, 11, 3), how="observed"))
    text = asked(limits, baby)[("S1", "K.M.")].text
    assert text.startswith("Last seen and observed Tue 3 Nov (14 working days).")
    assert text.endswith("Whether observed counts was to be looked at again on Mon 2 Nov.")


@pytest.mark.parametrize(("rule", "counts"), [("alone", False), ("observed_counts", True)])
def test_g3_without_the_decision_observed_does_not_count(rule: str, counts: bool) -> None:
    """It is never set by the program."""
    more = {"alone_rule_reason": "a baby", "alone_rule_review_on": TODAY} if counts else {}
    baby = Child(initials="B.", plan="cp", alone_rule=rule, **more)
    visit = Visit(happened_on=TODAY)
    row = Seen(visit_id=visit.id, child_id=baby.id, happened_on=TODAY, seen="observed")
    facts = summarise(case_of(CaseRecord(ref="F-1"), [baby, visit, row])).children[0]
    assert (facts.last_alone is not None) == counts
    assert facts.last_seen is not None


def test_g4_a_missing_child_has_one_line_and_the_way_to_help_first(limits: Limits) -> None:
    """Last sighting by anyone; who has been told; and the sentence about danger."""
    facts = {"whereabouts": "missing", "whereabouts_since": date(2026, 11, 20)}
    away = child(**facts, last_sighting=(date(2026, 11, 19), "school"), **seen(date(2026, 11, 3)))
    (found,) = asked(limits, away).values()
    assert (found.severity, found.on) == ("due", date(2026, 11, 20))
    assert found.text == (
        "Recorded as missing since Fri 20 Nov. Last sighting by anyone: Thu 19 Nov (school). Who has been told, and what"
        " is being done today? If a child may be in danger now, ring your manager or 999 first."
    )
    assert "No sighting by anyone is recorded." in asked(limits, child(**facts))[("S1", "K.M.")].text


def test_g4_a_child_abroad_is_asked_after(limits: Limits) -> None:
    """Who has seen them there; for an adult the danger is someone's."""
    facts = {"whereabouts": "abroad", "whereabouts_since": date(2026, 11, 20)}
    text = asked(limits, child(**facts))[("S1", "K.M.")].text
    assert text.startswith("Recorded as abroad since Fri 20 Nov. Who has seen K.M. there, and when? If a child may be")
    adult = asked(limits, child(plan="adult", **facts), service="adults")[("S1", "K.M.")].text
    assert adult.endswith("If someone may be in danger now, ring your manager or 999 first.")


@pytest.mark.parametrize("place", ["home", "placement", "hospital", "custody"])
def test_g4_a_child_in_any_other_place_is_still_to_be_seen(place: str, limits: Limits) -> None:
    """In hospital or custody too."""
    assert ("S2", "K.M.") in asked(limits, child(whereabouts=place, **seen(date(2026, 11, 3))))


def test_g5_a_sister_seen_alone_clears_nobody_else(limits: Limits) -> None:
    """One line a child, never one of the family's."""
    k, l_m = Child(initials="K.M.", plan="cp"), Child(initials="L.M.", plan="cp")
    both, one = Visit(happened_on=date(2026, 11, 3)), Visit(happened_on=date(2026, 11, 20))
    rows: list[Record] = [
        *(Seen(visit_id=both.id, child_id=c.id, happened_on=both.happened_on, seen="alone") for c in (k, l_m)),
        Seen(visit_id=one.id, child_id=l_m.id, happened_on=one.happened_on, seen="alone"),
        Seen(visit_id=one.id, child_id=k.id, happened_on=one.happened_on, seen="with_others"),
    ]
    case = case_of(CaseRecord(ref="F-1", allocated_on=OLD), [k, l_m, both, one, *rows])
    found = [(p.signal, p.child_id) for p in prompts(summarise(case), TODAY, limits) if p.signal in OF_A_VISIT]
    assert found == [("S1", k.id)]


def test_g6_a_no_to_time_alone_is_said_with_its_words(limits: Limits) -> None:
    """Whose, when and in which words; for a child in need the local steps with their day."""
    refused = (date(2026, 11, 18), "refused_by_child", "Not today, he said.")
    cp = asked(limits, child(refused=refused, **seen(date(2026, 11, 3))))[("S1", "K.M.")].text
    assert cp.endswith('K.M. did not want time alone on Wed 18 Nov: "Not today, he said."')
    by = (date(2026, 11, 18), "refused_by_adult", "")
    cin = asked(limits, child(plan="cin", refused=by, **seen(date(2026, 10, 5))))[("S1", "K.M.")].text
    assert cin.endswith(
        "An adult did not agree to time alone on Wed 18 Nov."
        " Local steps: speak to your manager within 48 hours; visit again by Wed 25 Nov."
    )


def test_g6_only_the_last_visit_counts() -> None:
    """Seen alone since: nothing more is said of it."""
    k = Child(initials="K.M.", plan="cin")
    visits = [Visit(happened_on=date(2026, 11, 2)), Visit(happened_on=date(2026, 11, 18))]
    first = Seen(visit_id=visits[0].id, child_id=k.id, happened_on=visits[0].happened_on, seen="with_others",
                 reason="refused_by_child", reason_text="not now")  # fmt: skip
    then = Seen(visit_id=visits[1].id, child_id=k.id, happened_on=visits[1].happened_on, seen="alone")
    info = CaseRecord(ref="F-1")
    assert summarise(case_of(info, [k, *visits, first])).children[0].refused == (
        date(2026, 11, 2), "refused_by_child", "not now",
    )  # fmt: skip
    assert summarise(case_of(info, [k, *visits, first, then])).children[0].refused is None


def test_g7_a_closed_case_asks_nothing(limits: Limits) -> None:
    """Nor one that cannot be read."""
    late = child(**seen(date(2026, 8, 3)))
    assert asked(limits, late)
    assert not asked(limits, late, closed_on=date(2026, 11, 20))
    assert not asked(limits, late, damaged="It cannot be read.")


def test_g8_the_plan_replaces_a_local_limit(limits: Limits) -> None:
    """Longer or shorter: the sentence says whose it is."""
    k = child(visit_interval=(15, "wd"), **seen(date(2026, 11, 3)))
    found = asked(limits, k)[("S1", "K.M.")]
    assert (found.severity, found.on) == ("due soon", date(2026, 11, 24))
    assert found.text.endswith("Plan says every 15.")
    assert found.source == "the child's plan"
    default = asked(limits, k._replace(visit_interval=None))[("S1", "K.M.")]
    assert default.text.endswith("Default says every 10 working days.")
    assert default.source == "Common local procedure; check your own, checked 23 Nov 2026"


def test_g8_what_the_plan_says_of_time_alone_goes_before_its_visits(limits: Limits) -> None:
    """S1 by the one, S2 by the other."""
    k = child(visit_interval=(10, "wd"), alone_interval=(4, "week"), **seen(date(2026, 11, 3)))
    found = asked(limits, k)
    assert ("S1", "K.M.") not in found
    assert found[("S2", "K.M.")].severity == "overdue"


def test_g8_a_plan_never_lengthens_law(limits: Limits) -> None:
    """In care, plan every 8 weeks, seen Mon 5 Oct: regulation 28 says six, and both are named."""
    care = {"plan": "lac", "visit_rule": "reg28_2", "placement_started_on": date(2026, 9, 1)}
    found = asked(limits, child(visit_interval=(8, "week"), **care, **seen(date(2026, 10, 5))))[("S2", "K.M.")]
    assert (found.severity, found.on) == ("overdue", date(2026, 11, 16))
    assert "Plan says every 8 weeks; regulation 28 says at most 6." in found.text


def test_in_care_without_a_rule_none_is_taken(limits: Limits) -> None:
    """Not recorded, never a default."""
    found = asked(limits, child(plan="lac", **seen(date(2026, 10, 5))))[("S2", "K.M.")]
    assert found.severity == "not recorded"
    assert found.text == "Which visiting rule applies to this placement is not recorded."


@pytest.mark.parametrize("plan", ["none", "assessment", "early_help", "care_leaver", "adult"])
def test_a_plan_without_an_interval_is_never_overdue(plan: str, limits: Limits) -> None:
    """How often is asked; once it is typed it counts."""
    k = child(plan=plan, **seen(date(2026, 3, 2)))
    for found in asked(limits, k).values():
        assert found.severity == "not recorded"
        assert found.text == "No visiting interval is set. How often does the plan say?"
    assert asked(limits, k._replace(visit_interval=(2, "week")))[("S1", "K.M.")].severity == "strong"


@pytest.mark.parametrize(
    ("by", "said"), [("me", ""), ("colleague", " by a colleague"), ("duty", " by the duty worker")]
)
def test_g11_another_workers_visit_counts_and_says_so(by: str, said: str, limits: Limits) -> None:
    """Any social worker's visit does."""
    found = asked(limits, child(**seen(date(2026, 11, 3), by=by)))
    assert found[("S1", "K.M.")].text.startswith(f"Last seen alone Tue 3 Nov{said} (14 working days).")
    assert found[("S2", "K.M.")].text.startswith(f"Last seen Tue 3 Nov{said}.")


def test_g12_an_import_counts_says_so_and_is_never_well_past(limits: Limits) -> None:
    """`(from Annex A as at 16 Nov)` ends the sentence."""
    fact = {"as_at": date(2026, 11, 16), "source": "Annex A"}
    found = asked(limits, child(**seen(date(2026, 6, 1), **fact)))
    for prompt in found.values():
        assert prompt.severity == "overdue"
        assert prompt.text.endswith("(from Annex A as at 16 Nov)")


def test_a_video_call_is_said_and_resets_nothing(limits: Limits) -> None:
    """As is a visit on which the child was not seen."""
    k = child(**seen(date(2026, 11, 3)), last_video=date(2026, 11, 12), last_not_seen=date(2026, 11, 17))
    text = asked(limits, k)[("S2", "K.M.")].text
    assert "Visited Tue 17 Nov, not seen. Spoke by video Thu 12 Nov." in text
    assert text.startswith("Last seen Tue 3 Nov.")


def test_a_prompt_is_named_by_its_signal_and_the_end_of_an_id(limits: Limits) -> None:
    """`S1:` and the last six letters."""
    k = child(id="01J0000000000000008XRH8K", **seen(date(2026, 11, 3)))
    assert asked(limits, k)[("S1", "K.M.")].id == "S1:8XRH8K"


@pytest.mark.parametrize("signal", ["S1", "S2"])
def test_g10_what_does_not_apply_waits_until_its_day(signal: str, limits: Limits) -> None:
    """Nothing is asked until then; from that day on it is, and the sentence says that a look was due."""
    k = child(not_asked_until=date(2026, 12, 4), **seen(date(2026, 11, 3)))
    assert not asked(limits, k)
    assert not asked(limits, k, on=date(2026, 12, 3))
    again = asked(limits, k, on=date(2026, 12, 4))
    assert again[(signal, "K.M.")].severity in ("overdue", "strong")
    assert again[("S1", "K.M.")].text.endswith("That visits do not apply was to be looked at again on Fri 4 Dec.")


def test_g10_never_hides_a_missing_child(limits: Limits) -> None:
    """Nor what is asked before a birth."""
    until = {"not_asked_until": date(2026, 12, 4)}
    assert asked(limits, child(whereabouts="missing", whereabouts_since=TODAY, **until))
    assert asked(limits, child(expected_on=date(2027, 2, 2), **until))


def test_g10_is_about_one_child_and_needs_a_reason_and_a_day(limits: Limits) -> None:
    """Never the family's; without a reason nothing waits; its day is the next date of the caseload."""
    k, l_m = child(not_asked_until=date(2026, 12, 4), **seen(date(2026, 11, 3))), child(id="lm", initials="L.M.")
    assert {who for _, who in asked(limits, k, l_m)} == {"L.M."}
    assert next_date(k, TODAY, limits) == date(2026, 12, 4)
    with pytest.raises(ValidationError, match="needs a date"):
        Child(initials="K.M.", not_asked_reason="with her aunt abroad for the term")
    marked = Child(initials="K.M.", not_asked_reason="placed by another council", not_asked_until=date(2026, 12, 4))
    info = CaseRecord(ref="F-1")
    assert summarise(case_of(info, [marked])).children[0].not_asked_until == date(2026, 12, 4)
    unmarked = Child(initials="K.M.", not_asked_until=date(2026, 12, 4))
    assert summarise(case_of(info, [unmarked])).children[0].not_asked_until is None
