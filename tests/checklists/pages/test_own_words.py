"""In their own words: all that one child has said or shown, in time order, with where, how, and who was there."""

from checklists.masking import masked_case
from checklists.pages.blocks import Fit, Paragraph, Table
from checklists.pages.own_words import words_page
from store.case import Case, case_of
from store.records import CaseRecord, Child, DesiredOutcome, Seen, Visit
from tests.checklists.chronology.written import TODAY, K, L, family, on


def rows(case: Case, child: Child, theme: str = "") -> list[list[str]]:
    """The cells of the page in full."""
    tables = [block for block in words_page(case, child, TODAY, theme).blocks if isinstance(block, Table)]
    return [
        [cell.full if isinstance(cell, Fit) else cell for cell in item.cells]
        for table in tables
        for item in table.items
    ]


def test_everything_said_or_shown_stands_oldest_first() -> None:
    """On visits, to others, and of the day; words of a day are not put in quotation marks."""
    assert rows(family(), K) == [
        ["Fri 23 Oct", "the day, waking", "Up at six.", "", "", "", ""],
        ["Tue 3 Nov", "alone, home", '"I get myself up."', "There: gran", "We talked: drawing", "", ""],
        ["Wed 11 Nov", "alone, school", '"I am not late."', "", "", "", "Passed on by school, head of year"],
        ["Mon 16 Nov", "alone, home", '"I get myself up."', "There: gran", "We talked: drawing", "", ""],
    ]


def test_what_was_shown_and_not_said_is_there_too() -> None:
    """And no word of a brother or sister."""
    assert [row[2] for row in rows(family(), L)] == ["I saw: Looked to gran."] * 2


def test_a_theme_is_that_of_a_concern_noted_on_the_same_day() -> None:
    """The third of November has a concern of theme 8; the page says which theme it shows."""
    assert [row[0] for row in rows(family(), K, "T8")] == ["Tue 3 Nov"]
    first = words_page(family(), K, TODAY, "T8").blocks[0]
    assert isinstance(first, Paragraph)
    assert first.text.startswith("Only theme 8: ")


def test_nothing_recorded_asks_what_the_child_would_say() -> None:
    """Not recorded is not nothing to say."""
    page = words_page(case_of(CaseRecord(ref="F-1"), [K]), K, TODAY)
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert "What would K.M. say" in table.empty


def test_for_an_adult_it_has_its_own_title_and_what_they_want() -> None:
    """Seen in private; the desired outcome is in their words."""
    person = Child(initials="G.W.", plan="adult")
    visit = Visit(happened_on=on("3 Nov"))
    seen = Seen(visit_id=visit.id, child_id=person.id, happened_on=on("3 Nov"), seen="alone", child_words="My cards.")
    wish = DesiredOutcome(words="My own key.", asked_on=on("5 Nov"))
    case = case_of(CaseRecord(ref="A-7", service="adults"), [person, visit, seen, wish])
    assert words_page(case, person, TODAY).place == "In this person's words"
    assert [row[1:3] for row in rows(case, person)] == [
        ["in private, home", '"My cards."'],
        ["what they want, start", '"My own key."'],
    ]


def test_the_mask_covers_words_and_initials() -> None:
    """Days, places and how stay."""
    masked = masked_case(family())
    said = repr(words_page(masked, masked.children[0], TODAY))
    assert "K.M." not in said
    assert "myself" not in said
    assert "alone, home" in said
