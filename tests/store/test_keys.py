"""The key: made, wrapped with a passphrase, opened, and every way in which it does not open."""

import re
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pyrage import x25519

from store.case_store import NewerFormat, StoreTrouble, WrongPassphrase
from store.embedded_store import EmbeddedStore
from store.keys import Created, Cut, Keys, NotOurs, Unlocking, create_store
from store.locations import Places
from store.store_file import DamagedStore, read_store_file, write_store_file
from tests import light_key
from tests.light_key import light_store

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PASSPHRASE = "four plain wörds of mine"


@pytest.fixture(scope="session")
def created(tmp_path_factory: pytest.TempPathFactory) -> Created:
    """A store made as at first use; wrapping takes a second or two, so it is made once."""
    return create_store(Places(tmp_path_factory.mktemp("made") / "home"), PASSPHRASE, now=NOW)


@pytest.fixture
def copied(tmp_path: Path) -> Places:
    """A store to be damaged, which opens at once."""
    return light_store(tmp_path / "home")


def opening(places: Places) -> Unlocking:
    """The program that opens the key, with the recipients that store.toml names."""
    found = read_store_file(places)
    assert found is not None
    return Unlocking(places, found.recipients)


def test_the_passphrase_opens_what_was_made_after_a_wrong_one_too(created: Created) -> None:
    """A wrong passphrase is said so, and the same program may be asked again."""
    unlocking = opening(created.places)
    try:
        with pytest.raises(WrongPassphrase, match="does not open"):
            unlocking.answer("some other words")
        assert unlocking.answer(PASSPHRASE) == created.keys
    finally:
        unlocking.cancel()


def test_the_bare_key_and_the_passphrase_are_nowhere_on_disk(created: Created) -> None:
    """Nor in what a log would show of them."""
    assert created.keys.identity
    assert created.recovery_key
    secrets = [created.keys.identity, created.recovery_key, PASSPHRASE]
    for path in created.places.home.rglob("*"):
        if path.is_file():
            assert not [secret for secret in secrets if secret.encode() in path.read_bytes()]
    assert not [secret for secret in secrets if secret in repr(created)]


def test_everything_made_is_for_its_owner_alone(created: Created) -> None:
    """Folders 0700, files 0600."""
    for path in (created.places.home, *created.places.home.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path.name


def test_the_recovery_key_opens_what_the_store_writes(created: Created) -> None:
    """It is a key of its own."""
    written = created.keys.encrypt(b"late nights")
    assert Keys(created.recovery_key, created.keys.recipients).decrypt(written) == b"late nights"
    assert created.recovery_key != created.keys.identity


def test_with_the_councils_recipient_no_recovery_key_is_made(tmp_path: Path) -> None:
    """The council's key opens the files, and store.toml says so."""
    council = x25519.Identity.generate()
    made = create_store(Places(tmp_path / "home"), "words", recovery_recipient=str(council.to_public()), now=NOW)
    found = read_store_file(made.places)
    assert made.recovery_key is None
    assert found is not None
    assert found.recipients == made.keys.recipients
    assert Keys(str(council), found.recipients).decrypt(made.keys.encrypt(b"text")) == b"text"


def test_a_store_without_encryption_is_made_only_on_purpose(tmp_path: Path) -> None:
    """No passphrase at all; an empty one is refused."""
    with pytest.raises(StoreTrouble, match="empty"):
        create_store(Places(tmp_path / "home"), "", now=NOW)
    made = create_store(Places(tmp_path / "home"), None, now=NOW)
    found = read_store_file(made.places)
    assert found is not None
    assert (found.encrypted, found.created, made.places.ending) == (False, "2026-11-23", ".json")
    assert not made.places.identity.exists()


def test_a_store_is_never_made_over_another(copied: Places) -> None:
    """Nor beside cases whose store.toml is lost: a new key would lock them for good."""
    with pytest.raises(StoreTrouble, match="already"):
        create_store(copied, None, now=NOW)
    copied.store_file.unlink()
    (copied.cases / "01JCASE.age").write_bytes(b"age")
    with pytest.raises(DamagedStore, match="left as they are"):
        create_store(copied, PASSPHRASE, now=NOW)
    assert copied.identity.exists()


def test_a_recipient_that_is_none_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    """With how one looks."""
    with pytest.raises(StoreTrouble, match="age1"):
        create_store(Places(tmp_path / "home"), "words", recovery_recipient="age1nonsense", now=NOW)
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("damage", ["empty", "foreign", "last byte"])
def test_a_damaged_key_is_told_from_a_wrong_passphrase(copied: Places, damage: str) -> None:
    """It says that the cases are as they were, and what still opens them."""
    whole = copied.identity.read_bytes()
    damaged = {
        "empty": b"",
        "foreign": b"%PDF-1.7 something else",
        "last byte": whole[:-1] + bytes([whole[-1] ^ 1]),
    }
    copied.identity.write_bytes(damaged[damage])
    with pytest.raises(DamagedStore, match=r"damaged.*recovery key.*left as they are"):
        opening(copied).answer(light_key.PASSPHRASE)


def test_a_missing_key_is_said(copied: Places) -> None:
    """Before anybody types a passphrase."""
    copied.identity.unlink()
    with pytest.raises(DamagedStore, match=r"identity\.age is missing"):
        opening(copied)


def test_a_key_of_another_store_is_refused(copied: Places) -> None:
    """Files would be written that it cannot open."""
    found = read_store_file(copied)
    assert found is not None
    write_store_file(copied, found._replace(recipients=found.recipients[1:]))
    with pytest.raises(DamagedStore, match="belong together"):
        opening(copied).answer(light_key.PASSPHRASE)


@pytest.mark.parametrize(
    ("before", "after"),
    [('"age"', '"rot13"'), ("format = 1", ""), ("recipients", "nobody"), ("= 1", '= "one"'), ("[", "["), ("", "\0")],
)
def test_a_damaged_store_file_is_a_sentence(copied: Places, before: str, after: str) -> None:
    """And never a reason to write without encryption."""
    text = copied.store_file.read_text()
    damaged = "".join(text.splitlines(keepends=True)[:5]) if before == after else text.replace(before, after, 1)
    copied.store_file.write_text(damaged)
    with pytest.raises(DamagedStore, match="left as they are"):
        read_store_file(copied)


def test_an_encrypted_store_without_recipients_is_refused(copied: Places) -> None:
    """Nothing would be encrypted; also where the keys do not fit the store."""
    copied.store_file.write_text('format = 1\ncreated = "2026-11-23"\nencryption = "age"\nrecipients = []\n')
    with pytest.raises(DamagedStore):
        read_store_file(copied)
    with pytest.raises(StoreTrouble, match="do not fit"):
        EmbeddedStore(copied, Keys(), summarise=lambda case: None, now=lambda: NOW)  # type: ignore[arg-type,return-value]


def test_a_newer_store_is_left_alone(copied: Places) -> None:
    """Whatever else it may hold."""
    copied.store_file.write_text("format = 2\nsomething = 'new'\n")
    with pytest.raises(NewerFormat, match="newer casereflect"):
        read_store_file(copied)


def test_no_store_is_no_trouble(tmp_path: Path) -> None:
    """First use."""
    assert read_store_file(Places(tmp_path / "nothing here")) is None


def test_too_little_memory_for_the_key_is_a_sentence(copied: Places) -> None:
    """Age ends its process; the one that asked lives and says what to do. A busy machine wraps with less, so it is set."""
    copied.identity.write_bytes(re.sub(rb"(-> scrypt \S+ )\d+", rb"\g<1>18", copied.identity.read_bytes(), count=1))
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from store.case_store import StoreTrouble\n"
        "from store.keys import Unlocking\n"
        "from store.locations import Places\n"
        "resource.setrlimit(resource.RLIMIT_AS, (100_000_000, 100_000_000))\n"
        "try:\n"
        "    Unlocking(Places(Path(sys.argv[1])), ()).answer(sys.argv[2])\n"
        "except StoreTrouble as trouble:\n"
        "    print(trouble)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(copied.home), PASSPHRASE], capture_output=True, text=True, check=False
    )
    assert "needs more memory" in done.stdout, done.stderr
    assert "Traceback" not in done.stderr


def test_a_folder_named_store_where_the_person_stands_is_not_run(
    copied: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be handed the passphrase."""
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "__init__.py").touch()
    (tmp_path / "store" / "unlock.py").write_text("print('opened AGE-SECRET-KEY-FALSE')")
    monkeypatch.chdir(tmp_path)
    assert opening(copied).answer(light_key.PASSPHRASE).own_recipients == (light_key.OWN,)


@pytest.mark.parametrize("data", [b"", bytes(400), b"age-encryption.org/v1\n", b"some text"])
def test_what_is_no_age_file_is_told_from_a_file_of_another_key(keys: Keys, data: bytes) -> None:
    """Cut or changed, or not ours."""
    with pytest.raises(Cut):
        keys.decrypt(data)
    other = str(x25519.Identity.generate().to_public())
    with pytest.raises(NotOurs):
        keys.decrypt(Keys(None, (other,)).encrypt(b"text"))
