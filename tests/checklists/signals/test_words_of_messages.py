"""Every message of every signal, as it is said: nothing that scores, ranks, blames or gives an all-clear; adults' own words."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from checklists.limits import load_limits
from checklists.signals import Prompt
from checklists.signals.only_good import at_closing
from checklists.signals.whole import SIGNALS, every_prompt
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
)
from tests.checklists.test_wording import found

LIMITS = load_limits()
TODAY = date(2026, 11, 23)
DAYS = [TODAY + timedelta(days=gone) for gone in (0, 1, 3, 10, 30, 60, 120, 200)]
CHILD_WORDS = re.compile(r"\b(child\w*|parents?|bedroom|mother|father|baby|school)\b", re.IGNORECASE)


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


def said(*, adult: bool) -> list[Prompt]:
    """All prompts of these cases, on many days."""
    every = list(cases(adult=adult))
    asked = [one for case in every for on in DAYS for one in every_prompt(case, summarise(case), on, LIMITS)]
    return [*asked, *(at_closing(case, summarise(case), TODAY, LIMITS) for case in every)]


CHILDREN, ADULTS = said(adult=False), said(adult=True)


def texts(prompt: Prompt) -> list[str]:
    """All that a person reads of it."""
    return [prompt.text, prompt.medium, prompt.narrow, prompt.short, prompt.source, *prompt.facts]


@pytest.mark.parametrize("signal", [signal.id for signal in SIGNALS])
def test_every_signal_is_heard(signal: str) -> None:
    """A test of words that hears nothing proves nothing."""
    assert [prompt for prompt in CHILDREN if prompt.signal == signal]


@pytest.mark.parametrize("prompts", [CHILDREN, ADULTS], ids=["children", "adults"])
def test_no_message_scores_ranks_blames_or_gives_an_all_clear(prompts: list[Prompt]) -> None:
    """In none of its lengths, nor in the facts it rests on or the source that it names."""
    assert not {(prompt.signal, text) for prompt in prompts for text in texts(prompt) if found(text)}


@pytest.mark.parametrize("prompts", [CHILDREN, ADULTS], ids=["children", "adults"])
def test_every_message_is_a_sentence_that_fits_its_rows(prompts: list[Prompt]) -> None:
    """It begins with a capital, a figure or a quotation mark, ends, and has a text for every room."""
    for prompt in prompts:
        assert prompt.text[0].isupper() or prompt.text[0].isdigit() or prompt.text[0] == '"', prompt.text
        assert prompt.text.rstrip()[-1] in ".?)!", prompt.text
        assert "  " not in prompt.text, prompt.text
        assert " 1 working days" not in prompt.text, prompt.text
        assert (len(prompt.medium) <= 37, len(prompt.narrow) <= 31, len(prompt.short) <= 20) == (True, True, True), (
            prompt
        )
        assert prompt.word in ("due soon", "due", "overdue", "well past", "not recorded", "noticed", "repeated", "")


def test_an_adults_case_hears_no_child_only_word() -> None:
    """Neither child, parent nor bedroom: of the words of signals, names of limits apart."""
    heard = {(prompt.signal, text) for prompt in ADULTS for text in texts(prompt)[:4] if CHILD_WORDS.search(text)}
    assert not heard
