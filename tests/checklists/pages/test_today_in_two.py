"""A large Today in two: its beginning, which a screen shows at once, and the whole page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from checklists.limits import Limits
from checklists.pages.blocks import Page, Table
from checklists.pages.today import FIRST, LARGE, in_two, today_page
from store.summary import CaseSummary, ChildFacts, OpenAction, SeenFact, SetAside

TODAY = date(2026, 11, 23)


def case(number: int, *, ago: int = 40, initials: str = "K.M.") -> CaseSummary:
    """A child on a protection plan, seen alone so many days ago; an action of today."""
    seen = SeenFact(TODAY - timedelta(days=ago + number % 30))
    child = ChildFacts(f"child {number}", initials, plan="cp", last_seen=seen, last_alone=seen)
    action = OpenAction(f"action {number}", "Ring the school", TODAY)
    return CaseSummary(
        f"case {number}", f"F-{number:04}", allocated_on=date(2026, 1, 5), children=(child,), actions=(action,)
    )


@pytest.fixture
def large() -> list[CaseSummary]:
    """So many children past their date that the page is large."""
    return [case(number) for number in range(LARGE)]


def alone(page: Page) -> Table:
    """The first block."""
    return next(block for block in page.blocks if isinstance(block, Table) and block.titles)


def test_the_beginning_of_a_large_page_is_the_beginning_of_the_whole(large: list[CaseSummary], limits: Limits) -> None:
    """The same header and foot, the same columns, and row by row the same; so that nothing moves under the eye."""
    beginning, whole = in_two(large, TODAY, limits)
    assert beginning is not None
    page = whole()
    assert beginning == replace(page, blocks=beginning.blocks)
    assert beginning.blocks == (replace(alone(page), items=alone(page).items[:FIRST]),)
    assert len(page.blocks) > 1


def test_the_whole_page_is_the_one_that_plain_lines_have(large: list[CaseSummary], limits: Limits) -> None:
    """There is one Today, however much of it is shown first."""
    _, whole = in_two(large, TODAY, limits)
    assert whole() == today_page(large, TODAY, limits)


def test_a_prompt_that_waits_is_not_in_the_beginning_either(large: list[CaseSummary], limits: Limits) -> None:
    """What was set aside until a day stands on neither."""
    first = large[29]._replace(set_aside=(SetAside("S1", "child 29", TODAY + timedelta(days=3)),))
    before, _ = in_two([*large, case(LARGE)], TODAY, limits)
    after, _ = in_two([*large[:29], first, *large[30:], case(LARGE)], TODAY, limits)
    assert before is not None
    assert after is not None
    assert "F-0029" in {item.cells[0] for item in alone(before).items}
    assert "F-0029" not in {item.cells[0] for item in alone(after).items}


@pytest.mark.parametrize("other", [case(LARGE, ago=2, initials="Kim-Marie"), case(1, ago=2)._replace(ref="F-2026-17")])
def test_no_beginning_where_a_longer_word_may_move_its_columns(
    large: list[CaseSummary], limits: Limits, other: CaseSummary
) -> None:
    """A name or a reference further down that is longer than all in the beginning: the page is made whole."""
    assert in_two([*large, other], TODAY, limits)[0] is None


def test_a_caseload_of_a_person_is_made_whole(large: list[CaseSummary], limits: Limits) -> None:
    """Only a large one is worth two paintings."""
    assert in_two(large[1:], TODAY, limits)[0] is None
    assert in_two([], TODAY, limits)[0] is None
