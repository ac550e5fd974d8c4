"""Two windows on one store, as two programs: locks, saves in turn, what the second sees of the first."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.case import Case
from store.case_store import Busy, Conflict, Draft, DraftKey
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis, changed
from tests.figures import count

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
SAVES = int(os.environ.get("CASEREFLECT_SAVES", "15"))

HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.readline()
"""

WINDOW = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from store.case_store import Conflict
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.locations import Places
from store.records import Hypothesis, changed
from store.summary import CaseSummary
home, case_id, name, saves = sys.argv[1:]
identity, *recipients = sys.stdin.readline().split()
store = EmbeddedStore(Places(Path(home)), Keys(identity, tuple(recipients)),
                      summarise=lambda case: CaseSummary(case.id, case.ref, revision=case.revision),
                      now=lambda: datetime.now(UTC))
mine = store.case(case_id).of(Hypothesis)[0]
print("ready", flush=True)
sys.stdin.readline()
for number in range(int(saves)):
    mine = changed(mine, text=f"{name} {number}")
    with store.change(case_id) as change:
        change.put(Hypothesis(text=f"beside {name} {number}"))
    try:
        with store.change(case_id) as change:
            mine = change.put(mine, expected=mine.revision)
    except Conflict as told:
        mine = told.theirs
print("done", flush=True)
"""


def save(store: EmbeddedStore, case_id: str, text: str) -> None:
    """A new "I wonder"."""
    with store.change(case_id) as change:
        change.put(Hypothesis(text=text))


@contextlib.contextmanager
def window(places: Places, keys: Keys, case: Case, name: str, saves: int = SAVES) -> Iterator["subprocess.Popen[str]"]:
    """Another program with the case open, waiting for a word to begin saving."""
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW, str(places.home), case.id, name, str(saves)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        tell(program, f"{keys.identity} {' '.join(keys.recipients)}")
        assert hear(program) == "ready"
        yield program


def tell(program: "subprocess.Popen[str]", word: str) -> None:
    """Write a line to it."""
    assert program.stdin is not None
    program.stdin.write(f"{word}\n")
    program.stdin.flush()


def hear(program: "subprocess.Popen[str]") -> str:
    """Its next line."""
    assert program.stdout is not None
    return program.stdout.readline().strip()


def test_two_programs_saving_in_turn_lose_no_text(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """New records of both stand side by side; of one record that both change, each text stands or is a version."""
    case = files.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="first"),))
    with window(places, keys, case, "a") as one, window(places, keys, case, "b") as other:
        tell(one, "go")
        tell(other, "go")
        assert (hear(one), hear(other)) == ("done", "done")
    now, *beside = files.case(case.id).of(Hypothesis)
    assert {row.text for row in beside} == {f"beside {name} {n}" for name in "ab" for n in range(SAVES)}
    versions = files.versions(case.id, now.id)
    texts = [now.text, *(v.record.text for v in versions)]  # type: ignore[attr-defined]
    assert sorted(texts) == sorted(["first", *(f"{name} {n}" for name in "ab" for n in range(SAVES))])
    assert files.case(case.id).revision == 1 + 4 * SAVES
    assert [row.revision for row in files.caseload()] == [1 + 4 * SAVES]
    count("interleaved", saves=4 * SAVES, lost=0)


def test_another_programs_save_is_noticed_and_its_text_is_not_written_over(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """The case was open here all the while: the mark differs, and saving the same record tells of the other text."""
    case = files.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="first"),))
    (mine,) = case.of(Hypothesis)
    mark = files.stamp(case.id)
    with window(places, keys, case, "theirs", saves=1) as other:
        assert files.stamp(case.id) == mark
        tell(other, "go")
        assert hear(other) == "done"
    assert files.stamp(case.id) != mark
    with pytest.raises(Conflict, match="Both texts are kept") as told, files.change(case.id) as change:
        change.put(changed(mine, text="mine"), expected=mine.revision)
    assert told.value.theirs is not None
    kept = {v.record.text for v in files.versions(case.id, mine.id)}  # type: ignore[attr-defined]
    assert {files.case(case.id).of(Hypothesis)[0].text, *kept} == {"first", "theirs 0", "mine"}


@pytest.fixture
def impatient(places: Places, open_files: Callable[..., EmbeddedStore]) -> EmbeddedStore:
    """A store that waits for a lock a fifth of a second."""
    return open_files(places, lock_seconds=0.2)


def test_who_holds_the_lock_is_said(impatient: EmbeddedStore, places: Places) -> None:
    """By process and time; nothing is changed, and reading goes on."""
    files = impatient
    case = files.add_case(CaseRecord(ref="F-1"))
    save(files, case.id, "late nights")
    with held(places.locks / f"{case.id}.lock"):
        with pytest.raises(Busy, match=rf"process {os.getpid()}, since \d\d:\d\d"):
            save(files, case.id, "up with her brother")
        assert len(files.case(case.id).of(Hypothesis)) == 1
    save(files, case.id, "up with her brother")


def test_a_busy_caseload_never_fails_a_save(files: EmbeddedStore, places: Places) -> None:
    """The row is drawn anew from the case file instead."""
    case = files.add_case(CaseRecord(ref="F-1"))
    with held(places.locks / "caseload.lock"):
        save(files, case.id, "late nights")
        assert [row.revision for row in files.caseload()] == [2]


def test_the_lock_of_a_dead_program_holds_nobody_up(impatient: EmbeddedStore, places: Places) -> None:
    """The system lets go of it; the file that is left behind means nothing."""
    case = impatient.add_case(CaseRecord(ref="F-1"))
    with held(places.locks / f"{case.id}.lock") as program:
        program.kill()
        program.wait()
        assert (places.locks / f"{case.id}.lock").exists()
        save(impatient, case.id, "late nights")
    assert len(impatient.case(case.id).of(Hypothesis)) == 1


def test_a_draft_waits_for_no_lock(impatient: EmbeddedStore, places: Places) -> None:
    """Unsaved text is kept, read and let go while another program saves the case."""
    case = impatient.add_case(CaseRecord(ref="F-1"))
    draft = Draft(DraftKey(case.id, "visit"), {"note": "late nights"}, AT)
    with held(places.locks / f"{case.id}.lock"), held(places.locks / "caseload.lock"):
        impatient.save_draft(draft)
        assert impatient.drafts() == [draft]
        impatient.drop_draft(draft.key)
        assert impatient.drafts() == []


@contextlib.contextmanager
def held(lock: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another program holds the lock."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
        holder.communicate("\n")
