"""What can be seen without the key: store.toml, the wrapped key, permissions, what cut-off writes left."""

import re
import stat
import time
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path

from store.backups import backups_of
from store.case_store import NewerFormat, StoreTrouble
from store.doctor.copies import good_copy
from store.doctor.finding import Finding, put_aside, put_in_place
from store.keys import Keys
from store.locations import Places
from store.pieces import wrong_with
from store.store_file import read_store_file

OTHERS = 0o077
LEFT_SECONDS = 60.0
"""After this long a temporary file was left by a write that was cut off."""
_FACTOR = re.compile(rb"-> scrypt \S+ (\d+)\n")


def look_without_key(places: Places, now: datetime) -> list[Finding]:
    """Everything that is found, store.toml first. Encryption is on where the folder holds a wrapped key or says so."""
    found = list(_store_file(places, now))
    if not found or found[0].serious is False:
        encrypted = _encrypted(places)
        found += _identity(Places(places.home, encrypted), now) if encrypted else []
    return [*found, *_permissions(places), *_left(places, now)]


def _encrypted(places: Places) -> bool:
    try:
        known = read_store_file(places)
    except StoreTrouble:
        return True
    return known is not None and known.encrypted


def _store_file(places: Places, now: datetime) -> Iterator[Finding]:
    try:
        known = read_store_file(places)
        if known is not None:
            Keys(None, known.recipients).encrypt(b"")  # a changed letter of a public key shows here
    except NewerFormat as trouble:
        yield Finding("store.toml", str(trouble))
        return
    except StoreTrouble as trouble:
        yield _from_backup(places, "store.toml", str(trouble), now)
        return
    if known is None and (places.identity.exists() or backups_of(places)):
        yield _from_backup(places, "store.toml", "store.toml is missing: it says how the files are encrypted.", now)


def _identity(places: Places, now: datetime) -> Iterator[Finding]:
    try:
        data = places.identity.read_bytes()
    except FileNotFoundError:
        says = "The key is missing. Without it, or the recovery key, the cases cannot be opened."
        yield _from_backup(places, "identity.age", says, now)
        return
    except OSError:
        yield Finding("identity.age", "The system does not let the key be read. Look at its permissions.")
        return
    if wrong_with("identity.age", data, None):
        says = "The key is damaged: it is cut, empty or something else. The passphrase cannot open it."
        yield _from_backup(places, "identity.age", says, now)
    elif (room := _room_needed(data)) and room > _room_there():
        says = f"Opening the key takes {room // 1024} MB of memory, more than this machine has free."
        yield Finding(
            "identity.age", f"{says} `casereflect passphrase` on a larger machine wraps it anew.", serious=False
        )


def damaged_identity(places: Places, now: datetime, says: str) -> Finding:
    """A key that looks like one, but that no passphrase opens."""
    return _from_backup(places, "identity.age", says, now)


def _from_backup(places: Places, name: str, says: str, now: datetime) -> Finding:
    """Damage for which a backup may have a whole copy."""
    good = good_copy(places, name)
    if good is None:
        more = (
            " `casereflect passphrase --lost` opens the store with the recovery key." if name == "identity.age" else ""
        )
        return Finding(name, f"{says} No backup in the data folder has a whole copy.{more}")
    path = places.home / name
    can = f"It can be put back from {good.source}."
    if name == "identity.age":
        can = f"{can} It opens with the passphrase of that day."
    return Finding(name, says, can, lambda: put_in_place(places, path, good.data, now))


def _permissions(places: Places) -> Iterator[Finding]:
    """Files and folders that others on this machine may look into."""
    open_ones = [path for path in _everything(places.home) if stat.S_IMODE(path.lstat().st_mode) & OTHERS]
    if open_ones:
        what = "file or folder" if len(open_ones) == 1 else "files and folders"
        says = f"{len(open_ones)} {what} can be read or changed by others on this machine."
        yield Finding(".", says, "That can be taken from them.", lambda: _close(open_ones), serious=False)


def _everything(home: Path) -> Iterator[Path]:
    if home.is_dir():
        yield home
        yield from (path for path in home.rglob("*") if not path.is_symlink())


def _close(paths: list[Path]) -> None:
    for path in paths:
        path.chmod(0o700 if path.is_dir() else 0o600)


def _left(places: Places, now: datetime) -> Iterator[Finding]:
    """Halves of writes that were cut off: what was acknowledged is never in them."""
    old = time.time() - LEFT_SECONDS
    folders = (places.home, places.cases, places.drafts, places.certificates, places.frozen)
    left = [path for folder in folders for path in folder.glob(".*.tmp") if path.stat().st_mtime < old]
    for path in left:
        says = "Half of a write that was cut off. Nothing that was acknowledged is in it."
        name = path.relative_to(places.home).as_posix()
        yield Finding(name, says, "It can be put aside.", partial(put_aside, places, path, now), serious=False)


def _room_needed(data: bytes) -> int:
    """How much memory opening takes, in KiB: 2 to the power of scrypt's factor, as age uses it; 0 where it is not said."""
    found = _FACTOR.search(data)
    return 1 << int(found[1]) if found else 0


def _room_there() -> int:
    """How much memory is free, in KiB; more than anything asks for where the system does not say."""
    try:
        found = re.search(r"MemAvailable:\s+(\d+)", Path("/proc/meminfo").read_text(encoding="ascii"))
    except OSError:
        found = None
    return int(found[1]) if found else 1 << 62
