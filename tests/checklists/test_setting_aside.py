"""A prompt set aside: until a day, with a reason; that one about that one thing, and never another."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.setting_aside import set_aside_form
from checklists.limits import Limits
from checklists.pages.case import case_page
from checklists.pages.prompts import prompts_page
from checklists.pages.question import question_view
from checklists.pages.today import today_page
from checklists.signals import prompts
from checklists.signals.whole import every_prompt, prompts_of
from checklists.summaries import summarise
from checklists.use_cases.setting_aside import find_prompt, prompt_on, set_prompt_aside, take_back
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import SetAside
from tui.outlets.text import plain

TODAY = date(2026, 11, 23)
UNTIL = date(2026, 12, 4)
REASON = "seen at school tomorrow"


def of(case: Case, signal: str, limits: Limits, child: int = 0, on: date = TODAY) -> Any:
    """The prompt of a signal about one of the children."""
    return prompt_on(case, signal, case.children[child].id, on, limits)


def asked(store: CaseStore, case: Case, limits: Limits, on: date = TODAY) -> set[tuple[str, str]]:
    """What is asked of the case on a day."""
    now = store.case(case.id)
    return {(one.signal, one.about) for one in prompts_of(now, summarise(now), on, limits)}


def aside(store: CaseStore, clock: Clock, case: Case, limits: Limits, **more: Any) -> SetAside:
    """K.M.'s S1 set aside until Fri 4 Dec."""
    given = {"prompt": of(case, "S1", limits), "until": UNTIL, "reason": REASON, **more}
    return set_prompt_aside(store, clock, case, **given, limits=limits)


def test_it_hides_that_prompt_about_that_child_and_comes_back_by_itself(
    store: CaseStore, clock: Clock, case: Case, limits: Limits
) -> None:
    """Neither the sister's nor another prompt about the same child; on its day it is there again."""
    before = asked(store, case, limits)
    aside(store, clock, case, limits)
    hidden = before - asked(store, case, limits)
    assert hidden == {("S1", case.children[0].id)}
    assert ("S1", case.children[1].id) in asked(store, case, limits)
    assert ("S1", case.children[0].id) not in asked(store, case, limits, date(2026, 12, 3))
    assert ("S1", case.children[0].id) in asked(store, case, limits, UNTIL)


def test_it_waits_on_today_too_which_opens_no_case(store: CaseStore, clock: Clock, case: Case, limits: Limits) -> None:
    """The caseload row carries it; the foot says how many there are."""
    aside(store, clock, case, limits)
    (row,) = store.caseload()
    assert [one.child_id for one in prompts(row, TODAY, limits) if one.signal == "S1"] == [case.children[1].id]
    assert row.set_aside[0].reason == REASON
    assert "Set aside: 1" in today_page([row], TODAY, limits).foot
    assert "Set aside" not in today_page([row], UNTIL, limits).foot
    assert every_prompt(store.case(case.id), row, TODAY, limits) != prompts_of(store.case(case.id), row, TODAY, limits)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"reason": "busy  now "}, "at least 10 letters"),
        ({"until": TODAY}, "has come already"),
        ({"until": date(2027, 1, 23)}, "at the latest Fri 22 Jan 2027"),
    ],
)
def test_it_needs_a_reason_and_a_day_that_is_near_enough(
    given: dict[str, Any], said: str, store: CaseStore, clock: Clock, case: Case, limits: Limits
) -> None:
    """Ten letters and sixty days, both counts of the limits file."""
    with pytest.raises(Wrong, match=said):
        aside(store, clock, case, limits, **given)
    assert store.case(case.id).of(SetAside) == ()


def test_the_least_reason_and_the_last_day_will_do(store: CaseStore, clock: Clock, case: Case, limits: Limits) -> None:
    """On the sixtieth day, with ten letters; and as the limits are changed."""
    kept = aside(store, clock, case, limits, until=date(2027, 1, 22), reason="ten letter")
    assert kept.until_on == date(2027, 1, 22)
    row = limits.rows["set_aside_longest"]
    nearer = replace(limits, rows={**limits.rows, row.id: row._replace(value=5)})
    with pytest.raises(Wrong, match="at the latest Sat 28 Nov"):
        set_prompt_aside(store, clock, case, of(case, "S1", limits, 1), UNTIL, REASON, limits=nearer)


def test_setting_it_aside_again_moves_the_day_and_keeps_what_was_said(
    store: CaseStore, clock: Clock, case: Case, limits: Limits
) -> None:
    """One record with a version, never two for one prompt."""
    first = aside(store, clock, case, limits)
    again = aside(store, clock, case, limits, until=date(2026, 12, 11))
    assert again.id == first.id
    assert len(store.case(case.id).of(SetAside)) == 1
    assert [version.record.until_on for version in store.versions(case.id, first.id)] == [UNTIL]  # type: ignore[attr-defined]


def test_taken_back_it_is_asked_at_once(store: CaseStore, clock: Clock, case: Case, limits: Limits) -> None:
    """Why it waited stays readable among the earlier texts."""
    before = asked(store, case, limits)
    kept = aside(store, clock, case, limits)
    take_back(store, case.id, kept.id)
    assert asked(store, case, limits) == before
    assert store.versions(case.id, kept.id)[-1].reason == "taken back"


def test_a_sentence_that_two_prompts_share_is_one_line_also_here(
    store: CaseStore, clock: Clock, case: Case, limits: Limits
) -> None:
    """A missing child's line is S1's and S2's; set aside, neither says it."""
    from checklists.use_cases.cases import edit_child

    edit_child(store, case.id, case.children[0].id, {"whereabouts": "missing", "whereabouts_since": TODAY})
    aside(store, clock, store.case(case.id), limits, prompt=of(store.case(case.id), "S1", limits))
    assert not {("S1", case.children[0].id), ("S2", case.children[0].id)} & asked(store, case, limits)


def test_it_is_found_by_its_id(store: CaseStore, case: Case, limits: Limits) -> None:
    """`S1:` and the last six letters, in any case; what is not asked is not found."""
    one = of(case, "S1", limits)
    found, prompt = find_prompt(store, one.id.lower(), TODAY, limits)
    assert (found.id, prompt) == (case.id, one)
    pattern = of(case, "S3", limits)
    assert find_prompt(store, pattern.id, TODAY, limits)[1].signal == "S3"
    with pytest.raises(Wrong, match="No prompt has that id"):
        find_prompt(store, "S1:ZZZZZZ", TODAY, limits)


def test_the_form_asks_until_when_and_why(store: CaseStore, clock: Clock, case: Case, limits: Limits) -> None:
    """Both are needed; what is wrong is said of its field."""
    form = set_aside_form(store, clock, limits, case, of(case, "S1", limits))
    assert [entry.name for entry in form.entries({}, ())] == ["until_on", "reason"]
    until, reason = ("set_aside", "until_on"), ("set_aside", "reason")
    assert "Fri 22 Jan 2027" in form.hint({}, until)
    assert "10 letters" in form.hint({}, reason)
    with pytest.raises(Wrong) as wrong:
        form.save({until: "+10wd", reason: "busy"})
    assert wrong.value.field == "set_aside.reason"
    assert form.save({until: "fri", reason: REASON}) == "Set aside until Fri 27 Nov. It comes back by itself."
    with pytest.raises(Wrong, match="needed"):
        form.save({until: "fri", reason: ""})


def test_the_case_says_what_is_set_aside_until_when_and_why(
    store: CaseStore, clock: Clock, case: Case, limits: Limits
) -> None:
    """On the case and in the list of its prompts, under a heading of its own, without a word of severity."""
    kept = aside(store, clock, case, limits)
    now = store.case(case.id)
    for page in (case_page(now, TODAY, limits), prompts_page(now, TODAY, limits)):
        table = page.blocks[-1]
        assert table.heading == "Set aside"  # type: ignore[union-attr]
        (item,) = table.items  # type: ignore[union-attr]
        assert item.word == ""
        assert item.cells[2] == "until Fri 4 Dec"
        assert item.why.startswith(f"set aside until Fri 4 Dec: {REASON}")
        assert item.key.record_id == kept.id  # type: ignore[union-attr]
    assert "Set aside" not in plain(case_page(now, UNTIL, limits), 80)


def test_at_its_question_a_message_stands_in_full_with_its_facts(case: Case, limits: Limits) -> None:
    """Limit, source and the facts it rests on; what is not recorded too."""
    view = question_view(case, "Q1", TODAY, limits)
    said = " ".join(getattr(block, "text", "") for block in view.asked)
    assert said.startswith("From the record")
    assert "Not recorded does not mean not done." in said
    assert "Fewer than two visits recorded." in said
