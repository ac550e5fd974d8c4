"""Lists 7 and 8 of Annex A are read as the file has them; what is not understood is shown with its cell."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from store.exchange.annex_a import AnnexA, Row, read_annex_a
from store.exchange.refused import Refused
from store.exchange.workbook import open_workbook
from tests.samples.workbooks import AS_AT, LIST_7, LIST_8, SAMPLES, Value, age_on, annex_a, in_care, on_a_plan, workbook


def read(path: Path) -> AnnexA:
    """The lists of the workbook."""
    return read_annex_a(open_workbook(path))


def one(tmp_path: Path, **changed: Value) -> Row:
    """The only row of a list 7."""
    (row,) = read(annex_a(tmp_path / "list.xlsx", [on_a_plan(**changed)])).rows
    return row


def test_the_sample_has_seven_rows_in_list_7_and_five_in_list_8() -> None:
    """With the workers that it names."""
    rows = read(SAMPLES / "Annex_A_2024_Jan.xlsx").rows
    assert Counter(row.worker for row in rows if row.list_number == 7) == {
        "Ezra Leigh": 1,
        "Petra Wills": 2,
        "Stevie Greenwood": 2,
        "Rose Cunningham": 2,
    }
    assert Counter(row.worker for row in rows if row.list_number == 8) == {
        "Eugene Swift": 2,
        "Wyatt Hammond": 1,
        "Fatimah Davison": 1,
        "Isis Chandler": 1,
    }
    assert [row.values["own_id"][0] for row in rows if row.values.get("plan_ended_on", ("-", ""))[0] == ""] == [
        "5358472",
        "14953858",
    ]
    assert not any(row.odd for row in rows)


def test_the_samples_own_date_is_found_from_births_and_ages() -> None:
    """It is neither in its name nor today."""
    assert read(SAMPLES / "Annex_A_2024_Jan.xlsx").as_at == date(2021, 3, 16)


def test_the_template_with_empty_lists_is_annex_a_without_rows_or_date() -> None:
    """Its guidance sheet names columns too, and is no list."""
    found = read(SAMPLES / "example-B-2004.xlsx")
    assert (found.rows, found.as_at, found.notes) == ((), None, ())


def test_a_value_stands_beside_the_cell_it_came_from(tmp_path: Path) -> None:
    """Ids are text, codes are dropped, days are in ISO."""
    assert one(tmp_path).values == {
        "own_id": ("9212044", "A2"),
        "born_on": ("2018-05-04", "B2"),
        "plan_started_on": ("2026-02-17", "D2"),
        "category": ("Neglect", "E2"),
        "last_visit_on": ("2026-11-02", "F2"),
        "seen_alone": ("yes", "G2"),
        "latest_review_on": ("2026-05-12", "H2"),
        "plan_ended_on": ("", "I2"),
    }


def test_list_8_has_care_and_no_word_about_alone(tmp_path: Path) -> None:
    """The list has no such column."""
    (row,) = read(annex_a(tmp_path / "list.xlsx", [], [in_care()])).rows
    assert row.values["care_started_on"] == ("2025-06-02", "D2")
    assert row.values["legal_status"] == ("C1: ICO", "E2")
    assert "seen_alone" not in row.values


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a) Yes", "yes"),
        ("YES", "yes"),
        (True, "yes"),
        ("b) No", "no"),
        ("n", "no"),
        ("c) Unknown", "unknown"),
        ("c)\xa0Unknown ", "unknown"),
        ("", ""),
        (None, ""),
        ("NULL", ""),
        ("#N/A", ""),
    ],
)
def test_seen_alone_keeps_its_four_states(tmp_path: Path, given: Value, kept: str) -> None:
    """Yes, no, unknown and blank are four different things."""
    assert one(tmp_path, alone=given).values["seen_alone"][0] == kept


@pytest.mark.parametrize(
    ("given", "day"),
    [
        (date(2026, 11, 2), "2026-11-02"),
        (46328.0, "2026-11-02"),
        (46328.75, "2026-11-02"),
        ("2026-11-02", "2026-11-02"),
        ("2026-11-02 00:00:00", "2026-11-02"),
        ("02/11/2026", "2026-11-02"),
        (" 2/11/2026\xa0", "2026-11-02"),
        ("2.11.2026", "2026-11-02"),
        ("NULL", ""),
        (None, ""),
    ],
)
def test_days_are_read_day_first(tmp_path: Path, given: Value, day: str) -> None:
    """Excel dates, serials, ISO and text."""
    assert one(tmp_path, visit=given).values["last_visit_on"] == (day, "F2")


@pytest.mark.parametrize(
    "given",
    [
        "11/25/2026",
        "2/11/26",
        "31/02/2026",
        "May be 8 Jan 2000",
        "2026",
        2026.0,
        99999999.0,
        True,
        "29/02/2025",
        "1/1/1066",
    ],
)
def test_a_day_that_is_not_understood_is_left_out_and_shown_with_its_cell(tmp_path: Path, given: Value) -> None:
    """Month first is never tried, and a number is not taken for a day."""
    row = one(tmp_path, visit=given)
    assert "last_visit_on" not in row.values
    ((cell, sentence),) = row.odd
    assert cell == "F2"
    assert "left out" in sentence


def test_a_seen_alone_that_is_not_understood_is_never_guessed(tmp_path: Path) -> None:
    """Maybe is neither yes nor no."""
    row = one(tmp_path, alone="maybe")
    assert "seen_alone" not in row.values
    assert row.odd == (("G2", "“maybe” is not yes, no or unknown; it was left out."),)


@pytest.mark.parametrize(
    ("given", "own_id"),
    [(9212044.0, "9212044"), ("9212044", "9212044"), ("9212044.0", "9212044"), ("\xa0A-17 ", "A-17"), ("007", "007")],
)
def test_an_id_is_text_as_the_council_writes_it(tmp_path: Path, given: Value, own_id: str) -> None:
    """Never 9212044.0."""
    assert one(tmp_path, own_id=given).values["own_id"][0] == own_id


@pytest.mark.parametrize("given", [1.5, 1e17, True, date(2026, 1, 1)])
def test_an_id_that_excel_may_have_changed_is_not_trusted(tmp_path: Path, given: Value) -> None:
    """A fraction, a number too long to be exact, a date."""
    assert "own_id" not in one(tmp_path, own_id=given).values


@pytest.mark.parametrize(
    ("given", "worker"), [("Robin\xa0Vale ", "Robin Vale"), ("#N/A", ""), (None, ""), ("NULL", "")]
)
def test_a_worker_is_a_name_or_nobody(tmp_path: Path, given: Value, worker: str) -> None:
    """Nobody is called #N/A."""
    assert one(tmp_path, worker=given).worker == worker


def test_text_from_a_file_cannot_act_on_a_terminal(tmp_path: Path) -> None:
    """A control character is replaced, formula-looking text stays text."""
    row = one(tmp_path, category="=HYPERLINK(1)\x85[red]", worker="R\u202eV")
    assert row.values["category"][0] == "=HYPERLINK(1) [red]"
    assert "\u202e" not in row.worker


def test_titles_above_the_headings_and_empty_rows_below_do_not_matter(tmp_path: Path) -> None:
    """Rows keep the numbers that Excel shows."""
    rows: list[list[Value]] = [["List 7: Child protection"], [None], list(LIST_7), [None], on_a_plan(), ["", "NULL"]]
    (row,) = read(workbook(tmp_path / "a.xlsx", {"CP plans": rows})).rows
    assert row.row_number == 5
    assert row.values["seen_alone"] == ("yes", "G5")


def test_columns_may_stand_in_another_order(tmp_path: Path) -> None:
    """Headings decide, not places."""
    turned: list[list[Value]] = [list(reversed(LIST_7)), list(reversed(on_a_plan()))]
    (row,) = read(workbook(tmp_path / "a.xlsx", {"List 7": turned})).rows
    assert row.values["own_id"] == ("9212044", "J2")


def test_a_missing_column_is_said_and_its_field_is_not_blank_but_absent(tmp_path: Path) -> None:
    """Blank would mean that the plan is open."""
    without: list[list[Value]] = [[*LIST_7[:-2], LIST_7[-1]], [*on_a_plan()[:-2], "Robin Vale"]]
    found = read(workbook(tmp_path / "a.xlsx", {"List 7": without, "List 8": [LIST_8]}))
    assert "plan_ended_on" not in found.rows[0].values
    assert found.notes == ("List 7 has no column child protection plan end date, or has it twice; it is read without.",)


def test_a_heading_that_stands_twice_is_not_guessed(tmp_path: Path) -> None:
    """Neither column is read."""
    twice: list[list[Value]] = [[*LIST_7, "Date of Birth"], [*on_a_plan(), date(2001, 1, 1)]]
    assert "born_on" not in read(workbook(tmp_path / "a.xlsx", {"List 7": twice})).rows[0].values


def test_two_sheets_for_one_list_are_refused(tmp_path: Path) -> None:
    """One may be last year's."""
    path = workbook(tmp_path / "a.xlsx", {"List 7": [LIST_7], "List 7 (old)": [LIST_7]})
    with pytest.raises(Refused, match="same list"):
        read(path)


def test_whole_years_of_age_do_not_date_a_file(tmp_path: Path) -> None:
    """A child is eight for a year."""
    assert read(annex_a(tmp_path / "a.xlsx", [on_a_plan(age=8.0)])).as_at is None


def test_ages_that_do_not_agree_do_not_date_a_file(tmp_path: Path) -> None:
    """Then the person is asked."""
    other = date(2015, 1, 1)
    rows = [on_a_plan(1.0), on_a_plan(2.0, born=other, age=age_on(other, date(2026, 9, 1)))]
    assert read(annex_a(tmp_path / "a.xlsx", rows)).as_at is None


def test_an_unborn_child_does_not_date_a_file(tmp_path: Path) -> None:
    """Annex A gives the age -1."""
    rows = [on_a_plan(1.0), on_a_plan(2.0, born=date(2027, 1, 4), age=-1.0)]
    assert read(annex_a(tmp_path / "a.xlsx", rows)).as_at == AS_AT
