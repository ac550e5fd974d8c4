"""Robin Vale's rows of a workbook: looked at, and brought in."""

from datetime import date
from pathlib import Path

import pytest

from checklists.clock import Clock
from checklists.imported import Counts, Preview
from checklists.use_cases.import_list import bring_in, preview, read_file
from store.case_store import CaseStore
from tests.checklists.imports.looking import TODAY, Bring, Look, Rows
from tests.samples.workbooks import AS_AT, annex_a


@pytest.fixture
def look(store: CaseStore, tmp_path: Path) -> Look:
    """A preview of Robin Vale's rows of a workbook with these rows."""

    def preview_of(
        list_7: Rows = (), list_8: Rows = (), *, worker: str = "Robin Vale", as_at: date | None = AS_AT
    ) -> Preview:
        path = annex_a(tmp_path / "list.xlsx", list_7, list_8)
        return preview(store, read_file(path), worker, as_at=as_at, today=TODAY)

    return preview_of


@pytest.fixture
def bring(store: CaseStore, clock: Clock, look: Look) -> Bring:
    """The same, brought in."""

    def brought(list_7: Rows = (), list_8: Rows = (), *, as_at: date = AS_AT, **put_with: str) -> Counts:
        return bring_in(store, clock, look(list_7, list_8, as_at=as_at), put_with=put_with)

    return brought
