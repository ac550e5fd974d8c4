"""Practical actions: over all cases, on one case with the seven kinds, and one in full."""

from datetime import date

import pytest

from checklists.limits import Limits
from checklists.pages.actions import FOOT, action_detail, all_actions_page, case_actions_page
from checklists.pages.blocks import Facts, Fit, Heading, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.summaries import summarise
from store.case import Case
from store.records import Action

TODAY = date(2026, 11, 23)


def tables(page: Page) -> list[Table]:
    return [block for block in page.blocks if isinstance(block, Table)]


def said(item: Item, room: int = 80) -> list[str]:
    return [*(cell.within(room) if isinstance(cell, Fit) else cell for cell in item.cells), item.word]


def detail(case: Case, what: str) -> dict[str, str]:
    action = next(action for action in case.of(Action) if action.what == what)
    heading, facts = action_detail(case, action, TODAY)
    assert isinstance(heading, Heading)
    assert isinstance(facts, Facts)
    assert heading.text == what
    return dict(reversed(facts.pairs))


def test_all_open_actions_stand_by_date_then_by_reference(cases: dict[str, Case], limits: Limits) -> None:
    """Day, case, what, how often moved and the word; whose it is where it is not mine."""
    page = all_actions_page([summarise(case) for case in cases.values()], TODAY, limits)
    assert (page.place, page.facts, page.foot) == ("Actions", "all cases, 7 open, by date", FOOT)
    (table,) = tables(page)
    assert [said(item) for item in table.items] == [
        ["Mon 26 Oct", "F-102", "Bring health events in", "twice", "overdue"],
        ["Fri 20 Nov", "A-7", "Ring the surgery", "", "overdue"],
        ["Mon 23 Nov", "F-102", "Chase the surgery for records", "", "due"],
        ["Mon 23 Nov", "F-102", "Gran: find the red book (gran)", "", "due"],
        ["Tue 24 Nov", "F-102", "Look again: See K. at school", "", "due soon"],
        ["Wed 25 Nov", "F-102", "Meet D, away from home", "", "due soon"],
        ["Fri 18 Dec", "F-102", "Write the report", "", ""],
    ]
    assert table.items[0].why == "Bring health events in\nDue Mon 26 Oct (20 working days past), moved twice."
    assert table.items[4].why.endswith("To look at again Tue 24 Nov.")


def test_the_columns_are_those_of_the_picture(cases: dict[str, Case], limits: Limits) -> None:
    """Due at 3, case at 16, what at 23, moved at 60; a longer reference takes its room from what."""
    (table,) = tables(all_actions_page([summarise(cases["family"])], TODAY, limits))
    assert [(column.title, column.at) for column in table.columns] == [
        ("Due", 3), ("Case", 16), ("What", 23), ("Moved", 60),
    ]  # fmt: skip


def test_a_closed_case_has_no_open_action_in_the_list(cases: dict[str, Case], limits: Limits) -> None:
    """Nor has an empty caseload."""
    (table,) = tables(all_actions_page([summarise(cases["closed"])], TODAY, limits))
    assert (table.items, table.empty) == ((), "No open action.")
    assert all_actions_page([], TODAY, limits).facts == "all cases, 0 open, by date"


def test_a_case_begins_with_the_seven_kinds(cases: dict[str, Case], limits: Limits) -> None:
    """Each with when it was last done and is next due, also when there is none: an action nobody thought of."""
    kinds = tables(case_actions_page(cases["family"], TODAY, limits))[0]
    assert [said(item) for item in kinds.items] == [
        ["A1 Use chronologies to spot patterns", "next Mon 26 Oct", ""],
        ["A2 See and speak to children routinely", "last done Tue 3 Nov, next Tue 24 Nov", ""],
        ["A3 Identify and assess all significant adults", "next Wed 25 Nov", ""],
        ["A4 Share information proactively", "next Mon 23 Nov", ""],
        ["A5 Test whether anything is different for the child", "none recorded", ""],
        ["A6 Use supervision to test your thinking", "none recorded", ""],
        ["A7 Escalate when you have concerns", "none recorded", ""],
    ]
    assert said(kinds.items[2], 38)[0] == "A3 Know adults"
    assert kinds.items[1].key == Spot(cases["family"].id, "kind", record_id="see_person")
    assert kinds.items[6].why.startswith("A7 Escalate when you have concerns: none recorded.\nWhat is the worry")


@pytest.mark.parametrize("word", ["nothing", "new adult"])
def test_the_seven_kinds_stand_on_an_empty_case_too(word: str, cases: dict[str, Case], limits: Limits) -> None:
    """In the words of its service."""
    kinds, opened, over = tables(case_actions_page(cases[word], TODAY, limits))
    assert [said(item)[1] for item in kinds.items] == ["none recorded"] * 7
    assert (opened.items, over.items) == ((), ())
    names = " ".join(said(item)[0] for item in kinds.items)
    assert ("child" in names) == (word == "nothing")


def test_open_ones_and_those_over_stand_apart(cases: dict[str, Case], limits: Limits) -> None:
    """Open by date with the reason of the last move; done with what is different; let go with why."""
    page = case_actions_page(cases["family"], TODAY, limits)
    _, opened, over = tables(page)
    assert page.facts == "F-102, 6 open"
    assert said(opened.items[0]) == ["Mon 26 Oct", "Bring health events in", "twice", "overdue"]
    assert opened.items[0].why.endswith('Due Mon 26 Oct (20 working days past). Moved twice; last because "on leave."')
    assert [said(item) for item in over.items] == [["let go", "Ask the club: it has closed", ""]]


def test_one_action_in_full(cases: dict[str, Case]) -> None:
    """Why, kind, for whom, when, each moved date with its reason, how it stands, what is different."""
    found = detail(cases["family"], "Bring health events in")
    assert found["Type"] == "A1 Use chronologies to spot patterns. Owner: me"
    assert found["Due"] == "Mon 26 Oct (20 working days past)"
    assert found["Moved"] == 'Mon 5 Oct to Mon 19 Oct, "records not in"'
    assert found[""] == 'Mon 19 Oct to Mon 26 Oct, "on leave"'
    assert found["State"] == "open"
    assert found["Outcome"] == "not recorded; asked for when you finish it"
    assert detail(cases["family"], "Meet D, away from home")["For"] == "K.M."
    chased = detail(cases["family"], "Chase the surgery for records")
    assert chased["Why"] == "question 7, Who else holds information I need?"
    assert chased["For"] == "all of them"
    assert chased["Due"] == "Mon 23 Nov"


def test_an_action_that_is_over_says_how(cases: dict[str, Case]) -> None:
    """Done with a day to look again; let go with why."""
    done = detail(cases["family"], "See K. at school")
    assert (done["State"], done["Outcome"], done["Look again"]) == ("done Tue 3 Nov", "not known yet", "Tue 24 Nov")
    gone = detail(cases["family"], "Ask the club")
    assert (gone["State"], gone["Outcome"]) == ("let go: it has closed", "none: it was let go")
