"""Do what a preview of an import shows: one save a case, and none where nothing changes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checklists.clock import Clock
from checklists.imported import Counts, Line, Preview
from checklists.use_cases.cases import find_case
from checklists.use_cases.import_compare import doubt, known_child, outcome_for
from checklists.use_cases.import_records import batch_of, first_records, next_records, origin
from checklists.validating import make
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import CaseRecord, Record


@dataclass(frozen=True, slots=True)
class _Targets:
    """Which children go into which case."""

    kept: Mapping[str, list[Line]]
    """Cases that are there, by id."""
    made: Mapping[str, list[Line]]
    """Cases to be made, by reference."""


def bring_in(store: CaseStore, clock: Clock, preview: Preview, *, put_with: Mapping[str, str] | None = None) -> Counts:
    """Do what the preview shows; `put_with` names the case for a new child, by the child's own id.

    The case may be one that is there or one that this import makes. Raises Wrong, UnknownCase, RefTaken, SaveFailed.
    """
    targets = _targets(store, preview, put_with or {})
    counts = [_into(store, preview, case_id, lines) for case_id, lines in targets.kept.items()]
    counts += [_new_case(store, clock, preview, ref, lines) for ref, lines in targets.made.items()]
    brought = sum(len(lines) for lines in (*targets.kept.values(), *targets.made.values()))
    return Counts(
        sum(one.new for one in counts),
        sum(one.changed for one in counts),
        sum(one.same for one in counts),
        sum(one.odd for one in counts) + len(preview.lines) - brought,
    )


def put_together(store: CaseStore, preview: Preview, put_with: Mapping[str, str]) -> Preview:
    """The preview as it is to be shown: with the case that each new child is to go to. Raises Wrong, UnknownCase."""
    targets = _targets(store, preview, put_with)
    refs = {row.id: row.ref for row in store.caseload()}
    wishes = {own_id.strip().casefold() for own_id in put_with}
    goes = {line.child.own_id: refs[case_id] for case_id, lines in targets.kept.items() for line in lines}
    goes |= {line.child.own_id: ref for ref, lines in targets.made.items() for line in lines}
    lines = (
        replace(line, status="new", trouble="", put_with=goes[line.child.own_id])
        if line.child.own_id.casefold() in wishes
        else line
        for line in preview.lines
    )
    return replace(preview, lines=tuple(lines))


def _targets(store: CaseStore, preview: Preview, put_with: Mapping[str, str]) -> _Targets:
    """Settles every target before anything is written."""
    wishes = {own_id.strip().casefold(): ref.strip() for own_id, ref in put_with.items()}
    free = {line.child.own_id.casefold(): line for line in preview.lines if line.status == "new" or line.ref_taken}
    if any(own_id not in free for own_id in wishes):
        raise Wrong("Put with: that id is not one of the new children.", "Give the id of a new child.", "put_with")
    to_make = {line.ref.casefold(): line.ref for own_id, line in free.items() if own_id not in wishes and line.ref}
    kept: dict[str, list[Line]] = {}
    made: dict[str, list[Line]] = {}
    for line in preview.lines:
        wish = wishes.get(line.child.own_id.casefold())
        if wish is not None and wish.casefold() in to_make:
            made.setdefault(to_make[wish.casefold()], []).append(line)
        elif wish is not None:
            kept.setdefault(_childrens_case(store, wish), []).append(line)
        elif line.status == "new":
            made.setdefault(line.ref, []).append(line)
        elif line.status != "odd":
            kept.setdefault(line.case_id, []).append(line)
    return _Targets(kept, made)


def _childrens_case(store: CaseStore, ref: str) -> str:
    row = find_case(store, ref)
    if row.service == "adults":
        raise Wrong(
            "Put with: that is an adult's case.", "A child goes with a case of children's services.", "put_with"
        )
    return row.id


def _new_case(store: CaseStore, clock: Clock, preview: Preview, ref: str, lines: Sequence[Line]) -> Counts:
    batch = batch_of(preview, lines)
    records: list[Record] = [batch, *(record for line in lines for record in first_records(line.child, batch))]
    first = next((line for line in lines if line.ref == ref), lines[0])
    given = {"ref": ref, "allocated_on": clock.today(), "origin": origin(batch.id, first.child)}
    store.add_case(make(CaseRecord, given), tuple(records))
    return Counts(new=len(lines))


def _into(store: CaseStore, preview: Preview, case_id: str, lines: Sequence[Line]) -> Counts:
    """Into a case that is there, looked at anew: another window may have changed it since the preview."""
    new = changed = odd = 0
    with store.change(case_id) as change:
        case = change.case
        batch = batch_of(preview, lines)
        records: list[Record] = []
        for line in lines:
            known = known_child(case, line.child)
            if known is None:
                new += 1
                records += first_records(line.child, batch)
            elif doubt(case, known, line.child):
                odd += 1
            elif more := next_records(known, outcome_for(case, known, line.child, preview.as_at), batch):
                changed += 1
                records += more
        for record in [batch, *records] if records else []:
            change.put(record)
    return Counts(new, changed, len(lines) - new - changed - odd, odd)
