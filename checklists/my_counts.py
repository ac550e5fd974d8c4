"""The person's own marks of a count over the built-in ones: at how many a pattern is noticed, and at how many repeated.

The same rules as for limits hold: a reason, what it was, and a choice where what lies beneath has changed since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, NamedTuple

from checklists.dates import say_day
from checklists.limits import Count, Limits
from checklists.wrong import Wrong

FIELDS = ("due", "more_than", "at_least", "of_last", "strong")
"""The numbers that a count may have; the first that it has is its main one."""
LONGEST = 1000
Who = Literal["built in", "council", "me"]
Numbers = Mapping[str, float]
Pairs = tuple[tuple[str, float], ...]
"""The same as a value that can be compared and kept."""


class MyCount(NamedTuple):
    """One count that the person changed."""

    id: str
    numbers: Pairs
    was: str
    """What it was before, in words, whoever set it."""
    under: Pairs
    """The numbers beneath when it was changed."""
    reason: str
    on: date


@dataclass(frozen=True)
class CountSetting:
    """A count as it stands: in force, what lies beneath, and who set it."""

    count: Count
    beneath: Count
    who: Who
    mine: MyCount | None = None

    @property
    def id(self) -> str:
        """The id of the count."""
        return self.count.id

    @property
    def name(self) -> str:
        """What it counts."""
        return self.count.name

    @property
    def said(self) -> str:
        """Its numbers in words."""
        return self.count.said

    @property
    def said_beneath(self) -> str:
        """Those beneath in words."""
        return self.beneath.said

    @property
    def changed_beneath(self) -> bool:
        """What lies beneath is another than when the person changed it."""
        return self.mine is not None and dict(self.mine.under) != numbers_of(self.beneath)


def numbers_of(count: Count) -> dict[str, float]:
    """The numbers that a count has, by their names."""
    return {name: getattr(count, name) for name in FIELDS if getattr(count, name) is not None}


def pairs_of(numbers: Numbers) -> Pairs:
    """The numbers in the order of their names."""
    return tuple((name, numbers[name]) for name in FIELDS if name in numbers)


def main_of(count: Count) -> str:
    """The number that a count is mostly about."""
    return next(iter(numbers_of(count)))


def with_numbers(count: Count, numbers: Numbers) -> Count:
    """The count with other numbers; one left out is blank."""
    return count._replace(**{name: numbers.get(name) for name in FIELDS})  # type: ignore[arg-type]


def counts_with(beneath: Mapping[str, Count], mine: Iterable[MyCount], today: date | None = None) -> dict[str, Count]:
    """The counts in force: the person's over those beneath. One that no longer exists is left out."""
    counts = dict(beneath)
    for row in mine:
        if row.id in counts:
            day = say_day(row.on, today or row.on)
            changed = with_numbers(counts[row.id], dict(row.numbers))
            counts[row.id] = changed._replace(source=f"my limit since {day}: {row.reason}", last_checked=None)
    return counts


def count_settings(in_force: Limits, council: Limits, built_in: Limits, mine: Sequence[MyCount]) -> list[CountSetting]:
    """Every count as it stands, in the order of the file."""
    own = {row.id: row for row in mine}
    made = []
    for name, beneath in council.counts.items():
        who: Who = "me" if name in own else "council" if beneath != built_in.count(name) else "built in"
        made.append(CountSetting(in_force.count(name), beneath, who, own.get(name)))
    return made


def change_count(setting: CountSetting, numbers: Numbers, reason: str, today: date) -> MyCount:
    """The count with other numbers. Raises Wrong."""
    given = {name: value for name, value in numbers.items() if value is not None}
    may_be(setting.beneath, given)
    if not reason.strip():
        raise Wrong("Why: changing a limit asks why.", "A few words are enough.", "reason")
    if given == numbers_of(setting.count):
        raise Wrong("That is what it is now.", "Give another value, or go back.", main_of(setting.count))
    was = setting.count.said
    return MyCount(setting.id, pairs_of(given), was, pairs_of(numbers_of(setting.beneath)), reason.strip(), today)


def may_be(beneath: Count, given: Numbers) -> None:
    """Whether the numbers can be used: those that the count has, `strong` alone may be blank. Raises Wrong."""
    known = numbers_of(beneath)
    for name in known:
        if name not in given and (name != "strong" or len(known) == 1):
            raise Wrong("That number is needed.", f"It is {known[name]:g} beneath.", name)
    for name, value in given.items():
        highest = 1 if name == "more_than" else LONGEST
        if name not in known or not 0 < value <= highest or (name != "more_than" and value != int(value)):
            raise Wrong("That number cannot be used.", f"A whole number from 1 to {LONGEST}; a share up to 100.", name)
    if given.get("strong", LONGEST) < given.get("due", 0):
        raise Wrong("Repeated: that is before it is noticed.", f"Give {given['due']:g} or more.", "strong")


def read_counts(rows: Any, file: str) -> tuple[MyCount, ...]:
    """The changed counts of a file. Raises Wrong, naming the row."""
    if not isinstance(rows, list):
        raise Wrong(f"{file}: its counts begin with [[changed_count]].", "Mend it, or put the file aside.")
    return tuple(_read(row, file) for row in rows)


def _read(row: Any, file: str) -> MyCount:
    try:
        made = MyCount(
            row["id"], _numbers(row["numbers"]), str(row["was"]), _numbers(row["under"]), row["reason"], row["on"]
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        name = row.get("id", "without an id") if isinstance(row, Mapping) else "without an id"
        raise Wrong(f"{file}, row {name}: it is not whole.", "Mend it, or take the row out.") from None
    if not isinstance(made.on, date) or any(not 0 < value <= LONGEST for _, value in made.numbers):
        raise Wrong(f"{file}, row {made.id}: its numbers or its date cannot be used.", "Mend it, or take the row out.")
    return made


def _numbers(given: Mapping[str, Any]) -> Pairs:
    return pairs_of({name: float(value) if name == "more_than" else int(value) for name, value in given.items()})
