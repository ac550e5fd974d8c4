"""A new passphrase for the same key: no case is written anew. Also where the old one is lost, with the recovery key."""

import contextlib
import hashlib
import re
from dataclasses import replace
from pathlib import Path

from store.backups import backups_of, read_manifest, write_manifest
from store.case_store import StoreTrouble
from store.durable import save_failed, sync_folder, write_durably, write_whole
from store.keys import Cut, Keys, NotOurs, Unlocking, keep_for_recovery, wrapped
from store.locations import Places
from store.store_file import DamagedStore

_KEY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]+")
NOT_IT = "That key does not open this store. Look whether every letter is right; nothing was changed."


def change_passphrase(places: Places, keys: Keys, passphrase: str) -> int:
    """Wrap the key with another passphrase, also in the backups here; how many of those there are.

    It is opened once with the new passphrase before it takes the place of the old one. Raises StoreTrouble, SaveFailed.
    """
    data = wrapped(passphrase, keys)
    beside = places.identity.with_name(f".{places.identity.name}.new.tmp")
    with contextlib.suppress(OSError):
        beside.unlink()
    write_durably(beside, data)
    try:
        _must_open(places, keys, beside, passphrase)
        beside.replace(places.identity)
        sync_folder(places.home)
    except OSError as error:
        raise save_failed(error) from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
    return _into_backups(places, data)


def recovered(places: Places, recipients: tuple[str, ...], secret: str) -> Keys:
    """The keys of the store, with what was copied to paper or what the council's key opened. Raises StoreTrouble.

    The secret is the recovery key, which opens `recovery.age`; or the store's own key, as whoever holds the council's
    key takes it out of `recovery.age` with age.
    """
    found = _KEY.findall(secret.upper())
    if not found:
        raise StoreTrouble("That is not a key. One begins with AGE-SECRET-KEY-1.")
    given = Keys(" ".join(found), recipients)
    with contextlib.suppress(DamagedStore):  # a letter of it is wrong: said below
        if recipients[:1] and recipients[0] in given.own_recipients:
            return given
        return _from_recovery(places, given, recipients)
    raise StoreTrouble(NOT_IT)


def mend_recovery(places: Places, keys: Keys) -> bool:
    """Write `recovery.age` where it is missing, as in a store made before there was one; True if it was. Raises SaveFailed."""
    missing = len(keys.recipients) > 1 and not places.recovery.exists()
    if missing:
        keep_for_recovery(places, keys)
    return missing


def _from_recovery(places: Places, given: Keys, recipients: tuple[str, ...]) -> Keys:
    try:
        text = given.decrypt(places.recovery.read_bytes()).decode()
    except FileNotFoundError:
        raise StoreTrouble(
            "recovery.age is missing from the data folder. Put it back from a backup; "
            "the recovery key still opens each case with age."
        ) from None
    except (OSError, NotOurs, Cut, UnicodeDecodeError):
        raise StoreTrouble(NOT_IT) from None
    keys = Keys(" ".join(_KEY.findall(text)), recipients)
    if not set(keys.own_recipients) & set(recipients):
        raise StoreTrouble("recovery.age and store.toml do not belong together. Put both back from one backup.")
    return keys


def _must_open(places: Places, keys: Keys, file: Path, passphrase: str) -> None:
    unlocking = Unlocking(places, keys.recipients, file=file)
    try:
        same = unlocking.answer(passphrase).identity == " ".join((keys.identity or "").split())
    finally:
        unlocking.cancel()
    if not same:
        raise StoreTrouble("The key could not be read back as it was written. Nothing was changed; try again.")


def _into_backups(places: Places, data: bytes) -> int:
    """The old passphrase is to open nothing here any more."""
    folders = [backup.folder for backup in backups_of(places) if (backup.folder / places.identity.name).exists()]
    for folder in folders:
        pieces = read_manifest(folder)
        name = places.identity.name
        write_whole(folder / name, data, durable=True)
        if name in pieces:
            pieces[name] = replace(pieces[name], sha256=hashlib.sha256(data).hexdigest(), mark="")
            write_manifest(folder, pieces)
    return len(folders)
