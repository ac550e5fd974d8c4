"""The clock, as a value handed in: nothing below the composition root asks the system for the time."""

from dataclasses import dataclass
from datetime import UTC, date, datetime


@dataclass(frozen=True)
class Clock:
    """Now and today in the worker's own time zone; `fixed` is a day set for demos and tests."""

    fixed: date | None = None

    def now(self) -> datetime:
        """This moment, in UTC; on a set day, that day at the real time of day."""
        moment = datetime.now(UTC)
        if self.fixed is None:
            return moment
        return datetime.combine(self.fixed, moment.time(), UTC)

    def today(self) -> date:
        """The day it is here."""
        return self.fixed or datetime.now(UTC).astimezone().date()
