"""The box of a question."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from checklists.clock import Clock
from checklists.journeys.reflect import reflect_form
from checklists.use_cases.reflect import answers_to
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore, Conflict

TODAY = date(2026, 11, 23)
Fields = Callable[..., list[str]]
Filled = Callable[..., Any]


def test_the_box_and_why_nothing_has_changed(store: CaseStore, clock: Clock, case: Case, fields: Fields) -> None:
    """Named for its draft; the header says the question."""
    form = reflect_form(store, clock, case, "Q4")
    assert fields(form) == ["answer.text", "answer.unchanged_because"]
    assert (form.name, form.place, form.facts) == ("question:Q4", "4 Am I being professionally curious?", "F-102")
    assert set(form.start.values()) == {""}


def test_an_answer_is_kept_with_what_stood_beside_it(
    store: CaseStore, clock: Clock, case: Case, filled: Filled
) -> None:
    """And says which question, on which day."""
    form = reflect_form(store, clock, case, "Q4", ("01EVIDENCE",))
    assert form.save(filled(form, {"answer.text": "Two readings."})) == "Question 4 answered, Mon 23 Nov."
    (kept,) = answers_to(store.case(case.id), "Q4")
    assert (kept.text, kept.evidence_ids, kept.answered_on) == ("Two readings.", ("01EVIDENCE",), TODAY)


def test_what_was_written_today_is_continued(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """As a new version of it; what was written yesterday is not in the box."""
    first = reflect_form(store, clock, case, "Q4")
    first.save(filled(first, {"answer.text": "One reading."}))
    then = reflect_form(store, clock, store.case(case.id), "Q4")
    assert then.start[("answer", "text")] == "One reading."
    assert then.save(then.start) == "Nothing changed."
    then.save(filled(then, {"answer.text": "Two readings."}))
    (kept,) = answers_to(store.case(case.id), "Q4")
    assert (kept.text, kept.revision) == ("Two readings.", 2)
    tomorrow = reflect_form(store, Clock(fixed=date(2026, 11, 24)), store.case(case.id), "Q4")
    assert tomorrow.start[("answer", "text")] == ""


def test_a_blank_answer_names_its_field(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """Words, or why nothing has changed."""
    form = reflect_form(store, clock, case, "Q1")
    with pytest.raises(Wrong) as found:
        form.save(filled(form, {"answer.text": " \n "}))
    assert found.value.field == "answer.text"
    assert form.save(filled(form, {"answer.unchanged_because": "I was away"})).startswith("Question 1 answered")


def test_another_window_answered_today_too(store: CaseStore, clock: Clock, case: Case, filled: Filled) -> None:
    """Both texts are kept, and the second writer is told."""
    begun = reflect_form(store, clock, case, "Q4")
    begun.save(filled(begun, {"answer.text": "One reading."}))
    mine, theirs = (reflect_form(store, clock, store.case(case.id), "Q4") for _ in range(2))
    theirs.save(filled(theirs, {"answer.text": "Theirs."}))
    with pytest.raises(Conflict):
        mine.save(filled(mine, {"answer.text": "Mine."}))
    (kept,) = answers_to(store.case(case.id), "Q4")
    assert kept.text == "Theirs."
    lost = [version for version in store.versions(case.id, kept.id) if version.why == "conflict"]
    assert [version.record.text for version in lost] == ["Mine."]  # type: ignore[attr-defined]
