"""The caseload: one line a child, in the order that was chosen."""

from datetime import date

import pytest

from checklists.limits import Limits
from checklists.pages.blocks import Fit, Item, Page, Paragraph, Table
from checklists.pages.caseload import LEGEND, SIBLINGS, Order, caseload_page
from checklists.pages.spot import Spot
from checklists.summaries import summarise
from store.case import Case
from store.summary import CaseSummary

TODAY = date(2026, 11, 23)
AT_80 = 11
"""The room of a column at 80."""


def items(page: Page) -> tuple[Item, ...]:
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert all(len(item.cells) == len(table.columns) for item in table.items)
    return table.items


def said(item: Item) -> list[str]:
    return [*(cell.within(AT_80) if isinstance(cell, Fit) else cell for cell in item.cells), item.word]


def refs(page: Page) -> list[str]:
    return [str(item.cells[0]) for item in items(page)]


def test_a_line_holds_what_was_last_seen(cases: dict[str, Case], limits: Limits) -> None:
    """Reference, initials, age, plan, strip, last seen, last alone, next date, and the word of time alone."""
    page = caseload_page([summarise(cases["family"])], TODAY, limits)
    k, l_m = items(page)
    strips = ["········a·w·", "········o·o·"]
    dates = ["14, plan 10", "Tue 17 Nov", "Mon 26 Oct", "overdue"]
    assert said(k) == ["F-102", "K.M.", " 8", "CP", strips[0], "Mon 16 Nov", "Tue 3 Nov", *dates]
    dates = ["5, plan 10", "Mon 30 Nov", "Mon 26 Oct", ""]
    assert said(l_m) == ["F-102", "L.M.", " 1", "CP", strips[1], "Mon 16 Nov", "observed", *dates]
    assert (page.facts, page.foot) == ("2, by next date", f"{LEGEND}\n{SIBLINGS}")


def test_the_foot_of_a_row_has_the_sum_the_next_date_and_the_actions(cases: dict[str, Case], limits: Limits) -> None:
    """Working days against the interval, the next date, how many actions are open and the oldest date among them."""
    k = items(caseload_page([summarise(cases["family"])], TODAY, limits))[0]
    assert k.why == (
        "K.M.  14 working days since seen alone. Plan says every 10.\n"
        "Next date Tue 17 Nov. 6 open actions, oldest Mon 26 Oct."
    )
    assert k.key == Spot(cases["family"].id, "case", child_id=cases["family"].children[0].id)


def test_a_child_not_born_yet_has_no_dates(cases: dict[str, Case], limits: Limits) -> None:
    """`due` stands for the age; nothing is called not recorded that cannot be."""
    (baby,) = items(caseload_page([summarise(cases["unborn"])], TODAY, limits))
    assert said(baby)[1:4] == ["Baby", "due", "CP"]
    assert said(baby)[5:8] == ["", "", ""]


def test_nothing_recorded_is_said(cases: dict[str, Case], limits: Limits) -> None:
    """A blank is never left where a visit is not recorded."""
    (child,) = items(caseload_page([summarise(cases["nothing"])], TODAY, limits))
    assert said(child)[5:] == ["no record", "no record", "", "", "", ""]
    assert isinstance(child.cells[5], Fit)
    assert child.cells[5].full == "not recorded"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("next", ["A-7", "F-102", "F-102", "F-150", "F-140", "F-114"]),
        ("reference", ["A-7", "F-102", "F-102", "F-114", "F-140", "F-150"]),
        ("plan", ["F-114", "F-140", "F-102", "F-102", "F-150", "A-7"]),
    ],
)
def test_the_order_is_the_one_chosen(order: Order, expected: list[str], cases: dict[str, Case], limits: Limits) -> None:
    """By next date with those that have none last, by reference, or by plan."""
    chosen = [summarise(cases[word]) for word in ("well", "unseen", "nothing", "adult", "family")]
    assert refs(caseload_page(chosen, TODAY, limits, order)) == expected


def test_closed_cases_are_left_out_unless_asked_for(cases: dict[str, Case], limits: Limits) -> None:
    """Asked for, they say that they are closed and ask nothing."""
    chosen = [summarise(cases["closed"]), summarise(cases["well"])]
    assert refs(caseload_page(chosen, TODAY, limits)) == ["F-140"]
    last = items(caseload_page(chosen, TODAY, limits, closed=True))[-1]
    assert (last.cells[0], last.cells[3], last.cells[7:], last.word) == ("F-090", "closed", ("", "", ""), "")
    assert last.why == "Z.  Closed Fri 6 Nov."
    assert caseload_page(chosen[:1], TODAY, limits).blocks == (Paragraph("No open cases."),)


def test_a_case_without_anyone_and_one_that_cannot_be_read_have_their_line(
    rows: list[CaseSummary], limits: Limits
) -> None:
    """No case is lost from the list."""
    page = caseload_page(rows, TODAY, limits)
    assert {row.ref for row in rows if not row.closed_on} == set(refs(page))
    lines = {str(item.cells[0]): item for item in items(page)}
    assert said(lines["F-199"])[6] == "unreadable"
    assert lines["F-199"].why == rows[-1].damaged
    assert "No child is recorded" in lines["F-160"].why
    assert "No person is recorded" in lines["A-9"].why


def test_an_adults_caseload_speaks_of_adults(cases: dict[str, Case], limits: Limits) -> None:
    """In private, and not a word of children, brothers or sisters."""
    page = caseload_page([summarise(cases["adult"])], TODAY, limits)
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert table.heading == "Adults"
    assert "in private" in [column.title for column in table.columns]
    assert page.foot == LEGEND


def test_no_cases_yet_says_what_to_do(limits: Limits) -> None:
    """The same as on Today."""
    (block,) = caseload_page([], TODAY, limits).blocks
    assert isinstance(block, Paragraph)
    assert block.text.startswith("No cases yet.")
