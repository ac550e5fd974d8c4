"""A hold on a case, for a review, a court or a complaint: nothing of it can be purged until it is lifted with a reason.

A closed case can also be kept until a day, with a reason; or it is purged.
"""

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checklists.clock import Clock
from checklists.retention import FIRST
from checklists.validating import make, remake
from checklists.wrong import Wrong
from store.case_store import CaseStore, StoreTrouble
from store.records import CaseRecord, SetAside

if TYPE_CHECKING:
    from checklists.masking import Reading
    from store.certificates import Certificate


class StillNamed(NamedTuple):
    """A file in which a case that was purged is still named: by whom, as far as that is a case, and whether that is on hold."""

    file: str
    ref: str = ""
    on_hold: bool = False


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


def keep_until(store: CaseStore, clock: Clock, case_id: str, until: date, reason: str) -> SetAside:
    """Keep a closed case until a day: nobody is asked about it before. A later answer takes the place of this one. Raises Wrong."""
    if not reason.strip():
        raise Wrong("Why: keeping a closed case asks why.", "A few words are enough.", "reason")
    if until <= clock.today():
        raise Wrong("Until: that day has come already.", "Give a day ahead, such as +3m.", "until_on")
    with store.change(case_id) as change:
        if not change.case.info.closed_on:
            raise Wrong("This case is open.", "Nobody asks whether an open case is kept.")
        values = {"until_on": until, "reason": reason.strip()}
        held = next((row for row in change.case.of(SetAside) if row.signal == FIRST), None)
        row = remake(held, values) if held else make(SetAside, {**values, "signal": FIRST, "about": case_id})
        return change.put(row)


def purge_case(store: CaseStore, case_id: str, reference: str, reason: str) -> tuple[StillNamed, ...]:
    """Remove a case for good, with the reference typed and a reason; where it is still named, by file.

    Raises Wrong, OnHold, SaveFailed.
    """
    info = store.case(case_id).info
    if reference.strip() != info.ref:
        trouble = "Reference: that is not the reference of this case, letter by letter."
        raise Wrong(trouble, "Nothing was removed.", "reference")
    if not reason.strip():
        raise Wrong("Why: a purge asks why.", "A few words are enough; they stay in the certificate.", "reason")
    return tuple(_whose(store, file) for file in store.purge(case_id, reason.strip()))


def _whose(store: CaseStore, file: str) -> StillNamed:
    """Which case the file is of, if it is of one that can be read."""
    folder, _, name = file.rpartition("/")
    if not folder.endswith(("cases", "frozen")):
        return StillNamed(file)
    try:
        info = store.look(re.split(r"[.-]", name)[0]).info
    except StoreTrouble:
        return StillNamed(file)
    return StillNamed(file, info.ref, bool(info.hold))


def certificate_of(reading: "Reading", case_id: str) -> "Certificate":
    """What is kept of a case that was purged. Raises Wrong."""
    for one in reversed(reading.certificates()):
        if one.case_id == case_id:
            return one
    raise Wrong("There is no certificate of that case.", "The page of certificates has those there are.")
