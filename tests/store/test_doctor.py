"""The doctor: every kind of damage is found and said, what can be repaired is, and nothing is ever thrown away."""

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import orjson
import pytest

from store.case_store import Draft, DraftKey
from store.doctor import Finding, examine
from store.embedded_store import EmbeddedStore
from store.keys import Keys, keep_for_recovery
from store.locations import Places
from store.pieces import WRAPPED
from store.records import CaseRecord, Hypothesis
from store.rekey import add_recipient, new_recovery_key
from store.store_file import DamagedStore, StoreFile, write_store_file
from store.upkeep import Upkeep
from tests.figures import count

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
Damage = Callable[[bytes], bytes]
DAMAGES: dict[str, Damage] = {
    "empty": lambda _: b"",
    "cut": lambda whole: whole[: len(whole) // 2],
    "zeroed": lambda whole: bytes(len(whole)),
    "a page zeroed": lambda whole: whole[:-120] + bytes(100) + whole[-20:],
    "a bit flipped": lambda whole: whole[:-20] + bytes([whole[-20] ^ 4]) + whole[-19:],
    "longer": lambda whole: whole + b"more",
    "foreign": lambda _: b"%PDF-1.7 something else entirely",
}
SOME = ("empty", "a bit flipped", "missing")


@pytest.fixture
def filled(files: EmbeddedStore, places: Places, keys: Keys) -> EmbeddedStore:
    """Two cases, one saved twice; a backup of yesterday's state with the key in it."""
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=keys.recipients))
    places.identity.write_bytes(WRAPPED + b"c2FsdA 10\nwrapped")
    places.identity.chmod(0o600)
    keep_for_recovery(places, keys)
    for ref in ("F-1", "F-2"):
        files.add_case(CaseRecord(ref=ref), (Hypothesis(text="late nights"),))
    files.change_practitioner(lambda kept: kept.with_wanted("case", "time to think"))
    Upkeep(places, keys, lambda: DAY).daily_backup()
    one = files.caseload()[0]
    with files.change(one.id) as change:
        change.put(Hypothesis(text="up with her brother"))
    files.caseload()
    return files


def looked(places: Places, keys: Keys, *, repair: bool = False, damaged: bool = False) -> list[Finding]:
    """What the doctor finds; the key opens unless it is `damaged`."""

    def open_keys() -> tuple[Places, Keys]:
        if damaged and places.identity.read_bytes().endswith(b"broken"):
            raise DamagedStore("identity.age cannot be read or is damaged.")
        return places, keys

    return examine(places, DAY, open_keys, repair=repair)


def all_bytes(places: Places) -> set[bytes]:
    """The content of every file but the trail, the caseload and locks, wherever it lies."""
    left_out = {places.audit, places.locks}
    return {
        path.read_bytes()
        for path in places.home.rglob("*")
        if path.is_file() and not left_out & set(path.parents) and path != places.caseload
    }


def texts(store: EmbeddedStore, case_id: str) -> list[str]:
    """What the case wonders."""
    return [row.text for row in store.case(case_id).of(Hypothesis)]


def test_a_whole_store_has_nothing_to_say_and_is_left_as_it_is(
    filled: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """With and without repair."""
    before = {path: path.stat().st_mtime_ns for path in places.home.rglob("*")}
    assert looked(places, keys) == []
    assert looked(places, keys, repair=True) == []
    assert {path: path.stat().st_mtime_ns for path in places.home.rglob("*")} == before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_case_is_found_and_put_back_from_the_copy_before(
    filled: EmbeddedStore, places: Places, keys: Keys, damage: str
) -> None:
    """First only told; then repaired, with what was damaged put aside."""
    one, two = (row.id for row in filled.caseload())
    broken = DAMAGES[damage](places.case(one).read_bytes())
    places.case(one).write_bytes(broken)
    (found,) = looked(places, keys)
    assert found.case_id == one
    assert "cannot be read" in found.says
    assert "the file before its last save, as it was after save 1" in found.can
    assert places.case(one).read_bytes() == broken
    assert [each.done for each in looked(places, keys, repair=True)] == [True]
    assert (texts(filled, one), texts(filled, two)) == (["late nights"], ["late nights"])
    assert broken in all_bytes(places)
    assert looked(places, keys) == []
    assert filled.trail()[-3].what == "repaired"
    count("kinds of damage", found=1, repaired=1)


@pytest.mark.parametrize("damage", SOME)
def test_where_the_copy_before_is_damaged_too_the_backup_is_used(
    filled: EmbeddedStore, places: Places, keys: Keys, damage: str
) -> None:
    """The newest one that is whole."""
    one = filled.caseload()[0].id
    for path in (places.case(one), places.previous(one)):
        if damage == "missing":
            path.unlink()
        else:
            path.write_bytes(DAMAGES[damage](path.read_bytes()))
    said = {found.where: found for found in looked(places, keys)}
    assert "the backup of 24 Nov 2026" in said[f"cases/{one}.age"].can
    assert all(found.done for found in looked(places, keys, repair=True))
    assert texts(filled, one) == ["late nights"]
    assert [found for found in looked(places, keys) if found.serious] == []


def test_the_newest_of_the_whole_copies_is_used(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Three saves, the last one damaged: that before it is newer than the backup."""
    one = filled.caseload()[0].id
    with filled.change(one) as change:
        change.put(Hypothesis(text="a third"))
    places.case(one).write_bytes(b"")
    looked(places, keys, repair=True)
    assert texts(filled, one) == ["late nights", "up with her brother"]


def test_a_case_of_which_nothing_whole_is_left_is_told_and_stays(
    filled: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """The others can be used."""
    one, two = (row.id for row in filled.caseload())
    shutil.rmtree(places.backups)
    places.case(one).write_bytes(b"half")
    places.previous(one).unlink()
    (found,) = looked(places, keys, repair=True)
    assert "No copy of it can be read. The file was left as it is." in found.says
    assert (found.can, found.done, found.serious) == ("", False, True)
    assert places.case(one).read_bytes() == b"half"
    assert texts(filled, two) == ["late nights"]


def test_a_case_of_a_newer_program_is_told_and_left(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """An older copy is no repair for it."""
    one = filled.caseload()[0].id
    state = orjson.loads(keys.decrypt(places.case(one).read_bytes()))
    state["meta"]["meta"]["format"] = 99
    newer = keys.encrypt(orjson.dumps(state))
    places.case(one).write_bytes(newer)
    (found,) = looked(places, keys, repair=True)
    assert "newer casereflect" in found.says
    assert not found.can
    assert places.case(one).read_bytes() == newer


def test_a_file_of_another_case_or_store_is_told_from_damage(
    filled: EmbeddedStore, places: Places, keys: Keys, tmp_path: Path
) -> None:
    """And put aside for ours, not thrown away: it may be somebody's only copy."""
    one, two = (row.id for row in filled.caseload())
    shutil.copyfile(places.case(two), places.case(one))
    assert "not the file of this case" in looked(places, keys)[0].says
    from pyrage import x25519

    other = Keys(None, (str(x25519.Identity.generate().to_public()),)).encrypt(b"{}")
    places.case(one).write_bytes(other)
    assert "another key" in looked(places, keys)[0].says
    looked(places, keys, repair=True)
    assert other in all_bytes(places)
    assert texts(filled, one) == ["late nights"]


def test_a_case_that_is_half_deleted_is_put_back(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Its file is gone, its copy or a backup is there."""
    one, two = (row.id for row in filled.caseload())
    places.case(one).unlink()
    places.case(two).unlink()
    found = looked(places, keys)
    assert [each.case_id for each in found] == sorted([one, two])
    assert all("is missing. Only a copy of it is left." in each.says for each in found)
    looked(places, keys, repair=True)
    assert [row.ref for row in filled.caseload()] == ["F-1", "F-2"]


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *((name, damage) for name in ("store.toml", "identity.age") for damage in ("empty", "foreign", "missing")),
        ("store.toml", "a bit flipped"),
    ],
)
def test_what_opens_the_store_is_put_back_from_a_backup(
    filled: EmbeddedStore, places: Places, keys: Keys, name: str, damage: str
) -> None:
    """Until then the cases are not looked at, and that is said."""
    path = places.home / name
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(DAMAGES[damage](whole))
    told, rest = looked(places, keys)
    assert (told.where, told.can.startswith("It can be put back from the backup of 24 Nov 2026.")) == (name, True)
    assert "were not looked at" in rest.says
    assert [found.done for found in looked(places, keys, repair=True)] == [True]
    assert path.read_bytes() == whole
    assert looked(places, keys) == []


def test_a_key_that_no_passphrase_opens_is_put_back_too(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Its beginning is whole; that it is damaged shows only when it is opened."""
    whole = places.identity.read_bytes()
    places.identity.write_bytes(whole + b"broken")
    told, _ = looked(places, keys, damaged=True)
    assert told.where == "identity.age"
    assert [found.done for found in looked(places, keys, damaged=True, repair=True)] == [True]
    assert places.identity.read_bytes() == whole
    assert whole + b"broken" in all_bytes(places)


def test_without_a_backup_the_recovery_key_is_named(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """What is left to do."""
    shutil.rmtree(places.backups)
    places.identity.unlink()
    told, _ = looked(places, keys, repair=True)
    assert "with the recovery key" in told.says
    assert not told.done


def test_a_caseload_that_is_missing_or_broken_is_no_loss(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """It is told, and made anew from the cases."""
    before = filled.caseload()
    places.caseload.unlink()
    assert [(found.where, found.serious) for found in looked(places, keys)] == [("caseload.age", False)]
    places.caseload.write_bytes(b"half")
    places.caseload.chmod(0o600)
    assert [found.done for found in looked(places, keys, repair=True)] == [True]
    assert filled.caseload() == before


@pytest.mark.parametrize("damage", SOME)
def test_the_practitioners_file_is_put_back(filled: EmbeddedStore, places: Places, keys: Keys, damage: str) -> None:
    """From the one before its last save, else from a backup."""
    kept = filled.practitioner()
    if damage == "missing":
        places.practitioner.unlink()
    else:
        places.practitioner.write_bytes(DAMAGES[damage](places.practitioner.read_bytes()))
    (found,) = looked(places, keys, repair=True)
    assert (found.where, found.done) == ("practitioner.age", True)
    assert filled.practitioner() == kept


def test_a_draft_or_a_copy_that_cannot_be_read_is_put_aside(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Neither is a loss of what was saved."""
    one = filled.caseload()[0].id
    places.previous(one).write_bytes(b"half")
    filled.save_draft(Draft(DraftKey(one, "visit"), {"note": "late"}, DAY))
    (draft,) = places.drafts.iterdir()
    draft.write_bytes(b"half a draft")
    found = looked(places, keys, repair=True)
    assert sorted((each.where.partition("/")[0], each.done, each.serious) for each in found) == [
        ("cases", True, False),
        ("drafts", True, False),
    ]
    assert {b"half", b"half a draft"} <= all_bytes(places)
    assert looked(places, keys) == []


def test_what_cut_off_writes_left_and_files_open_to_others_are_told(
    filled: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """Put aside, and closed."""
    left = places.cases / ".01CASE.age.0a1b2c3d.tmp"
    left.write_bytes(b"half a write")
    os.utime(left, (0, 0))
    places.case(filled.caseload()[0].id).chmod(0o644)
    left.chmod(0o600)
    found = looked(places, keys, repair=True)
    assert [(each.where.rpartition("/")[2], each.done) for each in found] == [(".", True), (left.name, True)]
    assert b"half a write" in all_bytes(places)
    assert looked(places, keys) == []


def test_a_damaged_backup_and_a_changed_trail_are_told(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """The backup is no loss while the store is whole; a trail cannot be repaired."""
    one = filled.caseload()[0].id
    (places.backups / "2026-11-24" / "cases" / f"{one}.age").write_bytes(b"half")
    path = places.audit / "2026-11.log"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *lines[2:]]))
    found = looked(places, keys, repair=True)
    assert [(each.where, each.done, each.serious) for each in found] == [
        ("backups/2026-11-24", False, False),
        ("audit", False, True),
    ]
    assert found[1].says == "Line 2 is missing."


def test_what_recovers_the_store_is_made_anew_and_a_change_of_it_gone_on_with(
    filled: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """The file for the recovery key is gone; a new one was being added when the power went."""
    places.recovery.unlink()
    assert [found.where for found in looked(places, keys)] == ["recovery.age"]
    secret, public = new_recovery_key()
    more = add_recipient(places, keys, public)
    assert [(found.where, found.done) for found in looked(places, more, repair=True)] == [("rekeying", True)]
    one = filled.caseload()[0].id
    assert Keys(secret, ("x",)).decrypt(places.case(one).read_bytes())
    assert looked(places, more) == []


def test_a_purged_case_is_never_put_back(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Its certificate says that it is gone on purpose, also where somebody put an old backup beside."""
    one = filled.caseload()[0].id
    places.case(one).unlink()
    places.previous(one).unlink()
    places.certificates.mkdir(mode=0o700)
    places.certificate(one).write_bytes(keys.encrypt(b"{}"))
    places.certificate(one).chmod(0o600)
    assert looked(places, keys) == []
