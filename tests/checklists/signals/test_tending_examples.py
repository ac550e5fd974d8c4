"""The worked examples of the practice guide for S13 to S19 and S25 to S27, row by row."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checklists.limits import Limits
from store.records import Child, Record
from tests.checklists.signals.listed import child
from tests.checklists.signals.tending import (
    OLD,
    action,
    agency,
    answer,
    escalated,
    heard,
    one,
    outcome,
    read_through,
    requested,
    supervised,
    unknown,
    visit,
)

TABLE = tomllib.loads(Path(__file__).parents[1].joinpath("signal_examples.toml").read_text(encoding="utf-8"))
SIGNALS = {"S13": "Q6", "S14": "Q7", "S15": "Q7", "S16": "Q8", "S17": "Q8", "S18": "Q8", "S19": "Q8", "S25": "Q8",
           "S26": "Q7", "S27": "Q1"}  # fmt: skip
"""The question at which each stands."""
SECTORS = ("health", "education", "police")
MAKE: dict[str, Callable[[Child, date], list[Record]]] = {
    "agency_heard": lambda _, day: heard(day),
    "request_reply": lambda _, day: requested(day),
    "outcome_change": lambda k, day: outcome(k.id, OLD, (day, "better")),
    "supervision_cp": lambda _, day: [supervised(day)],
    "chronology_review": lambda _, day: [read_through(day)],
    "escalation_step_1": lambda _, day: [escalated(day)],
    "escalation_step_2": lambda _, day: [escalated(day, 2)],
    "escalation_step_3": lambda _, day: [escalated(day, 3)],
    "record_visit": lambda _, day: [visit(day)],
}


def rows(kind: str) -> list[Any]:
    """The rows of these signals, each with a readable name."""
    kept = [row for row in TABLE[kind] if row["signal"] in SIGNALS]
    return [
        pytest.param(row, id=f"{row['signal']} {row['today']} {row.get('note') or row['severity']}") for row in kept
    ]


def days(facts: dict[str, Any], name: str) -> list[date]:
    """The days of a fact."""
    return [date.fromisoformat(text) for text in facts[name]]


def of_a_pattern(signal: str, facts: dict[str, Any]) -> tuple[list[Record], dict[str, Any]]:
    """The records that a row describes, and what it says of the case itself."""
    k = child()
    if signal == "S13":
        return [k, unknown(date.fromisoformat(facts["by_on"]))], {}
    if signal == "S15":
        listed = [agency(name, name) for name in SECTORS if name not in facts["absent"]]
        return [k, *listed], {"allocated_on": date.fromisoformat(facts["allocated_on"])}
    if signal == "S16":
        read = [(date.fromisoformat(text.split()[0]), text.split()[1]) for text in facts["readings"]]
        return [k, *outcome(k.id, date.fromisoformat(facts["set_on"]), *read)], {}
    if signal == "S17":
        aged = child(plan_started_on=date.fromisoformat(facts["plan_started_on"]))
        return [aged, *(answer(day) for day in days(facts, "q8_answered_on"))], {}
    return [k, action(date.fromisoformat(facts["due_on"]), facts["moved"])], {}


def test_every_row_is_tried() -> None:
    """24 dated rows, and 35 that set out facts."""
    assert (len(rows("example")), len(rows("pattern"))) == (24, 35)


@pytest.mark.parametrize("row", rows("example"))
def test_a_dated_example(row: dict[str, Any], limits: Limits) -> None:
    """The count, the day the limit is reached, the word, the limit, its source and its question are as the table says."""
    limit = limits.row(row["limit_id"])
    assert (limit.value, limit.unit) == (row["limit"], row["unit"])
    k = child()
    found = one(limits, [k, *MAKE[row["limit_id"]](k, row["since"])], row["signal"], row["today"])
    assert found is not None
    assert (found.severity, found.count, found.on) == (row["severity"], row["count"], row["limit_day"])
    assert (found.limit_id, found.question) == (row["limit_id"], SIGNALS[row["signal"]])
    assert found.source == f"{limit.source}, checked 23 Nov 2026"


@pytest.mark.parametrize("row", rows("pattern"))
def test_a_row_of_facts(row: dict[str, Any], limits: Limits) -> None:
    """Unknowns, sectors, readings, plan checks and moved dates."""
    records, case = of_a_pattern(row["signal"], row["facts"])
    found = one(limits, records, row["signal"], row["today"], **case)
    assert (found.severity if found else "none") == row["severity"]
    if found:
        assert found.question == SIGNALS[row["signal"]]
