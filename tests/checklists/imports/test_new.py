"""A first import keeps one's own rows as facts, and makes each new child a case of their own."""

from datetime import date
from pathlib import Path

import pytest

from checklists.clock import Clock
from checklists.imported import Counts
from checklists.use_cases.import_list import NoRows, bring_in, names_in, preview, read_file
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.records import Child, ImportBatch, ImportedFact, Visit
from tests.checklists.imports.looking import TODAY, Bring, Look, facts, the_case, the_line, the_row
from tests.samples.workbooks import AS_AT, BORN, SAMPLES, annex_a, in_care, on_a_plan, workbook


def test_names_are_found_once_whatever_their_case_and_spaces(tmp_path: Path) -> None:
    """By name; nobody is called #N/A."""
    rows = [
        on_a_plan(1.0, worker="Robin\xa0Vale"),
        on_a_plan(2.0, worker="ROBIN VALE "),
        on_a_plan(3.0, worker="#N/A"),
        on_a_plan(4.0, worker="Ada Moor"),
    ]
    assert names_in(read_file(annex_a(tmp_path / "a.xlsx", rows))) == ["Ada Moor", "Robin Vale"]


def test_the_sample_gives_two_new_children_on_open_plans_to_one_worker(store: CaseStore, clock: Clock) -> None:
    """Petra Wills' rows of list 7; ten rows belong to others."""
    found = preview(store, read_file(SAMPLES / "Annex_A_2024_Jan.xlsx"), "petra  wills", today=TODAY)
    assert (found.worker, found.as_at, found.others, found.unnamed) == ("Petra Wills", date(2021, 3, 16), 10, 0)
    assert bring_in(store, clock, found) == Counts(new=2)
    children = [child for row in store.caseload() for child in row.children]
    assert {(child.own_id, child.plan, child.plan_started_on, child.category) for child in children} == {
        ("5358472", "cp", date(2021, 2, 8), "Physical abuse"),
        ("14953858", "cp", date(2021, 2, 8), "Physical abuse"),
    }


def test_every_worker_of_the_sample_can_bring_in_all_rows_once(store: CaseStore, clock: Clock) -> None:
    """Twelve rows, twelve children; the second time nothing is new."""
    workbook = read_file(SAMPLES / "Annex_A_2024_Jan.xlsx")
    for counted in ("new", "same"):
        done = [bring_in(store, clock, preview(store, workbook, name, today=TODAY)) for name in names_in(workbook)]
        assert sum(getattr(one, counted) for one in done) == 12
    plans = sorted(child.plan for row in store.caseload() for child in row.children)
    assert plans == ["cp"] * 2 + ["lac"] * 4 + ["none"] * 6


def test_a_file_without_workers_has_no_names_and_no_rows_of_mine(store: CaseStore) -> None:
    """The template's lists are empty."""
    workbook = read_file(SAMPLES / "example-B-2004.xlsx")
    with pytest.raises(NoRows, match="have no rows"):
        names_in(workbook)
    with pytest.raises(NoRows, match="have no rows"):
        preview(store, workbook, "Robin Vale", today=TODAY)


def test_a_file_whose_rows_name_nobody_says_so(look: Look) -> None:
    """They may be anybody's, so they are nobody's."""
    with pytest.raises(NoRows, match="name no worker"):
        look([on_a_plan(worker="")])


def test_a_preview_writes_nothing(store: CaseStore, look: Look) -> None:
    """Nothing before it is confirmed."""
    assert the_line(look([on_a_plan()])).status == "new"
    assert store.caseload() == []


def test_a_file_without_a_date_of_its_own_asks_for_it(look: Look) -> None:
    """And a day to come is not taken for one."""
    with pytest.raises(Wrong, match="--as-at"):
        look([on_a_plan(age=8.0)], as_at=None)
    with pytest.raises(Wrong, match="not come yet"):
        look([on_a_plan()], as_at=date(2026, 11, 24))


def test_a_new_child_becomes_a_case_of_their_own(store: CaseStore, bring: Bring) -> None:
    """The reference is the id, initials stay blank, and the origin says which import and which row."""
    assert bring([on_a_plan()]) == Counts(new=1)
    case = the_case(store)
    (child,) = case.children
    (batch,) = case.of(ImportBatch)
    assert (child.own_id, child.initials, child.born_on, child.plan) == ("9212044", "", BORN, "cp")
    assert (child.plan_started_on, child.category) == (date(2026, 2, 17), "Neglect")
    assert child.origin == f"import:{batch.id}:7.2"
    assert (batch.file_kind, batch.as_at, batch.rows, len(batch.file_hash)) == ("annex_a", AS_AT, 1, 64)
    assert case.info.allocated_on == TODAY
    assert case.revision == 1


def test_a_last_visit_is_a_fact_with_its_cell_never_a_visit(store: CaseStore, bring: Bring) -> None:
    """No place, no time and no words are invented."""
    bring([on_a_plan()])
    case = the_case(store)
    fact = next(fact for fact in case.of(ImportedFact) if fact.field == "cp.seen_alone")
    assert (fact.value, fact.source, fact.as_at) == ("yes", "List 7, G2", AS_AT)
    assert case.of(Visit) == ()


@pytest.mark.parametrize(
    ("given", "alone"), [("a) Yes", True), ("b) No", False), ("c) Unknown", False), ("", False), ("maybe", False)]
)
def test_only_yes_counts_as_seen_alone(store: CaseStore, bring: Bring, given: str, alone: bool) -> None:
    """Every other answer counts as seen."""
    bring([on_a_plan(alone=given)])
    (child,) = the_row(store).children
    assert child.last_seen
    assert (child.last_seen.on, child.last_seen.as_at, child.last_seen.source) == (date(2026, 11, 2), AS_AT, "Annex A")
    assert (child.last_alone is not None) is alone


def test_an_ended_plan_is_no_plan_now_and_its_days_are_kept(store: CaseStore, bring: Bring) -> None:
    """Start, end and last visit stay as facts."""
    bring([on_a_plan(ended=date(2026, 11, 10))])
    (child,) = the_case(store).children
    assert (child.plan, child.plan_started_on, child.category) == ("none", None, "")
    kept = facts(the_case(store))
    assert (kept["cp.plan_started_on"], kept["cp.plan_ended_on"], kept["cp.last_visit_on"]) == (
        "2026-02-17",
        "2026-11-10",
        "2026-11-02",
    )


def test_an_end_date_that_is_not_understood_decides_nothing(store: CaseStore, look: Look, bring: Bring) -> None:
    """It is not taken for blank, which would mean that the plan is open."""
    rows = [on_a_plan(ended="last week")]
    assert [(odd.source, "left out" in odd.sentence) for odd in the_line(look(rows)).child.odd] == [
        ("List 7, I2", True)
    ]
    bring(rows)
    assert the_row(store).children[0].plan == "none"


def test_a_child_in_both_lists_is_in_care_and_the_protection_plan_is_kept_as_facts(
    store: CaseStore, bring: Bring
) -> None:
    """One child, one case, one save."""
    assert bring([on_a_plan()], [in_care()]) == Counts(new=1)
    case = the_case(store)
    (child,) = case.children
    assert (child.plan, child.plan_started_on, child.legal_status, child.category) == (
        "lac",
        date(2025, 6, 2),
        "C1: ICO",
        "",
    )
    assert facts(case)["cp.plan_started_on"] == "2026-02-17"
    assert case.of(ImportBatch)[0].rows == 2


def test_care_that_has_ended_leaves_an_open_protection_plan(store: CaseStore, bring: Bring) -> None:
    """The one that is open counts."""
    bring([on_a_plan()], [in_care(ended=date(2026, 9, 1))])
    assert the_row(store).children[0].plan == "cp"


def test_rows_of_others_are_counted_and_leave_no_trace(store: CaseStore, look: Look, bring: Bring) -> None:
    """Not their ids, not their names."""
    rows = [on_a_plan(1.0), on_a_plan(2.0, worker="Ada Moor"), on_a_plan(3.0, worker="#N/A")]
    found = look(rows)
    assert (found.others, found.unnamed, [line.child.own_id for line in found.lines]) == (1, 1, ["1"])
    bring(rows)
    kept = repr([(case.info, case.tables) for case in (store.case(row.id) for row in store.caseload())])
    assert "Moor" not in kept
    assert [row.ref for row in store.caseload()] == ["1"]


def test_no_text_of_the_file_stands_in_an_error(look: Look) -> None:
    """An error may end in a log."""
    with pytest.raises(Wrong) as caught:
        look([on_a_plan(worker="Ada Moor")])
    assert "Moor" not in str(caught.value)
    assert "Vale" not in str(caught.value)


def test_a_file_with_one_list_says_that_the_other_is_not_there(store: CaseStore, tmp_path: Path) -> None:
    """A missing list is not an empty one."""
    from tests.samples.workbooks import LIST_7

    path = workbook(tmp_path / "a.xlsx", {"7. CP": [LIST_7, on_a_plan()]})
    found = preview(store, read_file(path), "Robin Vale", today=TODAY)
    assert found.as_at == AS_AT
    assert found.notes == ("This workbook has no list 8.",)
    assert isinstance(found.lines[0].child.own_id, str)


def test_a_child_without_a_birth_date_can_be_brought_in(store: CaseStore, bring: Bring) -> None:
    """Blank means not recorded."""
    bring([on_a_plan(born=None, age=None)])
    (child,) = the_case(store).of(Child)
    assert child.born_on is None
