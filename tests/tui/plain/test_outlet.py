"""A page as sentences."""

from checklists.pages.blocks import Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.pages.spot import Spot
from tui.plain.outlet import MOST, header, sentences

COLUMNS = (Column("case", 3), Column("", 10), Column("Oct Nov", 20, ruler=True), Column("last seen", 40))


def texts(page: Page, noun: str = "") -> list[str]:
    """What is said of the page."""
    return [said.text for said in sentences(page, noun, lambda _key, weeks: f"In the last {weeks} weeks: alone in 1.")]


def test_a_row_is_a_line_with_its_number_its_names_and_its_word() -> None:
    """The seen strip is said in its sentence, never as letters."""
    row = Item(("F-102", Fit("K.M., 8", short="K.M."), "··a··", "Mon 16 Nov"), "overdue", Spot("1", "case"))
    other = Item(("F-103", "T.", "     ", "not recorded"), "", Spot("2", "case"))
    page = Page("Caseload", blocks=(Table(COLUMNS, (row, other), "Children"),))
    assert texts(page, "Case") == [
        "Children: 2.",
        "Case 1 of 2. F-102. K.M., 8. In the last 5 weeks: alone in 1. Last seen Mon 16 Nov. Overdue.",
        "Case 2 of 2. F-103. T. In the last 5 weeks: alone in 1. Last seen not recorded.",
    ]


def test_rows_are_numbered_through_the_tables_of_a_page() -> None:
    """So that a number names one row only."""
    one = Table((Column("", 3),), (Item(("first",), key=Spot("1", "action")),), "One")
    two = Table((Column("", 3),), (Item(("second",), key=Spot("1", "action")), Item(("plain",))), "Two")
    assert texts(Page("", blocks=(one, two)), "Action") == [
        "One: 1.", "Action 1 of 2. first.", "Two: 2.", "Action 2 of 2. second.", "plain.",
    ]  # fmt: skip


def test_what_the_strip_says_is_said_once_and_figures_of_a_prompt_in_full() -> None:
    """The strip ends with when the child was last seen; `wd` is a word for eyes."""
    columns = (Column("Oct", 3, ruler=True), Column("last seen", 9), Column("age", 5), Column("prompt", 20))
    table = Table(
        columns,
        (
            Item(
                ("a", "Mon 16 Nov", "due", "14 wd, plan 10"),
            ),
        ),
    )
    said = sentences(Page("", blocks=(table,)), "", lambda _key, _weeks: "Alone in 1. Last seen Mon 16 Nov.")
    assert said[0].text == "Alone in 1. Last seen Mon 16 Nov. Not born yet. 14 working days, plan 10."


def test_an_empty_table_says_so() -> None:
    """With its heading, or alone."""
    table = Table((Column("", 3),), (), "Open", empty="none recorded")
    assert texts(Page("", blocks=(table,))) == ["Open: none recorded."]
    assert texts(Page("", blocks=(Table((Column("", 3),), (), empty="No visit is recorded yet."),))) == [
        "No visit is recorded yet."
    ]


def test_facts_are_labelled_and_headings_and_paragraphs_are_lines() -> None:
    """A blank value reads not recorded."""
    page = Page(
        "", blocks=(Heading("Evidence", ((12, "9 visits"),)), Facts((("Plan", "CP"), ("Born", ""))), Paragraph("A\nB"))
    )
    assert texts(page) == ["Evidence, 9 visits.", "Plan: CP", "Born: not recorded", "A\nB"]


def test_a_long_row_goes_on_with_its_next_sentence_on_a_line_of_its_own() -> None:
    """No line of ours is longer than 200 letters."""
    row = Item(("F-102", "x" * 150, "··", "y" * 80))
    lines = texts(Page("", blocks=(Table(COLUMNS, (row,)),)))[0].split("\n")
    assert len(lines) == 2
    assert all(len(line) <= MOST for line in lines)


def test_the_header_says_place_facts_and_that_it_is_fictional() -> None:
    """In sentences."""
    assert (
        header(Page("Today", "Mon 23 Nov, 2 children"), ("fictional",)) == "Today. Mon 23 Nov, 2 children. Fictional."
    )


def test_text_from_records_cannot_act_on_a_terminal() -> None:
    """Controls and turned writing become a mark."""
    row = Item(("\x1b]0;PWNED\x07", "a\u202eb", "", "c\nd"))
    said = "".join(texts(Page("", blocks=(Table(COLUMNS, (row,)), Paragraph("\x9b31m"), Facts((("A", "\x1b[2J"),))))))
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)
