"""A page as rows, as plain text and as Markdown."""

import pytest
from rich.cells import cell_len

from checklists.pages.blocks import Block, Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from tui.look import words
from tui.outlets.markdown import markdown
from tui.outlets.rows import rows
from tui.outlets.text import plain

COLUMNS = (Column("Case", 3, 3), Column("Child", 10, 10), Column("", 16, 16), Column("Sep Oct Nov", 54, 0, ruler=True))
DATED = (*COLUMNS[:3], Column("", 54, 37))
SENTENCE = Fit("Last alone Tue 3 Nov, 14 wd. Plan 10", short="Alone Tue 3 Nov")


def alone(ref: str = "F-102", word: str = "overdue") -> Table:
    item = Item(
        (ref, "K.M.", SENTENCE, "w·a··a·wa·w·"), word, "one", "K.M. last seen alone Tue 3 Nov (14 working days)."
    )
    return Table(COLUMNS, (item,), "Not seen alone by the date set", titles=True)


def lines(blocks: list[Block], width: int) -> list[str]:
    return [words(row.line) for row in rows(blocks, width)]


def test_a_row_stands_where_the_picture_has_it() -> None:
    """Reference at 3, initials at 10, sentence at 16, strip at 54, the word at 70."""
    head, row = lines([alone()], 80)
    assert head == " Not seen alone by the date set                       Sep Oct Nov"
    assert row == "   F-102  K.M.  Last alone Tue 3 Nov, 14 wd. Plan 10  w·a··a·wa·w·    overdue"


def test_a_narrow_page_drops_the_strip_and_has_its_words_at_49() -> None:
    """At 60 columns the sentence takes the strip's room."""
    _, row = lines([alone()], 60)
    assert row.index("overdue") == 49
    assert "w·a" not in row


@pytest.mark.parametrize("width", [60, 80, 100, 132])
def test_no_row_is_wider_than_the_page_or_made_of_more_than_two_runs(width: int) -> None:
    """A list row is one segment, or two with a word in another ink."""
    table = Table(
        DATED,
        tuple(
            Item((f"F-{place}", "Baby", "A long sentence " * 4, "Mon 23 Nov"), word, place)
            for place, word in enumerate(("", "due soon", "due", "overdue", "well past"))
        ),
    )
    made = rows([table, alone()], width)
    assert all(cell_len(words(row.line)) <= width - 1 for row in made)
    assert all(len(row.line) <= 2 for row in made if row.key is not None)


def test_blank_rows_stand_before_headings_but_not_at_60() -> None:
    """Rhythm at 80, room at 60."""
    page: list[Block] = [alone(), Heading("Me"), Paragraph("Words.")]
    assert "" in lines(page, 80)
    assert "" not in lines(page, 60)


@pytest.mark.parametrize("width", [60, 80])
def test_a_reference_is_never_cut(width: int) -> None:
    """A long one takes its room from the sentence; the word stays in its column."""
    made = lines([alone("FAM-2026-00117")], width)[-1]
    assert "FAM-2026-00117  K.M." in made
    assert made.index("overdue") == (70 if width == 80 else 49)


def test_a_date_of_another_year_is_never_cut() -> None:
    """Where it has no room it goes without its weekday."""
    item = Item(("F-102", "K.M.", "Look again", "Mon 23 Nov 2025"), "due", "one")
    assert "23 Nov 2025 due" in lines([Table(DATED, (item,))], 60)[0].replace("  ", " ")


def test_facts_without_a_value_say_so() -> None:
    """Nothing recorded is said in words."""
    assert lines([Facts((("Asked", "gran"), ("Answer", "")))], 80) == [
        "   Asked        gran",
        "   Answer       not recorded",
    ]


def test_an_empty_list_says_so() -> None:
    """An empty table is not a hole in the page."""
    assert lines([Table(DATED, (), "Actions")], 80) == [" Actions", "   none recorded"]


def test_wide_columns_come_only_on_wide_screens() -> None:
    """A column for 100 columns and more."""
    columns = (Column("", 3, 3), Column("", 40, 0, only_wide=True))
    table = Table(columns, (Item(("short", "extra"), "", "one"),))
    assert "extra" not in lines([table], 80)[0]
    assert "extra" in lines([table], 132)[0]


def test_plain_text_is_the_same_page_with_its_marking() -> None:
    """Header and marking first; reasons only when asked for; no cursor."""
    page = Page("Today", "Mon 23 Nov 2026", (alone(),), "Prompts come from what is recorded.")
    text = plain(page)
    assert text.startswith("OFFICIAL-SENSITIVE - PERSONAL\nToday  Mon 23 Nov 2026\n")
    assert "F-102  K.M.  Last alone Tue 3 Nov, 14 wd." in text
    assert "14 working days" not in text
    assert "      K.M. last seen alone Tue 3 Nov (14 working days)." in plain(page, explain=True)
    assert ">" not in text


def test_markdown_shows_user_text_letter_for_letter() -> None:
    """Pipes and markup in a note stay a note."""
    item = Item(("F-102", "K.M.", "a | b *c* [d](e) <f>\nnext", ""), "", "one")
    text = markdown(Page("F-102", "", (Table(DATED, (item,), "Words"), Paragraph("# not a heading\n1. not a list"))))
    assert "a \\| b \\*c\\* \\[d\\](e) \\<f\\> next" in text
    assert "\\# not a heading" in text
    assert "1\\. not a list" in text
    assert text.startswith("OFFICIAL-SENSITIVE - PERSONAL\n\n# F-102\n")
    assert "## Words" in text
