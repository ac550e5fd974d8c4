"""Caseload: one line a child or adult, with what was last seen. Drawn from the caseload rows alone."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from checklists.dates import say_brief, say_day
from checklists.limits import Limits
from checklists.naming import age, called
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, strip
from checklists.pages.today import empty
from checklists.signals import prompts
from checklists.signals.next_dates import next_date, say_alone_count
from checklists.signals.prompt import Prompt
from store.summary import CaseSummary, ChildFacts

Order = Literal["next", "reference", "plan"]
ORDERS: dict[Order, str] = {"next": "by next date", "reference": "by reference", "plan": "by plan"}
WEEKS = 12

PLANS = {
    "none": "none",
    "early_help": "early help",
    "assessment": "assessmt",
    "cin": "in need",
    "cp": "CP",
    "lac": "care",
    "care_leaver": "leaver",
    "adult": "adult",
}
"""A plan in at most eight letters."""

LEGEND = "s seen, how not recorded   · no visit recorded   blank: not allocated yet"
SIBLINGS = "One line for each child. A brother or sister seen alone does not count here."

Row = tuple[CaseSummary, ChildFacts | None]


def caseload_page(rows: Sequence[CaseSummary], today: date, limits: Limits, order: Order = "next", *, closed: bool = False) -> Page:
    """The table of all children, in the order that the person chose; closed cases only when asked for."""
    kept = [row for row in rows if closed or not row.closed_on]
    pairs: list[Row] = [(row, child) for row in kept for child in (row.children or (None,))]
    if not pairs:
        return Page("Caseload", "", (empty(),))
    pairs.sort(key=_orders(today, limits)[order])
    people = "Adults" if all(row.service == "adults" for row in kept) else "Children"
    table = Table(_columns(today), tuple(_item(row, child, today, limits) for row, child in pairs), people, titles=True)
    count = sum(1 for _, child in pairs if child)
    return Page("Caseload", f"{count}, {ORDERS[order]}", (table,), f"{LEGEND}\n{SIBLINGS}", ORDERS[order])


def _columns(today: date) -> tuple[Column, ...]:
    return (
        Column("", 3, 3, 3),
        Column("", 10, 10, 10),
        Column("age", 16, 16, 16),
        Column("plan", 21, 20, 21),
        Column(ruler(today, WEEKS), 30, 0, 30, ruler=True),
        Column("last seen", 44, 0, 44),
        Column("last alone", 56, 29, 56),
        Column("next date", 0, 0, 82, only_wide=True),
        Column("open", 0, 0, 94, only_wide=True),
    )


def _orders(today: date, limits: Limits) -> dict[Order, Callable[[Row], tuple[object, ...]]]:
    plans = list(PLANS)

    def by_next(pair: Row) -> tuple[object, ...]:
        row, child = pair
        return (*((next_date(child, today, limits) or date.max,) if child else (date.max,)), *by_reference(pair))

    def by_reference(pair: Row) -> tuple[object, ...]:
        row, child = pair
        return row.ref.casefold(), child.id if child else ""

    def by_plan(pair: Row) -> tuple[object, ...]:
        return (plans.index(pair[1].plan) if pair[1] else len(plans), *by_reference(pair))

    return {"next": by_next, "reference": by_reference, "plan": by_plan}


def _item(row: CaseSummary, child: ChildFacts | None, today: date, limits: Limits) -> Item:
    if child is None:
        why = row.damaged or "No child is recorded on this case yet. Enter opens it; m, then add a child."
        return Item((row.ref, "", "", "", "", "", "" if row.damaged else "no child yet"), "", Spot(row.id), why)
    found = [prompt for prompt in prompts(row, today, limits) if prompt.child_id == child.id]
    mine = next((prompt for prompt in found if prompt.signal == "S1"), None)
    return Item(_cells(row, child, today, limits), _word(row, mine), Spot(row.id, "case", child_id=child.id), _why(row, child, today, limits))


def _word(row: CaseSummary, prompt: Prompt | None) -> str:
    if row.closed_on:
        return "closed"
    return prompt.word if prompt and prompt.severity != "not recorded" else ""


def _cells(row: CaseSummary, child: ChildFacts, today: date, limits: Limits) -> tuple[str, ...]:
    years = "due" if child.unborn else f"{age(child.born_on, today):>3}" if child.born_on else ""
    seen = say_brief(child.last_seen.on, today) if child.last_seen else "not recorded"
    alone = say_brief(child.last_alone.on, today) if child.last_alone else "not recorded"
    if child.unborn:
        seen = alone = ""
    following = next_date(child, today, limits)
    actions = _open(row, today)
    return (
        row.ref,
        called(child),
        years,
        PLANS[child.plan],
        strip(child, today, WEEKS, row.allocated_on),
        seen,
        alone,
        say_brief(following, today) if following else "",
        actions,
    )


def _open(row: CaseSummary, today: date) -> str:
    if not row.actions:
        return "no open action"
    return f"{len(row.actions)}, oldest {say_brief(row.actions[0].due_on, today)}"


def _why(row: CaseSummary, child: ChildFacts, today: date, limits: Limits) -> str:
    """Working days since seen alone against the interval, the next date, the open actions."""
    following = next_date(child, today, limits)
    then = f"Next date {say_day(following, today)}." if following else ""
    count = len(row.actions)
    actions = f"{count} open action{'s' if count > 1 else ''}" if count else "No open action"
    oldest = f", oldest {say_day(row.actions[0].due_on, today)}." if row.actions else "."
    return f"{called(child, row.ref)}  {say_alone_count(row, child, today, limits)}\n{' '.join(part for part in (then, actions + oldest) if part)}"
