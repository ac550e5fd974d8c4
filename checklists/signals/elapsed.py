"""How long ago a dated fact was, against a row of the limits: the word, the day set, the count and how each is said."""

from dataclasses import dataclass
from datetime import date

from checklists.bank_holidays import BANK_HOLIDAYS
from checklists.dates import due, say_count, say_day, units_gone
from checklists.due import state
from checklists.limits import Limit, Limits, in_force
from checklists.signals.prompt import Severity
from checklists.working_days import is_working_day, working_day_before


@dataclass(frozen=True)
class Elapsed:
    """A fact with a date, on a day on which its limit is near, reached or past."""

    since: date
    on: date
    limit: Limit
    severity: Severity

    @property
    def limit_day(self) -> date:
        """The day the limit is reached; a calendar limit is not moved off a weekend."""
        return due(self.since, self.limit.value, self.limit.unit)

    @property
    def count(self) -> int:
        """Working days where the limit is in working days, else calendar days."""
        return units_gone(self.since, self.on, self.limit.unit)

    @property
    def day(self) -> str:
        """`Mon 2 Nov`: the day it counts from."""
        return say_day(self.since, self.on)

    @property
    def counted(self) -> str:
        """`15 working days`, `31 days`."""
        return say_count(self.count, self._counts_in)

    @property
    def brief(self) -> str:
        """`15 wd`, `31 days`: for a row."""
        return f"{self.count} wd" if self.limit.unit == "wd" else self.counted

    @property
    def limited(self) -> str:
        """`Limit 10`; with its unit where the count is in another: `Limit 6 weeks`."""
        return f"Limit {self.limit.value if self.limit.unit == self._counts_in else self.limit.said}"

    @property
    def source(self) -> str:
        """Where the limit comes from, and when that was checked."""
        found = in_force(None, self.limit)
        return found.source if found else ""

    @property
    def set_day(self) -> str:
        """`The date set was Thu 19 Nov.`; of a Sunday, also which working day lies before."""
        verb = "was" if self.limit_day < self.on else "is"
        said = f"The date set {verb} {say_day(self.limit_day, self.on)}"
        if is_working_day(self.limit_day):
            return f"{said}."
        falls = "bank holiday" if self.limit_day in BANK_HOLIDAYS else f"{self.limit_day:%A}"
        before = say_day(working_day_before(self.limit_day), self.on)
        return f"{said}. It falls on a {falls}; the working day before is {before}."

    @property
    def _counts_in(self) -> str:
        return "wd" if self.limit.unit == "wd" else "day"


def elapsed(since: date | None, limit_id: str, on: date, limits: Limits) -> Elapsed | None:
    """None while the limit is not near, where it is turned off, and where no day is recorded: that is never `never`."""
    limit = limits.row(limit_id)
    if since is None or not limit.enabled:
        return None
    word: Severity = state(since, limit.value, limit.unit, on, limits)  # type: ignore[assignment]
    if not word:
        return None
    return Elapsed(since, on, limit, "strong" if word == "overdue" and well_past(since, limit, on) else word)


def well_past(since: date, limit: Limit, on: date) -> bool:
    """Over the row's own `strong`: on that day itself it is still overdue."""
    if limit.strong is None:
        return False
    if limit.unit == "wd":
        return units_gone(since, on, limit.unit) > limit.strong
    return on > due(since, limit.strong, limit.unit)
