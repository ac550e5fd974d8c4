"""The audit trail: what is noted, and that a line which was removed, changed, cut, moved or forged shows."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pyrage import x25519

from store.case_store import CaseStore, Conflict, SaveFailed
from store.embedded_store import EmbeddedStore
from store.events import Event
from store.keys import Keys
from store.locations import Places
from store.records import CaseRecord, Hypothesis, changed
from store.trail import append, audit_files, line_of
from store.trail_check import faults_of, read_events, saves_not_noted

AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)


def noted(places: Places, keys: Keys, *whats: str, at: datetime = AT) -> None:
    """Lines for these events."""
    places.locks.mkdir(parents=True, exist_ok=True)
    for what in whats:
        append(places, keys, Event(at, what, "01CASE"))


def edited(places: Places, edit: Callable[[list[bytes]], list[bytes]]) -> None:
    """The one file of the trail with other lines."""
    (path,) = audit_files(places)
    path.write_bytes(b"".join(edit(path.read_bytes().splitlines(keepends=True))))


def test_what_is_done_is_noted_by_id_and_never_with_text(store: CaseStore) -> None:
    """Unlocked, saved, opened once, withdrawn, written to a file; in this order."""
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    (wonder,) = case.of(Hypothesis)
    store.case(case.id)
    store.case(case.id)
    with store.change(case.id) as change:
        change.withdraw(wonder.id, "twice")
    store.note("exported", case.id)
    events = store.trail()
    assert [(event.what, event.case_id) for event in events] == [
        ("unlocked", ""),
        ("saved", case.id),
        ("opened", case.id),
        ("saved", case.id),
        ("exported", case.id),
    ]
    assert events[1].records == (("case", case.id, None, 1), ("hypothesis", wonder.id, None, 1))
    assert events[3].records == (("hypothesis", wonder.id, 1, None),)
    assert (events[1].revision, events[3].revision) == (1, 2)


def test_a_text_that_came_too_late_is_noted_too(store: CaseStore) -> None:
    """It was kept, as a version."""
    case = store.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    (wonder,) = case.of(Hypothesis)
    with store.change(case.id) as change:
        change.put(changed(wonder, text="theirs"))
    with pytest.raises(Conflict), store.change(case.id) as change:
        change.put(changed(wonder, text="mine"), expected=1)
    assert store.trail()[-1].records == (("hypothesis", wonder.id, 2, 2),)


def test_nothing_of_a_case_stands_in_the_clear(files: EmbeddedStore, places: Places) -> None:
    """Neither its id nor what was done."""
    case = files.add_case(CaseRecord(ref="F-1"))
    (path,) = audit_files(places)
    assert not [word for word in (case.id, "saved", "F-1") if word.encode() in path.read_bytes()]


def test_a_store_is_noted_as_unlocked_once_and_again_after_it_was_locked(
    files: EmbeddedStore, keys: Keys, places: Places
) -> None:
    """Also where nothing was done with it."""
    files.settle()
    files.settle()
    files.close()
    files.reopen(keys)
    files.close()
    assert [event.what for _, event in read_events(places, keys) if event] == ["unlocked", "unlocked"]


def test_a_whole_trail_has_nothing_to_say(places: Places, keys: Keys) -> None:
    """Over two months, one line written without the key, and a clock that was put back."""
    noted(places, keys, "unlocked", "opened")
    noted(places, Keys(None, keys.recipients), "refused")
    noted(places, keys, "opened", at=AT + timedelta(days=20))
    noted(places, keys, "saved")
    assert [path.name for path in audit_files(places)] == ["2026-11.log", "2026-12.log"]
    assert [number for number, _ in read_events(places, keys)] == [1, 2, 3, 4, 5]
    assert faults_of(places, keys) == []
    assert faults_of(places) == []


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda lines: [*lines[:2], *lines[3:]], "Line 3 is missing."),
        (lambda lines: [lines[0], *lines[4:]], "Lines 2 to 4 are missing."),
        (lambda lines: lines[1:], "Line 1 is missing."),
        (lambda lines: lines[:-1], "The last line is missing: 5 were written."),
        (lambda lines: lines[:2], "The last 3 lines are missing: 5 were written."),
        (lambda lines: [lines[0], lines[2], lines[1], *lines[3:]], "Line 2 stands after line 3"),
        (lambda lines: [*lines, lines[1]], "Line 2 stands after line 5"),
        (lambda lines: [*lines[:2], lines[2][:70], b"\n", *lines[3:]], "is not whole"),
        (lambda lines: [lines[0].replace(b"1 ", b"1 0", 1), *lines[1:]], "Line 1 was changed"),
        (lambda lines: [*lines[:-1], lines[-1][:-2] + b"x\n"], "Line 5, the last one, was changed."),
    ],
)
def test_a_line_that_was_removed_changed_or_moved_shows(
    places: Places, keys: Keys, edit: Callable[[list[bytes]], list[bytes]], said: str
) -> None:
    """Without the key, and still after more was written."""
    noted(places, keys, "unlocked", "opened", "saved", "exported", "opened")
    edited(places, edit)
    assert any(said in fault for fault in faults_of(places)), faults_of(places)
    noted(places, keys, "opened")
    assert faults_of(places)


def test_a_head_that_is_missing_shows(places: Places, keys: Keys) -> None:
    """Whoever cuts lines would take it out too. The next line writes it anew."""
    noted(places, keys, "unlocked", "opened")
    places.audit_head.unlink()
    assert "head is missing" in faults_of(places)[0]
    noted(places, keys, "saved")
    assert faults_of(places, keys) == []


def test_a_trail_written_anew_without_the_key_shows(places: Places, keys: Keys) -> None:
    """Whoever can write in the folder has the public keys, and can make a chain of their own."""
    noted(places, keys, "unlocked", "opened", "exported", "opened")
    for path in places.audit.iterdir():
        path.unlink()
    noted(places, Keys(None, keys.recipients), "unlocked", "opened")
    other = x25519.Identity.generate()
    noted(places, Keys(str(other), keys.recipients), "opened")
    assert faults_of(places) == []
    assert faults_of(places, keys) == [f"Line {n} was not written with the key of this store." for n in (1, 2, 3)]


def test_a_line_of_another_store_shows(places: Places, keys: Keys, tmp_path: Path) -> None:
    """It cannot be read."""
    other = x25519.Identity.generate()
    noted(places, Keys(str(other), (str(other.to_public()),)), "unlocked")
    assert faults_of(places, keys) == ["Line 1 cannot be read."]
    assert [event for _, event in read_events(places, keys)] == [None]


def test_after_a_line_that_a_power_cut_left_half_the_next_one_begins_anew(places: Places, keys: Keys) -> None:
    """The half one is told, and nothing else is wrong."""
    noted(places, keys, "unlocked", "opened")
    (path,) = audit_files(places)
    whole = path.read_bytes()
    noted(places, keys, "saved")
    path.write_bytes(path.read_bytes()[: len(whole) + 80])
    (places.audit / "head").write_text(f"2 {head_of(whole)}\n")
    noted(places, keys, "saved", "opened")
    assert faults_of(places, keys) == [
        "A line of 2026-11.log is not whole: it was cut off while it was written, or changed."
    ]


def head_of(whole: bytes) -> str:
    """The hash of the last line."""
    line = line_of(whole.splitlines()[-1])
    assert line
    return line.place.hash


def test_a_save_that_is_not_in_the_trail_shows(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """The whole trail was put back to an older one, its head too; the case knows better."""
    case = files.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    before = {path: path.read_bytes() for path in places.audit.iterdir()}
    with files.change(case.id) as change:
        change.put(Hypothesis(text="up with her brother"))
    revisions = {row.id: row.revision for row in files.caseload()}
    assert saves_not_noted(places, keys, revisions) == {}
    for path, content in before.items():
        path.write_bytes(content)
    assert faults_of(places, keys) == []
    assert saves_not_noted(places, keys, revisions) == {case.id: (1, 2)}


def test_a_trail_that_cannot_be_written_never_stops_a_save(
    files: EmbeddedStore, places: Places, open_files: Callable[..., EmbeddedStore]
) -> None:
    """What takes text out of the house does not go on without it."""
    places.audit.write_text("a file stands in its place")
    case = files.add_case(CaseRecord(ref="F-1"), (Hypothesis(text="late nights"),))
    assert open_files(places).case(case.id) == case
    files.note("exported", case.id)
    with pytest.raises(SaveFailed):
        files.note("exported", case.id, must=True)


def test_a_save_that_failed_is_noted_as_such(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """The line before it said that it would be saved; the next save has the same number."""
    case = files.add_case(CaseRecord(ref="F-1"))
    places.previous(case.id).mkdir()
    with pytest.raises(SaveFailed), files.change(case.id) as change:
        change.put(Hypothesis(text="late nights"))
    places.previous(case.id).rmdir()
    with files.change(case.id) as change:
        change.put(Hypothesis(text="late nights"))
    said = [(event.what, event.revision) for _, event in read_events(places, keys) if event and event.revision]
    assert said == [("saved", 1), ("saved", 2), ("not_saved", 2), ("saved", 2)]
    assert faults_of(places, keys) == []


def test_of_a_save_of_many_records_the_first_are_named_and_all_are_counted(store: CaseStore) -> None:
    """As an import makes it."""
    store.add_case(CaseRecord(ref="F-1"), tuple(Hypothesis(text=f"{n}") for n in range(60)))
    if isinstance(store, EmbeddedStore):
        assert (len(store.trail()[-1].records), store.trail()[-1].number) == (20, 61)


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from store.events import Event
from store.keys import Keys
from store.locations import Places
from store.trail import append
places, keys = Places(Path(sys.argv[1]), encrypted=False), Keys()
for number in range(100):
    append(places, keys, Event(datetime.now(UTC), "opened", sys.argv[2]), sync=False)
"""


def test_two_windows_that_write_at_once_make_one_chain(tmp_path: Path) -> None:
    """No line is lost, and each follows the one before."""
    places = Places(tmp_path / "home", encrypted=False)
    places.locks.mkdir(parents=True)
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, places.home, name]) for name in ("one", "two", "three")]
    assert [writer.wait() for writer in writers] == [0, 0, 0]
    events = [event for _, event in read_events(places, Keys()) if event]
    assert {name: sum(event.case_id == name for event in events) for name in ("one", "two", "three")} == {
        "one": 100,
        "two": 100,
        "three": 100,
    }
    assert faults_of(places, Keys()) == []
