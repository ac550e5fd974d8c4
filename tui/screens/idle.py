"""Masking and locking by themselves, when no key was pressed for as long as the limits say."""

import time
from typing import TYPE_CHECKING

from checklists.limits import Limits
from tui.composition import House

if TYPE_CHECKING:
    from tui.app import Casereflect

SECONDS = {"minute": 60.0, "hours": 3600.0}


def seconds_of(house: House, limit_id: str) -> float:
    """How long a limit of the idle kind is, in seconds; 0 where it is switched off."""
    return _seconds(house.limits(), limit_id)


def _seconds(limits: Limits, limit_id: str) -> float:
    row = limits.row(limit_id)
    return row.value * SECONDS[row.unit] if row.enabled else 0.0


class Idle:
    """Counts from the last key. One timer that is seldom set, so that a quiet program stays quiet."""

    def __init__(self, app: "Casereflect", mask: float, lock: float) -> None:
        self.app = app
        self.mask = mask
        self.lock = lock
        self.last = time.monotonic()
        """When a key came last."""

    def begin(self) -> None:
        """Start counting."""
        self.key_came()
        self._wait()

    def key_came(self) -> None:
        """A key was pressed."""
        self.last = time.monotonic()

    def _wait(self) -> None:
        """Come back when the next of the two is due, counted from the last key."""
        gone = time.monotonic() - self.last
        ahead = [after - gone for after in (self.mask, self.lock) if after > gone]
        later = min(ahead, default=max(self.mask, self.lock))
        if later > 0:
            self.app.set_timer(later, self._due)

    def _due(self) -> None:
        gone = time.monotonic() - self.last
        if self.lock and gone >= self.lock:
            self.app.action_lock()
        elif self.mask and gone >= self.mask:
            self.app.mask_unseen()
        self._wait()
