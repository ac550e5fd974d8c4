"""What tests of imports look at: the only line, the only case, the facts."""

from collections.abc import Callable, Sequence
from datetime import date

from checklists.imported import Counts, Line, Preview
from store.case import Case
from store.case_store import CaseStore
from store.records import ImportedFact
from store.summary import CaseSummary
from tests.samples.workbooks import Value

TODAY = date(2026, 11, 23)
LATER = date(2026, 11, 20)
Rows = Sequence[Sequence[Value]]
Look = Callable[..., Preview]
Bring = Callable[..., Counts]


def the_line(found: Preview) -> Line:
    """The only line."""
    (line,) = found.lines
    return line


def the_case(store: CaseStore, ref: str = "9212044") -> Case:
    """The case with this reference."""
    return store.case(next(row.id for row in store.caseload() if row.ref == ref))


def the_row(store: CaseStore) -> CaseSummary:
    """The only row of the caseload."""
    (row,) = store.caseload()
    return row


def facts(case: Case) -> dict[str, str]:
    """What the case keeps of files."""
    return {fact.field: fact.value for fact in case.of(ImportedFact)}
