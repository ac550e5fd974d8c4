"""A case at a glance."""

from datetime import date

import pytest

from checklists.limits import Limits
from checklists.pages.blocks import Fit, Item, Page, Paragraph, Table
from checklists.pages.case import case_page
from checklists.pages.keys_said import blocks_with_keys
from checklists.pages.spot import Spot
from checklists.signals.whole import SIGNALS, prompts_of
from checklists.summaries import summarise
from store.case import Case, case_of, with_record, without
from store.records import CaseRecord, Child, Visit

TODAY = date(2026, 11, 23)


@pytest.fixture
def cases(cases: dict[str, Case]) -> dict[str, Case]:
    """The same, each visit written up elsewhere, so that the pages below speak of other things."""
    return {word: _written_up(case) for word, case in cases.items()}


def _written_up(case: Case) -> Case:
    for visit in case.of(Visit):
        case = with_record(case, visit.with_changes(written_up="elsewhere"))
    return case


def table(page: Page, heading: str) -> Table:
    return next(block for block in page.blocks if isinstance(block, Table) and block.heading == heading)


def said(item: Item, room: int = 54) -> list[str]:
    return [*(cell.within(room) if isinstance(cell, Fit) else cell for cell in item.cells), item.word]


def nothing(page: Page) -> str:
    return " ".join(block.text for block in page.blocks if isinstance(block, Paragraph))


def test_each_child_has_a_line_of_their_own(cases: dict[str, Case], limits: Limits) -> None:
    """Initials and age, the strip of half a year, last alone, bedroom, and the word of the first prompt."""
    family = cases["family"]
    seen = table(case_page(family, TODAY, limits), "Seen")
    k, l_m = seen.items
    assert said(k) == ["K.M. 8", "·" * 22 + "a·w·", "Tue 3 Nov", "Mon 16 Nov", "overdue"]
    assert said(l_m, 11) == ["L.M. 1", "·" * 22 + "o·o·", "observed", "Mon 16 Nov", ""]
    assert k.key == Spot(family.id, "child", child_id=family.children[0].id)
    assert k.why == "K.M.  Last seen alone Tue 3 Nov (14 working days). Plan says every 10.\nS1, the child's plan."
    assert l_m.why.startswith("L.M.  In the last 26 weeks: observed in 2")


def test_the_people_stand_in_one_line(cases: dict[str, Case], limits: Limits) -> None:
    """Who lives or stays here, met or not; the row opens all people."""
    (line,) = table(case_page(cases["family"], TODAY, limits), "Household").items
    assert line.cells == ("Mother, partner D (not met).",)
    assert line.key == Spot(cases["family"].id, "people")
    (none,) = table(case_page(cases["well"], TODAY, limits), "Household").items
    assert none.cells == ("none recorded",)


def test_the_eight_questions_stand_with_their_sums(cases: dict[str, Case], limits: Limits) -> None:
    """When answered, how much is recorded, what is asked; blank where the list comes later."""
    family = cases["family"]
    questions = table(case_page(family, TODAY, limits), "Questions").items
    first = said(questions[0], 19)
    assert (*first[:3], first[3].partition(", +")[0], first[4]) == (
        "1 Seen alone", "not answered", "3 visits", "14 wd, plan 10", "overdue",
    )  # fmt: skip
    assert said(questions[1]) == ["2 Adults", "not answered", "3 people", "15 wd, limit 10", "overdue"]
    assert said(questions[2])[:2] == ["3 Child's day", "not answered"]
    assert said(questions[3])[:3] == ["4 Curious", "Thu 5 Nov", "2 I wonder"]
    assert [item.key for item in questions] == [Spot(family.id, "question", question=f"Q{n}") for n in range(1, 9)]
    assert questions[0].why.endswith("Plan says every 10.\nS1, the child's plan.")


def test_what_is_not_recorded_has_no_severity(cases: dict[str, Case], limits: Limits) -> None:
    """It is folded into one line, which opens all of it; its question's row stays blank."""
    page = case_page(cases["nothing"], TODAY, limits)
    first = table(page, "Questions").items[0]
    assert said(first, 19)[3:] == ["", ""]
    shown = blocks_with_keys(page.blocks, lambda _key: "Enter")
    (line,) = next(block for block in shown if isinstance(block, Table) and not block.heading).items
    assert said(line, 65) == ["Not recorded yet: time alone, visits, visits in a row … (Enter)", ""]
    assert said(line, 43) == ["Not recorded yet: time alone … (Enter)", ""]
    assert line.why.startswith("Not recorded yet: time alone, visits, visits in a row, adults in the home")
    assert line.key == Spot(cases["nothing"].id, "prompts")


def test_a_sum_with_no_room_gives_the_day(cases: dict[str, Case], limits: Limits) -> None:
    """`34 days, plan 4 weeks` is longer than the column."""
    first = table(case_page(cases["adult"], TODAY, limits), "Questions").items[0]
    assert said(first, 19)[3:] == ["due Tue 17 Nov", "overdue"]


def test_the_next_two_actions_stand_with_their_days(cases: dict[str, Case], limits: Limits) -> None:
    """How many are open, the oldest date first; `today` for today. One where two would not fit the screen."""
    family = cases["family"]
    assert len(table(case_page(family, TODAY, limits), "Actions").items) == 1
    actions = table(case_page(without(family, family.children[1]), TODAY, limits), "Actions").items
    assert [said(item) for item in actions] == [
        ["6 open. Next: Bring health events in, Mon 26 Oct", "overdue"],
        ["then Chase the surgery for records, today", "due"],
    ]
    assert said(actions[1], 35) == ["then Chase the surgery for…, today", "due"]
    (none,) = table(case_page(cases["well"], TODAY, limits), "Actions").items
    assert none.cells == ("none open",)
    assert none.key == Spot(cases["well"].id, "actions")


@pytest.mark.parametrize("word", ["nothing", "childless"])
def test_where_nothing_fires_the_page_says_who_looked(word: str, cases: dict[str, Case], limits: Limits) -> None:
    """Never that all is well: how many prompts looked, and how many could not."""
    case = cases[word]
    asked = prompts_of(case, summarise(case), TODAY, limits)
    little = len({prompt.signal for prompt in asked if prompt.severity == "not recorded"} if case.children else SIGNALS)
    assert little > 0
    assert nothing(case_page(case, TODAY, limits)) == (
        f"Nothing is asked today from what is recorded. On this case {len(SIGNALS)} prompts looked;"
        f" {little} had too little recorded to look."
    )


@pytest.mark.parametrize("word", ["family", "missing", "unborn", "unseen", "adult", "closed"])
def test_the_sentence_is_left_out_where_something_is_asked(word: str, cases: dict[str, Case], limits: Limits) -> None:
    """A prompt, a birth to prepare for, an action that is due; and nothing is said of a closed case."""
    assert nothing(case_page(cases[word], TODAY, limits)) == ""


def test_the_header_says_the_plan_and_since_when(cases: dict[str, Case], limits: Limits) -> None:
    """One plan with its day and category, several by their names, a closed case by its day."""
    two = [Child(initials="B.", plan="cp", plan_started_on=date(2026, 2, 17)), Child(initials="C.", plan="cin")]
    page = case_page(cases["family"], TODAY, limits)
    assert (page.place, page.facts, page.short_facts) == ("F-102", "CP plan since Tue 17 Feb, neglect", "CP plan")
    assert case_page(case_of(CaseRecord(ref="F-1"), two), TODAY, limits).facts == "CP plan, child in need"
    assert case_page(cases["closed"], TODAY, limits).facts == "closed Fri 6 Nov"


def test_a_child_not_born_yet_has_no_dates_on_the_case(cases: dict[str, Case], limits: Limits) -> None:
    """No last time alone and no bedroom is asked for; the row says what is asked before a birth."""
    (baby,) = table(case_page(cases["unborn"], TODAY, limits), "Seen").items
    assert said(baby)[0] == "Baby due"
    assert said(baby)[2:] == ["", "", ""]
    assert "Is the pre-birth plan written?" in baby.why


def test_an_adults_case_has_its_own_words(cases: dict[str, Case], limits: Limits) -> None:
    """In private, living space, people."""
    page = case_page(cases["adult"], TODAY, limits)
    assert [column.title for column in table(page, "Seen").columns[2:]] == ["in private", "living space"]
    assert table(page, "People").items[0].cells == ("Son (not met).",)
    assert table(case_page(cases["new adult"], TODAY, limits), "Seen").empty.startswith("No person")
