"""One at a time: lock files that the system lets go of when a process dies, and who holds one."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.case_store import Busy
from store.durable import save_failed

if TYPE_CHECKING:
    from filelock import FileLock

POLL_SECONDS = 0.005
_STUCK: "list[FileLock]" = []
"""Locks that the disk would not let go of."""


@contextmanager
def held(folder: Path, name: str, seconds: float, *, again: bool = False) -> Iterator[None]:
    """Hold the lock of that name, waiting so long for it; never while a person types.

    `again`: who holds it may take it once more. Raises Busy, SaveFailed.
    """
    from filelock import FileLock, Timeout

    holder = folder / f"{name}.holder"
    stuck, _STUCK[:] = tuple(_STUCK), ()
    _let_go(*stuck)
    lock = FileLock(
        folder / f"{name}.lock", poll_interval=POLL_SECONDS, mode=0o600, is_singleton=again, fallback_to_soft=False
    )
    try:
        lock.acquire(timeout=seconds)
    except Timeout:
        raise Busy(_busy(holder)) from None
    except OSError as error:
        raise save_failed(error) from None
    try:
        _sign(holder)
        yield
    finally:
        _let_go(lock)


def _let_go(*locks: "FileLock") -> None:
    """What was saved is saved, also where the disk answers the letting go with an error; it is tried again next time."""
    for lock in locks:
        try:
            lock.release()
        except OSError:
            _STUCK.append(lock)


def _sign(holder: Path) -> None:
    """Who holds the lock, for whoever waits; as well as can be."""
    with contextlib.suppress(OSError):
        handle = os.open(holder, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        try:
            os.fchmod(handle, 0o600)
            os.write(handle, f"{os.getpid()} {datetime.now().astimezone():%H:%M}".encode())
        finally:
            os.close(handle)


def _busy(holder: Path) -> str:
    try:
        process, _, since = holder.read_text(encoding="ascii").partition(" ")
    except (OSError, UnicodeDecodeError):
        process = since = ""
    who = f" (process {process}, since {since})" if process and since else ""
    return f"Another window or program{who} is saving this. Nothing was changed; try again in a moment."
