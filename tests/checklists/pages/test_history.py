"""The history of a question and of a record: every text with its day, and what changed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.clock import Clock
from checklists.pages.blocks import Compare, Facts, Heading, Page, Paragraph
from checklists.pages.history import changes, history_page
from checklists.pages.record_history import record_history_page
from checklists.use_cases.actions import move_action, plan_action
from checklists.use_cases.records import edit_record
from checklists.use_cases.reflect import answer_question, answers_to
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Hypothesis, Person

TODAY = date(2026, 11, 23)


def heads(page: Page) -> list[str]:
    return [f"{b.text} {b.beside[0][1].partition(',')[0]}" for b in page.blocks if isinstance(b, Heading)]


def pairs(page: Page) -> list[tuple[str, str]]:
    return [pair for block in page.blocks if isinstance(block, Facts) for pair in block.pairs]


def test_every_text_stands_with_its_day_newest_first(store: CaseStore, case: Case) -> None:
    """Answers of different days and the earlier texts of one day."""
    for day, text in ((date(2025, 10, 8), "One."), (date(2026, 11, 5), "Two."), (date(2026, 11, 5), "Two. And more.")):
        answer_question(store, Clock(fixed=day), case.id, "Q4", text=text)
    kept = store.case(case.id)
    versions = {answer.id: store.versions(case.id, answer.id) for answer in answers_to(kept, "Q4")}
    page = history_page(kept, "Q4", versions, TODAY)
    assert (page.place, page.facts) == ("4 Am I being professionally curious?", "F-102, 3 texts")
    assert [head.partition(" written")[0] for head in heads(page)] == [
        "Thu 5 Nov", "Thu 5 Nov earlier text", "Wed 8 Oct 2025",
    ]  # fmt: skip
    assert [block.text for block in page.blocks if isinstance(block, Paragraph)] == ["Two. And more.", "Two.", "One."]
    assert pairs(page) == [("Added", "And more."), ("Added", "Two."), ("Taken out", "One.")]


def test_an_older_wording_of_the_question_is_shown(cases: dict[str, Case]) -> None:
    """As it was asked then; a changed checklist rewrites nothing."""
    found = [pair for pair in pairs(history_page(cases["family"], "Q4", {}, TODAY)) if pair[0] == "As asked"]
    assert found == [("As asked", "Am I curious?"), ("As asked", "An older question?")]


def test_a_question_without_an_answer_says_so(cases: dict[str, Case]) -> None:
    """Both services, and one text is one text."""
    for word, text in (("family", "Not answered yet."), ("adult", "Not answered yet.")):
        page = history_page(cases[word], "Q1", {}, TODAY)
        assert [block.text for block in page.blocks if isinstance(block, Paragraph)] == [text]
        assert page.facts == cases[word].ref


def test_what_changed_is_said_in_whole_words() -> None:
    """Added, taken out, nothing but spaces."""
    assert changes("late nights", "late nights, gaming") == [("Added", "nights, gaming"), ("Taken out", "nights")]
    assert changes("a b c", "a c") == [("Taken out", "b")]
    assert changes("a c", "a b c d") == [("Added", "b … d")]
    assert changes("a  b", "a b") == [("Changed", "nothing but spaces")]
    assert changes("a", "a") == [("Changed", "nothing")]


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_was_added_stands_in_the_new_text(old: str, new: str) -> None:
    """And what was taken out in the old; never a word of neither."""
    for label, words in changes(old, new):
        if label != "Changed":
            source = new if label == "Added" else old
            assert set(words.split()) - {"…"} <= set(source.split()) | {"…"}


def test_a_records_history_names_the_fields_that_changed(store: CaseStore, case: Case) -> None:
    """What each was and is, newest first; as it stands on top, as it began at the foot."""
    kept = plan_action(store, case.id, {"what": "Meet D", "due_on": date(2026, 11, 25)})
    edit_record(store, case.id, kept.id, Action, {"owner": "gran", "what": "Meet D, away from home"})
    move_action(store, case.id, kept.id, date(2026, 12, 1), "he was ill", today=TODAY)
    now = store.case(case.id)
    page = record_history_page(now, now.of(Action)[0], store.versions(case.id, kept.id), TODAY)
    found = pairs(page)
    assert page.place == "Earlier texts of action"
    sides = [field for block in page.blocks if isinstance(block, Compare) for field in block.fields]
    assert sides[0] == ("By", "Wed 25 Nov", "Tue 1 Dec")
    assert ("Who", "me", "gran") in sides
    assert ("What", "Meet D", "Meet D, away from home") in sides
    assert found[-1][1]
    assert heads(page)[0].endswith("as it stands")


@pytest.mark.parametrize(("word", "called"), [("family", "child"), ("adult", "person")])
def test_the_person_of_an_adults_case_is_no_child(word: str, called: str, cases: dict[str, Case]) -> None:
    """Nor are the fields of a child shown there."""
    case = cases[word]
    page = record_history_page(case, case.children[0], [], TODAY)
    assert page.place == f"Earlier texts of {called}"
    assert word != "adult" or not [label for label, _ in pairs(page) if label in ("Category", "Time alone", "Placed")]


def test_a_record_that_was_never_changed_shows_what_it_holds(cases: dict[str, Case]) -> None:
    """Blank fields are left out."""
    for record in (cases["family"].of(Person)[0], cases["family"].of(Hypothesis)[0]):
        page = record_history_page(cases["family"], record, [], TODAY)
        assert all(value for _, value in pairs(page))
