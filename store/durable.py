"""Writing a file so that it is whole or not there: a temporary file, fsync, rename, fsync of the folder."""

import contextlib
import errno
import os
import time
from pathlib import Path

from store.case_store import SaveFailed

_REASONS = {
    errno.ENOSPC: "The disk is full. Free some room and save again.",
    errno.EDQUOT: "Your disk quota is used up. Free some room and save again.",
    errno.EFBIG: "The file would be larger than this machine allows. Ask who looks after it.",
    errno.EROFS: "The disk can only be read. Ask who looks after it.",
    errno.EACCES: "There is no permission to write in the data folder. Ask who looks after it.",
    errno.EPERM: "There is no permission to write in the data folder. Ask who looks after it.",
    errno.ENOENT: "The data folder is not there any more. Look whether its disk is connected.",
    **dict.fromkeys(
        (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP),
        "The data folder has no working locks, as some network folders have none, so two windows could overwrite each "
        "other. Keep it on a disk of this machine.",
    ),
    errno.EIO: "The disk answered with an error. Tell who looks after it, and save again.",
}

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)
"""What a file system without hard links answers."""


def save_failed(error: OSError) -> SaveFailed:
    """The fault as a sentence; names no path and no text."""
    reason = _REASONS.get(error.errno or 0, f"The system said: {os.strerror(error.errno or 0)}. Save again.")
    return SaveFailed(f"Not saved. What was saved before is whole. {reason}")


def make_private(folder: Path) -> None:
    """The folder, and those above it that are missing, for its owner alone (0700), whatever the umask. Raises SaveFailed.

    A folder that was there before is taken from everyone else too, where the system lets us.
    """
    try:
        missing = [each for each in (folder, *folder.parents) if not each.exists()]
        for each in reversed(missing):
            each.mkdir(mode=0o700, exist_ok=True)
            each.chmod(0o700)
        if not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    except OSError as error:
        raise save_failed(error) from None
    with contextlib.suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)


def write_durably(path: Path, data: bytes, *, previous: Path | None = None) -> None:
    """Put `data` at `path` for its owner alone (0600); when this returns it survives a power cut.

    The replaced file is kept as `previous` where that is given. Raises SaveFailed, and then the old file is whole.
    """
    write_whole(path, data, previous=previous, durable=True)
    sync_folder(path.parent)


def write_whole(path: Path, data: bytes, *, previous: Path | None = None, durable: bool = False) -> None:
    """The same, whole or not there; unless `durable`, a power cut may lose it. For what can be made anew."""
    temporary = _beside(path)
    try:
        _fill(temporary, data, durable=durable)
        if previous is not None and path.exists():
            _link_over(path, previous)
        _rename(temporary, path)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise save_failed(error) from None


def sweep(path: Path) -> None:
    """Remove what a killed save left beside the file; only while its lock is held."""
    start = f".{path.name}."
    with contextlib.suppress(OSError):
        for name in os.listdir(path.parent):  # noqa: PTH208 - names alone: there may be thousands
            if name.startswith(start) and name.endswith(".tmp"):
                path.with_name(name).unlink()


def sweep_old(folder: Path, seconds: float) -> None:
    """Remove what killed writes left in a folder without locks: temporary files untouched for so long."""
    for left in folder.glob(".*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > seconds:
                left.unlink()


def _beside(path: Path) -> Path:
    """A hidden name in the same folder that no other write has."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")


def _fill(path: Path, data: bytes, *, durable: bool) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        os.fchmod(handle, 0o600)  # whatever the umask
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if durable:
            os.fsync(handle)
    finally:
        os.close(handle)


def _rename(temporary: Path, path: Path) -> None:
    """Put it in the place of `path`. A network share may answer that this failed when it was made: then it is there."""
    ours = temporary.stat().st_ino
    try:
        temporary.replace(path)
    except OSError:
        if not path.exists() or path.stat().st_ino != ours:
            raise


def _link_over(path: Path, previous: Path) -> None:
    """The old file under its second name, by a rename so that `previous` is never missing."""
    link = _beside(previous)
    try:
        try:
            os.link(path, link)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _fill(link, path.read_bytes(), durable=True)
        link.replace(previous)
    finally:
        # A rename does nothing where both names are one file already: a save was cut off after it kept the old one.
        with contextlib.suppress(OSError):
            link.unlink()


def sync_folder(folder: Path) -> None:
    """Make sure that what was put into the folder under a name stays there. Raises SaveFailed."""
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network and FUSE file systems cannot sync a folder
            raise SaveFailed(
                "It is written, but the disk did not confirm it. Look whether it is there, then save again."
            ) from None
