"""The earlier texts of any record, with their times and the fields that changed; of a case also what was taken out."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklists.entry import held
from checklists.naming import called
from checklists.pages.blocks import Block, Compare, Facts, Heading, Page, Paragraph
from checklists.pages.history import WHY, called_kind, changed_fields, say_instant, say_time, titled
from store.case import Case
from store.case_store import Version
from store.records import CaseRecord, Record, Seen, Visit

SIDES = ("Before", "Then")
"""Over the two columns of what changed."""
BESIDE = 20
"""The column of what a text is, unless the heading is longer."""


def record_history_page(case: Case, record: Record, versions: Sequence[Version], today: date) -> Page:
    """A record as it stands and its earlier texts, newest first, with the fields that changed.

    `versions` are the earlier texts of the whole case: those of a visit go on with how each child was seen on it,
    those of a case with all that was taken out. One that was withdrawn says when and why.
    """
    blocks = list(_texts(case, record, versions, today))
    if isinstance(record, Visit):
        blocks += _seen(case, record, versions, today)
    if isinstance(record, CaseRecord):
        blocks += _taken_out(case, versions, today)
    return Page(f"Earlier texts of {called_kind(case, record)}", case.ref, tuple(blocks), "", case.ref)


def _texts(case: Case, record: Record, versions: Sequence[Version], today: date, name: str = "") -> Iterator[Block]:
    """Each text under its time; beside the one before it where they differ."""
    own = [one for one in versions if one.record.id == record.id]
    texts = [(one.record, _how(one), one.reason) for one in own]
    if case.find(record.id) is not None:
        texts.append((record, "as it stands", ""))
    for place in reversed(range(len(texts))):
        current, how, reason = texts[place]
        head = f"{name}{say_time(current) or 'undated'}"
        yield Heading(head[:1].upper() + head[1:], ((max(BESIDE, len(head) + 2), how),))
        if reason:
            yield Facts((("Why", reason),))
        if place:
            changed = changed_fields(case, texts[place - 1][0], current, today)
            yield Compare(SIDES, changed) if changed else Paragraph("No field differs.")
        else:
            yield Facts(_filled(case, current, today))


def _how(version: Version) -> str:
    """What a text is; when it was withdrawn, as that is another time than when it was written."""
    return f"withdrawn {say_instant(version.replaced_at)}" if version.why == "withdrawn" else WHY[version.why]


def _filled(case: Case, record: Record, today: date) -> tuple[tuple[str, str], ...]:
    pairs = ((entry.label, entry.say(held(record, entry.name), today)) for entry in titled(case, type(record), today))
    return tuple(pair for pair in pairs if pair[1])


def _seen(case: Case, visit: Visit, versions: Sequence[Version], today: date) -> Iterator[Block]:
    """The earlier texts of how each child was seen on the visit, where there are any."""
    earlier = [one.record for one in versions if isinstance(one.record, Seen) and one.record.visit_id == visit.id]
    stands = {row.id: row for row in case.of(Seen)}
    last = {row.id: row for row in earlier} | {row.id: stands[row.id] for row in earlier if row.id in stands}
    names = {child.id: called(child, case.ref) for child in case.children}
    for row in last.values():
        yield from _texts(case, row, versions, today, f"{names.get(row.child_id, case.ref)}, ")


def _taken_out(case: Case, versions: Sequence[Version], today: date) -> Iterator[Block]:
    """Every record that was withdrawn and does not stand again, the last one first."""
    last = {one.record.id: one for one in versions if one.why != "conflict"}
    gone = [one for one in last.values() if one.why == "withdrawn" and case.find(one.record.id) is None]
    for one in sorted(gone, key=lambda one: one.replaced_at, reverse=True):
        yield from _texts(case, one.record, versions, today, f"{called_kind(case, one.record)}, ")
