"""Every message of every signal, as it is said: nothing that scores, ranks, blames or gives an all-clear; adults' own words."""

import re

import pytest

from checklists.signals import Prompt
from checklists.signals.only_good import at_closing
from checklists.signals.whole import SIGNALS
from checklists.summaries import summarise
from tests.checklists.signals.spoken import LIMITS, TODAY, cases, pairs
from tests.checklists.test_wording import found

CHILD_WORDS = re.compile(r"\b(child\w*|parents?|bedroom|mother|father|baby|school)\b", re.IGNORECASE)


def said(*, adult: bool) -> list[Prompt]:
    """All prompts of the cases, and that of closing one."""
    closing = [at_closing(case, summarise(case), TODAY, LIMITS) for case in cases(adult=adult)]
    return [*(prompt for *_, prompt in pairs(adult=adult)), *closing]


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
        assert prompt.text.rstrip()[-1] in '.?)!"', prompt.text
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
