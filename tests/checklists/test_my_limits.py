"""Limits that the person or the council changed."""

from datetime import date

import pytest

from checklists.council import read_council
from checklists.limits import load_limits
from checklists.my_limits import (
    change,
    keep_over,
    put,
    read_mine,
    take_out,
    with_mine,
    write_mine,
)
from checklists.pages.blocks import Table
from checklists.pages.limits import limits_page
from checklists.rulebook import Rulebook
from checklists.signals import prompts
from checklists.wrong import Wrong
from store.summary import CaseSummary, ChildFacts, SeenFact

TODAY = date(2026, 11, 23)
BUILT_IN = load_limits()
BOOK = Rulebook(BUILT_IN, BUILT_IN)
OURS = '[timescales]\ncp_visit = { value = 15, strong = 30, source = "Our procedures, 4.2" }\n'


def test_a_changed_limit_keeps_what_it_was_when_and_why() -> None:
    """And the prompts that use it count by it from then on, naming it as theirs."""
    row = change(BOOK.setting("cp_seen_alone", TODAY), 5, 9, "weekly here", TODAY)
    assert (row.was, row.under, row.on, row.reason) == (10, 10, TODAY, "weekly here")
    child = ChildFacts(
        "child", "K.M.", plan="cp", last_alone=SeenFact(date(2026, 11, 13)), last_seen=SeenFact(date(2026, 11, 13))
    )
    case = CaseSummary("case", "F-1", allocated_on=date(2025, 6, 2), children=(child,))
    asked = {prompt.signal: prompt for prompt in prompts(case, TODAY, with_mine(BUILT_IN, [row], TODAY))}
    assert asked["S1"].severity == "overdue"
    assert "my limit since Mon 23 Nov: weekly here" in asked["S1"].source


@pytest.mark.parametrize(
    ("value", "strong", "reason", "said"),
    [
        (8, None, "busy", "limit of law"),
        (5, None, " ", "asks why"),
        (5, 3, "ours", "before the limit itself"),
        (6, None, "the same", "what it is now"),
        (-1, None, "ours", "whole number"),
    ],
)
def test_a_limit_of_law_is_never_made_longer(value: int, strong: int | None, reason: str, said: str) -> None:
    """Shorter it may be, with a reason; what makes no sense is said."""
    law = BOOK.setting("lac_visit_year1", TODAY)
    with pytest.raises(Wrong, match=said):
        change(law, value, strong, reason, TODAY)
    assert change(law, 4, None, "ours", TODAY).value == 4


def test_a_longer_limit_of_law_in_the_file_is_left_out() -> None:
    """Somebody may have written it there by hand."""
    row = change(BOOK.setting("lac_visit_year1", TODAY), 4, None, "ours", TODAY)
    assert with_mine(BUILT_IN, [row._replace(value=12)]).row("lac_visit_year1").value == 6


def test_what_is_written_reads_back() -> None:
    """Only the rows that were changed stand in the file."""
    rows = (change(BOOK.setting("household_confirmed", TODAY), 60, 120, 'two "months"', TODAY),)
    assert read_mine(write_mine(rows)) == rows
    assert take_out(rows, "household_confirmed") == ()
    assert len(put(rows, rows[0]._replace(value=61))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "changed = 3",
        "[[changed]]\nid = 'x'",
        "[[changed",
        "[[changed]]\nid='cp_visit'\nvalue=99999\nwas=1\nunder=1\nreason='x'\non=2026-01-01",
    ],
)
def test_a_broken_file_is_named(text: str) -> None:
    """With its row, in a sentence."""
    with pytest.raises(Wrong, match=r"my-timescales\.toml"):
        read_mine(text)


def test_the_councils_rows_stand_between() -> None:
    """Over the built-in ones, under one's own; the source says whose they are."""
    council = read_council(OURS, BUILT_IN)
    assert (council.row("cp_visit").value, council.row("cp_visit").source) == (
        15,
        "Our procedures, 4.2, set by the council",
    )
    book = Rulebook(BUILT_IN, council)
    assert book.setting("cp_visit", TODAY).who == "council"
    mine = (change(book.setting("cp_visit", TODAY), 12, None, "ours", TODAY),)
    assert Rulebook(BUILT_IN, council, mine).in_force.row("cp_visit").value == 12


@pytest.mark.parametrize(
    "text",
    [
        "[timescales]\nbogus = { value = 1 }",
        "[timescales]\ncp_visit = 3",
        "[timescales]\nlac_visit_year1 = { value = 9 }",
        "x =",
    ],
)
def test_a_council_file_that_cannot_be_used_is_refused(text: str) -> None:
    """Also where it would make a limit of law longer."""
    with pytest.raises(Wrong):
        read_council(text, BUILT_IN)


def test_a_row_that_changed_beneath_is_shown_until_chosen() -> None:
    """Both values stand first on the page; keeping one's own, or taking it out, ends that."""
    mine = (change(BOOK.setting("cp_visit", TODAY), 12, None, "ours", TODAY),)
    book = Rulebook(BUILT_IN, read_council(OURS, BUILT_IN), mine)
    setting = book.setting("cp_visit", TODAY)
    assert setting.changed_beneath
    first = limits_page(book.settings(TODAY), (), TODAY).blocks[0]
    assert isinstance(first, Table)
    assert first.heading == "Changed since you set your own: choose"
    assert "was 10 and is 15 now" in first.items[0].why
    kept = Rulebook(BUILT_IN, book.council, keep_over(mine, setting))
    assert not kept.setting("cp_visit", TODAY).changed_beneath
    assert kept.in_force.row("cp_visit").value == 12


def test_every_limit_and_count_stands_on_the_page() -> None:
    """Each with its value and where it comes from."""
    page = limits_page(BOOK.settings(TODAY), BOOK.counts(TODAY), TODAY)
    items = [item for block in page.blocks if isinstance(block, Table) for item in block.items]
    assert len(items) == len(BUILT_IN.rows) + len(BUILT_IN.counts) == int(page.facts)
    assert all(item.cells[1] and item.why for item in items)


def test_there_is_no_limit_of_another_name() -> None:
    """Said with where to look."""
    with pytest.raises(Wrong, match="no limit of that name"):
        BOOK.setting("bogus", TODAY)
