"""A hold on a case, for a review, a court or a complaint: nothing of it can be purged until it is lifted with a reason."""

from checklists.clock import Clock
from checklists.validating import remake
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import CaseRecord


def place_hold(store: CaseStore, clock: Clock, case_id: str, kind: str, note: str) -> CaseRecord:
    """Place a hold. Records can be added and changed as before; each change keeps what was there. Raises Wrong."""
    if not note.strip():
        raise Wrong("Hold note: who asked for it, and for what?", "A few words are enough.", "hold_note")
    with store.change(case_id) as change:
        info = change.case.info
        if info.hold:
            raise Wrong("This case is on hold already.", "Lift that hold first.", "hold")
        kept = change.put(remake(info, {"hold": kind, "held_on": clock.today(), "hold_note": note}))
    store.note("hold_placed", case_id)
    return kept


def lift_hold(store: CaseStore, case_id: str, reason: str) -> CaseRecord:
    """Lift it, with a reason. Who placed it, when and why stays readable as an earlier text. Raises Wrong."""
    if not reason.strip():
        raise Wrong("Why: lifting a hold asks why.", "A few words are enough.", "reason")
    with store.change(case_id) as change:
        info = change.case.info
        if not info.hold:
            raise Wrong("This case is not on hold.", "There is nothing to lift.", "hold")
        kept = change.put(remake(info, {"hold": "", "held_on": None, "hold_note": f"Lifted: {reason.strip()}"}))
    store.note("hold_lifted", case_id)
    return kept


def purge_case(store: CaseStore, case_id: str, reference: str, reason: str) -> tuple[str, ...]:
    """Remove a case for good, with the reference typed and a reason; where its reference still stands, by file.

    Raises Wrong, OnHold, SaveFailed.
    """
    info = store.case(case_id).info
    if reference.strip() != info.ref:
        raise Wrong("Reference: that is not the reference of this case, letter by letter.", "Nothing was removed.")
    if not reason.strip():
        raise Wrong("Why: a purge asks why.", "A few words are enough; they stay in the certificate.", "reason")
    return store.purge(case_id, reason.strip())
