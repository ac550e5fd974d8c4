"""A new passphrase, a lost one, and who else can open the store: nothing is lost however it is cut off."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrage import x25519

from store.backups import backups_of, faults_in
from store.case_store import Draft, DraftKey, StoreTrouble
from store.embedded_store import EmbeddedStore
from store.keys import Cut, Keys, NotOurs, Unlocking, keep_for_recovery
from store.locations import Places
from store.pieces import WRAPPED
from store.records import CaseRecord, Hypothesis
from store.rekey import add_recipient, encrypt_anew, new_recovery_key, remove_recipient, under_way
from store.store_file import StoreFile, read_store_file, write_store_file
from store.trail_check import faults_of
from store.upkeep import Upkeep
from store.wrapping import change_passphrase, mend_recovery, recovered
from tests.figures import count

pytestmark = pytest.mark.walk

OLD = WRAPPED + b"c2FsdA 18\nwrapped with the old passphrase"
DAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def recovery() -> str:
    """A recovery key, as it stands on paper."""
    return str(x25519.Identity.generate())


@pytest.fixture
def own(recovery: str) -> Keys:
    """Keys of a store that this recovery key opens too."""
    key = x25519.Identity.generate()
    return Keys(str(key), (str(key.to_public()), str(x25519.Identity.from_str(recovery).to_public())))


@pytest.fixture
def filled(places: Places, own: Keys, open_files: Callable[..., EmbeddedStore]) -> EmbeddedStore:
    """Three cases, the practitioner's file, a backup."""
    files = open_files(places, own)
    write_store_file(places, StoreFile("2026-11-22", encrypted=True, recipients=own.recipients))
    for number in range(3):
        case = files.add_case(CaseRecord(ref=f"F-{number}"), (Hypothesis(text="late nights"),))
        with files.change(case.id) as change:
            change.put(Hypothesis(text="up with her brother"))
    files.change_practitioner(lambda kept: kept.with_wanted("case", "time to think"))
    return files


def opened(places: Places, passphrase: str) -> Keys:
    """The keys, with the passphrase."""
    found = read_store_file(places)
    assert found
    unlocking = Unlocking(places, found.recipients)
    try:
        return unlocking.answer(passphrase)
    finally:
        unlocking.cancel()


def opens(key: str, data: bytes) -> bool:
    """Whether that key alone opens the file."""
    try:
        Keys(key, ("x",)).decrypt(data)
    except (NotOurs, Cut):
        return False
    return True


def kept_files(places: Places) -> list[Path]:
    """What is kept for long, with the copies before the last save."""
    return [*places.cases.glob("*.age*"), places.practitioner]


def all_texts(store: EmbeddedStore) -> list[list[str]]:
    """What every case wonders."""
    return [[row.text for row in store.case(each.id).of(Hypothesis)] for each in store.caseload()]


def test_a_new_passphrase_opens_the_same_key_and_no_case_is_written(
    filled: EmbeddedStore, places: Places, own: Keys
) -> None:
    """The old wrapping is nowhere here any more, not even in the backups; those are still whole."""
    places.identity.write_bytes(OLD)
    Upkeep(places, own, lambda: DAY).daily_backup()
    before = {path: path.stat().st_mtime_ns for path in kept_files(places)}
    assert change_passphrase(places, own, "four new words here") == 1
    assert {path: path.stat().st_mtime_ns for path in kept_files(places)} == before
    assert opened(places, "four new words here").identity == own.identity
    assert not [path for path in places.home.rglob("*.age") if path.read_bytes() == OLD]
    (backup,) = backups_of(places)
    assert faults_in(backup.folder) == []
    assert (backup.folder / "identity.age").read_bytes() == places.identity.read_bytes()
    assert not list(places.home.glob(".*"))


def test_an_empty_passphrase_changes_nothing(filled: EmbeddedStore, places: Places, own: Keys) -> None:
    """It is refused before anything is written."""
    places.identity.write_bytes(b"as it was")
    with pytest.raises(StoreTrouble, match="empty"):
        change_passphrase(places, own, "\n")
    assert places.identity.read_bytes() == b"as it was"


def test_a_lost_passphrase_is_set_anew_with_the_recovery_key(
    filled: EmbeddedStore, places: Places, own: Keys, recovery: str
) -> None:
    """As it was copied to paper; nothing but the wrapped key is written, and the cases open."""
    keep_for_recovery(places, own)
    keys = recovered(places, own.recipients, f"# recovery key\n{recovery.lower()}\n")
    assert keys == own
    change_passphrase(places, keys, "words that I can remember")
    again = opened(places, "words that I can remember")
    assert all_texts(EmbeddedStore(places, again, summarise=filled._summarise, now=lambda: DAY)) == all_texts(filled)


def test_the_council_opens_this_store_without_handing_over_its_key(
    filled: EmbeddedStore, places: Places, own: Keys, recovery: str, tmp_path: Path
) -> None:
    """It takes this store's key out of recovery.age with age; that opens this store and no other."""
    if shutil.which("age") is None:
        pytest.skip("age is not installed here")
    keep_for_recovery(places, own)
    (tmp_path / "council.txt").write_text(recovery)
    command = ["age", "-d", "-i", str(tmp_path / "council.txt"), str(places.recovery)]
    given = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert recovery not in given
    assert recovered(places, own.recipients, given) == own


@pytest.mark.parametrize("secret", ["", "four plain words", "AGE-SECRET-KEY-1QQQQ", "another"])
def test_what_is_not_the_recovery_key_is_told(filled: EmbeddedStore, places: Places, own: Keys, secret: str) -> None:
    """And changes nothing."""
    keep_for_recovery(places, own)
    secret = str(x25519.Identity.generate()) if secret == "another" else secret
    with pytest.raises(StoreTrouble, match=r"does not open this store|not a key"):
        recovered(places, own.recipients, secret)


def test_a_store_that_was_made_before_there_was_a_recovery_file_gets_one(
    filled: EmbeddedStore, places: Places, own: Keys, recovery: str
) -> None:
    """Once; where nobody can recover there is none."""
    assert [mend_recovery(places, own) for _ in range(2)] == [True, False]
    assert recovered(places, own.recipients, recovery) == own
    places.recovery.unlink()
    assert not mend_recovery(places, Keys(own.identity, own.recipients[:1]))


def test_a_recovery_key_that_is_added_later_opens_everything(filled: EmbeddedStore, places: Places, own: Keys) -> None:
    """Every file that there is, and what is written from then on, also by a window that was open already."""
    secret, public = new_recovery_key()
    before, rows = all_texts(filled), filled.caseload()
    keys = add_recipient(places, own, public)
    counted = list(encrypt_anew(places, keys))
    assert counted[-1] == (7, 7)
    assert all(opens(secret, path.read_bytes()) for path in kept_files(places))
    assert not under_way(places)
    assert (all_texts(filled), filled.caseload()) == (before, rows)
    with filled.change(rows[0].id) as change:
        change.put(Hypothesis(text="more"))
    assert opens(secret, places.case(rows[0].id).read_bytes())
    assert recovered(places, keys.recipients, secret).identity == own.identity
    assert faults_of(places, keys) == []


def test_it_is_gone_on_with_wherever_it_was_cut_off(filled: EmbeddedStore, places: Places, own: Keys) -> None:
    """After each file in turn; what is done is not done again, and all can be read meanwhile."""
    secret, public = new_recovery_key()
    keys = add_recipient(places, own, public)
    for _ in range(6):
        work = encrypt_anew(places, keys)
        while True:
            done = len(places.rekeying.read_text().splitlines())
            next(work)
            if len(places.rekeying.read_text().splitlines()) > done:
                break
        assert under_way(places)
        assert len(all_texts(filled)) == 3
    marks = {path: path.stat().st_mtime_ns for path in kept_files(places)}
    list(encrypt_anew(places, keys))
    assert sum(path.stat().st_mtime_ns != mark for path, mark in marks.items()) == 1
    count("cut off while encrypting anew", points=6, lost=0)
    assert all(opens(secret, path.read_bytes()) for path in kept_files(places))


def test_a_recovery_key_that_is_removed_opens_nothing_new(
    filled: EmbeddedStore, places: Places, own: Keys, recovery: str
) -> None:
    """Nor does the key that it may have taken; old backups and the trail still open with the passphrase."""
    keep_for_recovery(places, own)
    Upkeep(places, own, lambda: DAY).daily_backup()
    old = filled.caseload()[0].id
    keys = remove_recipient(places, own, own.recipients[1], "four plain words more")
    list(encrypt_anew(places, keys))
    assert own.identity
    for path in kept_files(places):
        assert not opens(recovery, path.read_bytes())
        assert not opens(own.identity, path.read_bytes())
    assert not places.recovery.exists()
    again = opened(places, "four plain words more")
    assert again == keys
    backup = backups_of(places)[0].folder / "cases" / f"{old}.age"
    assert again.decrypt(backup.read_bytes())
    assert faults_of(places, again) == []
    # A window that was open all the time has the old key: it is told, and its text is not lost.
    draft = Draft(DraftKey(old, "visit"), {"note": "late"}, DAY)
    filled.save_draft(draft)
    with pytest.raises(StoreTrouble, match="changed in another window"):
        filled.case(old)
    assert EmbeddedStore(places, again, summarise=filled._summarise, now=lambda: DAY).drafts() == [draft]


def test_what_cannot_be_added_or_removed_is_told(filled: EmbeddedStore, places: Places, own: Keys) -> None:
    """Nonsense, one that is there, one that is not, our own."""
    with pytest.raises(StoreTrouble, match="age1"):
        add_recipient(places, own, "age1nonsense")
    with pytest.raises(StoreTrouble, match="already"):
        add_recipient(places, own, own.recipients[1])
    for public in (own.recipients[0], new_recovery_key()[1]):
        with pytest.raises(StoreTrouble, match="not a recovery key"):
            remove_recipient(places, own, public, "words")
    assert not under_way(places)
