"""What every store refuses, and that nothing is lost by it."""

import contextlib
from collections.abc import Callable

import pytest

from store.case_store import Busy, CaseStore, Conflict, RefTaken, StoreTrouble, UnknownCase, UnknownRecord
from store.records import CaseRecord, Hypothesis, changed


def test_a_record_of_another_case_is_refused(store: CaseStore) -> None:
    """Nothing of one household comes to stand in another's file."""
    one, other = store.add_case(CaseRecord(ref="F-1")), store.add_case(CaseRecord(ref="F-2"))
    with store.change(one.id) as change:
        kept = change.put(Hypothesis(text="late nights"))
    for stray in (kept, changed(one.info, ref="F-3")):
        with pytest.raises(UnknownRecord), store.change(other.id) as change:
            change.put(stray)
    assert store.case(other.id) == other


def test_a_case_that_is_here_is_not_added_over(store: CaseStore) -> None:
    """Not even under another reference."""
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    with pytest.raises(RefTaken):
        store.add_case(changed(case.info, ref="F-2"))
    assert store.case(case.id) == case


def test_a_save_inside_a_save_of_the_same_case_is_refused(store: CaseStore) -> None:
    """The outer one would overwrite it; a save of another case is no trouble."""
    case, other = store.add_case(CaseRecord(ref="F-1")), store.add_case(CaseRecord(ref="F-2"))
    with store.change(case.id) as change:
        change.put(Hypothesis(text="outer"))
        with pytest.raises(Busy), store.change(case.id) as inner:
            inner.put(Hypothesis(text="inner"))
        with store.change(other.id) as inner:
            inner.put(Hypothesis(text="other"))
    assert [row.text for row in store.case(case.id).of(Hypothesis)] == ["outer"]
    assert [row.text for row in store.case(other.id).of(Hypothesis)] == ["other"]


@pytest.mark.parametrize("case_id", ["", "..", "../store", "a/b", "caseload.lock", "01JÉ"])
def test_an_id_that_could_name_another_file_is_no_case(store: CaseStore, case_id: str) -> None:
    """Reading, changing and looking."""
    with pytest.raises(UnknownCase):
        store.case(case_id)
    with pytest.raises(UnknownCase), store.change(case_id):
        pass


def test_without_an_expected_revision_the_text_before_is_kept(store: CaseStore) -> None:
    """An import or an undo overwrites; the version says by which save."""
    case = store.add_case(CaseRecord(ref="F-1"))
    with store.change(case.id) as change:
        kept = change.put(Hypothesis(text="one"))
    with store.change(case.id, undoes="some save") as change:
        change.put(changed(kept, text="two"))
    (version,), log = store.versions(case.id, kept.id), store.changes(case.id)
    assert (version.record, version.why, version.change_id) == (kept, "changed", log[-1].id)
    assert (log[-1].undoes, log[-1].touched) == ("some save", (("hypothesis", kept.id, 1, 2),))


def test_the_case_itself_is_changed_like_a_record_and_never_withdrawn(store: CaseStore) -> None:
    """Its earlier reference stays readable."""
    case = store.add_case(CaseRecord(ref="F-1"))
    with store.change(case.id) as change:
        change.put(changed(case.info, ref="F-9"), expected=1)
    assert [row.ref for row in store.caseload()] == ["F-9"]
    assert [v.record.ref for v in store.versions(case.id, case.id)] == ["F-1"]  # type: ignore[attr-defined]
    with pytest.raises(UnknownRecord), store.change(case.id) as change:
        change.withdraw(case.id, "why")


def test_the_log_of_saves_keeps_the_last_hundred(store: CaseStore) -> None:
    """It does not grow for ever; versions do stay."""
    case = store.add_case(CaseRecord(ref="F-1"))
    kept = Hypothesis(text="0")
    with store.change(case.id) as change:
        kept = change.put(kept)
    for number in range(1, 101):
        with store.change(case.id) as change:
            kept = change.put(changed(kept, text=str(number)), expected=kept.revision)
    log = store.changes(case.id)
    assert len(log) == 100
    assert [change.touched[0][3] for change in log] == list(range(2, 102))
    assert len(store.versions(case.id, kept.id)) == 100


def test_a_change_shows_the_case_as_it_stands_in_it(open_store: Callable[[], CaseStore]) -> None:
    """What was put is there at once here, and nowhere else before the end."""
    here, there = open_store(), open_store()
    case = here.add_case(CaseRecord(ref="F-1"))
    with here.change(case.id) as change:
        kept = change.put(Hypothesis(text="late nights"))
        assert change.case.find(kept.id) == kept
        assert there.case(case.id).find(kept.id) is None
    assert there.case(case.id).find(kept.id) == kept


def test_nothing_can_be_put_into_a_save_that_has_ended(store: CaseStore) -> None:
    """It would be lost without a word; also where the save ended with an error."""
    case = store.add_case(CaseRecord(ref="F-1"))
    with store.change(case.id) as ended:
        kept = ended.put(Hypothesis(text="late nights"))
    with pytest.raises(ZeroDivisionError), store.change(case.id) as broken:
        _ = 1 / 0
    for change in (ended, broken):
        with pytest.raises(StoreTrouble, match="has ended"):
            change.put(Hypothesis(text="too late"))
        with pytest.raises(StoreTrouble, match="has ended"):
            change.withdraw(kept.id, "too late")
    assert store.case(case.id).of(Hypothesis) == (kept,)


def test_a_conflict_on_one_case_never_leaves_its_text_in_another(store: CaseStore) -> None:
    """A save of a second case inside a save of the first: the first keeps nothing, the second the text."""
    outer, inner = store.add_case(CaseRecord(ref="F-1")), store.add_case(CaseRecord(ref="F-2"))
    with store.change(inner.id) as change:
        kept = change.put(Hypothesis(text="late nights"))
    with pytest.raises(Conflict), store.change(outer.id), store.change(inner.id) as change:
        change.put(changed(kept, text="hungry"), expected=0)
    assert store.case(outer.id) == outer
    assert store.versions(outer.id, kept.id) == []
    assert [v.why for v in store.versions(inner.id, kept.id)] == ["conflict"]


def test_a_conflict_that_is_let_pass_is_told_all_the_same(store: CaseStore) -> None:
    """Nothing else of that save is kept, and the text that came too late is."""
    case = store.add_case(CaseRecord(ref="F-1"))
    with store.change(case.id) as change:
        kept = change.put(Hypothesis(text="late nights"))
    with pytest.raises(Conflict), store.change(case.id) as change:
        with contextlib.suppress(Conflict):
            change.put(changed(kept, text="hungry"), expected=0)
        change.put(Hypothesis(text="not to be kept"))
    assert store.case(case.id).of(Hypothesis) == (kept,)
    assert [v.record.text for v in store.versions(case.id, kept.id)] == ["hungry"]  # type: ignore[attr-defined]


def test_the_case_in_a_change_is_the_case_that_is_read_afterwards(store: CaseStore) -> None:
    """After every put and withdrawal, also of the last of a kind, and of the case itself."""
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="one"), Hypothesis(text="two")))
    one, two = case.of(Hypothesis)
    for step in (
        lambda change: change.put(changed(one, text="one again")),
        lambda change: change.withdraw(two.id, "wrong case"),
        lambda change: change.put(two),
        lambda change: (change.withdraw(one.id, "both"), change.withdraw(two.id, "both")),
        lambda change: change.put(changed(change.case.info, ref="F-2")),
    ):
        with store.change(case.id) as change:
            step(change)
            stands = change.case
        read = store.case(case.id)
        assert (read.info, read.tables, read.revision) == (stands.info, stands.tables, stands.revision + 1)
