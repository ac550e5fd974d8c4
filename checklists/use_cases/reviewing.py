"""A case under review: the hold and the frozen copy are placed together, and nothing of the past is edited."""

from typing import TYPE_CHECKING

from checklists.clock import Clock
from checklists.validating import remake
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import CaseRecord
from store.records.case_record import FrozenCopy

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.frozen import FrozenCase


def under_review(info: CaseRecord) -> bool:
    """It is held for a review, or was frozen and is held for something else too."""
    return info.hold == "review" or bool(info.hold and info.frozen)


def begin_review(store: CaseStore, clock: Clock, case_id: str, note: str) -> CaseRecord:
    """Freeze a copy of the case as it stands, and hold it. A hold that is there already stays as it is. Raises Wrong.

    The copy comes first: cut off after it, there is a copy too many, never a hold without one.
    """
    info = store.case(case_id).info
    if under_review(info) and info.frozen:
        raise Wrong("This case is under review already.", "Its companion can freeze another copy.")
    if not info.hold and not note.strip():
        raise Wrong("Hold note: who asked for the review?", "A few words are enough.", "hold_note")
    held = {} if info.hold else {"hold": "review", "held_on": clock.today(), "hold_note": note.strip()}
    kept = _frozen(store, case_id, held)
    if held:
        store.note("hold_placed", case_id)
    return kept


def freeze_again(store: CaseStore, case_id: str) -> CaseRecord:
    """Another frozen copy, as the case stands now; those before stay. Raises Wrong."""
    if not under_review(store.case(case_id).info):
        raise Wrong("This case is not under review.", "Begin the review first.")
    return _frozen(store, case_id, {})


def _frozen(store: CaseStore, case_id: str, held: dict[str, object]) -> CaseRecord:
    made = store.freeze(case_id)
    copy = FrozenCopy(name=made.name, taken_at=made.taken_at, revision=made.revision, sha256=made.sha256)
    with store.change(case_id) as change:
        info = change.case.info
        kept = change.put(remake(info, {**held, "frozen": (*info.frozen, copy)}))
    store.note("frozen", case_id)
    return kept


def frozen_copy(info: CaseRecord, named: str = "") -> FrozenCopy:
    """The copy of that number, 1 the oldest; without one the newest. Raises Wrong."""
    if not info.frozen:
        raise Wrong("No copy of this case was frozen.", "That is done as a review begins.")
    if not named:
        return info.frozen[-1]
    if not named.isdecimal() or not 1 <= int(named) <= len(info.frozen):
        raise Wrong("There is no frozen copy of that number.", f"It may be 1 to {len(info.frozen)}.", "number")
    return info.frozen[int(named) - 1]


def open_frozen(reading: "Reading", copy: FrozenCopy) -> "FrozenCase":
    """The copy, opened. Raises StoreTrouble where it is gone or damaged."""
    return reading.frozen(copy.name)
