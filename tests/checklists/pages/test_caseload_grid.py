"""The columns of Caseload at each width: what stands there, what goes first, and nothing is cut or runs together."""

from datetime import date

import pytest

from checklists.limits import Limits
from checklists.pages.caseload import caseload_page
from checklists.summaries import summarise
from store.case import Case
from store.summary import CaseSummary
from tui.look import words
from tui.outlets.rows import rows

TODAY = date(2026, 11, 23)
LONG = "FAM-2026-00117"


def drawn(summaries: list[CaseSummary], width: int, limits: Limits, today: date = TODAY) -> list[str]:
    """The rows of the page as text."""
    return [words(row.line).rstrip() for row in rows(caseload_page(summaries, today, limits).blocks, width)]


@pytest.fixture
def two(cases: dict[str, Case]) -> list[CaseSummary]:
    """A family, and a child who was imported without initials."""
    return [summarise(cases["family"]), summarise(cases["imported"])]


def test_a_reference_is_not_said_twice(two: list[CaseSummary], limits: Limits) -> None:
    """Where a child has no initials the name is blank; nor is the mask's name for them said again."""
    (child,) = two[1].children
    for initials in ("", two[1].ref):
        row = two[1]._replace(children=(child._replace(initials=initials),))
        for width in (60, 80, 100, 132):
            (line,) = (line for line in drawn([two[0], row], width, limits) if row.ref in line)
            assert line.count(row.ref) == 1


AFTER = date(2027, 1, 4)


@pytest.mark.parametrize(
    ("width", "today", "said"),
    [
        *((width, TODAY, "14, plan 10 17 Nov 26 Oct overdue") for width in (100, 101)),
        *((width, TODAY, "14, plan 10 Tue 17 Nov Mon 26 Oct overdue") for width in (132, 160)),
        (100, AFTER, "41, plan 10 17/11/26 26/10/26 well past"),
        (132, AFTER, "41, plan 10 17 Nov 2026 26 Oct 2026 well past"),
    ],
)
def test_wide_rows_have_three_columns_of_their_own(
    width: int, today: date, said: str, two: list[CaseSummary], limits: Limits
) -> None:
    """Working days since seen alone against the interval, the next date, the oldest open action's; the last column is blank."""
    titles, *lines = drawn(two, width, limits, today)
    line = next(line for line in lines if "K.M." in line)
    assert " ".join(line[titles.index("since") :].split()) == said
    assert all(len(text) < width for text in (titles, *lines))
    assert titles[titles.index("since") - 1] == line[titles.index("since") - 1] == " "
    assert "Nov" in titles


@pytest.mark.parametrize("width", [100, 132])
def test_nothing_runs_together(rows: list[CaseSummary], limits: Limits, width: int) -> None:
    """Before each title stands a blank, in every row."""
    titles, *lines = drawn(rows, width, limits)
    for title in ("plan", "seen", "alone", "since", "next", "action"):
        at = titles.rindex(title) if title != "alone" else titles.index("alone") - (5 if width >= 132 else 0)
        at = at - 5 if title == "seen" and width >= 132 else at
        assert all(line[at - 1 : at] in ("", " ") for line in lines if "no child" not in line), title


def test_a_long_reference_without_a_name_takes_no_more_than_it_needs(two: list[CaseSummary], limits: Limits) -> None:
    """At 80 columns it costs the age and not the strip; at 100 the age, at 132 nothing; the others keep their names."""
    imported = two[1]._replace(ref=LONG)
    for width, age in ((80, False), (100, False), (132, True)):
        titles, *lines = drawn([two[0], imported], width, limits)
        assert ("age" in titles) is age, width
        assert "Nov" in titles, width
        (line,) = (line for line in lines if LONG in line)
        assert f"{LONG}  " in line
        assert any("F-102  K.M." in line for line in lines)


def test_seven_figures_without_a_name_cost_nothing(two: list[CaseSummary], limits: Limits) -> None:
    """As councils number their children."""
    titles, *lines = drawn([two[0], two[1]._replace(ref="9212044")], 80, limits)
    assert "age" in titles
    assert "Nov" in titles
    assert any(line.startswith("   9212044  ") for line in lines)


@pytest.mark.parametrize("width", [60, 80, 100, 132])
@pytest.mark.parametrize("ref", ["F-1", "F-102", "9212044", LONG, LONG + "-B"])
def test_long_references_are_shown_whole_and_words_keep_their_place(
    ref: str, width: int, two: list[CaseSummary], limits: Limits
) -> None:
    """With a name behind it as well."""
    family = two[0]._replace(ref=ref)
    _, *lines = drawn([family, two[1]], width, limits)
    (line,) = (line for line in lines if "K.M." in line)
    assert line.split()[:2] == [ref, "K.M."]
    assert line.endswith(" overdue")
    assert len(line) < width
