"""Putting a backup back, into a folder that is empty: every file is compared with the list, and only then does it count."""

import contextlib
import hashlib
import os
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.backups import MANIFEST, BadBackup, Piece, read_manifest
from store.case_store import StoreTrouble
from store.durable import make_private, save_failed, sync_folder, write_whole
from store.pieces import is_piece

TAR = ".tar"
NONE = "That is not a backup of casereflect: it has no list of files."
Read = Callable[[str], bytes]
"""The bytes of a file of the backup, by its name."""


def must_be_empty(home: Path) -> None:
    """Refuse a folder with anything in it: a backup is put beside what is there, never over it. Raises StoreTrouble."""
    try:
        full = home.exists() and (not home.is_dir() or any(home.iterdir()))
    except OSError as error:
        raise save_failed(error) from None
    if full:
        raise StoreTrouble("There is something in that folder already. Name one that is empty, or not there yet.")


def restore(source: Path, home: Path) -> dict[str, Piece]:
    """Put the backup into the home, which is new or empty; what was put there, by name.

    Raises BadBackup where a file is missing or was changed, StoreTrouble, SaveFailed; then there is no new home.
    """
    must_be_empty(home)
    part = home.with_name(f".{home.name}.part")
    try:
        with _opened(source) as (pieces, read):
            make_private(part)
            for piece in pieces.values():
                if piece.sha256:
                    _put(part, piece, read)
        for folder in (part, *(path for path in part.iterdir() if path.is_dir())):
            sync_folder(folder)
        part.rename(home)
        sync_folder(home.parent)
    except OSError as error:
        raise save_failed(error) from None
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return pieces


def pieces_at(source: Path) -> dict[str, Piece]:
    """What a backup says is in it. Raises BadBackup."""
    with _opened(source) as (pieces, _):
        return pieces


def write_tar(folder: Path, file: Path) -> None:
    """A finished backup as one file, for its owner alone. Raises SaveFailed."""
    part = file.with_name(f".{file.name}.part")
    try:
        with part.open("xb") as out:
            part.chmod(0o600)
            with tarfile.open(fileobj=out, mode="w") as tar:
                for name in (MANIFEST, *(name for name in read_manifest(folder) if (folder / name).exists())):
                    tar.add(folder / name, arcname=name, recursive=False, filter=_nobodys)
            os.fsync(out.fileno())
        part.rename(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise save_failed(error) from None


def _nobodys(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the name of the account."""
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    return info


def _put(part: Path, piece: Piece, read: Read) -> None:
    try:
        data = read(piece.name)
    except (OSError, KeyError):
        raise BadBackup(f"{piece.name} is missing from that backup. Nothing was put back; try an older one.") from None
    if hashlib.sha256(data).hexdigest() != piece.sha256:
        raise BadBackup(f"{piece.name} in that backup is damaged. Nothing was put back; try an older one.")
    make_private((part / piece.name).parent)
    write_whole(part / piece.name, data, durable=True)


@contextmanager
def _opened(source: Path) -> Iterator[tuple[dict[str, Piece], Read]]:
    """The list of a backup, and how its files are read. Raises BadBackup."""
    if source.is_dir():
        pieces = read_manifest(source)
        if not pieces:
            raise BadBackup(NONE)
        yield pieces, lambda name: (source / name).read_bytes()
        return
    try:
        tar = tarfile.open(source, "r:")  # noqa: SIM115 - it is closed below, and may be none
    except (OSError, tarfile.TarError):
        raise BadBackup("That file cannot be read as a backup of casereflect.") from None
    with tar:
        yield _listed(tar), lambda name: _member(tar, name)


def _listed(tar: tarfile.TarFile) -> dict[str, Piece]:
    """The list in the file. It is written out first, so that nothing but what it names is ever looked for."""
    from store.backups import pieces_in

    try:
        pieces = pieces_in(_member(tar, MANIFEST))
    except (KeyError, OSError, tarfile.TarError):
        pieces = {}
    if not pieces:
        raise BadBackup(NONE)
    return pieces


def _member(tar: tarfile.TarFile, name: str) -> bytes:
    """The bytes of one file in it; links and folders are none. Raises KeyError, OSError."""
    found = tar.getmember(name)
    file = tar.extractfile(found) if found.isreg() and (name == MANIFEST or is_piece(name)) else None
    if file is None:
        raise KeyError(name)
    try:
        return file.read()
    except tarfile.TarError as error:
        raise OSError from error
