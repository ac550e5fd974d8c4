"""Dates of the lists on Today: past, due today, or in the next five working days. On Mon 23 Nov 2026."""

from datetime import date

import pytest

from checklists.limits import Limits
from checklists.pages.today import today_page
from checklists.signals import prompts
from checklists.summaries import summarise
from store.case import case_of
from store.records import CaseRecord, Record
from store.summary import CaseSummary
from tests.checklists.signals.listed import OLD, TODAY, child, concern, person


def row_of(*records: Record) -> CaseSummary:
    """The caseload row of a case of them."""
    return summarise(case_of(CaseRecord(ref="F-1", allocated_on=OLD), [child(), *records]))


def lines_about(words: str, row: CaseSummary, limits: Limits) -> list[tuple[str, str]]:
    """The day and the word of each line of Today whose whole sentence has these words."""
    items = [item for block in today_page([row], TODAY, limits).blocks for item in getattr(block, "items", ())]
    return [(str(item.cells[3]), item.word) for item in items if words in item.why]


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (date(2026, 11, 2), ("Mon 16 Nov", "overdue")),
        (date(2026, 11, 9), ("Mon 23 Nov", "due")),
        (date(2026, 11, 12), ("Thu 26 Nov", "due soon")),
        (date(2026, 11, 13), ("Fri 27 Nov", "")),
        (date(2026, 11, 16), ("Mon 30 Nov", "")),
    ],
)
def test_a_date_stands_with_its_word_and_ahead_without_one(known: date, line: tuple[str, str], limits: Limits) -> None:
    """The word begins at three working days, the line at five; the sum is of today."""
    row = row_of(person(known_since=known))
    assert lines_about("Not met or not assessed yet. Limit 10.", row, limits) == [line]


def test_a_date_further_ahead_is_not_listed(limits: Limits) -> None:
    """Six working days."""
    row = row_of(person(known_since=date(2026, 11, 17)))
    assert lines_about("Not met or not assessed yet.", row, limits) == []


def test_a_line_ahead_is_no_prompt_of_the_case(limits: Limits) -> None:
    """It is listed, and nothing is asked yet."""
    row = row_of(person(known_since=date(2026, 11, 16)))
    assert "S5" not in {prompt.signal for prompt in prompts(row, TODAY, limits)}


def test_what_is_not_recorded_in_a_list_is_not_on_today(limits: Limits) -> None:
    """It stands on the case and at its question."""
    asked = {p.signal for p in prompts(row_of(), TODAY, limits) if p.severity == "not recorded"}
    assert {"S5", "S6", "S7", "S8", "S10"} <= asked
    for words in ("Who lives here", "No entry yet", "I wonder"):
        assert lines_about(words, row_of(), limits) == []


def test_a_concern_about_no_one_child_stands_on_today(limits: Limits) -> None:
    """With the case, and nobody's initials."""
    row = row_of(concern(date(2026, 11, 5)))
    assert lines_about("Concern of Thu 5 Nov (12 working days)", row, limits) == [("Thu 19 Nov", "overdue")]
