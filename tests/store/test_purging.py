"""Purge: every file that the key opens is opened and searched afterwards; and it is gone on with where it was cut off."""

import contextlib
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import orjson
import pytest

from store.backups import backups_of, faults_in
from store.case_store import CaseStore, Draft, DraftKey, OnHold, StoreTrouble, UnknownCase
from store.certificates import read_certificates, write_certificate
from store.doctor import examine
from store.embedded_store import EmbeddedStore
from store.keys import Keys, keep_for_recovery
from store.locations import Places
from store.pieces import WRAPPED
from store.purging import certificate_of
from store.records import CaseRecord, Hypothesis, changed
from store.store_file import StoreFile, write_store_file
from store.trail_check import faults_of
from store.upkeep import Upkeep

DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TEXT = "up at night with the television"


def filled(store: CaseStore) -> str:
    """Two cases; the first has an earlier text, two drafts, and something wanted from supervision. Its id."""
    case = store.add_case(CaseRecord(ref="F-102"), (Hypothesis(text=TEXT),))
    (wonder,) = case.of(Hypothesis)
    with store.change(case.id) as change:
        change.put(changed(wonder, text=f"{TEXT} again"))
    store.add_case(CaseRecord(ref="F-200"), (Hypothesis(text="something else"),))
    for form in ("visit", "action"):
        store.save_draft(Draft(DraftKey(case.id, form), {"note": TEXT}, DAY))
    store.save_draft(Draft(DraftKey("", "case"), {"note": "another"}, DAY))
    store.change_practitioner(lambda kept: kept.with_wanted(case.id, TEXT))
    return case.id


def encrypted(places: Places, keys: Keys, files: EmbeddedStore) -> str:
    """The same with two backups, something put aside and half of a write. The id of the first case."""
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=keys.recipients))
    places.identity.write_bytes(WRAPPED + b"c2FsdA 10\nwrapped")
    places.identity.chmod(0o600)
    keep_for_recovery(places, keys)
    case_id = filled(files)
    for day in range(2):
        Upkeep(places, keys, lambda day=day: DAY + timedelta(days=day)).daily_backup()  # type: ignore[misc]
        with files.change(case_id) as change:
            change.put(Hypothesis(text=f"{TEXT} {day}"))
    stops = iter([True] * 6 + [False])
    Upkeep(places, keys, lambda: DAY + timedelta(days=2)).daily_backup(lambda: next(stops))
    aside = places.aside / "2026-11-24-090000" / "cases"
    aside.mkdir(parents=True)
    shutil.copyfile(places.case(case_id), aside / places.case(case_id).name)
    (places.cases / f".{case_id}.age.0a1b2c3d.tmp").write_bytes(places.case(case_id).read_bytes())
    return case_id


def holding(places: Places, keys: Keys, *words: str) -> set[str]:
    """The files, whatever they are, in which one of the words stands once they are opened."""
    found = set()
    for path in places.home.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        with contextlib.suppress(StoreTrouble):
            data = keys.decrypt(data)
        if any(word.encode() in data or word in path.name for word in words):
            found.add(path.relative_to(places.home).as_posix())
    return found


def test_after_a_purge_nothing_of_the_case_is_left_but_a_certificate(store: CaseStore) -> None:
    """In every store; the other case and the other draft are as they were."""
    case_id = filled(store)
    store.purge(case_id, "kept long enough")
    assert [row.ref for row in store.caseload()] == ["F-200"]
    assert [draft.key.form for draft in store.drafts()] == ["case"]
    assert store.practitioner().wanted == {}
    with pytest.raises(UnknownCase):
        store.case(case_id)
    (certificate,) = store.certificates()
    assert (certificate.ref, certificate.reason, certificate.finished) == ("F-102", "kept long enough", True)
    assert certificate.counts == {"hypothesis": 1, "earlier texts": 1, "drafts": 2}
    assert [event.what for event in store.trail() if event.case_id == case_id][-2:] == ["purge_begun", "purged"]


def test_every_file_is_opened_and_searched_and_the_text_is_nowhere(
    files: EmbeddedStore, places: Places, keys: Keys
) -> None:
    """Not in drafts, backups whole or half made, files put aside, the practitioner's file, or the copies before."""
    case_id = encrypted(places, keys, files)
    before = holding(places, keys, TEXT, "F-102", case_id)
    assert len(before) > 12
    assert files.purge(case_id, "kept long enough") == ()
    assert holding(places, keys, TEXT) == set()
    assert holding(places, keys, "F-102") == {f"certificates/{case_id}.age"}
    assert holding(places, keys, case_id) == {f"certificates/{case_id}.age"}
    assert [fault for backup in backups_of(places) for fault in faults_in(backup.folder)] == []
    assert faults_of(places, keys) == []


def test_a_case_on_hold_is_refused(store: CaseStore) -> None:
    """Nothing of it is touched."""
    case_id = filled(store)
    with store.change(case_id) as change:
        change.put(changed(change.case.info, hold="review", held_on=date(2026, 11, 1), hold_note="asked for"))
    before = store.case(case_id)
    with pytest.raises(OnHold, match="on hold"):
        store.purge(case_id, "kept long enough")
    assert store.case(case_id) == before
    assert (len(store.drafts()), store.certificates()) == (3, [])


def test_a_purge_that_was_cut_off_is_told_and_finished(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """Its certificate was written, and nothing more."""
    case_id = encrypted(places, keys, files)
    write_certificate(places, keys, certificate_of(files.case(case_id), 1, 2, DAY.date(), "kept long enough"))

    def looked(*, repair: bool) -> list[tuple[str, bool]]:
        found = examine(places, DAY, lambda: (places, keys), repair=repair)
        return [(one.where, one.done) for one in found if one.case_id == case_id]

    assert looked(repair=False) == [(f"certificates/{case_id}.age", False)]
    assert looked(repair=True) == [(f"certificates/{case_id}.age", True)]
    assert holding(places, keys, TEXT, case_id) == {f"certificates/{case_id}.age"}
    assert [one.finished for one in read_certificates(places, keys)] == [True]
    assert looked(repair=False) == []


def test_where_the_reference_still_stands_is_said(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """A link to it is taken out of another case; words that name it are for the person to change."""
    case_id = encrypted(places, keys, files)
    linked = files.add_case(CaseRecord(ref="F-300", see_also=("F-102",)))
    other = files.add_case(CaseRecord(ref="F-301", could_still_go_wrong="As on F-102."))
    assert files.purge(case_id, "kept long enough") == (f"cases/{other.id}.age",)
    assert files.case(linked.id).info.see_also == ()


def test_a_certificate_has_no_content(files: EmbeddedStore, places: Places, keys: Keys) -> None:
    """The reference, counts, a day and the reason."""
    case_id = encrypted(places, keys, files)
    files.purge(case_id, "kept long enough")
    held = orjson.loads(keys.decrypt(places.certificate(case_id).read_bytes()))
    assert set(held) == {"format", "case_id", "ref", "purged_on", "reason", "counts", "finished"}


def test_a_backup_that_is_put_back_knows_what_was_purged_before_it(
    files: EmbeddedStore, places: Places, keys: Keys, open_files: Callable[..., EmbeddedStore]
) -> None:
    """Its certificate is in it; the case is not."""
    case_id = encrypted(places, keys, files)
    files.purge(case_id, "kept long enough")
    folder = Upkeep(places, keys, lambda: DAY + timedelta(days=3)).backup()
    assert (folder / "certificates" / f"{case_id}.age").exists()
    assert not (folder / "cases" / f"{case_id}.age").exists()
