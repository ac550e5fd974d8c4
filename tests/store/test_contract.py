"""What every store must do, whatever it keeps its cases in."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.case import Case
from store.case_store import CaseStore, Conflict, Draft, DraftKey, RefTaken, StoreTrouble, UnknownCase, UnknownRecord
from store.records import CaseRecord, Hypothesis, Visit, changed
from store.text import clean
from tests.store.records import DAY, one_of_each


def added(store: CaseStore, ref: str = "F-102") -> Case:
    """A new case."""
    return store.add_case(CaseRecord(ref=ref, allocated_on=DAY))


def wondered(store: CaseStore, case: Case, text: str = "late nights") -> Hypothesis:
    """An "I wonder", saved."""
    with store.change(case.id) as change:
        return change.put(Hypothesis(text=text))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None)
@given(text=st.text(max_size=300))
def test_a_record_of_every_kind_comes_back_as_it_was(store: CaseStore, text: str) -> None:
    """Any text, letter for letter once it is clean; with its case, its time and its first revision."""
    case = store.add_case(CaseRecord(ref=f"F-{len(store.caseload())}"))
    records = one_of_each(text)
    with store.change(case.id) as change:
        kept = [change.put(record) for record in records]
    read = store.case(case.id)
    assert [read.find(record.id) for record in records] == kept
    for before, after in zip(records, kept, strict=True):
        assert (after.case_id, after.revision, after.edited_at) == (case.id, 1, None)
        assert before.model_dump(exclude={"case_id", "recorded_at", "revision"}) == after.model_dump(
            exclude={"case_id", "recorded_at", "revision"}
        )
    assert read.of(Visit)[0].account == clean(text)


def test_records_come_back_in_the_order_they_were_written(store: CaseStore) -> None:
    """A changed record keeps its place."""
    case = added(store)
    first, second = wondered(store, case, "one"), wondered(store, case, "two")
    with store.change(case.id) as change:
        change.put(changed(first, text="one again"))
    assert [row.text for row in store.case(case.id).of(Hypothesis)] == ["one again", "two"]
    assert second.id


def test_an_error_in_a_save_keeps_nothing_of_it(store: CaseStore) -> None:
    """All or nothing."""
    case = added(store)
    before = store.case(case.id)
    with pytest.raises(ZeroDivisionError), store.change(case.id) as change:
        change.put(Hypothesis(text="half"))
        _ = 1 / 0
    assert store.case(case.id) == before


def test_a_save_that_changes_nothing_is_none(store: CaseStore) -> None:
    """The case keeps its revision."""
    case = added(store)
    with store.change(case.id):
        pass
    assert store.case(case.id).revision == case.revision


def test_every_replaced_text_stays_readable(store: CaseStore) -> None:
    """Oldest first, with when and why."""
    case = added(store)
    kept = wondered(store, case, "one")
    for text in ("two", "three"):
        with store.change(case.id) as change:
            kept = change.put(changed(kept, text=text), expected=kept.revision)
    versions = store.versions(case.id, kept.id)
    assert [(v.record.text, v.why) for v in versions] == [("one", "changed"), ("two", "changed")]  # type: ignore[attr-defined]
    assert (kept.revision, kept.recorded_at, kept.edited_at) == (3, versions[0].record.recorded_at, kept.edited_at)
    assert kept.edited_at is not None


def test_two_windows_on_one_record_keep_both_texts(open_store: Callable[[], CaseStore]) -> None:
    """The second is told, nothing else of its save is kept, and saving again puts its text on top."""
    here, there = open_store(), open_store()
    case = added(here)
    kept = wondered(here, case, "late nights")
    with here.change(case.id) as change:
        change.put(changed(kept, text="up with her brother"), expected=1)
    mine = changed(kept, text="hungry")
    with pytest.raises(Conflict) as told, there.change(case.id) as change:
        change.put(Hypothesis(text="not to be kept"))
        change.put(mine, expected=1)
    assert told.value.theirs is not None
    assert [row.text for row in here.case(case.id).of(Hypothesis)] == ["up with her brother"]
    versions = here.versions(case.id, kept.id)
    assert [(v.record.text, v.why) for v in versions] == [("late nights", "changed"), ("hungry", "conflict")]  # type: ignore[attr-defined]
    with there.change(case.id) as change:
        change.put(mine, expected=told.value.theirs.revision)
    assert [row.text for row in here.case(case.id).of(Hypothesis)] == ["hungry"]


def test_a_record_withdrawn_elsewhere_is_a_conflict_too(open_store: Callable[[], CaseStore]) -> None:
    """The text that came too late is kept as a version."""
    here, there = open_store(), open_store()
    case = added(here)
    kept = wondered(here, case)
    with here.change(case.id) as change:
        change.withdraw(kept.id, "wrong case")
    with pytest.raises(Conflict) as told, there.change(case.id) as change:
        change.put(changed(kept, text="hungry"), expected=1)
    assert told.value.theirs is None
    assert [v.why for v in here.versions(case.id, kept.id)] == ["withdrawn", "conflict"]


def test_a_withdrawn_record_is_gone_and_readable(store: CaseStore) -> None:
    """With its reason; put back, it goes on counting its revisions."""
    case = added(store)
    kept = wondered(store, case)
    with store.change(case.id) as change:
        change.withdraw(kept.id, "wrong case")
    assert store.case(case.id).find(kept.id) is None
    assert [(v.why, v.reason) for v in store.versions(case.id, kept.id)] == [("withdrawn", "wrong case")]
    with store.change(case.id) as change:
        assert change.put(kept).revision == 2


def test_what_is_not_there_is_said(store: CaseStore) -> None:
    """Unknown cases and records are sentences."""
    case = added(store)
    with pytest.raises(UnknownCase):
        store.case("nothing")
    with pytest.raises(UnknownRecord), store.change(case.id) as change:
        change.withdraw("nothing", "why")


def test_a_reference_stands_once(store: CaseStore) -> None:
    """In any capitals, for a new case and for one that is renamed."""
    added(store)
    with pytest.raises(RefTaken):
        added(store, "f-102")
    other = added(store, "F-103")
    with pytest.raises(RefTaken), store.change(other.id) as change:
        change.put(changed(change.case.info, ref="F-102"))
    assert [row.ref for row in store.caseload()] == ["F-102", "F-103"]


def test_the_caseload_follows_every_save(open_store: Callable[[], CaseStore]) -> None:
    """By reference, also as another window sees it, and its mark differs after a save."""
    here, there = open_store(), open_store()
    case = added(here, "F-2")
    added(here, "F-1")
    mark = there.stamp(case.id)
    wondered(here, case)
    assert [(row.ref, row.revision) for row in there.caseload()] == [("F-1", 1), ("F-2", 2)]
    assert there.stamp(case.id) != mark


def test_the_log_of_saves_holds_no_text(store: CaseStore) -> None:
    """Ids and revisions, one entry a save."""
    case = added(store)
    kept = wondered(store, case, "a sentence nobody else may read")
    log = store.changes(case.id)
    assert log[-1].touched == (("hypothesis", kept.id, None, 1),)
    assert "sentence" not in repr(log)


def test_drafts_belong_to_one_form_of_one_case(store: CaseStore) -> None:
    """They are kept as typed, replaced whole, and dropped on purpose."""
    at = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    key = DraftKey("case", "visit")
    store.save_draft(Draft(key, {"visit.happened_on": "31/2"}, at, "visit.happened_on:4"))
    store.save_draft(Draft(key, {"visit.happened_on": "3/2"}, at))
    assert store.draft(key) == Draft(key, {"visit.happened_on": "3/2"}, at)
    assert store.draft(DraftKey("case", "question:Q1")) is None
    assert store.draft(DraftKey("other", "visit")) is None
    assert [draft.key for draft in store.drafts()] == [key]
    store.drop_draft(key)
    store.drop_draft(key)
    assert store.drafts() == []


def test_each_filling_in_of_a_form_has_a_draft_of_its_own(store: CaseStore) -> None:
    """Kept, found and dropped by its window; none stands in another's way, and each says what its form is called."""
    at = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
    later = datetime(2026, 11, 23, 15, 52, tzinfo=UTC)
    one, two = (DraftKey("case", "visit", window) for window in ("a", "b"))
    mine = Draft(one, {"visit.account": "Mine."}, later, "visit.account:4", "Log a visit")
    theirs = Draft(two, {"visit.account": "Theirs."}, at, "", "Log a visit")
    store.save_draft(mine)
    store.save_draft(theirs)
    assert store.drafts() == [theirs, mine]
    assert (store.draft(one), store.draft(two)) == (mine, theirs)
    assert store.draft(DraftKey("case", "visit")) is None
    store.drop_draft(one)
    assert store.drafts() == [theirs]


def test_a_closed_store_refuses_all_but_a_draft(store: CaseStore) -> None:
    """With a sentence; unsaved text can still be kept when the program is being ended."""
    case = added(store)
    key = DraftKey(case.id, "visit")
    calls: dict[str, Callable[[], object]] = {
        "caseload": store.caseload,
        "case": lambda: store.case(case.id),
        "look": lambda: store.look(case.id),
        "add_case": lambda: added(store, "F-9"),
        "change": lambda: wondered(store, case),
        "versions": lambda: store.versions(case.id, case.id),
        "changes": lambda: store.changes(case.id),
        "stamp": lambda: store.stamp(case.id),
        "draft": lambda: store.draft(key),
        "drafts": store.drafts,
        "drop_draft": lambda: store.drop_draft(key),
        "practitioner": store.practitioner,
        "change_practitioner": lambda: store.change_practitioner(lambda kept: kept),
        "note": lambda: store.note("exported", case.id),
        "trail": store.trail,
        "purge": lambda: store.purge(case.id, "long enough"),
        "certificates": store.certificates,
        "freeze": lambda: store.freeze(case.id),
        "frozen": lambda: store.frozen(f"{case.id}-20261123T090000"),
    }
    assert {name for name in vars(CaseStore) if not name.startswith("_")} == {*calls, "save_draft", "close"}
    store.close()
    store.close()
    for call in calls.values():
        with pytest.raises(StoreTrouble, match="closed"):
            call()
    store.save_draft(Draft(key, {"note": "late"}, datetime(2026, 11, 23, 14, 2, tzinfo=UTC)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10, deadline=None)
@given(turns=st.lists(st.tuples(st.booleans(), st.booleans(), st.integers(0, 2)), max_size=14))
def test_interleaved_writers_lose_nothing(
    open_store: Callable[[], CaseStore], turns: list[tuple[bool, bool, int]]
) -> None:
    """Whatever two windows do in turn, every text that was saved or refused is there to read."""
    windows = [open_store(), open_store()]
    case = windows[0].add_case(CaseRecord(ref=f"F-{len(windows[0].caseload())}"))
    records = [wondered(windows[0], case, f"first {n}") for n in range(3)]
    seen = [{r.id: r for r in records}, {r.id: r for r in records}]
    texts = {record.text for record in records}
    for number, (window, look, which) in enumerate(turns):
        store, known = windows[window], seen[window]
        record_id = records[which].id
        if look:
            known[record_id] = next(r for r in store.case(case.id).of(Hypothesis) if r.id == record_id)
        mine = changed(known[record_id], text=f"text {number}")
        texts.add(mine.text)
        try:
            with store.change(case.id) as change:
                known[record_id] = change.put(mine, expected=mine.revision)
        except Conflict as told:
            assert told.theirs is not None
    kept = {r.text for r in windows[1].case(case.id).of(Hypothesis)}
    kept |= {v.record.text for r in records for v in windows[0].versions(case.id, r.id)}  # type: ignore[attr-defined]
    assert texts <= kept
