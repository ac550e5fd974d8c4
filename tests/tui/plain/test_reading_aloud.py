"""Plain lines as they are heard: a day with its word, no long line, and nothing of a child behind the mask."""

from datetime import date
from io import StringIO

import pytest

from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.caseload import caseload_page
from checklists.pages.today import today_page
from tests.tui.screens.conftest import house, made
from tui.composition import House
from tui.plain.desk import Desk
from tui.plain.lines import Lines
from tui.plain.outlet import MOST, sentences
from tui.plain.places import case, today
from tui.plain.reflecting import question
from tui.plain.writing import mask, visit

__all__ = ["house", "made"]
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "word", "said"),
    [
        ("Tue 24 Nov", "due soon", "Ring school. Due Tue 24 Nov, due soon."),
        ("Mon 23 Nov", "due", "Ring school. Due Mon 23 Nov."),
        ("Fri 6 Nov", "overdue", "Ring school. Due Fri 6 Nov, overdue."),
        ("", "well past", "Ring school. Well past."),
    ],
)
def test_a_day_is_said_with_its_word(day: str, word: str, said: str) -> None:
    """Not a bare day and then `Word: overdue`."""
    columns = (Column("case", 3), Column("", 10), Column("", 54))
    (line,) = sentences(
        Page("Today", blocks=(Table(columns, (Item(("F-102", "Ring school", day), word, 1),)),)), "Line"
    )
    assert line.text == f"Line 1 of 1. Case F-102. {said}"


def test_what_is_not_so_begins_with_a_capital() -> None:
    """`Not answered.` is a sentence."""
    table = Table((Column("", 3), Column("answered", 18)), (Item(("4 Curious", "not answered"), "", 1),))
    assert sentences(Page("Case", blocks=(table,)))[0].text == "4 Curious. Not answered."


def test_the_title_of_a_column_is_not_said_again_by_its_words() -> None:
    """`Heard Wed 11 Nov.`, never "Heard heard"; days since are said with their unit."""
    columns = (Column("Agency", 3), Column("Heard", 43), Column("since then", 60))
    rows = (Item(("GP", "heard Wed 11 Nov", "8 wd, plan 10")), Item(("school", "not heard yet", "")))
    said = [one.text for one in sentences(Page("Hand-over", blocks=(Table(columns, rows),)))]
    assert said == ["Agency GP. Heard Wed 11 Nov. Since then 8 working days, plan 10.", "Agency school. Not heard yet."]


def test_no_line_is_longer_than_one_can_hold(house: House) -> None:
    """200 letters, with the number of the row and its case before it."""
    rows, limits = house.store.caseload(), house.limits()
    for page, noun in ((today_page(rows, TODAY, limits), "Line"), (caseload_page(rows, TODAY, limits), "Case")):
        for said in sentences(page, noun):
            assert all(len(line) <= MOST for line in said.text.split("\n")), said.text
            assert "Word:" not in said.text


def test_mask_hides_names_and_texts_of_pages_and_forms_that_come(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same word shows them again; what is saved is not masked."""
    desk = Desk(house, Lines())
    desk.go(today(), root=True)
    assert "K.M." in capsys.readouterr().out
    mask(desk, "")
    row = next(row for row in house.store.caseload() if row.ref == "F-102")
    desk.go(case(desk.case(row.id)))
    while desk.waiting:
        desk.more()
    heard = capsys.readouterr().out
    assert "Masked from here on." in heard
    assert "K.M." not in heard
    assert "F-102" in heard
    assert desk.case(row.id).children[0].initials == "K.M."
    monkeypatch.setattr("sys.stdin", StringIO("\n\n1\n\nI get up.\n.\nback\nleave\nleave\n"))
    visit(desk, "")
    question(desk, "1")
    heard = capsys.readouterr().out
    assert "Their words, child 1, 8 (now: 1 line)" in heard
    assert "K.M." not in heard
    mask(desk, "")
    assert "K.M." in capsys.readouterr().out
