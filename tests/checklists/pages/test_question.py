"""What stands around the box of a question, and its list of evidence."""

from datetime import date

import pytest

from checklists.clock import Clock
from checklists.library import library
from checklists.limits import Limits
from checklists.pages.blocks import Block, Heading, Paragraph, Table
from checklists.pages.evidence import LISTS, count_of, evidence
from checklists.pages.question import last_time, question_view, said
from checklists.pages.spot import Spot
from checklists.use_cases.reflect import answer_question, answers_to
from store.case import Case, case_of
from store.case_store import CaseStore
from store.records import Answer, CaseRecord, Hypothesis

TODAY = date(2026, 11, 23)
DEFAULT = "casereflect default; change to suit, checked 23 Nov 2026"


def read(blocks: tuple[Block, ...]) -> list[str]:
    """Headings with what stands beside them, and paragraphs."""
    found = []
    for block in blocks:
        if isinstance(block, Heading):
            found.append(" ".join([block.text, *(words for _, words in block.beside)]))
        if isinstance(block, Paragraph):
            found.append(block.text)
    return found


def rows(blocks: tuple[Block, ...]) -> list[tuple[str, ...]]:
    """The cells of the list."""
    return [tuple(str(cell) for cell in item.cells) for b in blocks if isinstance(b, Table) for item in b.items]


@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("word", ["family", "adult"])
def test_each_question_is_asked_in_the_words_of_its_service(
    word: str, number: int, cases: dict[str, Case], limits: Limits
) -> None:
    """Its title, what to write, what a good answer looks like, and the follow-up prompts."""
    case = cases[word]
    asked = library(case.info.service).question(f"Q{number}")
    view = question_view(case, f"Q{number}", TODAY, limits)
    assert (view.number, view.title, view.prompt, view.good_answer) == (
        number, asked.title, asked.prompt, asked.good_answer,
    )  # fmt: skip
    assert read(view.follow_up) == ["Follow-up", *asked.follow_up]


def test_the_last_answer_of_an_earlier_day_stands_beside_the_box(cases: dict[str, Case], limits: Limits) -> None:
    """With its day, and which of how many texts it is."""
    view = question_view(cases["family"], "Q4", TODAY, limits)
    assert read(view.last_time) == ["Last time Thu 5 Nov, 2 of 2", "Two readings."]
    assert read(question_view(cases["family"], "Q1", TODAY, limits).last_time) == ["Last time", "Not answered yet."]


def test_what_was_written_today_is_not_last_time() -> None:
    """It stands in the box itself and is continued there."""
    answers = [
        Answer(question="Q4", text="Late nights.", answered_on=date(2025, 10, 13)),
        Answer(question="Q4", text="Two readings.", answered_on=TODAY),
    ]
    assert read(last_time(answers, TODAY)) == ["Last time Mon 13 Oct 2025", "Late nights."]


def test_earlier_texts_of_a_day_are_counted(store: CaseStore, case: Case, limits: Limits) -> None:
    """Two answers, one of them changed once: the third of three."""
    for day, texts in ((date(2026, 10, 8), ("One.", "One and a half.")), (date(2026, 11, 5), ("Two.",))):
        for text in texts:
            answer_question(store, Clock(fixed=day), case.id, "Q4", text=text)
    kept = store.case(case.id)
    versions = {answer.id: store.versions(case.id, answer.id) for answer in answers_to(kept, "Q4")}
    assert read(question_view(kept, "Q4", TODAY, limits, versions).last_time) == ["Last time Thu 5 Nov, 3 of 3", "Two."]


def test_nothing_has_changed_is_an_answer() -> None:
    """With its reason, after any words."""
    only = Answer(question="Q1", unchanged_because="I was away", answered_on=TODAY)
    both = Answer(question="Q1", text="As before.", unchanged_because="I was away", answered_on=TODAY)
    assert said(only) == "Nothing has changed since, because I was away"
    assert said(both) == "As before.\nNothing has changed since, because I was away"


def test_the_record_asks_at_its_question_with_its_source(cases: dict[str, Case], limits: Limits) -> None:
    """Each sentence once, on one line; nothing where it asks nothing."""
    family = cases["family"]
    first = question_view(family, "Q1", TODAY, limits).signal.splitlines()[0]
    assert first == "K.M.  Last seen alone Tue 3 Nov (14 working days). Plan says every 10.  S1, the child's plan."
    assert question_view(family, "Q2", TODAY, limits).signal.splitlines() == [
        f"Partner D noted Mon 2 Nov (15 working days). Not met or not assessed yet. Limit 10.  S5, {DEFAULT}.",
        "Who lives here has not been confirmed yet.  S7.",
    ]
    assert question_view(cases["closed"], "Q2", TODAY, limits).signal == ""
    nothing = question_view(cases["no interval"], "Q1", TODAY, limits).signal
    assert nothing.count("No visiting interval is set.") == 1


def test_visits_are_the_evidence_of_question_1(cases: dict[str, Case], limits: Limits) -> None:
    """The newest on top, each child by how they were seen; its records are kept with the answer."""
    view = question_view(cases["family"], "Q1", TODAY, limits)
    assert read(view.evidence) == ["Evidence 3 visits"]
    assert rows(view.evidence) == [
        ("Wed 18 Nov", "video  K.M. with others"),
        ("Mon 16 Nov", "home, by duty  K.M. with others, L.M. observed"),
        ("Tue 3 Nov", "home  K.M. alone, L.M. observed"),
    ]
    assert len(view.evidence_ids) == 3


def test_people_are_the_evidence_of_question_2(cases: dict[str, Case], limits: Limits) -> None:
    """In the order in which they were noted."""
    assert rows(question_view(cases["family"], "Q2", TODAY, limits).evidence) == [
        ("mother", "lives here  met Tue 3 Mar"),
        ("partner D", "here sometimes  not met yet"),
        ("gran", "lives elsewhere  met 17 Dec 2025"),
    ]


def test_what_i_wonder_is_the_evidence_of_question_4(cases: dict[str, Case], limits: Limits) -> None:
    """Open ones first; one that was set down says so."""
    assert [row[1] for row in rows(question_view(cases["family"], "Q4", TODAY, limits).evidence)] == [
        "late nights, gaming",
        "(set down) she gets herself up",
    ]


def test_actions_are_the_evidence_of_question_8(cases: dict[str, Case], limits: Limits) -> None:
    """Those open by date, how often moved; one to look at again; then those over."""
    view = question_view(cases["family"], "Q8", TODAY, limits)
    found = rows(view.evidence)
    assert found[0] == ("Mon 26 Oct", "Bring health events in, moved twice")
    assert ("Tue 24 Nov", "look again: See K. at school") in found
    assert found[-1] == ("let go", "Ask the club")
    first = next(block for block in view.evidence if isinstance(block, Table) and block.items).items[0]
    assert isinstance(first.key, Spot)
    assert first.key.what == "action"


def first_table(case: Case, question: str) -> Table:
    """The list that is always there."""
    return next(block for block in evidence(case, question, TODAY)[0] if isinstance(block, Table))


@pytest.mark.parametrize("question", LISTS)
def test_an_empty_list_says_so_in_the_questions_own_words(question: str, cases: dict[str, Case]) -> None:
    """Not recorded does not mean not done; `none` in the count."""
    for word in ("nothing", "new adult"):
        found = first_table(cases[word], question)
        assert found.items == ()
        assert found.empty == library(cases[word].info.service).question(question).empty
        assert count_of(cases[word], question) == "none"


def test_counts_are_in_the_right_number(cases: dict[str, Case]) -> None:
    """1 visit, 3 visits, 1 person, 3 people."""
    family, adult = cases["family"], cases["adult"]
    own = ("Q1", "Q2", "Q4", "Q8")
    assert [count_of(family, question) for question in own] == ["3 visits", "3 people", "2 I wonder", "7 actions"]
    assert [count_of(adult, question) for question in own] == ["1 visit", "1 person", "none", "1 action"]


def test_what_would_change_my_mind_stands_in_the_foot() -> None:
    """Or that it is not written yet; or why it was set down."""
    rows_of = [
        Hypothesis(text="a", what_would_change_my_mind="an early\nvisit"),
        Hypothesis(text="b"),
        Hypothesis(text="c", state="set_down", set_down_reason="school says no"),
    ]
    found = first_table(case_of(CaseRecord(ref="F-1"), rows_of), "Q4")
    whys = {item.why.partition("\n")[0]: item.why.partition("\n")[2] for item in found.items}
    assert whys == {
        "a": "What would change my mind: an early visit",
        "b": "What would change my mind is not written yet.",
        "c": "Set down: school says no",
    }
