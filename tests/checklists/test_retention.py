"""A closed case is asked about after the council's period, in the council's own numbers; never while it is on hold."""

from dataclasses import replace
from datetime import date

import pytest

from checklists.limits import Limits, load_limits
from checklists.pages.blocks import Paragraph
from checklists.pages.today import NOTHING, today_page
from checklists.retention import FIRST, LAST, all_asked, asked
from store.summary import CaseSummary, Mark, SetAside

CLOSED = date(2026, 1, 12)
ROW = CaseSummary("01CASE", "F-1", closed_on=CLOSED)


def limits_with(**months: int) -> Limits:
    """The built-in limits, some of them with another number of months."""
    limits = load_limits()
    return replace(
        limits, rows={**limits.rows, **{name: limits.row(name)._replace(value=n) for name, n in months.items()}}
    )


@pytest.mark.parametrize(
    ("row", "on", "since"),
    [
        (ROW, date(2026, 7, 11), None),
        (ROW, date(2026, 7, 12), date(2026, 7, 12)),
        (ROW, date(2027, 1, 12), date(2027, 1, 12)),
        (ROW._replace(closed_on=None), date(2027, 1, 12), None),
        (ROW._replace(damaged="It is cut."), date(2027, 1, 12), None),
        (ROW._replace(marks=(Mark("hold", "01CASE", CLOSED),)), date(2027, 1, 12), None),
        (ROW._replace(set_aside=(SetAside(FIRST, "01CASE", date(2027, 3, 1), "An appeal."),)), date(2027, 2, 28), None),
        (
            ROW._replace(set_aside=(SetAside(FIRST, "01CASE", date(2027, 3, 1), "An appeal."),)),
            date(2027, 3, 1),
            date(2027, 3, 1),
        ),
        (ROW._replace(set_aside=(SetAside(FIRST, "01CASE", date(2026, 1, 5), "Before."),)), date(2026, 1, 13), None),
        (
            ROW._replace(set_aside=(SetAside("S1", "01CASE", date(2028, 1, 1), "Other."),)),
            date(2026, 7, 12),
            date(2026, 7, 12),
        ),
    ],
    ids=["before", "first", "last", "open", "damaged", "held", "kept", "kept until today", "closed anew", "another"],
)
def test_it_is_asked_from_the_day_that_the_limits_name(row: CaseSummary, on: date, since: date | None) -> None:
    """Six months and twelve unless the council says otherwise; a day until which it is kept comes first."""
    found = asked(row, on, load_limits())
    assert (found.on if found else None) == since


def test_the_period_is_the_councils() -> None:
    """Another number, or none: a limit that is off asks nothing."""
    longer = limits_with(**{FIRST: 24, LAST: 36})
    assert asked(ROW, date(2027, 6, 1), longer) is None
    found = asked(ROW, date(2028, 2, 1), longer)
    assert found is not None
    assert "24 months" in found.said
    off = replace(longer, rows={**longer.rows, FIRST: longer.row(FIRST)._replace(enabled=False)})
    assert asked(ROW, date(2028, 2, 1), off) is None


def test_today_asks_in_a_part_of_its_own_with_the_sum_and_its_source() -> None:
    """The oldest first; it says the three ways, and that nothing goes by itself. It ranks nothing: no word of a date."""
    later = ROW._replace(id="01LATER", ref="F-0", closed_on=date(2026, 3, 1))
    rows, on = [later, ROW], date(2026, 11, 23)
    assert [one.row.ref for one in all_asked(rows, on, load_limits())] == ["F-1", "F-0"]
    page = today_page(rows, on, load_limits())
    (table,) = [block for block in page.blocks if getattr(block, "heading", "").startswith("Closed")]
    first = table.items[0]  # type: ignore[union-attr]
    assert (first.cells[0], first.word) == ("F-1", "")
    for words in (
        "Closed Mon 12 Jan; 6 months were over on Sun 12 Jul.",
        "Nothing is purged by itself.",
        "Local retention",
    ):
        assert words in first.why
    assert Paragraph(NOTHING) not in page.blocks
