"""The worked examples of the patterns, row by row, each from a case of real records."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from store.records import Record
from tests.checklists.signals.patterned import (
    a_case,
    care,
    concern,
    day_entry,
    event,
    readings,
    review,
    seen,
    severity,
)

TABLE = tomllib.loads((Path(__file__).parents[1] / "signal_examples.toml").read_text(encoding="utf-8"))
MINE = ("S3", "S4", "S9", "S20", "S21", "S22", "S23", "S24")
Facts = Mapping[str, Any]


def s4(facts: Facts) -> list[Record]:
    """`2026-11-18 with_others, reason blank`."""
    return seen(*(text.partition(",")[0] for text in facts["visit"]))


def s9(facts: Facts) -> list[Record]:
    """So many pieces of a day, some without what they mean."""
    days = (date(2026, 11, 1) + timedelta(days=number) for number in range(facts["of"]))
    return [day_entry(on, "" if number < facts["blank"] else "tired") for number, on in enumerate(days)]


def s20(facts: Facts) -> list[Record]:
    """`2026-05-12 in, same`."""
    return [review(*text.replace(",", "").split()) for text in facts["reviews"]]


def s21(facts: Facts) -> list[Record]:
    """So many readings, each a day after the other, the first on the first day of the window; and concerns."""
    days = (date(2026, 8, 23) + timedelta(days=number) for number in range(facts["better"]))
    return [*readings(*(f"{on} better" for on in days)), *(concern("2026-11-02") for _ in range(facts["concerns"]))]


def s22(facts: Facts) -> list[Record]:
    """Referrals by day; some of them ended in no further action."""
    ended = [event(on, "nfa") for on in facts["referrals"][: facts["nfa"]]]
    return [event("2024-01-02", "school"), *(event(on, "referral") for on in facts["referrals"]), *ended]


MAKERS: dict[str, Callable[[Facts], list[Record]]] = {
    "S3": lambda facts: seen(*facts["seen"]),
    "S4": s4,
    "S9": s9,
    "S20": s20,
    "S21": s21,
    "S22": s22,
    "S23": lambda facts: [care(*text.split()) for text in facts["entries"]],
    "S24": lambda facts: [event(on, "restart") for on in facts["restarts"]],
}


def rows() -> list[Any]:
    """The rows of the patterns, each with a readable name."""
    kept = [row for row in TABLE["pattern"] if row["signal"] in MINE]
    return [pytest.param(row, id=f"{row['signal']} {row['today']} {row['severity']} {row['note']}") for row in kept]


def test_every_row_is_tried() -> None:
    """All rows of the eight patterns; none of them is among the dated examples."""
    assert len(rows()) == 26
    assert not [row for row in TABLE["example"] if row["signal"] in MINE]


@pytest.mark.parametrize("row", rows())
def test_a_pattern_is_noticed_or_repeated_as_the_table_says(row: dict[str, Any]) -> None:
    """From records as a person writes them, on the day of the row."""
    case = a_case(MAKERS[row["signal"]](row["facts"]))
    assert severity(case, row["signal"], row["today"]) == row["severity"]
