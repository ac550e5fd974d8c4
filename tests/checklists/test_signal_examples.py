"""The worked examples of the practice guide, row by row."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checklists.limits import Limits
from checklists.signals import prompts
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, ChildFacts, SeenFact

TABLE = tomllib.loads(Path(__file__).with_name("signal_examples.toml").read_text(encoding="utf-8"))
BUILT = {"S1", "S2"}
ALLOCATED = date(2025, 6, 2)
CARE: dict[str, dict[str, Any]] = {
    "lac_visit_year1": {"visit_rule": "reg28_2", "placement_started_on": date(2026, 9, 1)},
    "lac_visit_r4_after": {"visit_rule": "reg28_4", "first_review_on": date(2026, 9, 1)},
    "lac_visit_r4_to_review": {"visit_rule": "reg28_4"},
    "lac_visit_r5_first": {"visit_rule": "reg28_5", "legal_order_on": date(2026, 11, 18)},
}


def rows(kind: str) -> list[Any]:
    """The rows of the signals that are built, each with a readable name."""
    kept = [row for row in TABLE[kind] if row["signal"] in BUILT]
    return [
        pytest.param(row, id=f"{row['signal']} {row['today']} {row.get('note') or row['severity']}") for row in kept
    ]


def asked(child: ChildFacts, signal: str, today: date, limits: Limits) -> Prompt | None:
    """What that signal says of the child of a case that is not new."""
    case = CaseSummary("case", "F-1", allocated_on=ALLOCATED, children=(child,))
    return next((prompt for prompt in prompts(case, today, limits) if prompt.signal == signal), None)


def test_every_row_of_the_built_signals_is_tried() -> None:
    """S1 and S2 have 30 dated rows and 7 patterns."""
    assert (len(rows("example")), len(rows("pattern"))) == (30, 7)


@pytest.mark.parametrize("row", rows("example"))
def test_a_dated_example(row: dict[str, Any], limits: Limits) -> None:
    """The count, the day the limit is reached and the word are as the table says."""
    plan = row["limit_id"].partition("_")[0]
    since = SeenFact(row["since"])
    own = (row["limit"], row["unit"]) if row.get("plan_says") else None
    if "law_over_plan" in row:
        value, unit = row["law_over_plan"].split()
        own = (int(value), unit)
    facts: dict[str, Any] = {"visit_interval": own, **CARE.get(row["limit_id"], {})}
    if row["signal"] == "S1":
        child = ChildFacts("child", "K.M.", plan=plan, last_alone=since, last_seen=since, **facts)
    else:
        seen = None if row["limit_id"] == "lac_visit_r5_first" else since
        child = ChildFacts("child", "K.M.", plan=plan, last_seen=seen, **facts)
    prompt = asked(child, row["signal"], row["today"], limits)
    if row["severity"] == "none":
        assert prompt is None
        return
    assert prompt is not None
    assert (prompt.severity, prompt.count, prompt.on) == (row["severity"], row["count"], row["limit_day"])
    assert prompt.limit_id == row["limit_id"]


@pytest.mark.parametrize("row", rows("pattern"))
def test_a_pattern(row: dict[str, Any], limits: Limits) -> None:
    """Video calls, drafts, steps and rules that are not set."""
    facts = row["facts"]
    seen = facts.get("last_alone") or facts.get("seen_by_worker")
    visits = [visit.split() for visit in facts.get("visits", ())]
    in_person = [SeenFact(date.fromisoformat(day)) for day, place, _ in visits if place != "video"]
    fact = SeenFact(date.fromisoformat(seen)) if seen else max(in_person, key=lambda f: f.on, default=None)
    video = max((date.fromisoformat(day) for day, place, _ in visits if place == "video"), default=None)
    value, unit = (facts.get("visit_interval") or "0 day").split()
    sightings = [(date.fromisoformat(text.split()[0]), text.split()[1]) for text in facts.get("sighting", ())]
    child = ChildFacts(
        "child",
        "K.M.",
        plan=facts["plan"],
        visit_rule=facts.get("visit_rule", "not_set"),
        visit_interval=(int(value), unit) if int(value) else None,
        last_seen=fact,
        last_alone=fact,
        last_video=video,
        last_sighting=sightings[0] if sightings else None,
    )
    prompt = asked(child, row["signal"], row["today"], limits)
    assert prompt is not None
    assert prompt.severity == row["severity"]
    if "second text" in row["note"]:
        assert "Not seen by anyone for 42 days" in prompt.text
    if "first text only" in row["note"]:
        assert "anyone" not in prompt.text
        assert "Not seen by a social worker for 42 days" in prompt.text
