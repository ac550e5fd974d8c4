"""Which case is meant. Apart from what changes a case, so that looking at the caseload loads no record."""

from checklists.wrong import Wrong
from store.case_store import CaseStore, UnknownCase
from store.summary import CaseSummary


def find_case(store: CaseStore, named: str) -> CaseSummary:
    """The case whose reference is this, or contains it and no other does; case ignored. Raises UnknownCase, Wrong."""
    wanted = named.strip().lower()
    cases = store.caseload()
    for exactly in (True, False):
        found = [
            row for row in cases if row.ref.lower() == wanted or (not exactly and wanted and wanted in row.ref.lower())
        ]
        if len(found) == 1:
            return found[0]
        if found:
            refs = ", ".join(sorted(row.ref for row in found))
            raise Wrong("More than one reference has that in it.", f"Which one: {refs}?", "case")
    raise UnknownCase("No case has that reference. `casereflect case list` shows them.")
