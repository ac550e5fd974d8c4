"""The backup that is made before a store's first file is written in a new format, and kept apart from those of each day."""

import contextlib
import shutil
from datetime import date
from pathlib import Path

from store.backups import BEFORE_FORMAT, backups_of, faults_in, make
from store.case_store import SaveFailed
from store.keys import Keys
from store.locations import Places
from store.locks import held
from store.migrations import FORMAT

WHOLE = "Not saved. What was saved before is whole."
WHY = "A backup has to be made first, as this version writes a new format."
UNSURE = (
    f"{WHOLE} The disk did not confirm the backup that is made first, as this version writes a new format. Save again."
)
_NAME = f"{BEFORE_FORMAT}{FORMAT}"


def is_backed_up(places: Places) -> bool:
    """The store was copied as it was before this format."""
    return any(backup.folder.name.endswith(_NAME) for backup in backups_of(places))


def back_up_before(places: Places, keys: Keys, today: date, seconds: float) -> bool:
    """Copy the store as it is, unless that was done; True where it was done now. Raises Busy, SaveFailed."""
    if is_backed_up(places):
        return False
    with held(places.locks, "backup", seconds):
        return make_before(places, keys, today)


def make_before(places: Places, keys: Keys, today: date) -> bool:
    """The same by whom nobody else is making a backup beside. Raises SaveFailed."""
    if is_backed_up(places):
        return False
    try:
        _make(places, keys, places.backups / f"{today}{_NAME}")
    except SaveFailed as failed:
        raise SaveFailed(f"{failed} {WHY}" if str(failed).startswith(WHOLE) else UNSURE) from None
    return True


def _make(places: Places, keys: Keys, folder: Path) -> None:
    """The backup, verified: what it shares with an earlier one is looked at again, and copied anew if it is not whole."""
    begun = next(places.backups.glob(f".*{_NAME}.part"), None)
    folder = folder.with_name(begun.name[1:].removesuffix(".part")) if begun else folder
    before = next(iter(reversed(backups_of(places))), None)
    for _ in make(places, keys, folder, before if before and not faults_in(before.folder) else None):
        pass
    if faults_in(folder):
        with contextlib.suppress(OSError):
            shutil.rmtree(folder)
        raise SaveFailed(UNSURE)
