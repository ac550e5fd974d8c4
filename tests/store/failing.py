"""The system says no: from its n-th call in a folder on, or at that call alone, every call that writes there fails.

It stands in for the system and not for our code: `os` and `fcntl` are asked as ever, and answer as a full or broken
disk answers. A write puts half of its bytes down first, as a disk does that fills up; a file that cannot be closed is
closed all the same, as Linux does.
"""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

NAMED = ("open", "replace", "rename", "link", "unlink", "mkdir", "chmod")
"""Calls that name a file."""
ON_A_HANDLE = ("write", "fsync", "fdatasync", "fchmod", "close", "ftruncate")
"""Calls on an open one."""


class Failing:
    """While it stands, the `first`-th call below `folder` fails with `number`, and every later one where it is `for_good`."""

    def __init__(self, folder: Path, first: int, number: int, *, for_good: bool = False, late: bool = False) -> None:
        self.folder, self.first, self.number, self.for_good = str(folder), first, number, for_good
        self.late = late
        """A rename is made, and fails only then: as a network share answers one that it was asked twice."""
        self.calls: list[str] = []
        self._real: dict[tuple[Any, str], Callable[..., Any]] = {}
        self._ours: set[int] = set()

    @property
    def failed(self) -> str:
        """The call that failed first; blank where it did not come to it."""
        return self.calls[self.first - 1] if len(self.calls) >= self.first else ""

    def __enter__(self) -> Self:
        for name in NAMED:
            self._stand_for(os, name, self._named)
        for name in ON_A_HANDLE:
            self._stand_for(os, name, self._on_a_handle)
        self._stand_for(fcntl, "flock", self._on_a_handle)
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        for (module, name), real in self._real.items():
            setattr(module, name, real)

    def _stand_for(self, module: Any, name: str, how: Callable[..., Any]) -> None:
        real = getattr(module, name)
        self._real[module, name] = real

        def call(*args: Any, **named: Any) -> Any:
            return how(name, real, *args, **named)

        setattr(module, name, call)

    def _fails(self, name: str) -> bool:
        self.calls.append(name)
        return len(self.calls) == self.first or (self.for_good and len(self.calls) > self.first)

    def _error(self) -> OSError:
        return OSError(self.number, os.strerror(self.number))

    def _named(self, name: str, real: Callable[..., Any], path: Any, *args: Any, **named: Any) -> Any:
        if not os.fspath(path).startswith(self.folder) or (name == "open" and not _writes(args)):
            return real(path, *args, **named)
        if self._fails(name):
            if self.late and name in ("replace", "rename"):
                real(path, *args, **named)
            raise self._error()
        found = real(path, *args, **named)
        if name == "open":
            self._ours.add(found)
        return found

    def _on_a_handle(self, name: str, real: Callable[..., Any], handle: int, *args: Any) -> Any:
        if handle not in self._ours:
            return real(handle, *args)
        fails = self._fails(name)
        if name == "close":
            self._ours.discard(handle)
            real(handle)
        if not fails:
            return None if name == "close" else real(handle, *args)
        if name == "write":
            real(handle, bytes(args[0])[: len(args[0]) // 2])
        raise self._error()


def _writes(args: tuple[Any, ...]) -> bool:
    """A file that is only read, or a folder that is opened to be synced, counts too where the disk answers with errors."""
    return bool(args)


REASONS = {
    errno.ENOSPC: "The disk is full.",
    errno.EDQUOT: "Your disk quota is used up.",
    errno.EROFS: "The disk can only be read.",
    errno.EACCES: "There is no permission to write",
    errno.EIO: "The disk answered with an error.",
    errno.ENOLCK: "has no working locks",
}
"""What is said of each."""
