"""What an adult's case has too little of, and the move of a young person; each asks, and none says anything of capacity."""

from datetime import date
from typing import Any

import pytest

from checklists.limits import load_limits
from checklists.signals.prompt import Prompt
from checklists.signals.whole import prompts_of
from checklists.signals.wishes import ADVOCATE, CAPACITY, MOVE, WISH
from checklists.summaries import summarise
from store.case import case_of
from store.records import (
    Action,
    Advocate,
    Agency,
    CapacityNote,
    CaseRecord,
    Child,
    DesiredOutcome,
    Event,
    Record,
    Seen,
    Visit,
)

TODAY = date(2026, 11, 23)
LIMITS = load_limits()
PERSON = Child(initials="G.W.", plan="adult")
VISIT = Visit(happened_on=date(2026, 11, 3))
REFUSED = Seen(
    visit_id=VISIT.id, child_id=PERSON.id, happened_on=VISIT.happened_on, seen="not_seen", reason="refused_by_child"
)
NOTE = CapacityNote(decision="The flat", asked_on=TODAY, conclusion="not_assessed")


def asked(signal: str, *records: Record, service: Any = "adults", allocated: date = date(2026, 8, 17)) -> list[Prompt]:
    """What one of them asks of a case."""
    case = case_of(CaseRecord(ref="A-1", service=service, allocated_on=allocated), records)
    return [one for one in prompts_of(case, summarise(case), TODAY, LIMITS) if one.signal == signal]


@pytest.mark.parametrize(
    ("signal", "answer"),
    [
        (WISH, DesiredOutcome(words="A key.", asked_on=TODAY)),
        (ADVOCATE, Advocate(needed="not_asked", reason_none="He wants his niece.")),
    ],
)
def test_what_is_not_recorded_is_asked_until_it_is(signal: str, answer: Record) -> None:
    """What the person wants, and whether an advocate was asked about: not recorded, never a severity."""
    (one,) = asked(signal, PERSON)
    assert one.severity == "not recorded"
    assert "G.W." in one.text
    assert one.text.endswith("?")
    assert asked(signal, PERSON, answer) == []


@pytest.mark.parametrize("signal", [WISH, ADVOCATE])
def test_a_new_case_and_a_childrens_case_are_not_asked(signal: str) -> None:
    """What could only say nothing yet waits (G2)."""
    assert asked(signal, PERSON, allocated=date(2026, 11, 19)) == []
    assert asked(signal, Child(initials="K.M.", plan="cp"), service="children") == []


@pytest.mark.parametrize(
    "refusal",
    [
        (VISIT, REFUSED),
        (Event(type="nfa", happened_on=date(2026, 11, 3), reason="He declined any help."),),
        (
            Action(
                what="Ask the fire service in", due_on=date(2026, 11, 3), state="dropped", dropped_reason="She refuses."
            ),
        ),
    ],
)
def test_a_refusal_as_the_reason_asks_for_the_decision(refusal: tuple[Record, ...]) -> None:
    """Only without any capacity note; the day is said, and nothing about what the person can or cannot decide."""
    (one,) = asked(CAPACITY, PERSON, *refusal)
    assert "Tue 3 Nov" in one.text
    assert "lacks" not in one.text
    assert asked(CAPACITY, PERSON, *refusal, NOTE) == []


def test_another_reason_for_no_action_asks_nothing_of_capacity() -> None:
    """Nor does an ordinary event with such a word in it."""
    assert asked(CAPACITY, PERSON, Event(type="nfa", happened_on=TODAY, reason="Moved away.")) == []
    assert asked(CAPACITY, PERSON, Event(type="health", happened_on=TODAY, text="Declined the jab.")) == []


@pytest.mark.parametrize(
    ("born", "years"), [(date(2009, 11, 24), 0), (date(2009, 11, 23), 17), (date(2008, 11, 23), 18)]
)
def test_from_17_it_is_asked_who_plans_the_move(born: date, years: int) -> None:
    """From the birthday on; not before, and not where the record speaks of it. Of an adult's case for that year alone."""
    young = Child(initials="T.", plan="lac", born_on=born)
    found = asked(MOVE, young, service="children")
    asks = f"T. is {years}. Who is planning the move to adult services?"
    assert [one.text for one in found] == [asks] * bool(years)
    assert len(asked(MOVE, Child(initials="T.", plan="adult", born_on=born))) == (years == 17)
    spoken = Agency(label="adult social care", sector="other")
    assert asked(MOVE, young, spoken, service="children") == []


@pytest.mark.parametrize(
    ("words", "spoken"),
    [
        ("Adults' team to allocate by May.", True),
        ("Transitions worker named.", True),
        ("Transition plan begun with the college.", True),
        ("Leaving care worker allocated.", False),
        ("Transition to the new placement went well.", False),
    ],
)
def test_what_counts_as_speaking_of_the_move(words: str, spoken: bool) -> None:
    """A leaving care worker, or a change of placement, is not the move to adult services."""
    young = Child(initials="T.", plan="lac", born_on=date(2009, 3, 2))
    told = Event(type="other", happened_on=TODAY, text=words)
    assert bool(asked(MOVE, young, told, service="children")) is not spoken


@pytest.mark.parametrize(
    ("reason", "asks"),
    [
        ("Refused entry twice.", True),
        ("She declined the package of care.", True),
        ("He does not want strangers in.", True),
        ("Refuse cleared by housing; nothing more to do.", False),
        ("Her health declined, now in hospital.", False),
        ("Said no more falls since August.", False),
        ("Unrefused.", False),
    ],
)
def test_which_words_speak_of_a_refusal(reason: str, asks: bool) -> None:
    """At the beginning of a word; not rubbish that is cleared, not health that declines, and it says whose it is not."""
    found = asked(CAPACITY, PERSON, Event(type="nfa", happened_on=date(2026, 11, 3), reason=reason))
    assert bool(found) is asks
    assert all("If it was theirs" in one.text for one in found)


def test_a_private_talk_that_was_not_wanted_is_no_reason_for_no_action() -> None:
    """They were seen that day; S1 speaks of the talk."""
    seen = REFUSED.with_changes(seen="with_others")
    assert asked(CAPACITY, PERSON, VISIT, seen) == []
