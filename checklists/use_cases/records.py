"""What can be done with a record of any kind: add, change, withdraw, undo the last change, read its earlier texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from checklists.own_book import book
from checklists.use_cases.supervision import note_hour
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case import OWN, Case
from store.case_store import CaseStore, Change, UnknownRecord, Version
from store.records import CaseRecord, Record, Supervision

R = TypeVar("R", bound=Record)


def the_record(case: Case, named: str, kind: type[R]) -> R:
    """The record of this kind with that id, or whose id ends so. Raises UnknownRecord."""
    found = case.find(named)
    if not isinstance(found, kind):
        raise UnknownRecord(f"No {kind.name} on this case has an id that ends so. Lists print the last six letters.")
    return found


def locate(store: CaseStore, named: str, kind: type[R]) -> tuple[Case, R]:
    """The record with that id, or whose id ends so, over all cases that can be read. Raises UnknownRecord, Wrong.

    A kind that may stand in my own book is looked for there too.
    """
    if not named.strip():
        raise Wrong("An id is needed.", "Lists print the last six letters of each.")
    found: list[tuple[Case, R]] = []
    for case_id in where_kept(store, kind):
        case = book(store, case_id)
        record = case.find(named.strip())
        if isinstance(record, kind):
            found.append((case, record))
    if len(found) > 1:
        raise Wrong("More than one record has an id that ends so.", "Give more of its letters.")
    if not found:
        raise UnknownRecord(f"No {kind.name} has an id that ends so. Lists print the last six letters.")
    return found[0]


def where_kept(store: CaseStore, kind: type[Record]) -> list[str]:
    """The ids of the cases that can be read, of my own book, or of both: where a record of that kind may stand."""
    cases = [row.id for row in store.caseload() if not row.damaged] if kind.own != "only" else []
    return [OWN, *cases] if kind.own or kind is Record else cases


def add_record(store: CaseStore, case_id: str, kind: type[R], values: Mapping[str, Any]) -> R:
    """A new record of any kind. Raises Wrong."""
    with store.change(case_id) as change:
        meant_for(kind, change.case)
        kept = change.put(_once_an_hour(make(kind, values), change.case))
    if isinstance(kept, Supervision):
        note_hour(store, kept)
    _note_own(store, case_id)
    return kept


def _note_own(store: CaseStore, case_id: str) -> None:
    """After a save of my own book: what Today needs of it is kept where it can be read at once."""
    if case_id == OWN:
        from checklists.use_cases.cpd import note_cpd

        note_cpd(store)


def _once_an_hour(made: R, case: Case) -> R:
    """The record, unless the case has a part in that hour of supervision already. Raises Wrong."""
    if isinstance(made, Supervision):
        for one in case.of(Supervision):
            if one.session_id == made.session_id:
                raise Wrong(
                    f"{case.ref} has a part in that hour already.", f"Change that one: its id is {one.short_id}."
                )
    return made


def meant_for(kind: type[Record], case: Case) -> None:
    """Raises Wrong for a kind of record that is not kept on a case of that service, or not in my own book."""
    called = f"{kind.name[:1].upper()}{kind.name[1:]}"
    if kind.own != "too" and (case.id == OWN) is not (kind.own == "only"):
        where = "with a case" if case.id == OWN else "in my own book"
        raise Wrong(f"{called}: it is kept {where} only.")
    if kind.only_for not in ("", case.info.service):
        whose = "an adult's" if kind.only_for == "adults" else "a children's"
        raise Wrong(f"{called}: it is kept on {whose} case only.")


def edit_record(
    store: CaseStore,
    case_id: str,
    record_id: str,
    kind: type[R],
    changes: Mapping[str, Any],
    *,
    expected: int | None = None,
) -> R:
    """The record with other values; what it said before stays readable. Raises Wrong, UnknownRecord, Conflict."""
    with store.change(case_id) as change:
        record = the_record(change.case, record_id, kind)
        kept = change.put(remake(record, changes), expected=expected)
    _note_own(store, case_id)
    return kept


def withdraw_record(store: CaseStore, case_id: str, record_id: str, reason: str) -> None:
    """Take a record out of the case, with a reason; it stays readable among the earlier texts. Raises Wrong."""
    if not reason.strip():
        raise Wrong("Why: withdrawing a record asks why.", "A few words are enough.", "reason")
    with store.change(case_id) as change:
        change.withdraw(record_id, reason.strip())
    _note_own(store, case_id)


@dataclass(frozen=True, slots=True)
class Undone:
    """What undoing did: how many records went back to an earlier text, were taken out, or came back."""

    restored: int
    taken_out: int


def last_change(changes: list[Change]) -> Change | None:
    """The last save that has not been undone itself and is not an undoing."""
    undone = {change.undoes for change in changes}
    wrote = [change for change in changes if any(before != after for _, _, before, after in change.touched)]
    return next((change for change in reversed(wrote) if not change.undoes and change.id not in undone), None)


def undo_last_change(store: CaseStore, case_id: str) -> Undone:
    """Write the earlier text of the last save as a new version; a record that it added is withdrawn as "undone".

    Undoing again undoes the save before. Raises Wrong where there is nothing to undo, or a record has moved on since.
    """
    last = last_change(store.changes(case_id))
    if last is None or _made_the_case(last, case_id):
        raise Wrong("There is nothing to undo on this case.")
    versions = {rid: store.versions(case_id, rid) for _, rid, *_ in last.touched}
    restored = taken_out = 0
    with store.change(case_id, undoes=last.id) as change:
        for _, record_id, before, after in last.touched:
            earlier = _text_before(versions[record_id], last.id, before)
            current = change.case.find(record_id)
            if (current is None) != (after is None):
                raise Wrong(
                    "That has been changed again since, so it cannot be undone as one step.", "Edit it instead."
                )
            if isinstance(earlier, CaseRecord) and earlier.frozen != change.case.info.frozen:
                raise Wrong("A frozen copy is never undone.", "It stays as it was made.")
            if isinstance(earlier, CaseRecord) and earlier.hold != change.case.info.hold:
                raise Wrong(
                    "A hold is placed or lifted with a reason, never undone.", "`casereflect case hold` does it."
                )
            if earlier is None:
                change.withdraw(record_id, "undone")
                taken_out += 1
            else:
                change.put(earlier)
                restored += 1
    _note_own(store, case_id)
    return Undone(restored, taken_out)


def _made_the_case(change: Change, case_id: str) -> bool:
    return any(record_id == case_id and before is None for _, record_id, before, _ in change.touched)


def _text_before(versions: list[Version], change_id: str, before: int | None) -> Record | None:
    if before is None:
        return None
    found = [version for version in versions if version.change_id == change_id and version.why != "conflict"]
    return found[-1].record if found else None
