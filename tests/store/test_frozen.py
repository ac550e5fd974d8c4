"""Frozen copies: no save touches them, and one that was changed, exchanged or taken away shows."""

from collections.abc import Callable
from datetime import UTC, datetime

import orjson
import pytest

from store.case import Case
from store.case_store import CaseStore, StoreTrouble
from store.doctor import examine
from store.embedded_store import EmbeddedStore
from store.frozen import Frozen, trouble_with
from store.keys import Keys
from store.locations import Places
from store.pieces import WRAPPED, is_piece, pieces_of
from store.records import CaseRecord, Hypothesis, changed
from store.records.case_record import FrozenCopy
from store.rekey import encrypt_anew
from store.store_file import StoreFile, write_store_file
from store.upkeep import Upkeep

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = "a light in the back room"


def under_review(store: CaseStore) -> tuple[Case, Frozen]:
    """A case with an earlier text, frozen, and that said in the case."""
    case = store.add_case(CaseRecord(ref="F-102"), (Hypothesis(text=TEXT),))
    (wonder,) = case.of(Hypothesis)
    with store.change(case.id) as change:
        change.put(changed(wonder, text=f"{TEXT} again"))
    made = store.freeze(case.id)
    with store.change(case.id) as change:
        change.put(changed(change.case.info, frozen=(FrozenCopy(**made._asdict()),)))
    return store.case(case.id), made


def saved_later(store: CaseStore, case: Case) -> None:
    """One text more, and one taken out."""
    with store.change(case.id) as change:
        change.put(Hypothesis(text="written since"))
        change.withdraw(case.of(Hypothesis)[0].id, "typed in the wrong case")


def test_no_later_save_touches_it(open_store: Callable[[], CaseStore]) -> None:
    """The records, their earlier texts and the fingerprint are those of the moment, also for another window."""
    store = open_store()
    case, made = under_review(store)
    assert made.revision == case.revision - 1
    saved_later(store, case)
    found = open_store().frozen(made.name)
    assert [one.text for one in found.case.of(Hypothesis)] == [f"{TEXT} again"]
    assert [one.record.text for one in found.versions if isinstance(one.record, Hypothesis)] == [TEXT]
    assert (found.sha256, found.case.revision) == (made.sha256, made.revision)
    assert store.case(case.id).info.frozen[0].sha256 == made.sha256


def test_what_is_not_there_is_told(store: CaseStore) -> None:
    """Also a name that leads out of the folder, and a second copy of one save."""
    case, _ = under_review(store)
    store.freeze(case.id)
    for name in ("01NOTHING-20261124T090000", f"{case.id}-../../store", ""):
        with pytest.raises(StoreTrouble):
            store.frozen(name)
    with pytest.raises(StoreTrouble, match="frozen already"):
        store.freeze(case.id)


def test_a_purge_takes_it_along(store: CaseStore) -> None:
    """Once there is no hold any more."""
    case, made = under_review(store)
    assert store.purge(case.id, "no longer needed") == ()
    with pytest.raises(StoreTrouble):
        store.frozen(made.name)


@pytest.fixture
def desk(places: Places, keys: Keys, files: EmbeddedStore) -> tuple[EmbeddedStore, Case, Frozen]:
    """Files on disk with a case under review and a backup."""
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=keys.recipients))
    places.identity.write_bytes(WRAPPED + b"c2FsdA 10\nwrapped")
    places.identity.chmod(0o600)
    case, made = under_review(files)
    Upkeep(places, keys, lambda: DAY).daily_backup()
    return files, case, made


def found_by_doctor(places: Places, keys: Keys, *, repair: bool = False) -> list[str]:
    """What the doctor says of frozen copies, repaired where it can be."""
    found = examine(places, DAY, lambda: (places, keys), repair=repair)
    mine = [one for one in found if one.where.startswith("frozen/")]
    assert all(one.done is repair for one in mine)
    return [one.says for one in mine]


def test_one_that_was_changed_is_known_and_put_back(
    desk: tuple[EmbeddedStore, Case, Frozen], places: Places, keys: Keys
) -> None:
    """The keys that files are encrypted to are public, so somebody could write another: the fingerprint tells it."""
    _, _, made = desk
    path = places.frozen_copy(made.name)
    whole = keys.decrypt(path.read_bytes())
    assert trouble_with(places, keys, made.name, made.sha256) == ""
    assert found_by_doctor(places, keys) == []
    path.write_bytes(keys.encrypt(whole.replace(b"room again", b"room never")))
    assert "fingerprint is another" in trouble_with(places, keys, made.name, made.sha256)
    assert "fingerprint is another" in found_by_doctor(places, keys, repair=True)[0]
    assert keys.decrypt(path.read_bytes()) == whole
    path.unlink()
    assert "not in the data folder" in found_by_doctor(places, keys, repair=True)[0]
    assert found_by_doctor(places, keys) == []


def test_one_that_no_case_names_is_put_aside(
    desk: tuple[EmbeddedStore, Case, Frozen], places: Places, keys: Keys
) -> None:
    """What is left where making it was cut off before the case could say so."""
    files, case, _ = desk
    with files.change(case.id) as change:
        change.put(changed(change.case.info, frozen=()))
    assert "cut off" in found_by_doctor(places, keys, repair=True)[0]
    assert not list(places.frozen.glob("*"))


def test_it_is_a_piece_of_the_store(desk: tuple[EmbeddedStore, Case, Frozen], places: Places, keys: Keys) -> None:
    """Backed up, encrypted anew with all the rest, its fingerprint the same; and purged from backups too."""
    files, case, made = desk
    name = f"frozen/{made.name}.age"
    assert is_piece(name)
    assert name in pieces_of(places)
    before = places.frozen_copy(made.name).read_bytes()
    for _ in encrypt_anew(places, keys):
        pass
    assert places.frozen_copy(made.name).read_bytes() != before
    assert trouble_with(places, keys, made.name, made.sha256) == ""
    assert orjson.loads(keys.decrypt(before))["meta"]["meta"]["case_id"] == case.id
    assert list(places.home.rglob(f"{made.name}.age"))
    assert files.purge(case.id, "no longer needed") == ()
    assert not list(places.home.rglob(f"*{made.name}*"))
