"""Faults, made really: full disks, limits, folders gone or forbidden, writes cut off."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.case_store import Draft, DraftKey, SaveFailed
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis

LONG = "She said a great deal that day. " * 40_000
AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)

LIMITED = """
import resource, sys
from datetime import UTC, datetime
from pathlib import Path
from store.case_store import Draft, DraftKey, SaveFailed
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import Hypothesis
from store.summary import CaseSummary
now = lambda: datetime.now(UTC)
store = EmbeddedStore(Places(Path(sys.argv[1]), encrypted=False), Keys(),
                      summarise=lambda case: CaseSummary(case.id, case.ref), now=now)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
def change():
    with store.change(sys.argv[2]) as change:
        change.put(Hypothesis(text="x", speaks_for="x" * 30_000))
for save in (change, lambda: store.save_draft(Draft(DraftKey(sys.argv[2], "visit"), {"note": "x" * 30_000}, now()))):
    try:
        save()
    except SaveFailed as trouble:
        print(trouble)
"""

FORBIDDEN = """
import os, pathlib, sys
from datetime import UTC, datetime
from store.case_store import Draft, DraftKey, SaveFailed
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis
from store.summary import CaseSummary
now = lambda: datetime.now(UTC)
places = Places(pathlib.Path("home"), encrypted=False)
store = EmbeddedStore(places, Keys(), summarise=lambda case: CaseSummary(case.id, case.ref), now=now)
case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
with store.change(case.id):
    pass
for path in (pathlib.Path("."), *pathlib.Path(".").rglob("*")):
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
(places.home / sys.argv[1]).chmod(0o500)
for path in places.locks.iterdir():
    path.unlink() if sys.argv[1] == "cases" else path.chmod(0o400)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with store.change(case.id) as change:
        change.put(Hypothesis(text="up with her brother"))
except SaveFailed as trouble:
    print(trouble)
print([row.text for row in store.case(case.id).of(Hypothesis)])
store.save_draft(Draft(DraftKey(case.id, "visit"), {"note": "up with her brother"}, now()))
print(len(store.drafts()))
"""


def names(folder: Path) -> list[str]:
    """Every file in the folder, hidden ones too."""
    return sorted(path.name for path in folder.iterdir())


def save(store: EmbeddedStore, case_id: str, text: str, speaks_for: str = "") -> None:
    """A new "I wonder"."""
    with store.change(case_id) as change:
        change.put(Hypothesis(text=text, speaks_for=speaks_for))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 512 KB; only root can make one."""
    folder = tmp_path / "small"
    folder.mkdir()
    if not shutil.which("mount"):
        pytest.skip("no mount here")
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("this user may not mount a small disk; the limit on a file's size is tested instead")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_leaves_the_case_whole_and_no_rest_behind(
    small_disk: Path, open_files: Callable[..., EmbeddedStore]
) -> None:
    """The sentence says what to do, and once there is room the same save goes through."""
    places = Places(small_disk / "home")
    store = open_files(places)
    case = store.add_case(CaseRecord(ref="F-1"))
    save(store, case.id, "late nights")
    before, files = store.case(case.id), names(places.cases)
    for attempt in (
        lambda: save(store, case.id, "late nights", LONG),
        lambda: store.save_draft(Draft(DraftKey(case.id, "visit"), {"note": LONG}, AT)),
        lambda: store.add_case(CaseRecord(ref="F-2"), (Hypothesis(text="late nights", speaks_for=LONG),)),
    ):
        with pytest.raises(SaveFailed, match="disk is full"):
            attempt()
    assert store.case(case.id) == before
    assert (names(places.cases), names(places.drafts)) == (files, [])
    assert [row.ref for row in store.caseload()] == ["F-1"]
    save(store, case.id, "shorter")
    assert [row.text for row in store.case(case.id).of(Hypothesis)] == ["late nights", "shorter"]


def test_a_limit_on_a_files_size_leaves_the_case_whole(
    tmp_path: Path, open_files: Callable[..., EmbeddedStore]
) -> None:
    """As a quota does; for any user, without a disk of its own."""
    places = Places(tmp_path / "home", encrypted=False)
    store = open_files(places, Keys())
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    files = names(places.cases)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(places.home), case.id], capture_output=True, text=True, check=True
    )
    assert done.stdout.count("Not saved. What was saved before is whole. The file would be larger") == 2
    assert "x" * 20 not in done.stdout + done.stderr
    assert store.case(case.id) == case
    assert (names(places.cases), names(places.drafts)) == (files, [])


@pytest.mark.parametrize("folder", ["cases", "locks"])
def test_a_folder_without_permission_is_a_sentence(tmp_path: Path, folder: str) -> None:
    """For a user who is not root: nothing is saved, the case can still be read, and its text goes into a draft."""
    done = subprocess.run(
        [sys.executable, "-c", FORBIDDEN, folder], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    told, texts, drafts = done.stdout.splitlines()
    assert told.startswith("Not saved. What was saved before is whole. There is no permission to write")
    assert (texts, drafts) == ("['late nights']", "1")


def test_a_folder_that_is_gone_is_a_sentence(files: EmbeddedStore, places: Places) -> None:
    """A stick was pulled out; what was typed can still be kept elsewhere by who asked."""
    files.add_case(CaseRecord(ref="F-1"))
    shutil.rmtree(places.home)
    for attempt in (
        lambda: files.add_case(CaseRecord(ref="F-2")),
        lambda: files.save_draft(Draft(DraftKey("", "case"), {"ref": "F-2"}, AT)),
    ):
        with pytest.raises(SaveFailed, match="not there any more"):
            attempt()


def test_a_disk_that_can_only_be_read_is_a_sentence(small_disk: Path, open_files: Callable[..., EmbeddedStore]) -> None:
    """The case can still be read."""
    store = open_files(Places(small_disk / "home"))
    case = store.add_case(CaseRecord(ref="F-1"))
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(SaveFailed, match="only be read"):
        save(store, case.id, "late nights")
    assert store.case(case.id) == case


@pytest.mark.parametrize("umask", [0, 0o022, 0o377])
def test_every_file_is_for_its_owner_alone(
    tmp_path: Path, open_files: Callable[..., EmbeddedStore], umask: int
) -> None:
    """Whatever the umask: folders 0700, those above that had to be made too; files 0600."""
    places = Places(tmp_path / "above" / "home")
    before = os.umask(umask)
    try:
        files = open_files(places)
        case = files.add_case(CaseRecord(ref="F-1"))
        save(files, case.id, "late nights")
        files.save_draft(Draft(DraftKey(case.id, "visit"), {"note": "late"}, AT))
    finally:
        os.umask(before)
    found = list(tmp_path.rglob("*"))
    assert {path.suffix for path in found} >= {".age", ".1", ".lock", ".holder"}
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_a_folder_that_others_may_look_into_is_closed_to_them(
    files: EmbeddedStore, places: Places, open_files: Callable[..., EmbeddedStore]
) -> None:
    """As after a copy was put back."""
    files.add_case(CaseRecord(ref="F-1"))
    for folder in (places.home, places.cases, places.drafts, places.locks):
        folder.chmod(0o755)
    open_files(places)
    for folder in (places.home, places.cases, places.drafts, places.locks):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_no_name_on_disk_says_anything(files: EmbeddedStore, places: Places) -> None:
    """Neither the reference nor a name; and no text in the clear."""
    case = files.add_case(CaseRecord(ref="F-102"), (Hypothesis(text="late nights with K.M."),))
    files.save_draft(Draft(DraftKey(case.id, "question:Q4"), {"note": "late nights with K.M."}, AT))
    for path in places.home.rglob("*"):
        assert "F-102" not in path.name
        assert "question" not in path.name
        content = path.read_bytes() if path.is_file() else b""
        assert b"K.M." not in content
        assert b"F-102" not in content


def test_a_caseload_that_cannot_be_written_never_fails_a_save(files: EmbeddedStore, places: Places) -> None:
    """A folder stands in its place."""
    case = files.add_case(CaseRecord(ref="F-1"))
    places.caseload.unlink()
    places.caseload.mkdir()
    save(files, case.id, "late nights")
    assert [(row.ref, row.revision) for row in files.caseload()] == [("F-1", 2)]


def test_what_a_cut_off_write_left_is_swept(
    files: EmbeddedStore, places: Places, open_files: Callable[..., EmbeddedStore]
) -> None:
    """Beside a case by its next save, which holds its lock; a draft's at the next start, once it is old."""
    case, other = files.add_case(CaseRecord(ref="F-1")), files.add_case(CaseRecord(ref="F-2"))
    mine, theirs = (places.cases / f".{one.id}.age.0a1b2c3d.tmp" for one in (case, other))
    old, young = (places.drafts / f".{name}.age.0a1b2c3d.tmp" for name in "ab")
    for path in (mine, theirs, old, young):
        path.write_bytes(b"half")
    os.utime(old, (AT.timestamp() - 10**8, AT.timestamp() - 10**8))
    save(files, case.id, "late nights")
    open_files(places)
    assert [path.exists() for path in (mine, theirs, old, young)] == [False, True, False, True]


def test_a_save_cut_off_after_it_kept_the_old_file_leaves_no_rest(files: EmbeddedStore, places: Places) -> None:
    """Both names are one file then, and a rename of one over the other does nothing."""
    case = files.add_case(CaseRecord(ref="F-1"))
    places.previous(case.id).hardlink_to(places.case(case.id))
    before = places.case(case.id).read_bytes()
    save(files, case.id, "late nights")
    assert names(places.cases) == [places.case(case.id).name, places.previous(case.id).name]
    assert places.previous(case.id).read_bytes() == before
