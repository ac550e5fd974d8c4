"""The preview says what would become of each row, with its cells, before anything is written."""

from datetime import date
from pathlib import Path

from checklists.clock import Clock
from checklists.pages.blocks import Heading, Item, Page, Paragraph, Table
from checklists.pages.import_preview import import_names, import_preview
from checklists.use_cases.cases import edit_child
from checklists.use_cases.import_list import bring_in, names_in, preview, read_file
from store.case_store import CaseStore
from tests.samples.workbooks import SAMPLES, annex_a, in_care, on_a_plan

TODAY = date(2026, 11, 23)


def items(page: Page) -> tuple[Item, ...]:
    """The rows of the table."""
    return next(block for block in page.blocks if isinstance(block, Table)).items


def under(page: Page, title: str) -> list[str]:
    """The sentences under a heading."""
    places = [place for place, block in enumerate(page.blocks) if isinstance(block, Heading) and block.text == title]
    found = []
    for block in page.blocks[places[0] + 1 :] if places else ():
        if not isinstance(block, Paragraph):
            break
        found.append(block.text)
    return found


def page_of(store: CaseStore, path: Path, as_at: date | None = None) -> Page:
    """The page of Robin Vale's rows."""
    return import_preview(preview(store, read_file(path), "Robin Vale", as_at=as_at, today=TODAY), TODAY)


def test_a_new_child_stands_with_plan_and_last_visit_and_the_row_explains_itself(
    store: CaseStore, tmp_path: Path
) -> None:
    """Every fact with its cell, days as people say them."""
    page = page_of(store, annex_a(tmp_path / "a.xlsx", [on_a_plan()]))
    (item,) = items(page)
    assert [cell if isinstance(cell, str) else cell.full for cell in item.cells] == [
        "9212044",
        "protection plan",
        "new",
        "Mon 2 Nov, seen alone",
    ]
    assert "seen alone at that visit yes (List 7, G2)" in item.why
    assert "protection plan began Tue 17 Feb (List 7, D2)" in item.why
    assert isinstance(page.blocks[0], Heading)
    assert page.blocks[0].text == "Annex A workbook, as at Mon 16 Nov"


def test_not_alone_and_not_recorded_are_told_apart(store: CaseStore, tmp_path: Path) -> None:
    """A blank never reads as no, and no says that it was recorded."""
    rows = [
        on_a_plan(1.0, alone="b) No"),
        on_a_plan(2.0, alone=""),
        on_a_plan(3.0, alone="c) Unknown"),
        on_a_plan(4.0, visit=None, alone=""),
    ]
    page = page_of(store, annex_a(tmp_path / "a.xlsx", rows, [in_care(5.0)]))
    assert [item.cells[3].full for item in items(page) if not isinstance(item.cells[3], str)] == [
        "Mon 2 Nov, recorded as not seen alone",
        "Mon 2 Nov, alone not recorded",
        "Mon 2 Nov, alone not recorded",
        "not recorded",
        "Thu 5 Nov, alone not recorded",
    ]


def test_what_changes_is_said_from_old_to_new(store: CaseStore, clock: Clock, tmp_path: Path) -> None:
    """With the cell of the new value."""
    first = annex_a(tmp_path / "a.xlsx", [on_a_plan()])
    bring_in(store, clock, preview(store, read_file(first), "Robin Vale", today=TODAY))
    (item,) = items(page_of(store, annex_a(tmp_path / "b.xlsx", [on_a_plan(visit=date(2026, 11, 12))])))
    assert item.cells[2] == "changed"
    assert "last visit (list 7): Mon 2 Nov -> Thu 12 Nov (List 7, F2)" in item.why
    (item,) = items(page_of(store, first))
    assert item.cells[2] == "same"


def test_where_i_have_something_else_both_are_said(store: CaseStore, clock: Clock, tmp_path: Path) -> None:
    """Mine stands."""
    path = annex_a(tmp_path / "a.xlsx", [on_a_plan()])
    bring_in(store, clock, preview(store, read_file(path), "Robin Vale", today=TODAY))
    (row,) = store.caseload()
    edit_child(store, row.id, row.children[0].id, {"plan_started_on": date(2026, 2, 16), "plan": "cin"})
    assert under(page_of(store, path), "You have something else; yours stays") == [
        "9212044, plan: You have child in need. The file says protection plan (List 7, I2).",
        "9212044, plan since: You have Mon 16 Feb. The file says Tue 17 Feb (List 7, D2).",
    ]


def test_what_is_not_understood_stands_with_its_cell(store: CaseStore, tmp_path: Path) -> None:
    """And a row that cannot be brought in with its number."""
    page = page_of(store, annex_a(tmp_path / "a.xlsx", [on_a_plan(alone="maybe"), on_a_plan(None)]))
    assert under(page, "To look at") == [
        "9212044, List 7, G2: “maybe” is not yes, no or unknown; it was left out.",
        "List 7, row 3: It has no Child Unique ID that can be read.",
    ]
    assert [item.cells[2] for item in items(page)] == ["new", "look at"]


def test_rows_of_others_are_a_number_and_their_names_are_nowhere(store: CaseStore, tmp_path: Path) -> None:
    """One row, and no s."""
    rows = [on_a_plan(1.0), on_a_plan(2.0, worker="Ada Moor"), on_a_plan(3.0, worker=None), on_a_plan(4.0, worker=None)]
    said = repr(page_of(store, annex_a(tmp_path / "a.xlsx", rows)))
    assert "1 row of other workers: counted, not kept; 2 rows without a worker: counted, not kept" in said
    assert "Moor" not in said


def test_the_names_of_a_file_can_be_chosen_from() -> None:
    """Each is a key, and the header counts them."""
    page = import_names(names_in(read_file(SAMPLES / "Annex_A_2024_Jan.xlsx")))
    assert page.facts == "8 names"
    assert "Petra Wills" in [item.key for item in items(page)]
    assert import_names(("Robin Vale",)).facts == "1 name"
