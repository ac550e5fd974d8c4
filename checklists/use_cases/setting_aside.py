"""Set a prompt aside until a day, with a reason; take that back. It hides one prompt about one thing, never another."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from checklists.clock import Clock
from checklists.dates import due, say_day
from checklists.limits import Limits
from checklists.signals import DATED, Prompt, every_dated
from checklists.signals.whole import every_prompt
from checklists.summaries import summarise
from checklists.wrong import Wrong
from store.case_store import CaseStore
from store.summary import CaseSummary

if TYPE_CHECKING:
    from store.case import Case
    from store.records import SetAside

TAKEN_BACK = "taken back"


def set_prompt_aside(
    store: CaseStore, clock: Clock, case: "Case", prompt: Prompt, until: date, reason: str, *, limits: Limits
) -> "SetAside":
    """Hide the prompt until the day, on which it comes back by itself; once aside, the day and the reason change.

    Where another prompt says the same sentence of the same thing, it is that one line too. Raises Wrong.
    """
    from checklists.validating import make, remake
    from store.records import SetAside

    may_wait(until, reason, clock.today(), limits)
    values = {"reason": reason.strip(), "until_on": until}
    with store.change(case.id) as change:
        now, kept = change.case, None
        for one in _same_line(now, prompt, clock.today(), limits):
            held = next((row for row in now.of(SetAside) if (row.signal, row.about) == (one.signal, one.about)), None)
            row = remake(held, values) if held else make(SetAside, {**values, "signal": one.signal, "about": one.about})
            row = change.put(row)
            kept = row if one.signal == prompt.signal else kept or row
    assert kept is not None
    return kept


def take_back(store: CaseStore, case_id: str, record_id: str) -> None:
    """Ask it again at once. Raises UnknownRecord."""
    from checklists.use_cases.records import withdraw_record

    withdraw_record(store, case_id, record_id, TAKEN_BACK)


def may_wait(until: date, reason: str, today: date, limits: Limits) -> None:
    """Whether the day and the reason will do. Raises Wrong."""
    least, longest = limits.count("set_aside_letters").at_least or 1, last_day(today, limits)
    if len(" ".join(reason.split())) < least:
        raise Wrong(f"Why: at least {least} letters.", "Say what is known, and what is being done.", "reason")
    if until <= today:
        raise Wrong("Until: that day has come already.", "Give a day ahead, such as +10wd or fri.", "until_on")
    if until > longest:
        raise Wrong(f"Until: at the latest {say_day(longest, today)}.", "It can be set aside again then.", "until_on")


def last_day(today: date, limits: Limits) -> date:
    """The last day until which a prompt may be set aside today."""
    row = limits.row("set_aside_longest")
    return due(today, row.value, row.unit)


def prompt_on(case: "Case", signal: str, about: str, today: date, limits: Limits) -> Prompt:
    """The prompt of that signal about that thing, as it is today. Raises Wrong."""
    for prompt in every_prompt(case, summarise(case), today, limits):
        if (prompt.signal, prompt.about) == (signal, about):
            return prompt
    raise Wrong("That is not asked any more.", "The page shows what is.")


def find_prompt(store: CaseStore, named: str, today: date, limits: Limits) -> "tuple[Case, Prompt]":
    """The prompt with that id, such as `S13:8XRH8K`, and its case. Raises Wrong."""
    wanted = named.strip().upper()
    rows = [row for row in store.caseload() if not row.damaged]
    found = list(_named(store, rows, wanted, today, limits))
    if len(found) == 1:
        return found[0]
    if found:
        raise Wrong("More than one prompt has that id.", "Open the case, and set it aside there.", "prompt")
    raise Wrong("No prompt has that id today.", "`casereflect prompts` shows them, such as S13:8XRH8K.", "prompt")


def _named(
    store: CaseStore, rows: Iterable[CaseSummary], wanted: str, today: date, limits: Limits
) -> "Iterator[tuple[Case, Prompt]]":
    """What has a date is in its row; a pattern, and what an adult's case has too little of, need the whole case."""
    in_row = {signal.id for signal in DATED} | {name.upper() for name in limits.rows}
    of_whole = wanted.partition(":")[0] not in in_row
    for row in rows:
        if of_whole and not row.closed_on:
            case = store.case(row.id)
            found = every_prompt(case, row, today, limits)
        else:
            found = every_dated(row, today, limits)
        for prompt in found:
            if prompt.id.upper() == wanted:
                yield store.case(row.id), prompt


def _same_line(case: "Case", prompt: Prompt, today: date, limits: Limits) -> list[Prompt]:
    found = every_prompt(case, summarise(case), today, limits)
    same = [one for one in found if (one.about, one.text) == (prompt.about, prompt.text)]
    return same or [prompt]
