"""My own book: kept as a case is kept, and no case."""

from collections.abc import Callable
from pathlib import Path

import pytest

from store.case import OWN
from store.case_store import CaseStore, Conflict, Draft, DraftKey, UnknownCase
from store.doctor.with_key import look_with_key
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, LearningEntry, changed
from tests.store.conftest import NOW, now, row
from tests.store.records import DAY


def taken(store: CaseStore, what: str = "Ask about the night.") -> LearningEntry:
    """One entry, saved."""
    with store.change(OWN) as change:
        return change.put(LearningEntry(happened_on=DAY, what_i_take=what))


def test_it_is_empty_before_anything_is_kept_in_it(store: CaseStore) -> None:
    """Reading it makes no file, and no case."""
    assert (store.case(OWN).tables, store.stamp(OWN), store.caseload()) == ({}, "", [])


def test_it_is_no_case(store: CaseStore) -> None:
    """It stands in no caseload, and is not purged as a case; one that is called the same is another."""
    taken(store)
    case = store.add_case(CaseRecord(ref="my own"))
    assert [one.id for one in store.caseload()] == [case.id]
    with pytest.raises(UnknownCase):
        store.purge(OWN, "by mistake")
    assert store.case(OWN).of(LearningEntry)


def test_its_records_have_versions_and_a_second_window_loses_nothing(open_store: Callable[[], CaseStore]) -> None:
    """As on a case: the earlier text stays, and so does that of the window that came too late."""
    one, other = open_store(), open_store()
    entry = taken(one)
    with one.change(OWN) as change:
        change.put(changed(entry, what_i_take="first"), expected=1)
    with pytest.raises(Conflict), other.change(OWN) as change:
        change.put(changed(entry, what_i_take="second"), expected=1)
    (kept,) = other.case(OWN).of(LearningEntry)
    earlier = [(version.why, version.record) for version in one.versions(OWN, entry.id)]
    assert kept.what_i_take == "first"
    assert [(why, row.what_i_take) for why, row in earlier if isinstance(row, LearningEntry)] == [
        ("changed", "Ask about the night."),
        ("conflict", "second"),
    ]


def test_a_draft_of_it_is_offered_there_alone(store: CaseStore) -> None:
    """Its drafts are its own."""
    key = DraftKey(OWN, "learning_entry", "w")
    store.save_draft(Draft(key, {"learning_entry.what_i_take": "half a"}, NOW))
    found = store.draft(key)
    assert found is not None
    assert found.texts == {"learning_entry.what_i_take": "half a"}
    assert store.draft(DraftKey("", "learning_entry", "w")) is None


def test_doctor_finds_it_damaged_and_puts_back_the_copy_before(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """It is looked after as a case is, and never as a case without a row."""
    files.add_case(CaseRecord(ref="F-102"))
    taken(files)
    taken(files, "Ask who puts the baby to bed.")
    before = look_with_key(places, keys, NOW)
    places.case(OWN).write_bytes(b"")
    (found,) = [one for one in look_with_key(places, keys, NOW) if one not in before]
    assert ([one.where for one in before], found.case_id) == (["recovery.age"], OWN)
    assert found.repair is not None
    found.repair()
    assert [one.what_i_take for one in files.case(OWN).of(LearningEntry)] == ["Ask about the night."]


def test_it_is_encrypted_and_its_name_says_nothing(files: EmbeddedStore, places: Places, tmp_path: Path) -> None:
    """One file beside the cases; nothing that was written stands in it as it was typed."""
    taken(files, "plainly to be seen")
    assert [path.name for path in places.cases.iterdir() if not path.name.startswith(".")] == ["OWN.age"]
    assert b"plainly" not in places.case(OWN).read_bytes()
    again = EmbeddedStore(places, files._keys, summarise=row, now=now)
    assert again.case(OWN).of(LearningEntry)[0].what_i_take == "plainly to be seen"
