"""Headings and names of sheets are known whichever way a council spells them."""

import pytest

from store.exchange.headings import list_number, plain


@pytest.mark.parametrize(
    "spelled",
    [
        "Was the child seen alone",
        " WAS THE CHILD\xa0SEEN  ALONE? ",
        "11. Was the Child Seen Alone?",
        "Was the Child [Seen] Alone",
    ],
)
def test_headings_are_matched_whatever_their_spelling(spelled: str) -> None:
    """Spaces, case, question marks, brackets and numbers differ between councils."""
    assert plain(spelled) == plain("Was the Child Seen Alone?")


def test_curly_apostrophes_and_the_age_in_brackets_are_the_same_heading() -> None:
    """Templates of different years."""
    assert plain("Child’s Legal Status") == plain("Child's Legal Status")
    assert plain("Age of Child (Years)") == "age of child years"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("List 7", 7),
        ("List_7", 7),
        ("list7", 7),
        ("7. CP", 7),
        ("List\xa08 - CLA", 8),
        ("List 10", 10),
        ("Guidance", 0),
        ("2024 return", 0),
    ],
)
def test_the_number_of_a_list_is_read_from_its_sheet(name: str, number: int) -> None:
    """In the ways councils name sheets."""
    assert list_number(name) == number
