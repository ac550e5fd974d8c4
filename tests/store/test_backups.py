"""Backups: made file by file, validated once, thinned, put back with every record, and refused where they are not whole."""

import io
import json
import shutil
import stat
import tarfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.backups import MANIFEST, BadBackup, backups_of, faults_in, thin, to_keep
from store.case_store import SaveFailed, StoreTrouble
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import BY_KIND, CaseRecord, Hypothesis, Visit, changed
from store.restoring import restore
from store.store_file import StoreFile, write_store_file
from store.trail_check import faults_of
from store.upkeep import Upkeep

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def filled(files: EmbeddedStore, places: Places, keys: Keys) -> EmbeddedStore:
    """A store made yesterday: two cases, an earlier text, the practitioner's file."""
    write_store_file(places, StoreFile("2026-11-23", encrypted=True, recipients=keys.recipients))
    for ref in ("F-1", "F-2"):
        case = files.add_case(
            CaseRecord(ref=ref), (Hypothesis(text="late nights"), Visit(happened_on=date(2026, 11, 2)))
        )
        (wonder,) = case.of(Hypothesis)
        with files.change(case.id) as change:
            change.put(changed(wonder, text="up with her brother"))
    files.change_practitioner(lambda kept: kept.with_wanted("case", "time to think"))
    return files


def upkeep_of(places: Places, keys: Keys, on: datetime = DAY) -> Upkeep:
    """What looks after these files, on a day."""
    return Upkeep(places, keys, lambda: on)


def everything(store: EmbeddedStore) -> dict[str, object]:
    """Every record of every case, every earlier text, every save, and the practitioner's own."""
    found: dict[str, object] = {"practitioner": store.practitioner()}
    for row in store.caseload():
        case = store.case(row.id)
        records = {kind: case.of(model) for kind, model in BY_KIND.items()}
        found[row.id] = (case.info, records, case.revision, store.versions(row.id), store.changes(row.id))
    return found


@pytest.mark.parametrize("form", ["day", "folder", "file"])
def test_a_backup_that_is_put_back_has_every_record(
    filled: EmbeddedStore,
    places: Places,
    keys: Keys,
    open_files: Callable[..., EmbeddedStore],
    tmp_path: Path,
    form: str,
) -> None:
    """And every earlier text, the log of saves, the trail and the practitioner's file; made by itself or by hand."""
    upkeep = upkeep_of(places, keys)
    if form == "day":
        assert upkeep.daily_backup()
        source = places.backups / "2026-11-24"
    else:
        source = upkeep.backup(tmp_path / "stick" if form == "folder" else tmp_path / "stick.tar")
    before = everything(filled)
    shutil.rmtree(places.cases)
    home = tmp_path / "anew"
    restore(source, home)
    again = open_files(Places(home))
    assert everything(again) == before
    assert faults_of(Places(home), keys) == []
    assert [event.what for event in filled.trail()][:2] == [event.what for event in again.trail()][:2]
    for path in (home, *home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path


def test_one_is_made_on_each_day_of_use_and_not_on_the_first(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Once a day, whoever asks again."""
    assert not upkeep_of(places, keys, DAY - timedelta(days=1)).daily_backup()
    assert [upkeep_of(places, keys).daily_backup() for _ in range(2)] == [True, False]
    assert upkeep_of(places, keys, DAY + timedelta(days=3)).daily_backup()
    assert [backup.folder.name for backup in backups_of(places)] == ["2026-11-24", "2026-11-27"]


def test_what_was_not_changed_shares_its_copy_and_no_copy_is_the_file_in_use(
    filled: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """A file that is damaged in place must not damage its copies."""
    one, two = (row.id for row in filled.caseload())
    upkeep_of(places, keys).daily_backup()
    with filled.change(one) as change:
        change.put(Hypothesis(text="more"))
    upkeep_of(places, keys, DAY + timedelta(days=1)).daily_backup()
    copies = [[backup.folder / "cases" / f"{case_id}.age" for backup in backups_of(places)] for case_id in (one, two)]
    assert [len({path.stat().st_ino for path in paths}) for paths in copies] == [2, 1]
    assert places.case(two).stat().st_ino != copies[1][0].stat().st_ino


def test_a_backup_that_was_stopped_is_gone_on_with(filled: EmbeddedStore, places: Places, keys: Keys) -> None:
    """As when the app is closed, or killed; until it is whole it is none."""
    stops = iter([True, False])
    assert not upkeep_of(places, keys).daily_backup(lambda: next(stops))
    assert backups_of(places) == []
    begun = places.backups / ".2026-11-24.part" / "store.toml"
    inode = begun.stat().st_ino
    assert upkeep_of(places, keys).daily_backup()
    (made,) = backups_of(places)
    assert (made.folder / "store.toml").stat().st_ino == inode
    assert faults_in(made.folder) == []


def test_a_damaged_file_never_takes_the_place_of_a_good_copy(
    filled: EmbeddedStore, places: Places, keys: Keys, open_files: Callable[..., EmbeddedStore], tmp_path: Path
) -> None:
    """The next backup holds the copy of the day before, and says why."""
    one, _ = (row.id for row in filled.caseload())
    good = filled.case(one)
    upkeep_of(places, keys).daily_backup()
    whole = places.case(one).read_bytes()
    places.case(one).write_bytes(whole[:-9] + bytes(9))
    upkeep_of(places, keys, DAY + timedelta(days=1)).daily_backup()
    last = backups_of(places)[-1]
    assert last.pieces()[f"cases/{one}.age"].damaged == "It is cut, empty or damaged."
    restore(last.folder, tmp_path / "anew")
    assert open_files(Places(tmp_path / "anew")).case(one) == good


def test_a_backup_that_was_changed_is_refused_and_leaves_nothing(
    filled: EmbeddedStore, places: Places, keys: Keys, tmp_path: Path
) -> None:
    """A changed byte, a missing file, a missing list."""
    folder = upkeep_of(places, keys).backup(tmp_path / "stick")
    case = next((folder / "cases").iterdir())
    whole = case.read_bytes()
    case.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert faults_in(folder) == [f"cases/{case.name} in it was changed or damaged since."]
    with pytest.raises(BadBackup, match=r"is damaged\. Nothing was put back"):
        restore(folder, tmp_path / "anew")
    case.unlink()
    with pytest.raises(BadBackup, match="is missing from that backup"):
        restore(folder, tmp_path / "anew")
    (folder / MANIFEST).unlink()
    with pytest.raises(BadBackup, match="no list of files"):
        restore(folder, tmp_path / "anew")
    assert not list(tmp_path.glob("*anew*"))


def test_nothing_is_put_over_what_is_there(filled: EmbeddedStore, places: Places, keys: Keys, tmp_path: Path) -> None:
    """Beside it, or nowhere."""
    folder = upkeep_of(places, keys).backup(tmp_path / "stick")
    before = {path: path.read_bytes() for path in places.home.rglob("*") if path.is_file()}
    with pytest.raises(StoreTrouble, match="something in that folder already"):
        restore(folder, places.home)
    assert {path: path.read_bytes() for path in places.home.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    "name", ["../out.txt", "/tmp/out.txt", "cases/../../out.age", "cases/.x.age", "identity.age/x"]
)
def test_a_file_that_names_a_way_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    """Somebody made that backup by hand."""
    line = json.dumps({"name": name, "sha256": "0" * 64, "mark": ""}).encode()
    path = tmp_path / "bad.tar"
    with tarfile.open(path, "w") as tar:
        for called, data in ((MANIFEST, line), (name, b"out")):
            info = tarfile.TarInfo(called)
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    with pytest.raises(BadBackup):
        restore(path, tmp_path / "deep" / "anew")
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["bad.tar"]


def test_a_link_in_a_backup_is_no_file(tmp_path: Path) -> None:
    """It could name any file of this machine."""
    path = tmp_path / "bad.tar"
    line = json.dumps({"name": "identity.age", "sha256": "0" * 64, "mark": ""}).encode()
    with tarfile.open(path, "w") as tar:
        info = tarfile.TarInfo(MANIFEST)
        info.size = len(line)
        tar.addfile(info, io.BytesIO(line))
        link = tarfile.TarInfo("identity.age")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tar.addfile(link)
    with pytest.raises(BadBackup, match="missing"):
        restore(path, tmp_path / "anew")


def test_a_disk_that_refuses_is_a_sentence_and_leaves_no_backup(
    filled: EmbeddedStore, places: Places, keys: Keys, tmp_path: Path
) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "stick").write_text("no folder")
    with pytest.raises(SaveFailed):
        upkeep_of(places, keys).backup(tmp_path / "stick")
    with pytest.raises(SaveFailed):
        upkeep_of(places, keys).backup(tmp_path / "stick" / "more.tar")
    places.backups.write_text("no folder")
    with pytest.raises(SaveFailed):
        upkeep_of(places, keys).daily_backup()
    assert places.backups.read_text() == "no folder"


def test_seven_days_four_weeks_and_six_months_stay() -> None:
    """Of each the last one; a year of daily use leaves at most seventeen."""
    first = date(2025, 11, 24)
    names = [f"{first + timedelta(days=n)}" for n in range(365)]
    kept = sorted(to_keep(names))
    assert kept[-7:] == [f"2026-11-{day}" for day in range(17, 24)]
    assert {"2026-11-15", "2026-11-08", "2026-10-31", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30"} <= set(
        kept
    )
    assert len(kept) <= 17
    assert to_keep(["2026-01-05", "2026-01-05-120000"]) == {"2026-01-05-120000"}


def test_thinning_takes_out_no_other_folder(places: Places) -> None:
    """What a person put there stays."""
    for name in [*(f"2026-03-{day:02}" for day in range(1, 32)), "mine", "2026-03-01 copy"]:
        (places.backups / name).mkdir(parents=True)
    gone = thin(places)
    assert len(gone) == 31 - 9
    assert {"mine", "2026-03-01 copy"} <= {path.name for path in places.backups.iterdir()}
