"""One entry of the chronology, and what is told of every one of them."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from checklists.dates import MONTHS, say_brief, say_day
from checklists.entry import entry_of
from checklists.library import library
from checklists.naming import called
from store.case import Case
from store.records import Agency, Child, Record

WORD_OF_SECTOR: Mapping[str, str] = {"health": "Health", "education": "School", "police": "Police"}
"""Agencies that have a word and a row of their own; any other is an agency."""
ENDS = tuple(".!?…:")
"""How a sentence may end."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day. One record may have several: a contact, and the reply to it."""

    on: date
    kind: str
    """The kind of record it is from."""
    word: str
    """What it is, in a word: `Visit`, `School`, `Concern`."""
    text: str
    record_id: str
    written: datetime | None = None
    """When it was first written down; None where that is not recorded."""
    edited: datetime | None = None
    """When this text was written, where it is not the first."""
    day_text: str = ""
    """The day as it was typed, where it is approximate."""
    children: tuple[str, ...] = ()
    """Ids of the children it is about; none: all of them."""
    means: str = ""
    """What it means for the child."""
    source: str = ""
    """Who or what it is known from."""
    people: tuple[str, ...] = ()
    """Roles or initials of those who were there, said it or were told."""
    themes: tuple[str, ...] = ()
    lanes: tuple[str, ...] = ()
    """Its rows in the grid of months."""
    weighs: bool = False
    """It is marked as a key event."""
    part: str = ""
    """Tells it from other entries of the same record."""

    @property
    def written_on(self) -> date | None:
        """The day on which it was written down, where the machine stands."""
        return self.written.astimezone().date() if self.written else None

    @property
    def last_day(self) -> date:
        """The last day that it may have been on: the end of the month or the year, where its day is approximate."""
        if not self.day_text:
            return self.on
        if not any(month in self.day_text.casefold() for month in MONTHS):
            return date(self.on.year, 12, 31)
        return self.on.replace(day=calendar.monthrange(self.on.year, self.on.month)[1])

    def said_day(self, today: date) -> str:
        """`Tue 3 Nov`; `c. May 2019` where it is not known better."""
        return self.day_text or say_day(self.on, today)

    def brief_day(self, today: date) -> str:
        """The day in at most eleven letters, unless more were typed."""
        return self.day_text or say_brief(self.on, today)


class Told:
    """A case, and the words by which its entries are told; each is looked up once."""

    def __init__(self, case: Case, today: date, child: str = "") -> None:
        self.case = case
        self.today = today
        self.child = child
        """Only what is about this child; blank: all of them."""
        self.children = {one.id: called(one, case.ref) for one in case.of(Child)}
        self.agencies = {one.id: one for one in case.of(Agency)}
        self.areas = dict(library(case.info.service).areas)

    def choice(self, kind: type[Record], field: str, value: Any) -> str:
        """The words of a choice on a case of this service."""
        return _choices(kind, field, self.case.info.service).get(str(value), str(value))

    def agency(self, agency_id: str | None) -> str:
        """The label of an agency of this case; blank where it is not listed."""
        found = self.agencies.get(agency_id or "")
        return found.label if found else ""

    def sector(self, agency_id: str | None) -> str:
        """`School`, `Police`, `Health`, or `Agency`."""
        found = self.agencies.get(agency_id or "")
        return WORD_OF_SECTOR.get(found.sector, "Agency") if found else "Agency"

    def names(self, children: tuple[str, ...]) -> str:
        """The initials of some children."""
        return ", ".join(self.children[one] for one in children if one in self.children)

    def day(self, on: date) -> str:
        """A day as it is said today."""
        return say_day(on, self.today)

    def made(self, record: Record, on: date, word: str, text: str, **more: Any) -> Dated:
        """An entry of a record, with when it was written: what came later than the first text is in a later one."""
        written, edited = record.recorded_at, record.edited_at
        if written and edited and written.astimezone().date() < on:
            written = edited
        return Dated(on, record.kind, word, text, record.id, **{"written": written, "edited": edited, **more})


@cache
def _choices(kind: type[Record], field: str, service: str) -> dict[str, str]:
    return {str(choice.value): choice.words for choice in entry_of(kind, field, service).choices}


def joined(*parts: str) -> str:
    """Sentences one after the other; each ends with a stop, and blank ones are left out."""
    return " ".join([_ended(" ".join(part.split())) for part in parts if part and not part.isspace()])


def _ended(text: str) -> str:
    return text if text.rstrip('")')[-1:] in ENDS else f"{text}."
