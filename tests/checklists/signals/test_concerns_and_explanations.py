"""S11 and S12: concerns without a next step, explanations not checked. On Mon 23 Nov 2026 unless said."""

from datetime import date

import pytest

from checklists.limits import Limits
from store.records import Action, Explanation, Record
from tests.checklists.signals.listed import TODAY, account, asked, child, concern, day_of, one, word_on

THU = date(2026, 11, 5)
WED = date(2026, 11, 4)


def pair(**second: object) -> list[Record]:
    """Two accounts of one event: mother's of Wed 4 Nov, and another of Thu 5 Nov that differs from it."""
    a = account(WED)
    return [child(), a, account(THU, given_by="K.M.", **{"differs_from": a.id, **second})]


def test_s11_says_of_when_and_against_which_limit(limits: Limits) -> None:
    """About the concern, after the child's initials where it is about one; its words stand in its facts."""
    k = child()
    worry = concern(THU, child_id=k.id)
    found = one(limits, [k, worry], "S11")
    assert found is not None
    assert found.text == "Concern of Thu 5 Nov (12 working days) has no next step or reason. Limit 10."
    assert (found.about, found.child_id, found.theme) == (worry.id, k.id, "T6")
    assert found.facts == (
        'Noted on Thu 5 Nov: "No coat in November."',
        "No next step and no reason is recorded.",
        "The date set was Thu 19 Nov.",
    )


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("13 Nov", ""),
        ("16 Nov", "due soon"),
        ("19 Nov", "due"),
        ("20 Nov", "overdue"),
        ("3 Dec", "overdue"),
        ("4 Dec", "strong"),
    ],
)
def test_s11_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """The tenth working day; the twentieth is not over twenty."""
    assert word_on(limits, [child(), concern(THU)], "S11", day) == word


def test_s11_over_christmas_bank_holidays_do_not_count(limits: Limits) -> None:
    """Thu 17 Dec and ten working days is Tue 5 Jan 2027."""
    records = [child(), concern(date(2026, 12, 17))]
    assert [word_on(limits, records, "S11", day) for day in ("4 Jan 2027", "5 Jan 2027", "6 Jan 2027")] == [
        "due soon", "due", "overdue",
    ]  # fmt: skip


def test_s11_an_action_or_a_reason_ends_it(limits: Limits) -> None:
    """Either; blanks are neither; of two concerns each speaks for itself."""
    action = Action(what="Ask school about the coat", due_on=TODAY)
    assert one(limits, [child(), action, concern(THU, follow_up=action.id)], "S11") is None
    assert one(limits, [child(), concern(THU, follow_up="She has one now; seen on Fri 6 Nov.")], "S11") is None
    assert one(limits, [child(), concern(THU, follow_up="  ")], "S11") is not None
    worries = [concern(THU), concern(WED), concern(WED, follow_up="seen")]
    assert [p.about for p in asked(limits, [child(), *worries], ["S11"])] == [worries[1].id, worries[0].id]


def test_s11_long_words_are_cut_and_say_so(limits: Limits) -> None:
    """A row of the caseload keeps no more of a concern than it needs to be known by."""
    found = one(limits, [child(), concern(THU, text="No coat, " * 40)], "S11")
    assert found is not None
    assert found.facts[0].endswith('…"')
    assert len(found.facts[0]) < 70


@pytest.mark.parametrize("signal", ["S11", "S12"])
@pytest.mark.parametrize("service", ["children", "adults"])
def test_none_recorded_is_an_ordinary_state(signal: str, service: str, limits: Limits) -> None:
    """No concern and no explanation has no message."""
    assert one(limits, [child()], signal, service=service) is None


def test_s12_says_of_when_and_against_which_limit(limits: Limits) -> None:
    """Counted from the day it was given, not from the event."""
    told = account(WED, event_on=date(2026, 9, 1))
    found = one(limits, [child(), told], "S12")
    assert found is not None
    assert found.text == "Explanation of Wed 4 Nov not checked yet (13 working days). Limit 10."
    assert (found.about, found.question, found.theme, found.on) == (told.id, "Q5", "T6", date(2026, 11, 18))
    assert found.facts[0] == 'Given on Wed 4 Nov, about "burn on arm."'


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("12 Nov", ""),
        ("13 Nov", "due soon"),
        ("18 Nov", "due"),
        ("19 Nov", "overdue"),
        ("2 Dec", "overdue"),
        ("3 Dec", "strong"),
    ],
)
def test_s12_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """The tenth working day; the twentieth is not over twenty."""
    assert word_on(limits, [child(), account(WED)], "S12", day) == word


def test_s12_checked_ends_it(limits: Limits) -> None:
    """On Tue 17 Nov, whatever came of it."""
    for fits in ("yes", "partly", "no", "not_checked"):
        seen = account(WED, checked_how="asked the burns nurse", checked_on=date(2026, 11, 17), fits=fits)
        assert one(limits, [child(), seen], "S12") is None


def test_s12_two_accounts_that_differ_are_one_line(limits: Limits) -> None:
    """Both unchecked, the first for over ten working days: well past today; it stands at the day of the second."""
    (found,) = asked(limits, pair(), ["S12"])
    assert (found.severity, found.on, found.count) == ("strong", THU, 13)
    assert found.text == (
        "Two accounts of the same event differ. Given Wed 4 Nov and Thu 5 Nov;"
        " that of Wed 4 Nov not checked yet (13 working days). Limit 10."
    )


@pytest.mark.parametrize(
    ("day", "word"), [("5 Nov", "due"), ("6 Nov", "due"), ("18 Nov", "due"), ("19 Nov", "strong"), ("3 Dec", "strong")]
)
def test_s12_two_accounts_are_due_at_once(day: str, word: str, limits: Limits) -> None:
    """From the day of the second; on the tenth working day still due, then well past."""
    assert word_on(limits, pair(), "S12", day) == word


def test_s12_two_accounts_speak_on_a_new_case(limits: Limits) -> None:
    """G2 keeps only what could say nothing but `not yet`."""
    assert one(limits, pair(), "S12", allocated_on=TODAY) is not None


def test_s12_two_accounts_rest_when_both_are_checked(limits: Limits) -> None:
    """One checked is not both: it counts from the other."""
    half = one(limits, pair(checked_how="asked her alone"), "S12")
    assert half is not None
    assert (half.severity, half.count) == ("strong", 13)
    first = account(WED, checked_how="asked the burns nurse")
    other = account(THU, differs_from=first.id)
    found = one(limits, [child(), first, other], "S12", day_of("19 Nov"))
    assert found is not None
    assert (found.severity, found.count) == ("due", 10)
    seen = account(THU, differs_from=first.id, checked_how="asked her alone")
    assert one(limits, [child(), first, seen], "S12") is None


def test_s12_only_accounts_of_one_event_that_name_each_other_are_a_pair(limits: Limits) -> None:
    """Another event, or none named: two lines; the same words written otherwise are the same event."""
    other = asked(limits, pair(event_key="bruise"), ["S12"])
    apart = asked(limits, pair(differs_from=None), ["S12"])
    assert [len(found) for found in (other, apart)] == [2, 2]
    assert all(p.text.startswith("Explanation of") for p in (*other, *apart))
    (same,) = asked(limits, pair(event_key="Burn  on arm"), ["S12"])
    assert same.text.startswith("Two accounts")


def test_s12_a_pair_that_names_each_other_twice_is_one_line(limits: Limits) -> None:
    """And three accounts are a line for each that differs."""
    a = account(WED)
    b = account(THU, differs_from=a.id)
    both = Explanation.model_validate({**a.model_dump(), "differs_from": b.id})
    assert [p.about for p in asked(limits, [child(), both, b], ["S12"])] == [b.id]
    c = account(date(2026, 11, 6), differs_from=a.id)
    assert [p.about for p in asked(limits, [child(), a, b, c], ["S12"])] == [b.id, c.id]


def test_s12_each_account_that_names_another_is_a_line_of_its_own(limits: Limits) -> None:
    """Two earlier accounts that both differ from a later one: each is set aside by itself."""
    late = account(date(2026, 11, 6))
    two = [account(WED, differs_from=late.id), account(THU, differs_from=late.id)]
    found = asked(limits, [child(), late, *two], ["S12"])
    assert {p.about for p in found} == {one.id for one in two}
    assert {p.on for p in found} == {late.given_on}


def test_s12_an_account_that_is_gone_leaves_one_explanation(limits: Limits) -> None:
    """Withdrawn: nothing is said of an account that is not there."""
    _, _, b = pair()
    (found,) = asked(limits, [child(), b], ["S12"])
    assert found.text.startswith("Explanation of Thu 5 Nov")
