"""S7 and S8: who lives here, and what is written of a child's day. On Mon 23 Nov 2026 unless said."""

from datetime import date

import pytest

from checklists.limits import Limits
from tests.checklists.signals.listed import TODAY, asked, checked, child, day_of, entry, one, word_on


def test_s7_says_when_it_was_last_confirmed(limits: Limits) -> None:
    """About the case; the latest day counts, whichever was written first."""
    found = one(limits, [child(), checked(date(2026, 8, 21)), checked(date(2026, 3, 2))], "S7")
    assert found is not None
    assert found.text == "Household last confirmed Fri 21 Aug (94 days). Limit 90. Has anyone come or gone?"
    assert found.facts == ("Household confirmed on Fri 21 Aug.", "The date set was Thu 19 Nov.")
    assert (found.theme, found.child_id) == ("T4", None)


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("15 Nov", ""),
        ("16 Nov", "due soon"),
        ("18 Nov", "due soon"),
        ("19 Nov", "due"),
        ("20 Nov", "overdue"),
        ("17 Feb 2027", "overdue"),
        ("18 Feb 2027", "strong"),
    ],
)
def test_s7_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """Three working days before day 90; on it; day 180 is not over 180."""
    assert word_on(limits, [child(), checked(date(2026, 8, 21))], "S7", day) == word


@pytest.mark.parametrize(
    ("confirmed", "set_on", "falls"),
    [
        ("24 Aug", "22 Nov", "It falls on a Sunday; the working day before is Fri 20 Nov."),
        ("26 Sep", "25 Dec", "It falls on a bank holiday; the working day before is Thu 24 Dec."),
        ("1 Dec 2027", "29 Feb 2028", ""),
    ],
)
def test_s7_a_calendar_limit_is_not_moved_and_says_where_it_falls(
    confirmed: str, set_on: str, falls: str, limits: Limits
) -> None:
    """A Sunday; Christmas Day; a leap day, which is counted like any other."""
    found = one(limits, [child(), checked(day_of(confirmed))], "S7", day_of(set_on))
    assert found is not None
    assert (found.severity, found.on, found.count) == ("due", day_of(set_on), 90)
    assert found.facts[-1].partition(". ")[2] == falls


def test_s7_a_new_day_ends_it(limits: Limits) -> None:
    """Confirmed today: nothing is asked."""
    assert one(limits, [child(), checked(date(2026, 8, 21)), checked(TODAY)], "S7") is None


@pytest.mark.parametrize("service", ["children", "adults"])
def test_s7_not_confirmed_yet_is_its_own_message(service: str, limits: Limits) -> None:
    """Never `nobody has come or gone`, and no word of severity."""
    found = one(limits, [child()], "S7", service=service)
    assert found is not None
    assert (found.severity, found.text) == ("not recorded", "Who lives here has not been confirmed yet.")


@pytest.mark.parametrize(("allocated", "waits"), [("10 Nov", True), ("9 Nov", False)])
@pytest.mark.parametrize("signal", ["S7", "S8"])
def test_g2_on_a_new_case_nothing_recorded_yet_waits(signal: str, allocated: str, waits: bool, limits: Limits) -> None:
    """Nine working days old: it waits; ten: it is asked."""
    assert (one(limits, [child()], signal, allocated_on=day_of(allocated)) is None) == waits


@pytest.mark.parametrize("signal", ["S7", "S8"])
def test_g2_what_has_a_date_speaks_on_a_new_case(signal: str, limits: Limits) -> None:
    """Only what could say nothing but `not yet` waits; a day that is recorded is counted from."""
    k = child()
    records = [k, checked(date(2026, 5, 4)), entry(k, date(2026, 9, 1))]
    found = one(limits, records, signal, allocated_on=date(2026, 11, 19))
    assert found is not None
    assert found.severity == "strong"


def test_s8_says_whose_day_and_against_which_limit(limits: Limits) -> None:
    """With the child's initials; on a protection plan its own limit."""
    k = child()
    found = one(limits, [k, entry(k, date(2026, 10, 23))], "S8")
    assert found is not None
    assert found.text == "Last entry about K.M.'s day: Fri 23 Oct (31 days). Limit 30 on a CP plan."
    assert (found.about, found.child_id, found.theme) == (k.id, k.id, "T1")
    assert found.facts[-1] == (
        "The date set was Sun 22 Nov. It falls on a Sunday; the working day before is Fri 20 Nov."
    )


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("16 Nov", ""),
        ("17 Nov", "due soon"),
        ("21 Nov", "due soon"),
        ("22 Nov", "due"),
        ("23 Nov", "overdue"),
        ("22 Dec", "overdue"),
        ("23 Dec", "strong"),
    ],
)
def test_s8_stands_at_each_edge_of_its_limit_on_a_plan(day: str, word: str, limits: Limits) -> None:
    """Due on a Sunday, which is not moved; day 60 is not over 60."""
    k = child()
    assert word_on(limits, [k, entry(k, date(2026, 10, 23))], "S8", day) == word


@pytest.mark.parametrize("plan", ["cin", "lac", "assessment", "early_help", "care_leaver", "none"])
@pytest.mark.parametrize(
    ("day", "word"),
    [("23 Nov", ""), ("4 Dec", "due"), ("5 Dec", "overdue"), ("15 Jan 2027", "overdue"), ("16 Jan 2027", "strong")],
)
def test_s8_on_every_other_plan_it_is_six_weeks(plan: str, day: str, word: str, limits: Limits) -> None:
    """Twelve weeks is not over twelve weeks; the limit is said with its unit."""
    k = child(plan=plan)
    found = one(limits, [k, entry(k, date(2026, 10, 23))], "S8", day_of(day))
    assert (found.severity if found else "") == word
    assert found is None or found.text.endswith("Limit 6 weeks.")


def test_s8_is_each_childs_own(limits: Limits) -> None:
    """A day of a sister says nothing of her brother's (G5)."""
    k, l_m = child(), child(initials="L.M.")
    found = {p.child_id: p for p in asked(limits, [k, l_m, entry(k, date(2026, 10, 23)), entry(l_m, TODAY)], ["S8"])}
    assert set(found) == {k.id}
    both = {p.child_id: p for p in asked(limits, [k, l_m, entry(l_m, TODAY)], ["S8"])}
    assert set(both) == {k.id}
    assert both[k.id].text == "No entry yet about what a day is like for K.M."


def test_s8_no_entry_yet_is_its_own_message(limits: Limits) -> None:
    """With the reference where there are no initials."""
    found = one(limits, [child(initials="", own_id="")], "S8")
    assert found is not None
    assert (found.severity, found.text) == ("not recorded", "No entry yet about what a day is like for F-1.")


def test_s8_of_an_adult_is_an_ordinary_day(limits: Limits) -> None:
    """In weeks, and in adult words."""
    e_f = child(initials="E.F.", plan="adult")
    found = one(limits, [e_f, entry(e_f, date(2026, 10, 5))], "S8", service="adults")
    none = one(limits, [e_f], "S8", service="adults")
    assert found is not None
    assert none is not None
    assert found.text == "Last entry about E.F.'s ordinary day: Mon 5 Oct (49 days). Limit 6 weeks."
    assert found.limit_id == "day_entry_cin"
    assert none.text == "No entry yet about what an ordinary day is like for E.F."


def test_g1_g4_s8_is_not_asked_before_a_birth_or_of_a_child_who_is_away(limits: Limits) -> None:
    """S1's own sentence stands in its place; in hospital or custody the day is still asked about."""
    long_ago = date(2026, 3, 2)
    for facts in ({"expected_on": date(2027, 2, 2)}, {"whereabouts": "missing"}, {"whereabouts": "abroad"}):
        k = child(**facts)
        assert one(limits, [k], "S8") is None
        assert one(limits, [k, entry(k, long_ago)], "S8") is None
        assert one(limits, [k], "S1") is not None
    for place in ("placement", "hospital", "custody"):
        k = child(whereabouts=place)
        assert one(limits, [k, entry(k, long_ago)], "S8") is not None
