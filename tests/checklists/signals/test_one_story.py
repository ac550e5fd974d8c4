"""S10: when I last wondered, and one reading for too long. On Mon 23 Nov 2026 unless said."""

from datetime import date

import pytest

from checklists.limits import Limits
from tests.checklists.signals.listed import TODAY, asked, at, child, day_of, one, wonder, word_on


def set_down(day: date, **facts: object) -> dict[str, object]:
    """What sets a reading down on a day."""
    return {"state": "set_down", "set_down_reason": "school says no", "edited_at": at(day), **facts}


def test_it_says_when_i_last_wondered(limits: Limits) -> None:
    """About the case, at question 4."""
    found = one(limits, [child(), wonder(date(2026, 9, 17))], "S10")
    assert found is not None
    assert found.text == 'Last "I wonder" Thu 17 Sep (67 days). Limit 60. What else could explain this?'
    assert (found.theme, found.question, found.child_id) == ("T6", "Q4", None)
    assert found.facts[-1] == "The date set was Mon 16 Nov."


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("10 Nov", ""),
        ("11 Nov", "due soon"),
        ("16 Nov", "due"),
        ("17 Nov", "overdue"),
        ("15 Jan 2027", "overdue"),
        ("16 Jan 2027", "strong"),
    ],
)
def test_it_stands_at_each_edge_of_its_limit(day: str, word: str, limits: Limits) -> None:
    """Day 60 is due; day 120 is not over 120."""
    assert word_on(limits, [child(), wonder(date(2026, 9, 17))], "S10", day) == word


def test_over_a_leap_day_it_counts_that_day_too(limits: Limits) -> None:
    """Thu 6 Jan 2028 and 60 days is Mon 6 March."""
    records = [child(), wonder(date(2028, 1, 6))]
    assert [word_on(limits, records, "S10", day) for day in ("5 Mar 2028", "6 Mar 2028", "7 Mar 2028")] == [
        "due soon", "due", "overdue",
    ]  # fmt: skip


def test_a_change_counts_as_wondering_anew(limits: Limits) -> None:
    """What was added long ago, with a second reading beside it, and changed a while ago."""
    first = wonder(date(2026, 3, 2), edited_at=at(date(2026, 9, 17)))
    second = wonder(date(2026, 3, 2), alternative_to=first.id)
    found = one(limits, [child(), first, second], "S10")
    assert found is not None
    assert (found.on, found.count) == (date(2026, 11, 16), 67)


def test_setting_one_down_is_a_change(limits: Limits) -> None:
    """It was thought about that day."""
    assert one(limits, [child(), wonder(date(2026, 3, 2), **set_down(date(2026, 11, 20)))], "S10") is None
    found = one(limits, [child(), wonder(date(2026, 3, 2), **set_down(date(2026, 9, 17)))], "S10")
    assert found is not None
    assert found.count == 67


def test_all_open_ones_being_one_reading_is_asked_about_though_there_are_new_ones(limits: Limits) -> None:
    """One line with both days: since when it is one reading, and the latest one."""
    (found,) = asked(limits, [child(), wonder(date(2026, 9, 17)), wonder(date(2026, 11, 20))], ["S10"])
    assert found.text == (
        'One reading only since Thu 17 Sep (67 days); last "I wonder" Fri 20 Nov. Limit 60. What else could explain this?'
    )
    assert (found.severity, found.on) == ("overdue", date(2026, 11, 16))


@pytest.mark.parametrize(
    ("day", "word"),
    [("10 Nov", ""), ("16 Nov", "due"), ("17 Nov", "overdue"), ("15 Jan 2027", "overdue"), ("16 Jan 2027", "strong")],
)
def test_one_reading_stands_at_the_same_edges(day: str, word: str, limits: Limits) -> None:
    """Changed every week, and still one reading."""
    kept = wonder(date(2026, 9, 17), edited_at=at(date(2026, 11, 9)))
    assert word_on(limits, [child(), kept], "S10", day) == word


def test_a_second_reading_that_is_open_ends_it(limits: Limits) -> None:
    """Whichever was written first."""
    first = wonder(date(2026, 9, 17))
    second = wonder(date(2026, 11, 20), alternative_to=first.id)
    assert one(limits, [child(), first, second], "S10") is None
    assert one(limits, [child(), second, first], "S10") is None


def test_one_reading_counts_from_the_day_the_second_was_set_down(limits: Limits) -> None:
    """Until then there were two."""
    first = wonder(date(2026, 3, 2))
    second = wonder(date(2026, 3, 9), alternative_to=first.id, **set_down(date(2026, 9, 17)))
    found = one(limits, [child(), first, second], "S10")
    assert found is not None
    assert (found.count, found.text[:17]) == (67, 'Last "I wonder" T')
    later = wonder(date(2026, 11, 20))
    both = one(limits, [child(), first, second, later], "S10")
    assert both is not None
    assert both.text.startswith("One reading only since Thu 17 Sep (67 days)")


def test_none_recorded_is_its_own_message_and_waits_on_a_new_case(limits: Limits) -> None:
    """G2; from day one what was wondered before is counted."""
    found = one(limits, [child()], "S10")
    assert found is not None
    assert (found.severity, found.text) == ("not recorded", 'No "I wonder" recorded yet.')
    assert one(limits, [child()], "S10", allocated_on=day_of("10 Nov")) is None
    assert one(limits, [child()], "S10", allocated_on=day_of("9 Nov")) is not None
    assert one(limits, [child(), wonder(date(2026, 9, 17))], "S10", allocated_on=TODAY) is not None
