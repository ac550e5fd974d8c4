"""Each prompt of each signal and timescale can be set aside with a reason until a day; it is shown, and ends by itself."""

from datetime import date, timedelta

import pytest

from checklists.clock import Clock
from checklists.pages.prompts import prompts_page
from checklists.signals import Prompt
from checklists.signals.whole import prompts_of
from checklists.summaries import summarise
from checklists.use_cases.setting_aside import find_prompt, set_prompt_aside, take_back
from store.case import Case
from store.case_store import CaseStore
from store.records import Child, SetAside
from tests.checklists.signals.spoken import LIMITS
from tests.checklists.signals.test_acts import HEARD, of
from tui.outlets.text import plain

REASON = "we meet about this on Thursday"


def first(signal: str) -> tuple[Case, date, Prompt]:
    """The first time that it is asked with a word, else at all."""
    return next((one for one in of(signal) if one[2].severity not in ("not recorded", "note")), of(signal)[0])


def kept(store: CaseStore, case: Case) -> Case:
    """The case in the store, with all its records."""
    store.add_case(case.info, case.children)
    with store.change(case.id) as change:
        for rows in case.tables.values():
            for record in rows:
                if not isinstance(record, Child):
                    change.put(record)
    return store.case(case.id)


def asked(store: CaseStore, case: Case, on: date) -> set[tuple[str, str]]:
    """What is asked of the case on a day."""
    now = store.case(case.id)
    return {(one.signal, one.about) for one in prompts_of(now, summarise(now), on, LIMITS)}


@pytest.mark.parametrize("signal", sorted(HEARD))
def test_it_is_set_aside_shown_and_comes_back_by_itself(signal: str, store: CaseStore) -> None:
    """That one about that one thing, and what says the same sentence of it; on its day it is asked again."""
    made, on, prompt = first(signal)
    case, until, named = kept(store, made), on + timedelta(days=14), (prompt.signal, prompt.about)
    before = asked(store, case, on)
    assert named in before
    assert find_prompt(store, prompt.id, on, LIMITS)[1].id == prompt.id
    row = set_prompt_aside(store, Clock(fixed=on), case, prompt, until, REASON, limits=LIMITS)
    hidden = before - asked(store, case, on)
    assert named in hidden
    assert {about for _, about in hidden} == {prompt.about}
    assert (row.signal, row.about, row.reason, row.until_on) == (*named, REASON, until)
    said = plain(prompts_page(store.case(case.id), on, LIMITS), 200, explain=True, marking="")
    assert REASON in said
    assert named not in asked(store, case, until - timedelta(days=1))
    on_its_day = asked(store, case, until)
    for one in store.case(case.id).of(SetAside):
        take_back(store, case.id, one.id)
    assert (asked(store, case, on), asked(store, case, until)) == (before, on_its_day)
