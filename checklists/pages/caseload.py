"""Caseload: one line a child or adult, with what was last seen. Drawn from the caseload rows alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from checklists.by_key import by_key
from checklists.dates import say_brief, say_day, units_gone
from checklists.limits import Limits
from checklists.naming import age, called
from checklists.pages.blocks import Cell, Fit, Item, Page, Paragraph, Table
from checklists.pages.caseload_grid import columns
from checklists.pages.spot import Spot
from checklists.pages.strip import ruler, strip
from checklists.pages.today import empty
from checklists.signals import prompts
from checklists.signals.intervals import for_alone
from checklists.signals.next_dates import next_date, say_alone_count
from store.summary import CaseSummary, ChildFacts, SeenFact

Order = Literal["next", "reference", "plan"]
ORDERS: dict[Order, str] = {"next": "by next date", "reference": "by reference", "plan": "by plan"}
WEEKS = 12

PLANS = {
    "none": "none",
    "early_help": "early",
    "assessment": "assess",
    "cin": "in need",
    "cp": "CP",
    "lac": "care",
    "care_leaver": "leaver",
    "adult": "adult",
}
"""A plan in at most seven letters."""

LEGEND = "s seen, how not recorded   · no visit recorded   blank: not allocated yet"
SIBLINGS = "One line for each child. A brother or sister seen alone does not count here."

NOT_RECORDED = Fit("not recorded", medium="no record", short="none")
BRIEF_UNITS = {"week": " wk", "month": " mth", "day": " d"}

Pair = tuple[CaseSummary, ChildFacts | None]


@dataclass(frozen=True, slots=True)
class Setting:
    """The day and the limits by which each line is worked out."""

    today: date
    limits: Limits


def caseload_page(
    rows: Sequence[CaseSummary], today: date, limits: Limits, order: Order = "next", *, closed: bool = False
) -> Page:
    """The table of all children, in the order that the person chose; closed cases only when asked for."""
    kept = [row for row in rows if closed or not row.closed_on]
    if not kept:
        return Page("Caseload", "", (Paragraph("No open cases.") if rows else empty(),))
    on = Setting(today, limits)
    pairs: list[Pair] = [(row, child) for row in kept for child in (row.children or (None,))]
    pairs.sort(key=_orders(on)[order])
    count = sum(1 for _, child in pairs if child)
    adults = all(row.service == "adults" for row in kept)
    lines = [(row.ref, _name(row, child) if child else "") for row, child in pairs]
    table = Table(
        columns(lines, ruler(today, WEEKS), "in private" if adults else "last alone"),
        tuple(_item(*pair, on) for pair in pairs),
        _who(kept),
        titles=True,
    )
    foot = LEGEND if adults else f"{LEGEND}\n{SIBLINGS}"
    return Page("Caseload", f"{count}, {ORDERS[order]}", (table,), foot, ORDERS[order])


def _who(rows: Sequence[CaseSummary]) -> str:
    services = {row.service for row in rows}
    return "Children" if services == {"children"} else "Adults" if services == {"adults"} else "People"


def _orders(on: Setting) -> dict[Order, Callable[[Pair], tuple[object, ...]]]:
    plans = list(PLANS)

    def by_reference(pair: Pair) -> tuple[object, ...]:
        return pair[0].ref.casefold(), pair[1].id if pair[1] else ""

    def by_next(pair: Pair) -> tuple[object, ...]:
        return _next(*pair, on) or date.max, *by_reference(pair)

    def by_plan(pair: Pair) -> tuple[object, ...]:
        return plans.index(pair[1].plan) if pair[1] else len(plans), *by_reference(pair)

    return {"next": by_next, "reference": by_reference, "plan": by_plan}


def _next(row: CaseSummary, child: ChildFacts | None, on: Setting) -> date | None:
    """The next date of a child; none on a closed case."""
    return next_date(child, on.today, on.limits) if child and not row.closed_on else None


def _item(row: CaseSummary, child: ChildFacts | None, on: Setting) -> Item:
    if child is None:
        return _nobody(row)
    word = next((p.word for p in prompts(row, on.today, on.limits) if (p.child_id, p.signal) == (child.id, "S1")), "")
    key = Spot(row.id, "case", child_id=child.id)
    return Item(_cells(row, child, on), "" if word == "not recorded" else word, key, _why(row, child, on))


def _nobody(row: CaseSummary) -> Item:
    """A case that cannot be read, or on which nobody is recorded yet."""
    who = "person" if row.service == "adults" else "child"
    said = Fit("cannot be read", short="unreadable") if row.damaged else Fit(f"no {who} yet", short="nobody yet")
    opens = by_key("open", "opens the case; the menu adds one.")
    why = row.damaged or f"No {who} is recorded on this case yet. {opens}"
    return Item(
        (row.ref, "", "", "", "", "", said, "", "", ""), "", Spot(row.id, "damaged" if row.damaged else "case"), why
    )


def _cells(row: CaseSummary, child: ChildFacts, on: Setting) -> tuple[Cell, ...]:
    years = "due" if child.unborn else f"{age(child.born_on, on.today):>2}" if child.born_on else ""
    following = _next(row, child, on)
    return (
        row.ref,
        _name(row, child),
        years,
        "closed" if row.closed_on else PLANS[child.plan],
        strip(child, on.today, WEEKS, row.allocated_on),
        "" if child.unborn else _seen(child.last_seen, on.today),
        "" if child.unborn else _alone(child, on.today),
        "" if row.closed_on else _since(child, on),
        _day(following, on.today) if following else "",
        _day(row.actions[0].due_on, on.today) if row.actions and not row.closed_on else "",
    )


def _name(row: CaseSummary, child: ChildFacts) -> str:
    """The initials; blank where there are none, or where they are the reference, which stands before them."""
    return child.initials if child.initials != row.ref else ""


def _seen(fact: SeenFact | None, today: date) -> Cell:
    return _day(fact.on, today) if fact else NOT_RECORDED


def _day(day: date, today: date) -> Fit:
    """`Tue 3 Nov`; where there is no room for the weekday `3 Nov`, in another year `3/11/25`."""
    said = say_day(day, today)
    if day.year == today.year:
        return Fit(said, short=said.partition(" ")[2])
    return Fit(said, medium=say_brief(day, today), short=f"{day.day}/{day.month}/{day:%y}")


def _since(child: ChildFacts, on: Setting) -> Cell:
    """Working days since seen alone against the interval: `14 wd, plan 10`; without the unit where there is less room."""
    interval = for_alone(child, on.today, on.limits)
    if child.last_alone is None or child.unborn:
        return ""
    gone = units_gone(child.last_alone.on, on.today, "wd")
    if interval is None:
        return Fit(f"{gone} wd", short=str(gone))
    every = interval.short[:1].lower() + interval.short[1:]
    brief = f"{interval.value}{BRIEF_UNITS.get(interval.unit, '')}"
    return Fit(f"{gone} wd, {every}", f"{gone}, {every}", f"{gone}, {brief}", narrow=f"{gone} wd, {brief}")


def _alone(child: ChildFacts, today: date) -> Cell:
    """The day; for a child for whom observed counts, that it was observed."""
    fact = child.last_alone
    if fact and fact.how == "observed":
        return Fit(f"observed {say_day(fact.on, today)}", short="observed")
    return _seen(fact, today)


def _why(row: CaseSummary, child: ChildFacts, on: Setting) -> str:
    """Working days since seen alone against the interval, the next date, the open actions."""
    if row.closed_on:
        return f"{called(child, row.ref)}  Closed {say_day(row.closed_on, on.today)}."
    following = _next(row, child, on)
    then = f"Next date {say_day(following, on.today)}. " if following else ""
    count = len(row.actions)
    actions = f"{count} open action{'s' if count > 1 else ''}" if count else "No open action"
    oldest = f", oldest {say_day(row.actions[0].due_on, on.today)}" if row.actions else ""
    return f"{called(child, row.ref)}  {say_alone_count(row, child, on.today, on.limits)}\n{then}{actions}{oldest}."
