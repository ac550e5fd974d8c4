"""The content of embedding: the five ways in the article's words, the form's fields, a broken file named with what is amiss."""

from dataclasses import replace
from importlib.resources import files

import pytest

from checklists.dates import say_day
from checklists.entry import entry_of
from checklists.learning.embedding import FIELDS, WAYS, embedding, read_embedding
from checklists.learning.reviews import Asked, Review, national_reviews
from checklists.limits import load_limits
from checklists.pages.blocks import Facts, Fit, Heading, Table
from checklists.pages.learning.log import log_page
from checklists.pages.learning.team_sheet import team_sheet_page
from checklists.wrong import Wrong
from store.case import OWN, Case
from store.records import CaseRecord, CpdPiece, LearningEntry
from tests.tui.screens.driving import DAY

BUILT_IN = files("checklists.content").joinpath("learning.toml").read_text(encoding="utf-8")
TITLES = (
    "Read summaries of local and national reviews",
    "Discuss reviews in team meetings and supervision",
    "Apply learning to current cases",
    "Challenge practice that doesn't reflect learning",
    "Contribute to learning events",
)


def test_the_five_ways_are_the_five_types_of_an_entry() -> None:
    """Each bullet of the article, in its words and order, each with a prompt and a small step."""
    items = embedding().items
    assert tuple(item.title for item in items) == TITLES
    assert tuple(item.id for item in items) == tuple(WAYS)
    assert [choice.value for choice in entry_of(LearningEntry, "type").choices] == [item.kind for item in items]
    assert all(item.prompt.endswith("?") and item.small_step for item in items)


def test_the_form_asks_what_a_piece_holds() -> None:
    """The kinds of activity read alike in the file and in the record; every field has its question."""
    cpd = embedding().cpd
    assert tuple(choice.words for choice in entry_of(CpdPiece, "type").choices) == cpd.kinds
    assert tuple(cpd.labels) == FIELDS
    assert set(FIELDS) - {"kind"} <= set(CpdPiece.model_fields)
    assert load_limits().row(cpd.pieces).enabled
    assert load_limits().count(cpd.peer).enabled


@pytest.mark.parametrize(
    ("find", "put", "said"),
    [
        ('kind = "applied"', 'kind = "read"', "the items are E1 read, E2 discussed, E3 read"),
        ('id = "E5"', 'id = "E6"', "Write E1 read"),
        ('id = "learned"', 'id = "learnt"', "the fields are kind, what, done_on, learnt"),
        ('year_ends = "30 November"', 'year_ends = "Michaelmas"', "year_ends is no day of a year"),
        ("reminder_working_days_before = 40", "reminder_working_days_before = 0", "no number of days"),
        ("{ minutes = 12,", "{ minutes = 11,", "the steps do not make 20 minutes"),
        ("questions = 4", "questions = 5", "fewer more_questions"),
        ("small_step =", "step =", "small_step is missing"),
        ("[reflection]", "[reflecting]", "reflection is missing"),
        ("schema = 1", "schema = ", "cannot be read"),
    ],
)
def test_a_broken_file_is_named_with_what_is_amiss(find: str, put: str, said: str) -> None:
    """A file of one's own is told what to mend."""
    assert find in BUILT_IN
    with pytest.raises(Wrong) as told:
        read_embedding(BUILT_IN.replace(find, put, 1), "mine.toml")
    assert str(told.value).startswith("mine.toml")
    assert said in str(told.value)


def own(*entries: LearningEntry) -> Case:
    """My own book with these entries."""
    return Case(CaseRecord(id=OWN, ref="my own"), {LearningEntry.kind: entries})


def test_what_has_not_been_for_a_while_is_said_with_its_days() -> None:
    """Three months to the day is no while; a day more is, and says the limit and where it comes from."""
    at, after = LearningEntry(happened_on=DAY.replace(month=8), what_i_take="x"), DAY.replace(month=8, day=22)
    quiet = LearningEntry(type="discussed", happened_on=after, what_i_take="x")
    page = log_page(own(at, quiet), DAY, load_limits())
    table = page.blocks[0]
    assert isinstance(table, Table)
    said = [cell.full if isinstance(cell := item.cells[2], Fit) else cell for item in table.items]
    assert said == [f"last {say_day(at.happened_on, DAY)}", "last Sat 22 Aug, 93 days", *["not recorded yet"] * 3]
    words = " ".join(getattr(block, "text", "") for block in page.blocks)
    assert "It has been a while: E2 93 days ago. Which of them would help now?" in words
    assert "Said after 3 months (casereflect default)." in words


@pytest.mark.parametrize("review", national_reviews().reviews, ids=lambda review: review.id)
def test_a_sheet_has_twenty_minutes_four_questions_and_room_for_actions(review: Review) -> None:
    """Of every review; one with fewer questions is filled up, and its publication is named by title and year."""
    for one in (review, replace(review, questions=(Asked("One question?"),))):
        page = team_sheet_page(one, DAY)
        at = {block.text: place for place, block in enumerate(page.blocks) if isinstance(block, Heading)}
        minutes, questions = page.blocks[at["20 minutes"] + 1], page.blocks[at["Questions"] + 1]
        assert isinstance(minutes, Facts)
        assert isinstance(questions, Facts)
        assert sum(int(label.split()[0]) for label, _ in minutes.pairs) == 20
        assert len(questions.pairs) == 4
        actions = next(block for block in page.blocks if isinstance(block, Table))
        assert [column.title for column in actions.columns] == ["What we will do", "Who", "By when"]
        assert all(set(cell) == {"_"} for item in actions.items for cell in item.cells)
        assert page.cases == ()
