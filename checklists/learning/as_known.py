"""A case as I knew it on a day: only what was written down by then, each text as it stood at the end of that day.

Nothing is changed by looking. What was written or edited later is not there, however long ago it happened.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from checklists.marks.when import local_day
from store.case import Case, case_of
from store.case_store import Version
from store.records import CaseRecord, Record

ALWAYS = datetime.min.replace(tzinfo=UTC)


class Text(NamedTuple):
    """One text of a record, and from when until when it stood."""

    record: Record
    since: datetime
    until: datetime | None = None
    """None: it stands now."""
    withdrawn: bool = False
    """What ended it was that the record was taken out."""


def texts_of(case: Case, versions: Iterable[Version]) -> dict[str, list[Text]]:
    """Every text of every record of a case, oldest first, by the record's id; without those that lost to another window."""
    found: dict[str, list[Text]] = {}

    def add(record: Record, until: datetime | None, *, withdrawn: bool = False) -> None:
        mine = found.setdefault(record.id, [])
        before = mine[-1].until if mine else None
        written = record.edited_at or record.recorded_at or ALWAYS
        mine.append(Text(record, max(written, before or ALWAYS), until, withdrawn))

    for one in versions:
        if one.why != "conflict":
            add(one.record, one.replaced_at, withdrawn=one.why == "withdrawn")
    for record in (case.info, *(row for rows in case.tables.values() for row in rows)):
        add(record, None)
    return found


def as_known(case: Case, versions: Sequence[Version], day: date) -> Case:
    """The case as it stood at the end of the day. `versions` are the earlier texts of all its records.

    The case's own facts were always there: before the first day of the case they are as they were first written.
    """
    found = texts_of(case, versions)
    standing = [text for texts in found.values() if (text := _on(texts, day)) is not None]
    info = next((one.record for one in standing if one.record.id == case.id), found[case.id][0].record)
    assert isinstance(info, CaseRecord)
    rest = sorted((one.record for one in standing if one.record.id != case.id), key=_written)
    return case_of(info, rest, case.revision)


def later_texts(case: Case, versions: Sequence[Version], record_id: str, day: date) -> Iterator[Text]:
    """The texts of a record that were written after the day, oldest first."""
    for text in texts_of(case, versions).get(record_id, ()):
        if _day(text.since) > day:
            yield text


def _on(texts: Sequence[Text], day: date) -> Text | None:
    """The text that stood at the end of the day; none before the first, and none once it was taken out."""
    begun = [text for text in texts if _day(text.since) <= day]
    last = begun[-1] if begun else None
    return None if last is None or (last.until is not None and _day(last.until) <= day) else last


def _day(moment: datetime) -> date:
    return date.min if moment == ALWAYS else local_day(moment) or date.min


def _written(record: Record) -> tuple[datetime, str]:
    return record.recorded_at or ALWAYS, record.id
