"""Today, from the caseload rows alone."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from checklists.limits import Limits, load_limits
from checklists.pages.blocks import MEDIUM, NARROW, SHORT, Fit, Page, Paragraph, Table
from checklists.pages.spot import Spot
from checklists.pages.today import EMPTY_FOOT, FOOT, NOTHING, lines, today_page
from checklists.summaries import summarise
from store.case import Case
from store.summary import CaseSummary, ChildFacts, OpenAction, SeenFact

TODAY = date(2026, 11, 23)
ALONE = "Not seen alone by the date set"
DUE = "Past its date, today and the next 5 working days"
T = TypeVar("T")
WORDS = {"", "due soon", "due", "overdue", "well past"}


def tables(page: Page) -> dict[str, Table]:
    return {block.heading: block for block in page.blocks if isinstance(block, Table)}


def texts(table: Table) -> list[tuple[str, ...]]:
    return [(*(c.within(MEDIUM) if isinstance(c, Fit) else c for c in item.cells), item.word) for item in table.items]


def one(ref: str, ago: int, **facts: Any) -> CaseSummary:
    """A child on a protection plan, seen alone so many days ago."""
    fact = SeenFact(TODAY - timedelta(days=ago))
    child = ChildFacts(f"child {ref}", "K.M.", plan="cp", last_seen=fact, last_alone=fact)
    return CaseSummary(ref, ref, allocated_on=date(2026, 1, 5), children=(child._replace(**facts),))


def test_the_page_opens_on_who_was_not_seen_alone(cases: dict[str, Case], limits: Limits) -> None:
    """By date; a child with nothing recorded stands where the case came and has no word."""
    page = today_page([summarise(cases[word]) for word in ("missing", "family", "nothing")], TODAY, limits)
    assert texts(tables(page)[ALONE]) == [
        ("F-114", "T.", "No time alone recorded yet, day 16", "       ·····", ""),
        ("F-102", "K.M.", "Last alone Tue 3 Nov, 14 wd. Plan 10", "········a·w·", "overdue"),
        ("F-121", "A.", "Recorded missing since Fri 20 Nov", "············", "due"),
    ]
    assert tables(page)[ALONE].columns[3].title == "Sep Oct Nov"
    assert (page.facts, page.short_facts, page.foot) == ("Mon 23 Nov 2026, 4 children", "Mon 23 Nov", FOOT)


def test_the_second_block_lists_my_actions_and_the_other_dates(cases: dict[str, Case], limits: Limits) -> None:
    """What is past, due today or near, oldest first; not another person's, not one that lies further ahead."""
    due = tables(today_page([summarise(cases["family"])], TODAY, limits))[DUE]
    assert texts(due) == [
        ("F-102", "", "Bring health events in", "Mon 26 Oct", "overdue"),
        ("F-102", "", "Partner D: not met, 15 wd. Limit 10", "Mon 16 Nov", "overdue"),
        ("F-102", "K.M.", "Plan began Tue 17 Feb, 9-month point", "Tue 17 Nov", "overdue"),
        ("F-102", "L.M.", "Plan began Tue 17 Feb, 9-month point", "Tue 17 Nov", "overdue"),
        ("F-102", "", "Chase the surgery for records", "Mon 23 Nov", "due"),
        ("F-102", "", "Look again: See K. at school", "Tue 24 Nov", "due soon"),
        ("F-102", "K.M.", "Meet D, away from home", "Wed 25 Nov", "due soon"),
        ("F-102", "K.M.", "Visit. Last seen Mon 16 Nov", "Mon 30 Nov", ""),
        ("F-102", "L.M.", "Last observed Mon 16 Nov", "Mon 30 Nov", ""),
        ("F-102", "L.M.", "Visit. Last seen Mon 16 Nov", "Mon 30 Nov", ""),
    ]


def test_a_local_step_is_shown_before_the_visit_is_due(cases: dict[str, Case], limits: Limits) -> None:
    """The plan says eight weeks; four weeks unseen still asks for the manager, with the word due."""
    due = tables(today_page([summarise(cases["unseen"])], TODAY, limits))[DUE]
    (item,) = due.items
    assert item.word == "due"
    assert "Not seen by a social worker for 30 days" in item.why


def test_a_date_within_the_days_ahead_is_listed_before_its_word_begins(limits: Limits) -> None:
    """Five working days ahead stands there without a word, six does not."""
    at_five, at_six = one("F-1", 7), one("F-2", 6)
    page = today_page([at_five, at_six], TODAY, limits)
    assert {item.cells[0] for item in tables(page)[DUE].items} == {"F-1"}
    assert {item.word for item in tables(page)[DUE].items} == {""}
    assert all("Mon 30 Nov (5 working days left)" in item.why for item in tables(page)[DUE].items)


def test_the_row_says_its_case_and_where_enter_goes(cases: dict[str, Case], limits: Limits) -> None:
    """A prompt opens its question with its child, an action itself."""
    family = cases["family"]
    page = today_page([summarise(family)], TODAY, limits)
    k = family.children[0].id
    assert tables(page)[ALONE].items[0].key == Spot(family.id, "question", child_id=k, question="Q1")
    key = tables(page)[DUE].items[0].key
    assert isinstance(key, Spot)
    assert (key.case_id, key.what) == (family.id, "action")
    assert getattr(family.find(key.record_id), "what", "") == "Bring health events in"


def test_the_foot_has_the_whole_sum_and_its_source(cases: dict[str, Case], limits: Limits) -> None:
    """The dates, the count, the limit, and whose limit it is."""
    item = tables(today_page([summarise(cases["family"])], TODAY, limits))[ALONE].items[0]
    assert item.why == "K.M.  Last seen alone Tue 3 Nov (14 working days). Plan says every 10.\nS1, the child's plan."


def test_equal_dates_go_by_reference(limits: Limits) -> None:
    """The reference decides where the date does not; upper and lower case are alike."""
    page = today_page([one("f-3", 30), one("F-1", 30), one("F-2", 30)], TODAY, limits)
    assert [item.cells[0] for item in tables(page)[ALONE].items] == ["F-1", "F-2", "f-3"]


def test_on_a_long_caseload_nothing_is_lost_and_time_alone_stands_first(limits: Limits) -> None:
    """First the children not seen alone, then what is past, today and in the next five working days, oldest first."""
    past = [one(f"F-{n:03}", 20 + n % 7)._replace(actions=(action(n),)) for n in range(60)]
    page = today_page(past, TODAY, limits)
    assert [block.heading for block in page.blocks if isinstance(block, Table)] == [ALONE, DUE]
    assert len(tables(page)[ALONE].items) == 60
    due = [item.key.record_id for item in tables(page)[DUE].items if isinstance(item.key, Spot) and item.key.record_id]
    wanted = sorted((n for n in range(60) if n % 40 <= 30), key=lambda n: (n % 40, n))
    assert due == [f"action {n}" for n in wanted]


def action(number: int) -> OpenAction:
    """Due from Sun 1 Nov on, a day later with each number; Tue 1 Dec and later lie too far ahead."""
    return OpenAction(f"action {number}", "Ring school", date(2026, 10, 31) + timedelta(days=number % 40))


def test_without_initials_the_reference_stands_in_their_place_uncut(cases: dict[str, Case], limits: Limits) -> None:
    """The columns after it make room."""
    first = tables(today_page([summarise(cases["imported"])], TODAY, limits))[ALONE]
    assert first.items[0].cells[:2] == ("9212044", "9212044")
    assert first.columns[2].at - first.columns[1].at - 2 >= len("9212044")


def test_one_sentence_that_two_prompts_share_is_one_line(cases: dict[str, Case], limits: Limits) -> None:
    """No interval is set, said once though time alone and visits both wait for it."""
    alone, due, _ = lines([summarise(cases["no interval"])], TODAY, limits)
    (line,) = alone
    assert line.text.medium.startswith("No visiting interval is set")
    assert due == []


def test_a_closed_case_asks_nothing(cases: dict[str, Case], limits: Limits) -> None:
    """Its children are not counted and no line stands for it."""
    page = today_page([summarise(cases["closed"])], TODAY, limits)
    assert page.blocks == (Paragraph(NOTHING),)
    assert page.facts == "Mon 23 Nov 2026, no open cases"


def test_a_damaged_case_says_so_and_hides_no_other(rows: list[CaseSummary], limits: Limits) -> None:
    """It is a line of its own with the reason; where it stands alone, nothing is said of what is due."""
    table = tables(today_page(rows, TODAY, limits))["Cannot be read"]
    assert texts(table) == [("F-199", "", "This case cannot be read", "", "")]
    assert table.items[0].why == rows[-1].damaged
    alone = today_page(rows[-1:], TODAY, limits)
    assert [type(block) for block in alone.blocks] == [Table]


def test_no_cases_yet_says_what_to_do(limits: Limits) -> None:
    """Sentences and keys in place of blocks, and what this is not."""
    page = today_page([], TODAY, limits)
    (block,) = page.blocks
    assert isinstance(block, Paragraph)
    assert block.text.startswith("No cases yet.\n")
    assert (page.facts, page.foot) == ("Mon 23 Nov 2026, no cases yet", EMPTY_FOOT)


def test_adults_are_people_seen_in_private(cases: dict[str, Case], limits: Limits) -> None:
    """An adults' caseload has its own heading and its own words; a mixed one counts each."""
    adult = summarise(cases["adult"])
    page = today_page([adult], TODAY, limits)
    assert page.facts == "Mon 23 Nov 2026, 1 adult"
    assert texts(tables(page)["Not seen in private by the date set"])[0][2] == "Last private Tue 20 Oct, 34 days"
    assert today_page([adult, one("F-1", 0)], TODAY, limits).facts.endswith(", 1 child, 1 adult")


def made(
    kind: Callable[..., T], *values: st.SearchStrategy[Any], **named: st.SearchStrategy[Any]
) -> st.SearchStrategy[T]:
    """As `st.builds`, which for a named tuple would make up the fields too that are left at what they are."""

    def make(*args: Any, **more: Any) -> T:
        return kind(*args, **more)

    return st.builds(make, *values, **named)


FACTS = made(
    ChildFacts,
    id=st.uuids().map(str),
    initials=st.sampled_from(("", "K.M.", "Baby", "T.", "J.D.")),
    plan=st.sampled_from(("none", "cp", "cin", "lac", "adult", "early_help")),
    visit_rule=st.sampled_from(("not_set", "reg28_2", "reg28_4")),
    alone_rule=st.sampled_from(("alone", "observed_counts")),
    visit_interval=st.none() | st.tuples(st.integers(1, 60), st.sampled_from(("wd", "day", "week", "month"))),
    expected_on=st.none() | st.just(date(2027, 2, 2)),
    not_asked_until=st.none() | st.dates(date(2026, 11, 1), date(2026, 12, 31)),
    whereabouts=st.sampled_from(("home", "missing", "abroad")),
    whereabouts_since=st.none() | st.dates(date(2026, 8, 1), TODAY),
    last_seen=st.none() | made(SeenFact, st.dates(date(2025, 1, 1), TODAY), st.sampled_from(("me", "duty"))),
    last_alone=st.none() | made(SeenFact, st.dates(date(2025, 1, 1), TODAY)),
)
ACTIONS = made(
    OpenAction,
    id=st.uuids().map(str),
    what=st.text(min_size=1, max_size=60),
    due_on=st.dates(date(2026, 9, 1), date(2027, 1, 31)),
    owner=st.sampled_from(("me", "gran")),
    moved=st.integers(0, 4),
)
ROWS = made(
    CaseSummary,
    id=st.uuids().map(str),
    ref=st.sampled_from(("F-102", "f-103", "A-7", "9212044", "FAM-2026-00117")),
    service=st.sampled_from(("children", "adults")),
    allocated_on=st.none() | st.dates(date(2025, 6, 1), TODAY),
    closed_on=st.none() | st.just(TODAY),
    children=st.lists(FACTS, max_size=3).map(tuple),
    actions=st.lists(ACTIONS, max_size=3).map(tuple),
    damaged=st.sampled_from(("", "", "It cannot be read.")),
)


@settings(deadline=None)
@given(st.lists(ROWS, max_size=5))
def test_every_row_keeps_its_promises(rows: list[CaseSummary]) -> None:
    """Texts fit their room, words are the known ones, dates go from old to new, and each row has its case."""
    page = today_page(rows, TODAY, load_limits())
    for table in tables(page).values():
        for item in table.items:
            assert item.word in WORDS
            assert isinstance(item.key, Spot)
            assert item.key.case_id in {row.id for row in rows}
            assert item.why
            for cell in item.cells:
                if isinstance(cell, Fit):
                    assert len(cell.medium) <= MEDIUM
                    assert len(cell.narrow) <= NARROW
                    assert len(cell.short) <= SHORT
    for block in lines([row for row in rows if not row.damaged and not row.closed_on], TODAY, load_limits()):
        assert [(line.on, line.case.ref.casefold()) for line in block] == sorted(
            (line.on, line.case.ref.casefold()) for line in block
        )
