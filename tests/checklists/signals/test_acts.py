"""Every prompt leads to a form that opens, with what is known filled in; and says its sum, its facts, its source."""

from datetime import date

import pytest

from checklists.by_key import filled
from checklists.journeys.answering import CHANGE, FINISH, NEW, Act, act_of
from checklists.limits import load_limits
from checklists.pages.prompts import prompt_item
from checklists.pages.question import question_view
from checklists.signals import Prompt
from checklists.signals.whole import SIGNALS
from checklists.summaries import summarise
from store.case import Case
from tests.checklists.signals.spoken import LIMITS, pairs

EVERY = [*pairs(adult=False), *pairs(adult=True)]
HEARD = {prompt.signal for *_, prompt in EVERY}
WISHES = {"desired_outcome", "advocate", "capacity_note", "move_to_adults"}
FORMS = {
    "S1": {"visit", "child:", "contact"},
    "S2": {"visit", "child:"},
    "S3": {"visit"},
    "S4": {"visit:"},
    "S5": {"person", "person:"},
    "S6": {"person", "person:"},
    "S7": {"household_check"},
    "S8": {"day_entry"},
    "S9": {"question:"},
    "S10": {"wonder"},
    "S11": {"finish:"},
    "S12": {"finish:"},
    "S13": {"finish:", "unknown"},
    "S14": {"agency", "contact", "finish:"},
    "S15": {"agency"},
    "S16": {"outcome", "outcome_reading"},
    "S17": {"child:", "question:"},
    "S18": {"finish:"},
    "S19": {"supervision"},
    "S20": {"question:", "engagement"},
    "S21": {"question:", "outcome_reading"},
    "S22": {"question:", "event"},
    "S23": {"question:"},
    "S24": {"question:"},
    "S25": {"chronology_review"},
    "S26": {"finish:"},
    "S27": {"visit:", "contact:"},
    "referral_decision": {"event:"},
    "move_to_adults": {"action"},
}
"""The beginnings of the forms that each leads to; a timescale to the event that answers it, a wish to its own record."""


def of(signal: str) -> list[tuple[Case, date, Prompt]]:
    """Each that was heard of one signal."""
    return [one for one in EVERY if one[2].signal == signal]


def begun(act: Act) -> str:
    """The form without the id of a record."""
    kind, colon, _ = act.form.partition(":")
    return kind + colon


def test_everything_that_can_be_asked_is_heard() -> None:
    """All signals, the wishes, and each timescale that an event starts."""
    live = {row.id for row in load_limits().rows.values() if row.starts}
    assert {signal.id for signal in SIGNALS} | WISHES <= HEARD
    assert {signal.id for signal in SIGNALS} | WISHES | live >= HEARD
    assert live - HEARD == {"cp_review_first", "lac_review_first", "lac_review_next", "cin_review"} - HEARD


@pytest.mark.parametrize("signal", sorted(HEARD))
def test_each_leads_to_its_form(signal: str) -> None:
    """Of a record that is there it is that one; of a timescale the event that answers it, by its type."""
    expected = FORMS.get(signal, {signal} if signal in WISHES else {"event"})
    found = {begun(act_of(case, prompt)) for case, _, prompt in of(signal)}
    assert found == expected
    for case, _, prompt in of(signal):
        act = act_of(case, prompt)
        kind, _, about = act.form.partition(":")
        words = {**{f"{name}:": said for name, said in CHANGE.items()}, **NEW}.get(begun(act))
        assert act.words == words or act.words in FINISH.values() or act.question
        assert not about or kind == "question" or case.find(about) is not None
        if expected == {"event"}:
            assert act.about["type"] in LIMITS.row(signal).answered_by


@pytest.mark.parametrize("signal", sorted(HEARD))
def test_each_shows_its_sum_its_facts_its_limit_and_its_source(signal: str) -> None:
    """On its row in the list of prompts, and at its question; what is not recorded has no limit to show."""
    for case, on, prompt in of(signal)[:20]:
        why = filled(prompt_item(case, summarise(case), prompt).why, {"done": "d"}.__getitem__)
        assert prompt.text in why
        assert f"d: {act_of(case, prompt).words}." in why
        if prompt.severity == "not recorded" or (prompt.severity == "note" and not prompt.limit_id):
            continue
        assert prompt.facts, prompt
        assert prompt.source, prompt
        assert any(sign.isdigit() for sign in prompt.text), prompt
        assert all(fact in why for fact in prompt.facts)
        assert prompt.source in why
        view = question_view(case, prompt.question, on, LIMITS)
        assert prompt.source in view.signal
        assert prompt.text in view.signal
