"""What a search finds and what not, in which order, what it notes, and that it lets go."""

from datetime import date, timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checklists.clock import Clock
from checklists.pages.spot import Spot
from checklists.searching.search import NOTED, Found, Search
from checklists.searching.sources import EVERY
from checklists.searching.texts import Piece, searched
from checklists.searching.words import fold, words_of
from checklists.summaries import summarise
from checklists.use_cases.cases import add_case
from store.case import OWN, Case
from store.case_store import CaseStore, Draft, DraftKey
from store.memory_store import MemoryStore
from store.records import (
    Action,
    Answer,
    CaseRecord,
    Child,
    Event,
    Hypothesis,
    LearningEntry,
    Moved,
    Record,
    Seen,
    Visit,
)
from tests.checklists.every_kind import full_case
from tests.store.records import one_of_each

TODAY = date(2026, 11, 23)
SURROGATES: tuple[Literal["Cs"], ...] = ("Cs",)


def kept(store: CaseStore, case: Case, *records: Record) -> None:
    """Save these records on the case."""
    with store.change(case.id) as change:
        for record in records:
            change.put(record)


def found(store: CaseStore, typed: str, **given: object) -> Found:
    """What a whole search finds, without practice content unless that is asked for."""
    search = Search(store, TODAY, **{"sources": (), **given})  # type: ignore[arg-type]
    search.read_all()
    return search.find(typed)


def ids(hits: Found) -> list[str]:
    """The records that were found, in order."""
    return [hit.what.spot.record_id for hit in hits.hits]


def test_every_word_must_stand_in_one_record_and_the_newest_is_on_top(store: CaseStore, case: Case) -> None:
    """Order is by the day of the record, never by how often a word stands in it."""
    old = Hypothesis(text="Gran, gran and gran knows the school.")
    visit = Visit(happened_on=TODAY - timedelta(days=3), account="School rang. Gran came at four.")
    other = Event(type="school", happened_on=TODAY - timedelta(days=9), text="Away again.")
    kept(store, case, visit, old, other)
    assert ids(found(store, "school gran")) == [old.id, visit.id]
    assert ids(found(store, "SCHOOL")) == [old.id, visit.id, other.id]
    assert ids(found(store, "gran away")) == []


def test_a_visit_is_found_by_what_was_seen_and_by_whom_it_is_about(store: CaseStore, case: Case) -> None:
    """How a child was seen is no row of its own: one form, one place."""
    child = case.children[0]
    visit = Visit(happened_on=TODAY, place="school")
    seen = Seen(visit_id=visit.id, child_id=child.id, happened_on=TODAY, seen="observed", child_words="A dog. It bit.")
    kept(store, case, visit, seen)
    for typed in (
        "bit",
        "observed dog",
        "school bit",
        "k.m. dog",
        "visit monday november",
        "23/11/26 dog",
        "f-102 dog",
    ):
        assert ids(found(store, typed)) == [visit.id], typed
    (hit,) = found(store, "bit").hits
    assert hit.sentence.text == "It bit."
    assert hit.label == "Their words"


def test_what_was_taken_out_earlier_texts_and_drafts_are_not_found(store: CaseStore, case: Case, clock: Clock) -> None:
    """Only what stands."""
    gone, changed = Hypothesis(text="A zebra crossed."), Hypothesis(text="A walrus sang.")
    kept(store, case, gone, changed)
    with store.change(case.id) as change:
        change.withdraw(gone.id, "said twice")
        change.put(changed.with_changes(text="A seal sang."))
    store.save_draft(Draft(DraftKey(case.id, "visit"), {"visit.account": "An otter swam."}, clock.now()))
    assert [found(store, word).many for word in ("zebra", "walrus", "otter", "seal")] == [0, 0, 0, 1]


def test_parts_of_a_record_and_texts_of_the_case_itself_are_found(store: CaseStore, case: Case) -> None:
    """Why a date was moved; why a case was closed. A closed case is searched."""
    moved = Moved(from_on=TODAY, to_on=TODAY, reason="The clinic flooded.", moved_on=TODAY)
    action = Action(what="Ring the clinic", due_on=TODAY, moved=(moved,))
    kept(store, case, action, case.info.with_changes(closed_on=TODAY, closed_reason="They moved to the coast."))
    assert ids(found(store, "flooded")) == [action.id]
    assert found(store, "coast").hits[0].what.spot == Spot(case.id, "case")


@pytest.mark.parametrize("service", ["children", "adults"])
def test_a_record_of_every_kind_is_found_by_its_text(store: CaseStore, service: str) -> None:
    """Each that has a text of a person in it, on a case of either service."""
    case = full_case(store, "F-900", service)
    hits = {hit.what.spot.record_id for hit in found(store, "late NIGHTS", most=None).hits}
    without = {
        "seen",
        "import_batch",
        "case",
    }  # a visit has how a child was seen on it; the file's own facts are no text
    kinds = {row.kind: row for row in one_of_each("late nights") if "late nights" in str(row.model_dump())}
    missing = {
        kind for kind in kinds.keys() & case.tables.keys() - without if not hits & {row.id for row in case.tables[kind]}
    }
    assert not missing
    assert hits


def test_my_own_book_is_found_and_names_its_cases_by_their_reference(store: CaseStore, case: Case) -> None:
    """Its rows say whose they are; no case is read for it."""
    entry = LearningEntry(happened_on=TODAY, what_i_take="Ask what a nod means.", case_ids=(case.id,))
    with store.change(OWN) as change:
        change.put(entry)
    (hit,) = found(store, "nod f-102").hits
    assert hit.what.spot == Spot(OWN, "record", entry.id)
    assert found(store, "nod", case_id=case.id).many == 0


def test_a_source_of_practice_content_is_searched_too(store: CaseStore, case: Case) -> None:
    """A list of sources: each gives what can be found in it, without a day, below all that has one."""
    theme = searched(
        Spot("", "pamphlet", "P3"), "", "pamphlet", None, (Piece("Sign", "Plans drift while people wait.", plain=True),)
    )
    drift = Hypothesis(text="Is this drift?")
    kept(store, case, drift)
    hits = found(store, "drift", sources=(lambda: [theme],))
    assert [hit.what.spot.what for hit in hits.hits] == ["record", "pamphlet"]


def test_themes_and_reviews_are_found_line_by_line_below_what_has_a_day(store: CaseStore, case: Case) -> None:
    """By words of one sign, of what was learned or of a title, each once; it leads to its page in Learning."""
    assert [hit.what.spot for hit in found(store, "disguised compliance", sources=EVERY).hits] == [
        Spot("", "theme", "T3")
    ]
    assert {hit.what.spot.what for hit in found(store, "sudden unexpected death", sources=EVERY).hits} == {"review"}
    assert found(store, "disguised compliance", sources=EVERY, case_id=case.id).many == 0


def test_behind_the_mask_what_is_found_is_letters_x(store: CaseStore, case: Case) -> None:
    """The place is the same, and a choice stays as it is."""
    kept(store, case, Visit(happened_on=TODAY, place="school", account="Gran said so."))
    search = Search(store, TODAY)
    search.read_all()
    assert search.find("gran", masked=True).hits[0].sentence.text == "xxxx xxxx xx."
    assert search.find("visit school", masked=True).hits[0].sentence.text == "school"


def test_reading_is_noted_once_without_the_words_and_is_not_hidden(case: Case, clock: Clock, store: CaseStore) -> None:
    """No `opened` for each case that was only looked through; a search of one case names it."""
    other = MemoryStore(summarise=summarise, now=clock.now)
    for number in range(3):
        add_case(other, clock, {"ref": f"F-{number}"})
    found(other, "zebra")
    events = [event for event in other.trail() if event.what in (NOTED, "opened")]
    assert [(event.what, event.case_id, event.number) for event in events] == [(NOTED, "", 3)]
    assert "zebra" not in str(other.trail())
    found(store, "zebra", case_id=case.id)
    assert (store.trail()[-1].what, store.trail()[-1].case_id) == (NOTED, case.id)


def test_what_was_saved_since_is_read_again_and_nothing_else(store: CaseStore, case: Case, clock: Clock) -> None:
    """Of two cases and my own book, the one that changed; a case that is gone is found no more."""
    add_case(store, clock, {"ref": "F-103"})
    search = Search(store, TODAY)
    search.read_all()
    search.look_again()
    assert search.left == []
    kept(store, case, Hypothesis(text="A heron stood there."))
    search.look_again()
    assert search.left == [case.id]
    search.read_all()
    assert search.find("heron").many == 1
    with store.change(OWN) as change:
        change.put(LearningEntry(happened_on=TODAY, what_i_take="Herons wait."))
    search.look_again()
    assert search.left == [OWN]
    store.purge(case.id, "over")
    search.look_again()
    assert search.find("heron").many == 0


def test_the_case_that_was_visited_last_is_read_first_and_dropped_is_dropped(
    store: CaseStore, case: Case, clock: Clock
) -> None:
    """Results grow from the case that somebody has in mind; afterwards no text is in memory."""
    add_case(store, clock, {"ref": "F-101"})
    visit = Visit(happened_on=TODAY, account="A heron.")
    kept(store, case, visit, Seen(visit_id=visit.id, child_id=case.children[0].id, happened_on=TODAY, seen="alone"))
    search = Search(store, TODAY)
    assert search.find("heron").read == 0
    search.read_next()
    search.read_next()
    assert (search.find("heron").many, search.progress) == (1, (1, 2))
    search.drop()
    assert search.find("heron").many == 0


texts = st.text(
    st.one_of(st.sampled_from("aéßŁ’“ﬁǅ \n´\u0301\u200bİ½"), st.characters(exclude_categories=SURROGATES)), max_size=40
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=texts, data=st.data())
def test_any_text_that_was_saved_is_found_by_any_of_its_words(clock: Clock, text: str, data: st.DataObject) -> None:
    """By each alone and by all together, whatever letters they are of."""
    store = MemoryStore(summarise=summarise, now=clock.now)
    case = store.add_case(CaseRecord(ref="F-1"), (Child(initials="K.M."),))
    answer = Answer(question="Q1", text=f"{text} end", answered_on=TODAY)
    kept(store, case, answer)
    stands = store.case(case.id).of(Answer)[0].text
    words = [word for word in stands.split() if words_of(word)]
    for typed in (data.draw(st.sampled_from(words)), " ".join(words)):
        (hit,) = [hit for hit in found(store, typed).hits if hit.what.spot.record_id == answer.id]
        assert any(word in fold(hit.sentence.text) for word in words_of(typed))
