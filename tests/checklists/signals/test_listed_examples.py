"""The worked examples of the practice guide for people, household, day, wonders, concerns and explanations, row by row."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checklists.limits import Limits
from store.records import Child, Record
from tests.checklists.signals.listed import account, asked, checked, child, concern, entry, friend, one, person, wonder

TABLE = tomllib.loads(Path(__file__).parents[1].joinpath("signal_examples.toml").read_text(encoding="utf-8"))
MAKE: dict[str, Callable[[Child, date], Record]] = {
    "S5": lambda _, day: person(known_since=day),
    "S6": lambda _, day: friend(known_since=day),
    "S7": lambda _, day: checked(day),
    "S8": entry,
    "S10": lambda _, day: wonder(day),
    "S11": lambda _, day: concern(day),
    "S12": lambda _, day: account(day),
}
QUESTION = {"S5": "Q2", "S6": "Q2", "S7": "Q2", "S8": "Q3", "S10": "Q4", "S11": "Q4", "S12": "Q5"}


def rows(kind: str) -> list[Any]:
    """The rows of these signals, each with a readable name."""
    kept = [row for row in TABLE[kind] if row["signal"] in MAKE]
    return [
        pytest.param(row, id=f"{row['signal']} {row['today']} {row.get('note') or row['severity']}") for row in kept
    ]


def test_every_row_is_tried() -> None:
    """24 dated rows; one adult and one pair of accounts."""
    assert (len(rows("example")), len(rows("pattern"))) == (24, 2)


@pytest.mark.parametrize("row", rows("example"))
def test_a_dated_example(row: dict[str, Any], limits: Limits) -> None:
    """The count, the day the limit is reached, the word, the limit, its source and its question are as the table says."""
    limit = limits.row(row["limit_id"])
    assert (limit.value, limit.unit) == (row["limit"], row["unit"])
    k = child(plan="cin" if row["limit_id"] == "day_entry_cin" else "cp")
    found = one(limits, [k, MAKE[row["signal"]](k, row["since"])], row["signal"], row["today"])
    if row["severity"] == "none":
        assert found is None
        return
    assert found is not None
    assert (found.severity, found.count, found.on) == (row["severity"], row["count"], row["limit_day"])
    assert (found.limit_id, found.question) == (row["limit_id"], QUESTION[row["signal"]])
    assert found.source == "casereflect default; change to suit, checked 23 Nov 2026"


@pytest.mark.parametrize("row", rows("pattern"))
def test_a_pattern(row: dict[str, Any], limits: Limits) -> None:
    """A carer of an adult; two accounts that differ, both unchecked, are one line."""
    facts = row["facts"]
    if row["signal"] == "S5":
        since = date.fromisoformat(facts["known_since"])
        son = person(label="son", known_since=since, name_known=False, spoken_on=None)
        found = asked(limits, [child(plan=facts["plan"]), son], ["S5"], row["today"], service="adults")
        assert "Carer or person with control not yet spoken to." in found[0].text
    else:
        first, then = (date.fromisoformat(text.split()[0]) for text in facts["explanations"])
        a = account(first)
        found = asked(limits, [child(), a, account(then, differs_from=a.id)], ["S12"], row["today"])
    assert [prompt.severity for prompt in found] == [row["severity"]]
