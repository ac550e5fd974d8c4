"""Good copies of a file: the one before the last save, and those in the backups, the newest first."""

import contextlib
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from store.backups import backups_of
from store.case_store import StoreTrouble
from store.keys import Keys
from store.locations import Places
from store.pieces import case_in, wrong_with


@dataclass(frozen=True, slots=True)
class Good:
    """A whole copy: where it comes from, in words, and its bytes."""

    source: str
    data: bytes
    revision: int = 0


def in_backups(places: Places, name: str) -> Iterator[tuple[str, bytes]]:
    """The copies of a file in the backups that are still what was copied, the newest first."""
    for backup in reversed(backups_of(places)):
        piece = backup.pieces().get(name)
        try:
            data = (backup.folder / name).read_bytes() if piece else b""
        except OSError:
            continue
        if piece and hashlib.sha256(data).hexdigest() == piece.sha256:
            yield f"the backup of {backup.day.day} {backup.day:%b %Y}", data


def good_copy(places: Places, name: str, keys: Keys | None = None) -> Good | None:
    """The newest whole copy of a file in the backups."""
    found = (Good(source, data) for source, data in in_backups(places, name) if not wrong_with(name, data, keys))
    return next(found, None)


def good_case(places: Places, keys: Keys, case_id: str) -> Good | None:
    """The newest whole copy of a case: that of before its last save, or one in a backup."""
    found = [good for good in (_before(places, keys, case_id), _backed_up(places, keys, case_id)) if good]
    return max(found, key=lambda good: good.revision, default=None)


def cases_in_backups(places: Places) -> set[str]:
    """The ids of all cases that a backup holds."""
    names = (name for backup in backups_of(places) for name, piece in backup.pieces().items() if piece.sha256)
    return {name.removeprefix("cases/").partition(".")[0] for name in names if name.startswith("cases/")}


def _before(places: Places, keys: Keys, case_id: str) -> Good | None:
    try:
        data = places.previous(case_id).read_bytes()
        return Good("the file before its last save", data, case_in(case_id, data, keys))
    except (OSError, StoreTrouble):
        return None


def _backed_up(places: Places, keys: Keys, case_id: str) -> Good | None:
    found = []
    for source, data in in_backups(places, f"cases/{case_id}{places.ending}"):
        with contextlib.suppress(StoreTrouble):
            found.append(Good(source, data, case_in(case_id, data, keys)))
    return max(found, key=lambda good: good.revision, default=None)  # of one day there may be several
