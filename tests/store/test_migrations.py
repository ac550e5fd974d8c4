"""Files of an older format: read as they are, written in the new one with the next save, and copied before the first."""

import errno
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import orjson
import pytest

from store.backups import backups_of, faults_in, to_keep
from store.case_store import NewerFormat, SaveFailed
from store.doctor.finding import repaired
from store.doctor.with_key import look_with_key
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.migrations import FORMAT, PRACTITIONER, brought_up
from store.records import CaseRecord, Hypothesis
from store.restoring import restore
from store.store_file import StoreFile, write_store_file
from store.upkeep import Upkeep
from tests.store.failing import Failing
from tests.store.older import CASE_ID, TEXTS, format_of, older_store, taken_back

DAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
APART = "2026-11-23-before-format-2"


@pytest.fixture
def older(places: Places, keys: Keys, files: EmbeddedStore) -> Path:
    """A store of the first format with one case: where that lies."""
    write_store_file(places, StoreFile("2026-11-02", encrypted=True, recipients=keys.recipients))
    return older_store(places, keys)


def wonder(store: EmbeddedStore, text: str = "Or it is cold.") -> None:
    """One more thing, saved on the case of the sample."""
    with store.change(CASE_ID) as change:
        change.put(Hypothesis(text=text))


def texts_of(store: EmbeddedStore) -> list[str]:
    """What the case says, and what it said before."""
    before = [one.record for one in store.versions(CASE_ID)]
    return [one.text for one in (*store.case(CASE_ID).of(Hypothesis), *before) if isinstance(one, Hypothesis)]


def names(places: Places) -> list[str]:
    """The backups, oldest first."""
    return [backup.folder.name for backup in backups_of(places)]


def test_an_older_store_is_read_as_it_is(files: EmbeddedStore, places: Places, keys: Keys, older: Path) -> None:
    """Its texts, its row, the practitioner's file; on a disk that can only be read too. Nothing of it is written."""
    before = {path: path.read_bytes() for path in (older, places.practitioner)}
    for how in (None, Failing(places.home, 1, errno.EROFS, for_good=True)):
        if how:
            how.__enter__()
        try:
            assert [row.ref for row in files.caseload()] == ["F-102"]
            assert texts_of(files) == list(TEXTS)
            assert files.practitioner().next_on(date(2026, 11, 23)) == date(2026, 11, 30)
        finally:
            if how:
                how.__exit__(None, None, None)
    assert {path: path.read_bytes() for path in before} == before
    assert names(places) == []


def test_the_first_save_comes_after_a_whole_backup_and_keeps_the_old_file(
    files: EmbeddedStore,
    places: Places,
    keys: Keys,
    older: Path,
    open_files: Callable[..., EmbeddedStore],
    tmp_path: Path,
) -> None:
    """The old file is `.1` and in the backup, which opens as a store of its own; no second one is made."""
    was = older.read_bytes()
    wonder(files)
    assert (format_of(older, keys), places.previous(CASE_ID).read_bytes()) == (FORMAT, was)
    assert texts_of(files) == [TEXTS[0], "Or it is cold.", TEXTS[1]]
    wonder(files, "Or both.")
    files.change_practitioner(lambda kept: kept.with_wanted(CASE_ID, ""))
    (backup,) = backups_of(places)
    assert (backup.folder.name, faults_in(backup.folder)) == (APART, [])
    assert (backup.folder / "cases" / older.name).read_bytes() == was
    assert [event.what for event in files.trail()].count("backed_up") == 1
    restore(backup.folder, tmp_path / "anew")
    assert texts_of(open_files(Places(tmp_path / "anew"))) == list(TEXTS)


def test_the_practitioners_own_file_is_brought_up_in_the_same_way(
    files: EmbeddedStore, places: Places, older: Path
) -> None:
    """Whichever of the two is saved first."""
    was = places.practitioner.read_bytes()
    files.change_practitioner(lambda kept: kept.with_wanted(CASE_ID, "Something else?"))
    assert (names(places), places.practitioner_before.read_bytes()) == ([APART], was)
    wonder(files)
    assert names(places) == [APART]


def test_a_store_of_this_format_needs_no_such_backup(files: EmbeddedStore, places: Places) -> None:
    """Nor does a new case."""
    case = files.add_case(CaseRecord(ref="F-1"))
    with files.change(case.id) as change:
        change.put(Hypothesis(text="more"))
    files.change_practitioner(lambda kept: kept.with_wanted(case.id, "time"))
    assert names(places) == []


def test_a_file_that_was_put_back_while_the_store_is_open_is_copied_too(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """It is looked at again once it is another."""
    case = files.add_case(CaseRecord(ref="F-1"))
    taken_back(places, keys)
    with files.change(case.id) as change:
        change.put(Hypothesis(text="more"))
    assert names(places) == [APART]


def test_a_copy_that_was_damaged_since_is_not_taken_over(
    files: EmbeddedStore, places: Places, keys: Keys, older: Path
) -> None:
    """What the backup of yesterday holds is shared only where it is still whole."""
    assert Upkeep(places, keys, lambda: datetime(2026, 11, 22, 9, tzinfo=UTC)).daily_backup()
    copy = places.backups / "2026-11-22" / "cases" / older.name
    copy.write_bytes(copy.read_bytes()[:-1])
    was = older.read_bytes()
    wonder(files)
    made = places.backups / APART
    assert (faults_in(made), (made / "cases" / older.name).read_bytes()) == ([], was)


def test_one_that_was_cut_off_is_gone_on_with_on_another_day(
    files: EmbeddedStore, places: Places, keys: Keys, older: Path
) -> None:
    """Under the day on which it was begun; until it is whole nothing is written in the new format."""
    was = older.read_bytes()
    with Failing(places.backups, 12, errno.EIO, for_good=True), pytest.raises(SaveFailed, match="A backup has to be"):
        wonder(files)
    assert (names(places), older.read_bytes()) == ([], was)
    (part,) = places.backups.iterdir()
    part.rename(part.with_name(".2026-11-20-before-format-2.part"))
    wonder(files)
    assert names(places) == ["2026-11-20-before-format-2"]
    assert faults_in(places.backups / names(places)[0]) == []


def test_it_stays_apart_from_the_backups_of_each_day(
    files: EmbeddedStore, places: Places, keys: Keys, older: Path
) -> None:
    """It takes no day's place, none takes its, and it goes when no backup of its month would stay."""
    wonder(files)
    assert Upkeep(places, keys, lambda: DAY).daily_backup()
    assert names(places) == ["2026-11-23", APART]
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 7) for day in range(1, 29)]
    apart = ["2025-12-31-before-format-2", "2026-01-01-before-format-3"]
    assert to_keep([*days, *apart]) == {*to_keep(days), apart[1]}
    assert set(apart) <= to_keep([*days[-80:], *apart])


def test_each_step_leads_to_the_next_format() -> None:
    """A file of any format that there was is brought up; one of a format that never was is refused."""
    assert sorted(PRACTITIONER) == list(range(1, FORMAT))
    assert brought_up({"sessions": []}, 1, PRACTITIONER) == {"sessions": [], "away": []}
    assert brought_up({"sessions": []}, FORMAT, PRACTITIONER) == {"sessions": []}
    with pytest.raises(KeyError):
        brought_up({}, 0, PRACTITIONER)


@pytest.mark.parametrize("what", ["case", "practitioner"])
def test_a_newer_file_is_refused_left_and_copied(
    files: EmbeddedStore, places: Places, keys: Keys, older: Path, what: str
) -> None:
    """With a sentence; the doctor puts no older copy in its place, and a backup takes it as it is."""
    wonder(files)
    path = older if what == "case" else places.practitioner
    content = orjson.loads(keys.decrypt(path.read_bytes()))
    (content["meta"]["meta"] if what == "case" else content)["format"] = FORMAT + 1
    newer = keys.encrypt(orjson.dumps(content))
    path.write_bytes(newer)
    with pytest.raises(NewerFormat, match="Use that one; nothing was changed"):
        wonder(files) if what == "case" else files.change_practitioner(lambda kept: kept.with_wanted("x", "y"))
    shutil.rmtree(places.backups)
    assert Upkeep(places, keys, lambda: DAY).daily_backup()
    name = path.relative_to(places.home)
    assert (places.backups / "2026-11-23" / name).read_bytes() == newer
    looked = repaired(look_with_key(places, keys, DAY))
    assert [
        one.says for one in looked if one.where == name.as_posix() and "newer casereflect" in one.says and not one.done
    ]
    assert path.read_bytes() == newer
