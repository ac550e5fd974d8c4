"""The audit trail as a person reads it: when, what was done, and to which case. Never any text of a case."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.naming import of_each_kind
from checklists.pages.blocks import Cell, Column, Fit, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from store.case import OWN, OWN_REF
from store.events import Event, Touched
from store.summary import CaseSummary, short_id

if TYPE_CHECKING:
    from store.certificates import Certificate

DONE = {
    "unlocked": "unlocked",
    "refused": "a passphrase that does not open the key",
    "opened": "opened",
    "not_saved": "not saved: the disk refused it",
    "exported": "written to a file",
    "backed_up": "backup made",
    "restored": "restored from a backup",
    "repaired": "repaired",
    "put_aside": "a damaged file was put aside",
    "passphrase": "passphrase changed",
    "recovered": "opened with the recovery key, passphrase set anew",
    "recovery_added": "recovery key added",
    "recovery_removed": "recovery key removed",
    "hold_placed": "hold placed",
    "frozen": "frozen copy made",
    "hold_lifted": "hold lifted",
    "purge_begun": "purge begun",
    "purged": "purged",
}
"""What each event is called."""
EMPTY = "Nothing has been noted yet."
WHOLE = "Newest on top. It holds ids and times, no text."
CHAIN = "The lines of the trail follow one on the other; none is missing, changed or cut."
BROKEN = "What follows does not fit: somebody may have removed or changed lines, or the disk lost them. `casereflect doctor` says more."


def audit_page(
    events: Sequence[Event],
    rows: Sequence[CaseSummary],
    today: date,
    faults: Sequence[str] = (),
    purged: Sequence["Certificate"] = (),
    *,
    case_id: str = "",
    says: str = "",
) -> Page:
    """One line an event, the newest on top, of all cases or of one; before them whether the trail fits together.

    `events` come oldest first. `says` stands in place of that while the trail is still being read. A case that was
    purged is called as its certificate calls it.
    """
    refs = refs_of(rows, purged)
    events = [event for event in events if case_id in ("", event.case_id)]
    columns = (Column("When", 3, 3), Column("Case", 21, 21), Column("What", 36, 36))
    here = {row.id for row in rows}
    items = tuple(_item(event, refs, here, today) for event in reversed(events))
    said = tuple(map(Paragraph, (BROKEN if faults else says or CHAIN, *faults)))
    page = Page("Audit trail", str(len(events)), (*said, Table(columns, items, titles=True, empty=EMPTY)), WHOLE)
    if not case_id:
        return page
    ref = refs.get(case_id, short_id(case_id))
    return replace(page, facts=f"{ref}, {page.facts}", short_facts=ref, cases=(case_id,))


def refs_of(rows: Sequence[CaseSummary], purged: Sequence["Certificate"] = ()) -> dict[str, str]:
    """The references of the cases there are and were, by id."""
    return {OWN: OWN_REF, **{one.case_id: one.ref for one in purged}, **{row.id: row.ref for row in rows}}


def done(event: Event) -> str:
    """What an event was, in words: `withdrawn: visit, seen (2)`."""
    if event.what != "saved":
        said = DONE.get(event.what, event.what.replace("_", " "))
        return f"{said}, {event.number}" if event.number else said
    more = event.number - len(event.records)
    kinds = _kinds(event.records) + (f" and {more} more" if more > 0 else "")
    return f"{_how(event.records)}: {kinds}" if kinds else "saved"


def _item(event: Event, refs: Mapping[str, str], here: Collection[str], today: date) -> Item:
    at = event.at.astimezone()
    ref = refs.get(event.case_id, short_id(event.case_id)) if event.case_id else ""
    what: Cell = Fit(done(event), short=done(event).partition(":")[0])
    key = Spot(event.case_id, "case") if event.case_id in here else None
    return Item((f"{say_day(at.date(), today)} {at:%H:%M}", ref, what), "", key)


def _how(records: Sequence[Touched]) -> str:
    kinds = {kind for kind, *_ in records}
    if any(before is None and kind == "import_batch" for kind, _, before, _ in records):
        return "imported"
    if kinds == {"set_aside"} and all(after is not None for *_, after in records):
        return "prompt set aside"
    if records and all(after is None for *_, after in records):
        return "withdrawn"
    if records and all(before == after for *_, before, after in records):
        return "kept beside another window's text"
    return "saved"


def _kinds(records: Sequence[Touched]) -> str:
    return of_each_kind(Counter(kind for kind, *_ in records))
