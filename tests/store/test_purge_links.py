"""After a purge no other case links to it: in its file, earlier texts, `.1`, what was put aside, and every backup."""

import contextlib
import errno
import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import orjson
import pytest

from store.backups import backups_of, faults_in
from store.case import OWN
from store.case_store import Busy, CaseStore, Draft, DraftKey, StoreTrouble
from store.doctor.finding import repaired
from store.doctor.with_key import look_with_key
from store.embedded_store import EmbeddedStore
from store.keys import Keys
from store.links import link_fields
from store.locations import Places
from store.locks import held
from store.purging import stands_in
from store.records import BY_KIND, CaseRecord, Hypothesis, LearningEntry, changed
from store.store_file import StoreFile, write_store_file
from store.trail_check import faults_of, saves_not_noted
from store.upkeep import Upkeep
from tests.figures import count
from tests.store.failing import Failing
from tests.store.older import format_of, taken_back

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
REF, OLD_REF, TEXT = "F-102", "F-77", "up at night with the television"
EVERY = os.environ.get("CASEREFLECT_EVERY_WAY") == "1"


def linked(store: CaseStore) -> tuple[str, str]:
    """A case that had another reference before, one that links to it by both, and a line of my own book. Their ids."""
    case = store.add_case(CaseRecord(ref=OLD_REF), (Hypothesis(text=TEXT),))
    with store.change(case.id) as change:
        change.put(changed(case.info, ref=REF))
    other = store.add_case(CaseRecord(ref="F-300", see_also=(REF.lower(), "F-1021", OLD_REF)))
    for word in ("school", "nursery"):
        with store.change(other.id) as change:
            change.put(Hypothesis(text=f"Ask the {word}."))
            change.put(changed(change.case.info, allocated_on=date(2026, 11, len(word))))
    with store.change(OWN) as change:
        change.put(LearningEntry(happened_on=DAY.date(), what_i_take="Ask early.", case_ids=(case.id, other.id)))
    return case.id, other.id


def on_disk(files: EmbeddedStore, places: Places, keys: Keys) -> tuple[str, str]:
    """The same with two backups, one half made, a copy put aside and half of a write."""
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=keys.recipients))
    case_id, other = linked(files)
    for day in range(2):
        Upkeep(places, keys, lambda day=day: DAY + timedelta(days=day)).daily_backup()  # type: ignore[misc]
        with files.change(case_id) as change:
            change.put(Hypothesis(text=f"{TEXT} {day}"))
    stops = iter([True] * 5 + [False])
    Upkeep(places, keys, lambda: DAY + timedelta(days=2)).daily_backup(lambda: next(stops))
    aside = places.aside / "2026-11-24-090000" / "cases"
    aside.mkdir(parents=True)
    backup = places.backups / "2026-11-24" / "cases"
    (backup / f".{case_id}.age.0a1b2c3d.tmp").write_bytes(places.case(case_id).read_bytes())
    for path in (aside / f"{other}.age", places.cases / f".{other}.age.0a1b2c3d.tmp"):
        path.write_bytes(places.case(other).read_bytes())
    return case_id, other


def naming(places: Places, keys: Keys, *words: str) -> set[str]:
    """The files, whatever they are, in which one of the words stands as one of its own once they are opened."""
    found = set()
    for path in places.home.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        with contextlib.suppress(StoreTrouble):
            data = keys.decrypt(data)
        if stands_in(data, [word.casefold() for word in words]):
            found.add(path.relative_to(places.home).as_posix())
    return found


def test_no_other_case_links_to_it_any_more(store: CaseStore) -> None:
    """In every store, in earlier texts too, by earlier references too; other links and all texts stay."""
    case_id, other = linked(store)
    before = store.case(other)
    assert store.purge(case_id, "kept long enough") == ()
    after = store.case(other)
    assert (after.info.see_also, after.revision) == (("F-1021",), before.revision + 1)
    assert after.of(Hypothesis) == before.of(Hypothesis)
    earlier = [version.record for version in store.versions(other, other)]
    assert [one.see_also for one in earlier if isinstance(one, CaseRecord)] == [("F-1021",)] * 3
    (entry,) = store.case(OWN).of(LearningEntry)
    assert (entry.case_ids, entry.what_i_take) == ((other,), "Ask early.")
    saved = [event.case_id for event in store.trail() if event.what == "saved"]
    assert sorted(saved[-2:]) == sorted([other, OWN])


def test_every_file_is_opened_and_the_reference_is_nowhere(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Only in the certificate; its words and its id too. Every backup is whole, and so is the trail."""
    case_id, other = on_disk(files, places, keys)
    names = (REF, OLD_REF, TEXT, case_id)
    assert len({name for name in naming(places, keys, *names) if other in name}) >= 5
    assert files.purge(case_id, "kept long enough") == ()
    assert naming(places, keys, *names) == {f"certificates/{case_id}.age"}
    assert [fault for backup in backups_of(places) for fault in faults_in(backup.folder)] == []
    assert (faults_of(places, keys), saves_not_noted(places, keys, {other: files.case(other).revision})) == ([], {})
    assert [one.says for one in look_with_key(places, keys, DAY) if "cases/" in one.where] == []


def test_what_somebody_wrote_is_told_by_file_and_never_changed(store: CaseStore) -> None:
    """In another case, in a draft; F-1021 is another reference."""
    case_id, other = linked(store)
    with store.change(other) as change:
        change.put(Hypothesis(text="The same as on f-102, and on F-1021."))
    store.save_draft(Draft(DraftKey(other, "visit"), {"note": f"See {REF}."}, DAY))
    told = store.purge(case_id, "kept long enough")
    assert {name.partition(".")[0] for name in told if name.startswith("cases/")} == {f"cases/{other}"}
    assert store.case(other).of(Hypothesis)[-1].text == "The same as on f-102, and on F-1021."
    assert store.drafts()[0].texts == {"note": f"See {REF}."}


def test_a_case_on_hold_is_not_touched_and_is_told(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Nor any copy of it."""
    case_id, other = on_disk(files, places, keys)
    with files.change(other) as change:
        change.put(changed(change.case.info, hold="court", held_on=date(2026, 11, 20), hold_note="asked for"))
    before = {path: path.read_bytes() for path in places.home.rglob(f"{other}.age*")}
    told = files.purge(case_id, "kept long enough")
    assert {path: path.read_bytes() for path in places.home.rglob(f"{other}.age*")} == before
    assert {path.relative_to(places.home).as_posix() for path in before} <= set(told)
    assert files.case(other).info.see_also == (REF.lower(), "F-1021", OLD_REF)


def test_a_reference_that_another_case_has_now_is_a_link_to_that_one(store: CaseStore) -> None:
    """It is left as it is."""
    case_id, other = linked(store)
    store.add_case(CaseRecord(ref=OLD_REF))
    store.purge(case_id, "kept long enough")
    assert store.case(other).info.see_also == ("F-1021", OLD_REF)


def test_nothing_is_begun_while_another_window_saves_such_a_case(
    files: EmbeddedStore, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is said, and the case is whole."""
    monkeypatch.setattr("store.unlinking.LOCK_SECONDS", 0.05)
    case_id, other = linked(files)
    with held(places.locks, other, 1), pytest.raises(Busy):
        files.purge(case_id, "kept long enough")
    assert (files.case(case_id).ref, files.certificates()) == (REF, [])


def test_a_case_of_an_older_format_is_copied_before_its_link_goes(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """As before any save of it; in that copy neither stands."""
    case_id, other = linked(files)
    taken_back(places, keys)
    files.purge(case_id, "kept long enough")
    (backup,) = backups_of(places)
    assert backup.is_apart
    assert (format_of(places.case(other), keys), format_of(backup.folder / "cases" / f"{other}.age", keys)) == (2, 1)
    assert naming(places, keys, REF, case_id) == {f"certificates/{case_id}.age"}


def test_one_that_was_cut_off_at_any_step_is_finished_later(
    tmp_path: Path, keys: Keys, open_files: Callable[..., EmbeddedStore]
) -> None:
    """By the doctor where it was begun, else by asking once more: no link, no word, and every backup is whole."""
    cut_off = 0
    for step in range(1, 1000, 1 if EVERY else 67):
        places = Places(tmp_path / f"home{step}")
        files = open_files(places)
        case_id, other = on_disk(files, places, keys)
        with Failing(places.home, step, errno.EIO, for_good=True) as failing:
            try:
                files.purge(case_id, "kept long enough")
            except StoreTrouble:
                cut_off += 1
        if not failing.failed:
            break
        repaired(look_with_key(places, keys, DAY))
        if [row.id for row in files.caseload()] != [other]:
            files.purge(case_id, "kept long enough")
        assert naming(places, keys, REF, OLD_REF, TEXT, case_id) == {f"certificates/{case_id}.age"}, step
        assert [fault for backup in backups_of(places) for fault in faults_in(backup.folder)] == [], step
        assert [one.finished for one in files.certificates()] == [True]
    assert cut_off
    count("a purge cut off at each step", points=cut_off, left_over=0)


def test_every_field_that_names_cases_may_lose_them() -> None:
    """It is a list, and may be empty."""
    for kind, fields in link_fields().items():
        assert [BY_KIND[kind].model_fields[field].default for field in fields] == [()] * len(fields), kind
    assert link_fields()["learning_entry"] == ("case_ids",)
    assert orjson.loads(orjson.dumps(link_fields()["case"])) == ["see_also"]
