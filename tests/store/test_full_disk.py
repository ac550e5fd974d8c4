"""The disk is full at every point of a save, a draft, a backup and a change of keys: what was there stays whole."""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.backups import backups_of, faults_in
from store.case_store import Draft, DraftKey, SaveFailed
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis
from store.rekey import add_recipient, encrypt_anew, new_recovery_key
from store.store_file import StoreFile, read_store_file, write_store_file
from store.trail_check import faults_of
from store.upkeep import Upkeep
from tests.figures import count

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LONG = "She said a great deal that day. " * 600
STEP = 4096
POINTS = int(os.environ.get("CASEREFLECT_POINTS", "6"))


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk; the limit on a file's size is tested instead")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def filled_up(disk: Path, free: int) -> None:
    """Leave so many bytes on the disk."""
    rest = disk / "rest"
    rest.unlink(missing_ok=True)
    with rest.open("wb", buffering=0) as file:
        with contextlib.suppress(OSError):
            while file.write(bytes(STEP)) == STEP:
                pass
        file.truncate(max(file.tell() - free, 0))


@pytest.mark.parametrize("what", ["save", "draft", "new case", "backup", "keys"])
def test_what_was_there_is_whole_wherever_the_disk_was_full(
    disk: Path, what: str, open_files: Callable[..., EmbeddedStore], keys: Keys
) -> None:
    """With no room at all, with a block, with two, …; then it is done whole or told, and once there is room it is done."""
    places = Places(disk / "home")
    store = open_files(places)
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=keys.recipients))
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    texts = ["late nights"]
    refused = 0

    def save() -> None:
        with store.change(case.id) as change:
            change.put(Hypothesis(text="again", speaks_for=LONG))
        texts.append("again")

    def encrypt() -> None:
        found = read_store_file(places)
        assert found
        for _ in encrypt_anew(
            places, add_recipient(places, Keys(keys.identity, found.recipients), new_recovery_key()[1])
        ):
            pass

    tries: dict[str, Callable[[int], object]] = {
        "save": lambda _: save(),
        "draft": lambda point: store.save_draft(Draft(DraftKey(case.id, f"visit{point}"), {"note": LONG}, DAY)),
        "new case": lambda point: store.add_case(
            CaseRecord(ref=f"F-2{point}"), (Hypothesis(text="again", speaks_for=LONG),)
        ),
        "backup": lambda _: Upkeep(places, keys, lambda: DAY).daily_backup(),
        "keys": lambda _: encrypt(),
    }
    for point in range(POINTS):
        filled_up(disk, point * STEP)
        try:
            tries[what](point)
        except SaveFailed as trouble:
            refused += 1
            assert "disk is full" in str(trouble)
        assert [row.text for row in open_files(places).case(case.id).of(Hypothesis)] == texts
        assert [fault for backup in backups_of(places) for fault in faults_in(backup.folder)] == []
        assert not [row.damaged for row in store.caseload() if row.damaged]
        if what != "keys":
            assert not list(disk.rglob("*.tmp"))
    (disk / "rest").unlink()
    tries[what](POINTS)
    trail = faults_of(places, open_files(places)._keys)
    assert [fault for fault in trail if "is not whole" not in fault] == []
    assert refused
    count("disk full, at every 4 KB", points=POINTS, refused_with_a_sentence=refused, damaged=0)
