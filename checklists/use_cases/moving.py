"""Move a record that was typed in the wrong case: added there, then withdrawn here. Never lost in between."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from checklists.choices import choices_for, words_for
from checklists.library import library
from checklists.links import AREA, Link, links_of, parts_that_need, relinked
from checklists.use_cases.records import meant_for
from checklists.validating import make
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseChange, CaseStore
from store.records import (
    BY_KIND,
    Agency,
    CaseRecord,
    Child,
    ImportBatch,
    ImportedFact,
    Record,
    Seen,
    SetAside,
)

R = TypeVar("R", bound=Record)

STAYS: Mapping[type[Record], str] = {
    CaseRecord: "A case is not part of another one.",
    Child: "A child belongs to its case. Add it to the other case, and move what was typed about it.",
    Seen: "How a child was seen goes with its visit. Move the visit.",
    SetAside: "A prompt is set aside where it stands. Ask it again here, and set it aside there.",
    ImportBatch: "It says what a file gave for this case. Bring the file in again for the other one.",
    ImportedFact: "It says what a file gave for this case. Bring the file in again for the other one.",
}
"""What is never moved, and what to do instead. Every other kind of record can have been typed in the wrong case."""
STAMPS = ("id", "case_id", "recorded_at", "edited_at", "revision", "origin", "evidence_ids", "about_ids")
"""What the store fills in, and what else is true of the old case only."""
ADD_THERE = "add"
"""In place of the id of an agency there: it is put on the list of the other case as it is called here."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """What came to stand in the other case."""

    record: Record
    parts: tuple[Record, ...] = ()
    """What went with it: what was seen on a visit, readings of an outcome."""
    left_blank: tuple[str, ...] = ()
    """The fields that named something here which is nothing there."""
    added: tuple[str, ...] = ()
    """The agencies that were put on the list there."""


def refuse_unmovable(record: Record, case: Case, target: Case) -> None:
    """Raises Wrong, with what to do instead, for a record that stays with its case or cannot stand in the other one."""
    if type(record) in STAYS:
        raise Wrong("That stays with this case.", STAYS[type(record)])
    if case.id == target.id:
        raise Wrong("That is the case it stands in.", "Choose another one.")
    for row in (record, *parts_that_need(case, record)):
        meant_for(type(row), target)


def links_to_settle(case: Case, record: Record, target: Case) -> list[Link]:
    """What the record and its parts name here that has to be named anew there, each once; needed where one needs it."""
    parts = parts_that_need(case, record)
    own = {record.id, *(part.id for part in parts)}
    areas = {name for name, _ in library(target.info.service).areas}
    found: dict[str, Link] = {}
    for link in (one for row in (record, *parts) for one in links_of(row, case)):
        if link.named in own or (link.of == AREA and link.named in areas):
            continue
        if link.named not in found or (link.needed and not found[link.named].needed):
            found[link.named] = link
    return list(found.values())


def called_here(case: Case, link: Link, today: date) -> str:
    """In which words the thing is known here that a record names; blank where it was taken out since."""
    if link.of == AREA:
        return dict(library(case.info.service).areas).get(link.named, link.named)
    found = next((row for row in case.tables.get(link.of, ()) if row.id == link.named), None)
    return words_for(case, found, today) if found else ""


def move_record(
    store: CaseStore,
    case_id: str,
    record_id: str,
    to_case_id: str,
    reason: str,
    today: date,
    *,
    who: Mapping[str, str] | None = None,
) -> Arrived:
    """Add the record, with its parts, to the other case and withdraw it here, with "moved" and the reason.

    `who` gives, for the id of each thing that is named here, its id there, or ADD_THERE for an agency. What is not
    given is left blank. It is added before it is withdrawn: whatever happens in between, it stands in one of the
    two. Raises Wrong, UnknownRecord.
    """
    case, target = store.case(case_id), store.case(to_case_id)
    record = case.find(record_id)
    if record is None:
        raise Wrong("That is not on this case any more.", "Look at it again.")
    refuse_unmovable(record, case, target)
    if not reason.strip():
        raise Wrong("Why: moving a record asks why.", "A few words are enough.", "reason")
    parts = parts_that_need(case, record)
    links = links_to_settle(case, record, target)
    words = {link.named: called_here(case, link, today) for link in links}
    with store.change(target.id) as change:
        there = _settled(change.case, links, who or {}, today)
        added = _add_agencies(change, case, there)
        kept = change.put(_for_there(record, there, words))
        went = tuple(change.put(_for_there(part, {**there, record.id: kept.id}, words)) for part in parts)
    why = f"moved to {target.ref}: {reason.strip()}"
    with store.change(case_id) as change:
        for one in (*parts, record):
            change.withdraw(one.id, why)
    blank = dict.fromkeys(link.title for link in links if not (there[link.named] or link.free))
    return Arrived(kept, went, tuple(blank), added)


def _settled(target: Case, links: Sequence[Link], who: Mapping[str, str], today: date) -> dict[str, str]:
    """For the id of each thing named here its id there; blank for none. Raises Wrong."""
    there = {link.named: who.get(link.named) or "" for link in links}
    for link in links:
        chosen = there[link.named]
        if chosen == ADD_THERE and link.of == Agency.kind:
            continue
        if link.needed and not chosen:
            raise Wrong(f"Each {_thing(link)} that it names must be one of the other case.", "Say for each which one.")
        if chosen and chosen not in {key for key, _ in choices_for(link.of, target, today)}:
            raise Wrong(f"That {_thing(link)} is not on the other case.", "Look at what is listed there.")
    children = Counter(there[link.named] for link in links if link.of == Child.kind and there[link.named])
    if any(count > 1 for count in children.values()):
        raise Wrong("Two children here cannot be one child there.", "Say for each who it is.")
    return there


def _thing(link: Link) -> str:
    return "area" if link.of == AREA else BY_KIND[link.of].name


def _add_agencies(change: CaseChange, case: Case, there: dict[str, str]) -> tuple[str, ...]:
    """Put the agencies on the list of the other case that are to be added there, and note their new ids."""
    added = []
    for row in case.of(Agency):
        if there.get(row.id) == ADD_THERE:
            kept = change.put(make(Agency, {"label": row.label, "sector": row.sector, "role": row.role}))
            there[row.id] = kept.id
            added.append(kept.label)
    return tuple(added)


def _for_there(record: R, there: Mapping[str, str], words: Mapping[str, str]) -> R:
    """The record as a new one of the other case: what it says, with what it names there."""
    values = relinked(record, there, words)
    return make(type(record), {name: value for name, value in values.items() if name not in STAMPS})
