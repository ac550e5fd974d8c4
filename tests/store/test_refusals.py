"""What every store refuses, and that nothing is lost by it."""

from collections.abc import Callable

import pytest

from store.case_store import Busy, CaseStore, RefTaken, UnknownCase, UnknownRecord
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
