"""What the audit trail says of one thing that was done. Ids only, never any text of a case."""

from dataclasses import dataclass
from datetime import datetime

Touched = tuple[str, str, int | None, int | None]
"""Kind, record id, revision before, revision after; None where there was or is no record."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that was done: when, what, and to which case and records."""

    at: datetime
    what: str
    """unlocked, refused, opened, saved, not_saved, exported, backed_up, restored, …"""
    case_id: str = ""
    revision: int = 0
    """Of the case, after a save."""
    records: tuple[Touched, ...] = ()
    number: int = 0
    """How many records, cases or files it was about, where they are not named one by one."""
