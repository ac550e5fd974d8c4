"""How a prompt stands at its question: the sum in a column, the whole sentence in the foot."""

from collections.abc import Iterable, Sequence
from datetime import date

from checklists.dates import say_brief
from checklists.limits import InForce, Limits, in_force
from checklists.naming import called
from checklists.pages.blocks import Fit
from checklists.signals.intervals import for_alone, for_visits
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary

OF_A_VISIT, WRITE_UP = ("S1", "S2"), "S27"
"""Whose limit a plan may set; every other prompt's is a row of the limits."""


def asked_at(question: str, asked: Sequence[Prompt]) -> list[Prompt]:
    """What is asked at a question, each sentence once: what has a date first, by date; then what is not recorded."""
    once: dict[tuple[str, str], Prompt] = {}
    for prompt in asked:
        if prompt.question == question:
            once.setdefault((prompt.about, prompt.text), prompt)
    return first_dated(once.values())


def first_dated(asked: Iterable[Prompt]) -> list[Prompt]:
    """What has a date first, by date, and behind it what waits to be written up; then what is not recorded or only noted."""
    return sorted(asked, key=lambda prompt: (prompt.severity in ("not recorded", "note"), prompt.signal == WRITE_UP))


def sum_of(facts: CaseSummary, mine: Sequence[Prompt], today: date, limits: Limits) -> Fit:
    """`14 wd, plan 10, +1`: the arithmetic of the first prompt, or its own day; and how many more there are."""
    if not mine:
        return Fit("")
    more = f", +{len(mine) - 1}" if len(mine) > 1 else ""
    first = mine[0]
    if first.severity == "not recorded":
        return Fit(f"not recorded{more}", short="not recorded")
    interval = _interval(facts, first, today, limits)
    if interval is None or (first.count is None and first.on is None):
        return Fit(f"{first.short}{more}", short=first.short)
    unit = "wd" if interval.unit == "wd" else "day" if first.count == 1 else "days"
    said = f"{first.count} {unit}, {interval.short.lower()}"
    by_day = f"due {say_brief(first.on, today)}" if first.on else first.short
    if not interval.value or first.count is None:  # its own day decides, no count
        said = by_day
    return Fit(f"{said}{more}", said, by_day)


def sentence(facts: CaseSummary, prompt: Prompt) -> str:
    """The message after the initials of the child it is about, and on a line of its own its source."""
    child = next((child for child in facts.children if child.id == prompt.child_id), None)
    who = f"{called(child, facts.ref)}  " if child else ""
    source = f"{prompt.signal}, {prompt.source}." if prompt.source else f"{prompt.signal}."
    return f"{who}{prompt.text}\n{source}"


def _interval(facts: CaseSummary, prompt: Prompt, today: date, limits: Limits) -> InForce | None:
    if prompt.signal not in OF_A_VISIT:
        return in_force(None, limits.rows.get(prompt.limit_id))
    child = next((child for child in facts.children if child.id == prompt.child_id), None)
    if child is None:
        return None
    if prompt.signal == "S1":
        return for_alone(child, today, limits)
    start = for_visits(child, today, limits)
    return None if isinstance(start, str) else start.interval
