"""The year of CPD: its borders, what counts in it, and when Today begins to speak of it."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.learning.cpd_year import Fact, in_window, standing, year_named, year_of
from checklists.learning.embedding import embedding
from checklists.limits import Limits, load_limits
from checklists.pages.cpd_line import CPD, cpd_item
from checklists.pages.spot import Spot
from store.practitioner import CpdFact

ENDS = (30, 11)
DAY = date(2026, 11, 23)
ONE, OTHER = Fact(DAY, "a", with_peer=False), Fact(DAY, "z", with_peer=False)
PEER, OLD = Fact(DAY, "b", with_peer=True), Fact(date(2025, 11, 30), "c", with_peer=True)


@pytest.mark.parametrize(
    ("day", "named"),
    [
        ("2025-11-30", 2025),
        ("2025-12-01", 2026),
        ("2026-01-01", 2026),
        ("2026-02-28", 2026),
        ("2026-11-30", 2026),
        ("2026-12-01", 2027),
        ("2028-02-29", 2028),
        ("2028-12-31", 2029),
    ],
)
def test_a_year_runs_from_1_december_to_30_november(day: str, named: int) -> None:
    """It is called by the year in which it ends, and every day is in one year only."""
    found = year_of(date.fromisoformat(day), ENDS)
    assert found == year_named(named, ENDS)
    assert (found.first, found.last) == (date(named - 1, 12, 1), date(named, 11, 30))
    assert found.holds(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("facts", "counted", "still_open"),
    [
        ((), "no piece yet", True),
        ((ONE,), "1 piece, none with a peer yet", True),
        ((PEER,), "1 piece, 1 with a peer", True),
        ((ONE, OTHER), "2 pieces, none with a peer yet", True),
        ((ONE, PEER), "2 pieces, 1 with a peer", False),
        ((ONE, ONE), "1 piece, none with a peer yet", True),
        ((PEER, OLD), "1 piece, 1 with a peer", True),
    ],
)
def test_what_is_still_open_of_a_year(facts: tuple[Fact, ...], counted: str, *, still_open: bool) -> None:
    """Two different pieces, one of them with a peer; the same twice is one, and another year's is none."""
    stands = standing(facts, year_of(DAY, ENDS), embedding().cpd, load_limits())
    assert stands.said(DAY) == f"CPD year ends Mon 30 Nov: {counted}"
    assert stands.is_open is still_open
    assert stands.wanted.startswith("Asked for: 2 pieces, at least 1 of them with a peer (Social Work England")


def test_what_is_asked_comes_from_the_limits() -> None:
    """Three pieces where the limit says so; nothing of a peer where that count is switched off."""
    built_in = load_limits()
    pieces = built_in.row("cpd_pieces")._replace(value=3)
    peer = built_in.count("cpd_peer")._replace(enabled=False)
    changed = replace(
        built_in, rows={**built_in.rows, "cpd_pieces": pieces}, counts={**built_in.counts, "cpd_peer": peer}
    )
    stands = standing((ONE, PEER), year_of(DAY, ENDS), embedding().cpd, changed)
    assert (stands.asked, stands.asked_with_peer, stands.is_open) == (3, 0, True)


def test_the_window_is_so_many_working_days_before_the_end() -> None:
    """Forty working days before Monday 30 November 2026 is Monday 5 October; the day before it is not in it."""
    cpd, year = embedding().cpd, year_named(2026, ENDS)
    days = (date(2026, 10, 2), date(2026, 10, 5), date(2026, 11, 30), date(2026, 12, 1))
    assert [in_window(year, day, cpd) for day in days] == [False, True, True, False]


def rows(facts: tuple[CpdFact, ...] | None, on: date, limits: Limits) -> list[tuple[str, str, object]]:
    """The line of Today: what it says at 80, its word and what it leads to."""
    return [(item.cells[2].medium, item.word, item.key) for item in cpd_item(facts, on, limits)]  # type: ignore[union-attr]


def test_today_says_it_in_the_window_while_something_is_open(limits: Limits) -> None:
    """Not where no learning is kept here, not once the number is there, not in October's first days."""
    one, peer = CpdFact(DAY), CpdFact(DAY, with_peer=True)
    leads = Spot("", CPD)
    assert rows((one,), DAY, limits) == [("CPD: 1 piece, none with a peer yet", "", leads)]
    assert rows((), date(2026, 11, 30), limits) == [("CPD: no piece yet", "due", leads)]
    assert rows((one,), date(2026, 11, 26), limits)[0][1] == "due soon"
    for facts, on in ((None, DAY), ((one, peer), DAY), ((one,), date(2026, 10, 2))):
        assert rows(facts, on, limits) == []
    (item,) = cpd_item((one,), DAY, limits)
    assert "(5 working days left)" in item.why
    assert "Asked for: 2 pieces" in item.why
