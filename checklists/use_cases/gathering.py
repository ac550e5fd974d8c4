"""Gather what a page for others is made from: each case with its earlier texts, read once."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.changes import since_for
from checklists.limits import Limits
from checklists.masking import Reading
from checklists.pages.changes import Looked
from checklists.pages.learning.brought import entries_to_bring, of_case, of_none
from checklists.pages.paper_about import About
from store.case import OWN, Case
from store.records import Supervision
from store.summary import CaseSummary as CaseSummary


def look_back(reading: Reading, case_id: str, today: date, day: date | None = None) -> Looked:
    """A case with the earlier texts of all its records, and from when to look. Raises StoreTrouble."""
    case = reading.case(case_id)
    return Looked(case, reading.versions(case_id), since_for(case, today, day))


def gather(reading: Reading, case_id: str, today: date, limits: Limits, day: date | None = None) -> About:
    """A case, with what is wanted from the next hour. Raises StoreTrouble."""
    wanted, entries = reading.practitioner().wanted.get(case_id, ""), entries_to_bring(reading)
    brought = (*of_case(entries, case_id), *of_none(entries))
    return About(look_back(reading, case_id, today, day), today, limits, wanted, brought=brought)


def gather_all(
    reading: Reading, rows: Sequence[CaseSummary], today: date, limits: Limits, day: date | None = None
) -> Iterator[About]:
    """The same of each of these cases, one at a time, so that whoever asks can say how far it is, and stop."""
    wanted, entries = reading.practitioner().wanted, entries_to_bring(reading)
    shared = of_none(entries)
    for row in rows:
        looked, mine = look_back(reading, row.id, today, day), wanted.get(row.id, "")
        yield About(looked, today, limits, mine, brought=of_case(entries, row.id), shared=shared)


def supervisions(reading: Reading) -> list[Supervision]:
    """Every part of an hour of supervision that an open case has, the newest on top. Raises StoreTrouble."""
    found = [one for row in open_cases(reading) for one in reading.case(row.id).of(Supervision)]
    return sorted(found, key=lambda one: (one.held_on, one.id), reverse=True)


def open_cases(reading: Reading) -> list[CaseSummary]:
    """The cases that a pack of the whole caseload is about, by reference: open, and readable."""
    return [row for row in reading.caseload() if not row.closed_on and not row.damaged]


def unread_cases(reading: Reading) -> list[str]:
    """The references of open cases whose file cannot be read: a pack of all says that they are not in it."""
    return [row.ref for row in reading.caseload() if row.damaged]


def books(reading: Reading) -> list[Case]:
    """My own book, and every case that can be read, closed ones too."""
    return [reading.case(OWN), *(reading.case(row.id) for row in reading.caseload() if not row.damaged)]
