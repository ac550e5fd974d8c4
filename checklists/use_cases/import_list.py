"""Bring in one's own rows of an Annex A workbook: look first, then confirm. Never a visit, never over what was typed."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from checklists.imported import FileChild, Line, Odd, Preview, Status
from checklists.use_cases.import_compare import doubt, known_child, outcome_for, same_id
from checklists.use_cases.import_into import bring_in, put_together
from checklists.use_cases.import_records import new_child
from checklists.use_cases.import_rows import gather
from checklists.validating import make
from checklists.wrong import Wrong
from store.case_store import CaseStore, StoreTrouble
from store.exchange.annex_a import FILE_KIND, AnnexA, read_annex_a
from store.exchange.workbook import open_workbook
from store.records import CaseRecord
from store.summary import CaseSummary

__all__ = ["AnnexA", "NoRows", "bring_in", "names_in", "preview", "put_together", "read_file"]

TAKEN = (
    "A case of yours has this id as its reference already. Put the child with that case, or change its reference first."
)
TOO_LONG = "This id is longer than a reference may be. Put the child with a case of yours."
TWO_KNOWN = "More than one child of your caseload has this id. Put that right first."
EMPTY = "Lists 7 and 8 of this file have no rows, so there is nothing to bring in."
NOBODY = "Lists 7 and 8 of this file name no worker, so there are no rows to call yours."
DAMAGED = "A case of yours cannot be read, so its children cannot be found for this file."


class NoRows(StoreTrouble):
    """The file is of the right kind, and has no row that could be anybody's."""


def read_file(path: Path) -> AnnexA:
    """The workbook at the path. Raises Refused, with a sentence, where it is not one."""
    return read_annex_a(open_workbook(path))


def names_in(workbook: AnnexA) -> list[str]:
    """The workers whom the file names, by name; spellings that differ only in case or spaces are one. Raises NoRows."""
    names: dict[str, str] = {}
    for row in workbook.rows:
        if row.worker:
            names.setdefault(row.worker.casefold(), row.worker)
    if not names:
        raise NoRows(NOBODY if workbook.rows else EMPTY)
    return sorted(names.values(), key=str.casefold)


def preview(store: CaseStore, workbook: AnnexA, worker: str, *, as_at: date | None = None, today: date) -> Preview:
    """What bringing in this worker's rows would do; nothing is written.

    `as_at` is the file's own date where the person gives it. Raises Wrong, NoRows.
    """
    wanted = " ".join(worker.replace("\xa0", " ").split()).casefold()
    if wanted not in map(str.casefold, names_in(workbook)):
        raise Wrong("Worker: no row of lists 7 and 8 has that name.", "Give it as it stands in the file.", "worker")
    mine = [row for row in workbook.rows if row.worker.casefold() == wanted]
    day = _file_day(as_at or workbook.as_at, today)
    rows = store.caseload()
    lines = tuple(_line(store, rows, child, day, today) for child in gather(mine, day, today))
    unnamed = sum(1 for row in workbook.rows if not row.worker)
    others = len(workbook.rows) - len(mine) - unnamed
    notes = (*workbook.notes, *((DAMAGED,) if any(row.damaged for row in rows) else ()))
    return Preview(FILE_KIND, workbook.file_hash, day, mine[0].worker, lines, others, unnamed, notes)


def _file_day(day: date | None, today: date) -> date:
    if day is None:
        raise Wrong(
            "The file does not say which day it was made.", "Give that day, such as --as-at 16/11/2026.", "as_at"
        )
    if day > today:
        raise Wrong(
            "The file's own date has not come yet.", "Give the day it was made, such as --as-at 16/11/2026.", "as_at"
        )
    return day


def _line(store: CaseStore, rows: Sequence[CaseSummary], child: FileChild, as_at: date, today: date) -> Line:
    if child.trouble:
        return Line(child, "odd", trouble=child.trouble)
    found = [row for row in rows for known in row.children if same_id(known.own_id, child.own_id)]
    if len(found) > 1:
        return Line(child, "odd", trouble=TWO_KNOWN)
    return _known_line(store, found[0], child, as_at) if found else _new_line(rows, child, today)


def _known_line(store: CaseStore, row: CaseSummary, child: FileChild, as_at: date) -> Line:
    case = store.case(row.id)
    known = known_child(case, child)
    if known is None:
        return Line(child, "odd", trouble="This child was taken out of your case a moment ago. Look again.")
    trouble = doubt(case, known, child)
    if trouble:
        return Line(child, "odd", trouble=trouble, case_id=case.id, ref=case.ref)
    outcome = outcome_for(case, known, child, as_at)
    if outcome.note:
        child = FileChild(child.own_id, child.places, child.said, (*child.odd, Odd(child.places[0], outcome.note)))
    status: Status = "changed" if outcome.changed else "same"
    return Line(child, status, outcome.changes, outcome.differs, case_id=case.id, ref=case.ref)


def _new_line(rows: Sequence[CaseSummary], child: FileChild, today: date) -> Line:
    """A child of no case yet. The records are made to see that they can be, and thrown away."""
    try:
        new_child(child)
    except Wrong as wrong:
        return Line(child, "odd", trouble=str(wrong))
    if any(row.ref.casefold() == child.own_id.casefold() for row in rows):
        return Line(child, "odd", trouble=TAKEN, ref_taken=True)
    try:
        make(CaseRecord, {"ref": child.own_id, "allocated_on": today})
    except Wrong:
        return Line(child, "odd", trouble=TOO_LONG, ref_taken=True)
    return Line(child, "new", ref=child.own_id)
