"""The seen strip, its months, and its sentence."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklists.limits import load_limits
from checklists.pages.strip import mondays, ruler, say_strip, strip
from store.summary import ChildFacts, SeenFact

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def seen(*weeks: tuple[date, str]) -> ChildFacts:
    return ChildFacts("k", "K.M.", weeks=weeks)


def test_this_week_is_the_last_cell() -> None:
    """A visit this Monday is the last letter; the first cell is eleven weeks earlier."""
    child = seen((date(2026, 9, 7), "w"), (TODAY, "a"))
    assert strip(child, TODAY, 12, date(2026, 1, 5)) == "w··········a"


def test_a_sunday_belongs_to_the_week_before_monday() -> None:
    """On a Sunday the week that ends that day is the last cell."""
    assert mondays(date(2026, 11, 29), 2) == (date(2026, 11, 16), date(2026, 11, 23))


def test_weeks_before_the_case_came_are_blank() -> None:
    """The week of allocation counts, whatever its day; the weeks before it say nothing."""
    assert strip(seen(), TODAY, 12, date(2026, 11, 6)) == " " * 8 + "····"


def test_a_visit_before_the_case_came_is_still_shown() -> None:
    """An earlier worker's visit stands as a letter, and the weeks around it stay blank."""
    child = seen((date(2026, 10, 5), "s"))
    assert strip(child, TODAY, 12, date(2026, 11, 9)) == "    s    ···"


def test_no_day_of_allocation_is_never_read_as_not_allocated() -> None:
    """Where it is not recorded when the case came, each week without a visit is a dot."""
    assert strip(seen(), TODAY, 12) == "·" * 12


def test_the_months_stand_over_their_first_mondays() -> None:
    """As drawn: September, October and November of 2026."""
    assert ruler(TODAY, 12) == "Sep Oct Nov"
    assert ruler(TODAY, 26) == "Jun  Jul Aug  Sep Oct Nov"


def test_the_months_go_over_new_year() -> None:
    """December, then January, in the weeks of 2027."""
    assert ruler(date(2027, 1, 25), 12) == "    Dec Jan"
    assert strip(seen((date(2026, 12, 28), "a")), date(2027, 1, 1), 2, date(2026, 1, 5)) == "·a"


@given(DAYS, st.integers(1, 60))
def test_a_month_stands_where_it_says(day: date, weeks: int) -> None:
    """Each name begins over a Monday of the first seven days of its month, and no two names touch."""
    line, columns = ruler(day, weeks), mondays(day, weeks)
    assert len(line) <= weeks
    for place in range(len(line)):
        if line[place] != " " and (place == 0 or line[place - 1] == " "):
            assert columns[place].day <= 7
            assert columns[place].strftime("%b") == line[place : place + 3]
            assert line[place + 3 : place + 4] in ("", " ")


@given(DAYS, st.integers(1, 60), st.integers(0, 500))
def test_a_strip_has_one_cell_a_week(day: date, weeks: int, ago: int) -> None:
    """As many cells as weeks, blank ones only at its left."""
    line = strip(seen(), day, weeks, day - timedelta(days=ago))
    assert len(line) == weeks
    assert line.lstrip(" ") == "·" * len(line.lstrip(" "))
    assert line.endswith("·")


def test_the_sentence_says_what_the_strip_shows() -> None:
    """How often seen how, with nothing recorded, and not yet allocated: together all weeks."""
    child = ChildFacts(
        "k", "K.M.", last_seen=SeenFact(TODAY), weeks=((date(2026, 11, 2), "a"), (date(2026, 11, 9), "n"), (TODAY, "a"))
    )
    assert say_strip(child, TODAY, 12, date(2026, 10, 26)) == (
        "In the last 12 weeks: alone in 2, not seen in 1, no visit recorded in 2, not allocated yet in 7. "
        "Last seen Mon 23 Nov."
    )


def test_the_sentence_about_an_adult_says_in_private() -> None:
    """The letter is kept; its word is the adult one."""
    said = say_strip(seen((TODAY, "a")), TODAY, 2, adult=True)
    assert "in private in 1" in said
    assert "alone" not in said


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"plan": "cp", "visit_interval": (10, "wd")}, "; the plan says every 10 working days."),
        ({"plan": "cp"}, "; the default is every 10 working days."),
        ({"plan": "cin", "visit_interval": (4, "week")}, "; the plan says every 4 weeks."),
        (
            {"plan": "cin", "visit_interval": (4, "week"), "alone_interval": (8, "week")},
            "; the plan says every 4 weeks, alone every 8 weeks.",
        ),
        ({"plan": "early_help"}, "; no visiting interval is set."),
        ({"plan": "lac", "visit_rule": "not_set"}, "; which visiting rule applies is not recorded."),
        (
            {"plan": "lac", "visit_rule": "reg28_2", "placement_started_on": date(2026, 1, 5),
             "last_seen": SeenFact(date(2026, 11, 2)), "visit_interval": (8, "week")},
            "; the law says at least every 6 weeks. Last seen Mon 2 Nov.",
        ),
    ],
)  # fmt: skip
def test_the_sentence_has_the_interval_in_force_and_whose_it_is(facts: dict[str, Any], said: str) -> None:
    """The plan's own, the default's, or the law's where the plan is longer; or that none is set."""
    sentence = say_strip(ChildFacts("k", "K.M.", **facts), TODAY, 12, limits=load_limits())
    assert sentence.endswith(f"no visit recorded in 12{said}")


def test_before_a_birth_no_interval_is_said() -> None:
    """Visits do not apply yet."""
    child = ChildFacts("k", "Baby", plan="cp", expected_on=date(2027, 2, 2))
    assert "every" not in say_strip(child, TODAY, 12, limits=load_limits())
