"""When I last wondered, and since when all that is open is one reading."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklists.marks.when import local_day
from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Hypothesis

WONDERED, ONE_READING = "wondered", "one reading"


def wonders(case: Case) -> Iterator[Mark]:
    """The last day one was added or changed, set down ones too; and the day since which no second reading stands open."""
    from store.records import Hypothesis

    every = case.of(Hypothesis)
    if not every:
        return
    yield Mark(WONDERED, case.id, max((day for one in every if (day := _touched(one))), default=None))
    alone = _one_reading_since(every)
    if alone is not None:
        yield Mark(ONE_READING, case.id, alone)


def _touched(one: "Hypothesis") -> date | None:
    return local_day(one.edited_at or one.recorded_at)


def _one_reading_since(every: "Sequence[Hypothesis]") -> date | None:
    """None while a second reading is open, or nothing is: then there is no one story to hold on to.

    A second reading that was set down counted until that day.
    """
    still = [one for one in every if one.state == "open"]
    if any(one.alternative_to for one in still):
        return None
    first = min((day for one in still if (day := local_day(one.recorded_at))), default=None)
    if first is None:
        return None
    gone = [day for one in every if one.alternative_to and (day := _touched(one))]
    return max([first, *gone])
