"""The audit trail: one line an event, each holding the hash of the line before it, so that a removed or changed line shows.

A line is `number hash message seal`: the SHA-256 of the line before, the event as one age message in base64, and a seal
that only the key can make. A failed unlock is written without the key, so its seal is `-`. `head` remembers the last
number and hash: lines cut from the end show too, also after more were written.
"""

import base64
import contextlib
import errno
import fcntl
import hashlib
import hmac
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson

from store.case_store import Busy, SaveFailed
from store.durable import make_private, save_failed
from store.events import Event
from store.keys import Keys
from store.locations import Places

WAIT_SECONDS = 1.0
"""How long another window's line is waited for; one is written in less than a thousandth of that."""
POLL_SECONDS = 0.002
NAMED = 20
"""How many records of one save a line names; of more it gives the number."""
UNSEALED = "-"
BEGINNING = hashlib.sha256(b"").hexdigest()
"""What the first line holds in place of a hash."""
_TAIL = 4096


@dataclass(frozen=True, slots=True)
class Place:
    """Where a trail stands: the last number, and the hash of that line."""

    number: int = 0
    hash: str = BEGINNING


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was read: its number, the hash it holds of the one before, its sealed message, and its own bytes."""

    number: int
    before: str
    message: str
    seal: str
    raw: bytes = field(repr=False)

    @property
    def place(self) -> Place:
        """Where the trail stands after it."""
        return Place(self.number, hash_of(self.raw))


def append(places: Places, keys: Keys, event: Event, *, sync: bool = True) -> None:
    """Write a line for the event; with `sync` it survives a power cut. Raises Busy, SaveFailed."""
    message = base64.b64encode(keys.encrypt(orjson.dumps(_plain(event)))).decode()
    try:
        with _alone(places):
            before = _end_of(places)
            seal = [*seals_of(keys, before, message), UNSEALED][0]
            line = f"{before.number + 1} {before.hash} {message} {seal}".encode()
            _write(_file_for(places, event.at), line, sync=sync)
            _keep_head(places, Place(before.number + 1, hash_of(line)))
    except OSError as error:
        raise save_failed(error) from None


def note(places: Places, keys: Keys, event: Event, *, sync: bool = True) -> None:
    """The same, as well as can be: what a person does is never refused because it could not be noted."""
    with contextlib.suppress(SaveFailed, Busy):
        append(places, keys, event, sync=sync)


def hash_of(line: bytes) -> str:
    """The SHA-256 of a line, without its end."""
    return hashlib.sha256(line).hexdigest()


def seals_of(keys: Keys, before: Place, message: str) -> list[str]:
    """What only the holder of the key can make of a line and the one before it; one for each key that there was."""
    said = f"{before.number + 1} {before.hash} {message}".encode()
    return [hmac.new(_secret(key), said, "sha256").hexdigest() for key in (keys.identity or "").split()]


def _secret(key: str) -> bytes:
    return hashlib.sha256(f"casereflect audit {key}".encode()).digest()


def line_of(raw: bytes) -> Line | None:
    """A line of the file; None where it is not a whole one."""
    parts = raw.split(b" ")
    if len(parts) != 4 or not parts[0].isdigit():
        return None
    try:
        return Line(int(parts[0]), parts[1].decode(), parts[2].decode(), parts[3].decode(), raw)
    except UnicodeDecodeError:
        return None


def event_of(keys: Keys, line: Line) -> Event:
    """The event of a line. Raises NotOurs, Cut, ValueError, KeyError or TypeError where it cannot be read."""
    row = orjson.loads(keys.decrypt(base64.b64decode(line.message, validate=True)))
    records = tuple((kind, record_id, before, after) for kind, record_id, before, after in row["records"])
    at = datetime.fromisoformat(row["at"])
    return Event(at, row["what"], row["case"], row["revision"], records, row["number"])


def audit_files(places: Places) -> list[Path]:
    """The files of the months, oldest first."""
    try:
        names = os.listdir(places.audit)  # noqa: PTH208 - names alone; this is done with every save
    except OSError:
        return []
    return [places.audit / name for name in sorted(names) if name.endswith(".log")]


def read_head(places: Places) -> Place:
    """Where the trail stood when the last line was written; the beginning where that is not known."""
    try:
        number, _, found = places.audit_head.read_text(encoding="ascii").strip().partition(" ")
        return Place(int(number), found)
    except (OSError, ValueError):
        return Place()


def _plain(event: Event) -> dict[str, Any]:
    return {
        "at": event.at.astimezone(UTC).isoformat(timespec="seconds"),
        "what": event.what,
        "case": event.case_id,
        "revision": event.revision,
        "records": event.records[:NAMED],
        "number": event.number or len(event.records),
    }


@contextmanager
def _alone(places: Places) -> Iterator[None]:
    """Alone with the trail, among windows, commands and threads."""
    for folder in (places.audit, places.locks):
        make_private(folder)
    handle = os.open(places.audit_lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(handle, 0o600)
        _take(handle, time.monotonic() + WAIT_SECONDS)
        yield
    finally:
        os.close(handle)  # and lets go of the lock


def _take(handle: int, until: float) -> None:
    while True:
        try:
            return fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Busy("Another window is writing in the audit trail. Try again in a moment.") from None
        time.sleep(POLL_SECONDS)


def _end_of(places: Places) -> Place:
    """What the next line follows: the last one there is, unless the head knows better.

    A kill leaves a line that the head does not know yet. Where lines were cut or changed, the head remembers what was.
    """
    head, files = read_head(places), audit_files(places)
    line = line_of(_last_line(files[-1])) if files else None
    return line.place if line is not None and line.number > head.number else head


def _last_line(path: Path) -> bytes:
    with path.open("rb") as file:
        size, room = file.seek(0, os.SEEK_END), _TAIL
        while True:
            file.seek(max(size - room, 0))
            found = file.read().rstrip(b"\n")
            if room >= size or b"\n" in found:
                return found.rpartition(b"\n")[2]
            room *= 4


def _file_for(places: Places, at: datetime) -> Path:
    """The file of the month; the last one there is where the clock was put back, so that the lines stay in order."""
    now = places.audit / f"{at:%Y-%m}.log"
    return max([now, *audit_files(places)[-1:]])


def _write(path: Path, line: bytes, *, sync: bool) -> None:
    """One write at the end of the file; a line that a power cut left without an end is ended first."""
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(handle, 0o600)
        size = os.fstat(handle).st_size
        broken = size > 0 and os.pread(handle, 1, size - 1) != b"\n"
        data = (b"\n" if broken else b"") + line + b"\n"
        if os.write(handle, data) != len(data):
            os.ftruncate(handle, size)  # half a line would look as if somebody had cut it
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if sync:
            os.fsync(handle)
    finally:
        os.close(handle)


def _keep_head(places: Places, place: Place) -> None:
    """Written in place, always as long: a file put in its place would make the disk work with every save."""
    handle = os.open(places.audit_head, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.fchmod(handle, 0o600)
        os.pwrite(handle, f"{place.number:020} {place.hash}\n".encode(), 0)
    finally:
        os.close(handle)
