"""Backups: a folder a day of use with a copy of every file, each read and validated once when it is made, then thinned.

A file that has not changed since the backup before is not copied again: it gets a second name there. So a day costs what
was changed on it. A backup is made file by file, can be stopped between two of them and is gone on with the next time.
"""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import orjson

from store.case_store import StoreTrouble
from store.caseload_file import mark_of
from store.durable import make_private, save_failed, sweep_old, sync_folder, write_whole
from store.keys import Keys
from store.locations import Places
from store.pieces import is_piece, pieces_of, wrong_with

MANIFEST = "manifest.jsonl"
ANY_AGE = -1.0
"""Seconds: also what was written this moment."""
DAILY, WEEKLY, MONTHLY = 7, 4, 6
BEFORE_FORMAT = "-before-format-"
"""In the name of a backup that was made before files were written in a new format."""
_FOLDER = re.compile(rf"\d{{4}}-\d\d-\d\d(-\d{{6}}|{BEFORE_FORMAT}\d+)?")


class BadBackup(StoreTrouble):
    """A backup that is not whole, or is none."""

    exit_code = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of a backup: its name in the home, the SHA-256 of its bytes, and the mark of the file it was copied from."""

    name: str
    sha256: str
    mark: str
    damaged: str = ""
    """The file in use was not whole then: why. The copy is that of the backup before; without one there is none."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole backup."""

    folder: Path

    @property
    def day(self) -> date:
        """The day it was made."""
        return date.fromisoformat(self.folder.name[:10])

    @property
    def is_apart(self) -> bool:
        """It was made before a new format, and takes no other backup's place."""
        return BEFORE_FORMAT in self.folder.name

    def pieces(self) -> dict[str, Piece]:
        """What is in it, by name; nothing where its list cannot be read."""
        return read_manifest(self.folder)


def backups_of(places: Places) -> list[Backup]:
    """The whole backups in the home, oldest first."""
    found = (path for path in places.backups.glob("*") if _FOLDER.fullmatch(path.name) and path.is_dir())
    return [Backup(path) for path in sorted(found, key=_by_time)]


def is_due(places: Places, today: date) -> bool:
    """No backup has been made today."""
    return not any(backup.day == today for backup in backups_of(places) if not backup.is_apart)


def make(places: Places, keys: Keys, folder: Path, before: Backup | None = None) -> Iterator[Piece]:
    """Make a backup in a new folder, a file at a time: whoever asks for the next one decides when. Raises SaveFailed.

    Only when all are there does the folder get its name. What has not changed since the backup `before` shares its copy
    there. To be called by one window at a time.
    """
    part = part_of(folder)
    with _told():
        make_private(part)
    begun, older = read_manifest(part), before.pieces() if before else {}
    done: dict[str, Piece] = {}
    for name in pieces_of(places):
        mark = mark_of(places.home / name)
        if name in begun and begun[name].mark == mark and not begun[name].damaged:
            done[name] = begun[name]
            continue
        with _told():
            done[name] = _kept(places, keys, part, name, mark, older.get(name), before)
            _add_line(part, done[name])
        yield done[name]
    with _told():
        for name in begun.keys() - done.keys():  # purged since
            (part / name).unlink(missing_ok=True)
        write_manifest(part, done)
        sweep_halves(part)
        for each in (part, *(path for path in part.iterdir() if path.is_dir())):
            sync_folder(each)
        part.rename(folder)
        sync_folder(folder.parent)


def sweep_halves(folder: Path) -> None:
    """Remove what writes that were cut off left in a backup; only by whom nobody else is making one beside."""
    for each in (folder, *(path for path in folder.iterdir() if path.is_dir())):
        sweep_old(each, ANY_AGE)


def part_of(folder: Path) -> Path:
    """Where a backup lies while it is being made."""
    return folder.with_name(f".{folder.name}.part")


def read_manifest(folder: Path) -> dict[str, Piece]:
    """The list of a backup; a line that cannot be read is left out, and names that are none of a store."""
    try:
        return pieces_in((folder / MANIFEST).read_bytes())
    except OSError:
        return {}


def pieces_in(manifest: bytes) -> dict[str, Piece]:
    """The pieces that a list names."""
    found: dict[str, Piece] = {}
    for row in manifest.splitlines():
        with contextlib.suppress(orjson.JSONDecodeError, TypeError):
            piece = Piece(**orjson.loads(row))
            if is_piece(piece.name):
                found[piece.name] = piece
    return found


def thin(places: Places) -> list[Path]:
    """Take out the backups that are not among those to be kept; those that were taken out."""
    every = backups_of(places)
    stay = to_keep([backup.folder.name for backup in every])
    gone = [backup.folder for backup in every if backup.folder.name not in stay]
    with _told():
        for folder in gone:
            shutil.rmtree(folder)
    return gone


def to_keep(names: list[str]) -> set[str]:
    """The last of each of seven days, four weeks and six months in which there is one.

    What was copied before a new format is not among those, and stays as long as a copy of that month could.
    """
    apart = {name for name in names if BEFORE_FORMAT in name}
    names = [name for name in names if name not in apart]
    ways: tuple[tuple[int, Callable[[date], object]], ...] = (
        (DAILY, lambda day: day),
        (WEEKLY, lambda day: day.isocalendar()[:2]),
        (MONTHLY, lambda day: (day.year, day.month)),
    )
    stay: set[str] = set()
    for many, part_of in ways:
        last: Mapping[object, str] = {part_of(date.fromisoformat(name[:10])): name for name in sorted(names)}
        stay |= set(list(last.values())[-many:])
    months = sorted({name[:7] for name in names})
    first = months[-MONTHLY] if len(months) >= MONTHLY else ""
    return stay | {name for name in apart if name[:7] >= first}


def faults_in(folder: Path) -> list[str]:
    """Files of a backup that are missing or no longer what was copied."""
    found = []
    for piece in read_manifest(folder).values():
        path = folder / piece.name
        try:
            same = hashlib.sha256(path.read_bytes()).hexdigest() == piece.sha256
        except OSError:
            found += [] if piece.damaged and not piece.sha256 else [f"{piece.name} is missing from it."]
            continue
        found += [] if same else [f"{piece.name} in it was changed or damaged since."]
    return found if found or read_manifest(folder) else ["Its list of files cannot be read."]


def _by_time(path: Path) -> str:
    """Backups of one day: the one made by itself, the one before a new format, those by hand."""
    return path.name.replace(BEFORE_FORMAT, " ")


def _kept(
    places: Places, keys: Keys, part: Path, name: str, mark: str, older: Piece | None, before: Backup | None
) -> Piece:
    """The file in the backup: a second name for the copy there is, or a new copy that was read and found whole."""
    there = before.folder / name if before else None
    if older and there and older.mark == mark and not older.damaged and there.exists():
        _link(there, part / name)
        return older
    data = (places.home / name).read_bytes()
    trouble = wrong_with(name, data, keys)
    if trouble:
        if older and there and there.exists():
            _link(there, part / name)
        return Piece(name, older.sha256 if older else "", mark, trouble)
    make_private((part / name).parent)
    write_whole(part / name, data, durable=True)
    return Piece(name, hashlib.sha256(data).hexdigest(), mark)


def _link(there: Path, here: Path) -> None:
    make_private(here.parent)
    here.unlink(missing_ok=True)
    try:
        os.link(there, here)
    except OSError:
        write_whole(here, there.read_bytes(), durable=True)


def _add_line(part: Path, piece: Piece) -> None:
    handle = os.open(part / MANIFEST, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW, 0o600)
    try:
        os.fchmod(handle, 0o600)
        os.write(handle, orjson.dumps(asdict(piece)) + b"\n")
    finally:
        os.close(handle)


def write_manifest(part: Path, pieces: Mapping[str, Piece]) -> None:
    """Write the list of a backup anew. Raises SaveFailed."""
    lines = (orjson.dumps(asdict(piece)) + b"\n" for piece in pieces.values())
    write_whole(part / MANIFEST, b"".join(lines), durable=True)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise save_failed(error) from None
