"""When something happened, as a sentence says it: its day, or the words of a day that is approximate."""

from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day

if TYPE_CHECKING:
    from store.records import Event, NeglectEntry


def said_when(record: "Event | NeglectEntry", on: date) -> str:
    """`Mon 7 Sep`; `c. May 2019` as it was typed."""
    return record.happened_text if record.approx else say_day(record.happened_on, on)
