"""Import from outside: one's own rows of an Annex A workbook, looked at first, brought in on a yes, never over what was typed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.running import Run, ended, ok
from tests.samples.workbooks import SAMPLES, annex_a, in_care, on_a_plan

SAMPLE = str(SAMPLES / "Annex_A_2024_Jan.xlsx")
LIST_7 = {"Ezra Leigh": 1, "Petra Wills": 2, "Stevie Greenwood": 2, "Rose Cunningham": 2}
LIST_8 = {"Eugene Swift": 2, "Wyatt Hammond": 1, "Fatimah Davison": 1, "Isis Chandler": 1}
MADE_UP = ("--worker", "Robin Vale", "--json")
FIRST_DAY, LATER_DAY = "16/11/2026", "20/11/2026"


def cases_of(call: Run) -> Any:
    """All rows of the caseload."""
    return ok(call("case", "list", "--json")).json


def records_of(call: Run, ref: str) -> Any:
    """All records of a case, by kind."""
    return ok(call("case", "show", ref, "--json")).json["records"]


def child_of(call: Run, ref: str = "9212044") -> Any:
    """The only child of the case, as a caseload row has it: last seen, last seen alone."""
    (row,) = [row for row in cases_of(call) if row["ref"] == ref]
    (child,) = row["children"]
    return child


def of_list(preview: Any, number: int) -> list[str]:
    """The rows of one list among the lines of a preview."""
    places = [place for line in preview["lines"] for place in line["child"]["places"]]
    return [place for place in places if place.startswith(f"List {number}, ")]


@pytest.mark.parametrize("worker", [*LIST_7, *LIST_8])
def test_each_worker_of_the_sample_has_their_own_rows_and_no_others(empty: Run, worker: str) -> None:
    """Seven rows in list 7 and five in list 8, twelve in all; the others are counted."""
    seen = ok(empty("import", SAMPLE, "--worker", worker, "--json")).json
    assert len(of_list(seen, 7)) == LIST_7.get(worker, 0)
    assert len(of_list(seen, 8)) == LIST_8.get(worker, 0)
    assert seen["others"] == 12 - len(seen["lines"])
    assert {line["status"] for line in seen["lines"]} == {"new"}
    assert not any(name in repr(seen) for name in {*LIST_7, *LIST_8} - {worker})
    assert cases_of(empty) == []


def test_the_whole_sample_brought_in_has_two_open_plans_and_again_it_changes_nothing(empty: Run) -> None:
    """Seven and five rows, four of them in care, two on an open plan; the second time not even a save."""
    workers = {**LIST_7, **LIST_8}
    for worker, rows in workers.items():
        done = ok(empty("import", SAMPLE, "--worker", worker, "--yes", "--json")).json
        assert (done["written"], done["counts"]["new"]) == (True, rows)
    before = cases_of(empty)
    plans = [child["plan"] for case in before for child in case["children"]]
    assert (plans.count("cp"), plans.count("lac"), len(plans)) == (2, 4, sum(workers.values()))
    for worker, rows in workers.items():
        again = ok(empty("import", SAMPLE, "--worker", worker, "--yes", "--json")).json
        assert again["counts"] == {"new": 0, "changed": 0, "same": rows, "odd": 0}
    assert cases_of(empty) == before


def test_the_reference_is_the_childs_number_as_text_and_can_be_changed(empty: Run) -> None:
    """5358472, not 5358472.0; the child is found by the number afterwards."""
    ok(empty("import", SAMPLE, "--worker", "petra wills", "--yes"))
    ok(empty("case", "edit", "5358472", "--ref", "F-1"))
    again = ok(empty("import", SAMPLE, "--worker", "Petra Wills", "--json")).json
    assert {(line["child"]["own_id"], line["ref"]) for line in again["lines"]} == {
        ("5358472", "F-1"),
        ("14953858", "14953858"),
    }


def test_a_workbook_whose_lists_are_empty_says_so(empty: Run) -> None:
    """Exit code 1, with a name and without."""
    for more in ((), ("--worker", "Ezra Leigh"), ("--json",)):
        ran = empty("import", str(SAMPLES / "example-B-2004.xlsx"), *more)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err == ("casereflect: Lists 7 and 8 of this file have no rows, so there is nothing to bring in.\n")


def test_without_a_name_those_in_the_file_are_listed(empty: Run) -> None:
    """Exit code 2: which of them you are is not guessed."""
    ran = empty("import", SAMPLE)
    assert ran.code == 2
    assert [line.strip() for line in ran.out.splitlines() if line.startswith("   ")] == sorted({*LIST_7, *LIST_8})
    assert ran.err == "casereflect: --worker is needed. Give your name as it stands in the file.\n"
    listed = empty("import", SAMPLE, "--json")
    assert (listed.code, listed.json) == (2, {"workers": sorted({*LIST_7, *LIST_8})})


def test_a_name_that_is_not_in_the_file_lists_those_that_are(empty: Run) -> None:
    """A slip of the keys is seen at once."""
    ran = empty("import", SAMPLE, "--worker", "Petra Willis")
    assert ran.code == 2
    assert "Petra Wills" in ran.out
    assert ran.err == (
        "casereflect: Worker: no row of lists 7 and 8 has that name. Give it as it stands in the file.\n"
    )


def test_without_a_yes_and_without_a_terminal_the_preview_is_printed_and_nothing_is_written(empty: Run) -> None:
    """Each value with its cell, the plan before birth among what to look at, the rows of others as a count."""
    ran = ok(empty("import", SAMPLE, "--worker", "Ezra Leigh"))
    assert "11 rows of other workers: counted, not kept" in ran.out
    assert "List 7, G2" in ran.out
    assert "10721552, List 7, G2: Protection plan began 42 days before birth." in ran.out
    assert ran.err == "Nothing was written. --yes brings it in.\n"
    assert cases_of(empty) == []


def test_on_a_terminal_the_name_is_chosen_and_a_yes_is_asked(
    empty: Run, terminal: Callable[..., Any], environ: dict[str, str]
) -> None:
    """No writes nothing; yes brings it in."""
    for answer, kept in (("n", 0), ("y", 2)):
        child = terminal("import", SAMPLE, CASEREFLECT_HOME=environ["CASEREFLECT_HOME"])
        child.expect("5  Petra Wills")
        child.expect("Number: ")
        child.sendline("5")
        child.expect("Bring this in\\? y or n: ")
        child.sendline(answer)
        assert ended(child) == 0
        assert len(cases_of(empty)) == kept


def test_a_plan_that_has_ended_is_no_plan_and_its_days_stay_as_facts(empty: Run) -> None:
    """Start, end and last visit are kept, with cell and file date."""
    ok(empty("import", SAMPLE, "--worker", "Ezra Leigh", "--yes"))
    records = records_of(empty, "10721552")
    assert records["child"][0]["plan"] == "none"
    facts = {fact["field"]: fact for fact in records["imported_fact"]}
    assert {"cp.plan_started_on", "cp.plan_ended_on", "cp.last_visit_on"} <= set(facts)
    assert {fact["as_at"] for fact in facts.values()} == {"2021-03-16"}
    assert all(fact["source"].startswith("List 7, ") for fact in facts.values())
    assert "visit" not in records


@pytest.mark.parametrize(
    ("alone", "counts", "said"),
    [("a) Yes", True, "seen alone"), ("b) No", False, "not seen alone"), ("c) Unknown", False, "alone not"), ("", False, "alone not")],
)  # fmt: skip
def test_only_a_yes_in_the_file_counts_as_seen_alone(
    empty: Run, tmp_path: Path, *, alone: str, counts: bool, said: str
) -> None:
    """The visit counts as seen all the same, and each of the four is kept as given."""
    file = str(annex_a(tmp_path / "list.xlsx", [on_a_plan(alone=alone)]))
    assert said in ok(empty("import", file, "--worker", "Robin Vale")).out
    ok(empty("import", file, *MADE_UP, "--yes"))
    child = child_of(empty)
    assert child["last_seen"]["on"] == "2026-11-02"
    assert (child["last_alone"] is not None) is counts
    assert child["last_seen"]["how"] != "observed"


def test_a_visit_of_list_8_is_seen_and_never_seen_alone(empty: Run, tmp_path: Path) -> None:
    """The list has no column for it; Today says from which file the day comes."""
    file = str(annex_a(tmp_path / "list.xlsx", [], [in_care(visit=date(2026, 10, 5))]))
    ok(empty("import", file, *MADE_UP, "--yes"))
    child = child_of(empty)
    assert (child["plan"], child["last_seen"]["on"], child["last_alone"]) == ("lac", "2026-10-05", None)
    ok(empty("child", "edit", child["id"], "--visit-rule", "reg28-2", "--placement-started", "2/6/25"))
    texts = [line["text"] for line in ok(empty("today", "--json")).json]
    assert any("Last seen Mon 5 Oct" in text and "(from Annex A as at 16 Nov)" in text for text in texts), texts


def test_what_the_person_wrote_stays_and_the_file_is_shown_beside_it(empty: Run, tmp_path: Path) -> None:
    """A plan date, a category, initials and a visit of one's own are as they were; facts are added."""
    add = ("case", "add", "F-102", "--child", "K.M.", "--own-id", "9212044", "--plan", "cin", "--category", "my words")
    ok(empty(*add, "--plan-started", "5/1/26"))
    ok(empty("visit", "add", "F-102", "--on", "3/11/26", "--seen", "alone", "--words", "Hello"))
    before = records_of(empty, "F-102")
    file = str(annex_a(tmp_path / "list.xlsx", [on_a_plan()]))
    page = ok(empty("import", file, "--worker", "Robin Vale", "--yes")).out
    page = " ".join(page.split())
    assert "F-102, plan: You have child in need. The file says protection plan (List 7, I2)." in page
    assert "F-102, plan since: You have Mon 5 Jan. The file says Tue 17 Feb (List 7, D2)." in page
    assert "F-102, born: Not recorded with you. The file says Fri 4 May 2018 (List 7, B2)." in page
    assert page.count("Fri 4 May 2018") == 1
    after = records_of(empty, "F-102")
    assert (after["child"], after["visit"]) == (before["child"], before["visit"])
    assert len(after["imported_fact"]) > 0
    assert child_of(empty, "F-102")["last_alone"]["on"] == "2026-11-03"


def test_a_newer_file_updates_facts_and_leaves_what_was_typed_since(empty: Run, tmp_path: Path) -> None:
    """A later visit is a new fact, the child's initials and answers stay; the older file then adds nothing."""
    older = str(annex_a(tmp_path / "older.xlsx", [on_a_plan(age=None)]))
    newer = str(annex_a(tmp_path / "newer.xlsx", [on_a_plan(age=None, visit=date(2026, 11, 17), alone="b) No")]))
    ok(empty("import", older, *MADE_UP, "--as-at", FIRST_DAY, "--yes"))
    ok(empty("child", "edit", child_of(empty)["id"], "--initials", "K.M.", "--category", "emotional"))
    ok(empty("reflect", "9212044", "--question", "1", "--answer", "On the 2nd, in her room."))
    kept = records_of(empty, "9212044")
    seen = ok(empty("import", newer, *MADE_UP, "--as-at", LATER_DAY)).json["lines"][0]
    assert seen["status"] == "changed"
    assert ("cp.last_visit_on", "2026-11-02", "2026-11-17", "List 7, F2") in [
        tuple(change.values()) for change in seen["changes"]
    ]
    ok(empty("import", newer, *MADE_UP, "--as-at", LATER_DAY, "--yes"))
    after = records_of(empty, "9212044")
    assert (after["child"], after["answer"]) == (kept["child"], kept["answer"])
    child = child_of(empty)
    assert (child["last_seen"]["on"], child["last_alone"]["on"]) == ("2026-11-17", "2026-11-02")
    again = ok(empty("import", older, *MADE_UP, "--as-at", FIRST_DAY, "--yes")).json
    assert again["counts"]["same"] == 1
    assert child_of(empty) == child


def test_a_file_without_a_date_of_its_own_asks_for_one(empty: Run, tmp_path: Path) -> None:
    """It is neither guessed nor in the future."""
    file = str(annex_a(tmp_path / "list.xlsx", [on_a_plan(age=None)]))
    asked = empty("import", file, *MADE_UP, "--yes")
    assert (asked.code, "--as-at 16/11/2026" in asked.err) == (2, True)
    assert empty("import", file, *MADE_UP, "--as-at", "24/11/26", "--yes").code == 2
    assert empty("import", file, *MADE_UP, "--as-at", "soon", "--yes").code == 2
    assert cases_of(empty) == []


def test_a_new_child_is_put_with_a_case_and_the_preview_says_so(empty: Run) -> None:
    """A case that is there, or one that the import makes; a case that is none is refused before anything is written."""
    wills = ("import", SAMPLE, "--worker", "Petra Wills")
    unknown = empty(*wills, "--put-with", "5358472=F-9")
    assert (unknown.code, unknown.out) == (1, "")
    assert empty(*wills, "--put-with", "77=F-9").code == 2
    assert empty(*wills, "--put-with", "5358472").code == 2
    assert "Goes with case 14953858" in ok(empty(*wills, "--put-with", "5358472=14953858")).out
    ok(empty(*wills, "--put-with", "5358472=14953858", "--yes"))
    (case,) = cases_of(empty)
    assert (case["ref"], [child["own_id"] for child in case["children"]]) == ("14953858", ["5358472", "14953858"])


def test_a_damaged_case_of_mine_is_told_before_anything_is_brought_in(
    empty: Run, environ: dict[str, str], tmp_path: Path
) -> None:
    """Its children cannot be found, so the preview says that they may be among the new ones."""
    ok(empty("case", "add", "F-7"))
    for damaged in Path(environ["CASEREFLECT_HOME"], "cases").iterdir():
        damaged.write_bytes(b"")
    file = str(annex_a(tmp_path / "list.xlsx", [on_a_plan()]))
    assert "A case of yours cannot be read" in ok(empty("import", file, "--worker", "Robin Vale")).out
