"""Which interval counts for a child: the plan's own, a local limit, or the row of regulation 28 for the phase they are in."""

from datetime import date
from typing import NamedTuple

from checklists.dates import add_years
from checklists.limits import InForce, Limit, Limits, in_force
from store.summary import ChildFacts

NO_INTERVAL = "No visiting interval is set. How often does the plan say?"
NO_RULE = "Which visiting rule applies to this placement is not recorded."

ADULT = "adult"
PERSONS_PLAN = "this person's plan"
ALONE = {"cp": "cp_seen_alone", "cin": "cin_seen_alone"}
VISIT = {"cp": "cp_visit", "cin": "cin_visit"}


class Start(NamedTuple):
    """The interval in force, and the day it counts from where that is not the last visit."""

    interval: InForce
    since: date | None = None


def _of_the_person(interval: InForce | None, child: ChildFacts) -> InForce | None:
    """On an adult's plan the plan is the person's."""
    if interval and interval.by_plan and child.plan == ADULT:
        return interval._replace(source=PERSONS_PLAN)
    return interval


def for_alone(child: ChildFacts, on: date, limits: Limits) -> InForce | None:
    """How often alone: what the plan says of time alone, else of visits, else the default for the plan."""
    plan = child.alone_interval or child.visit_interval
    if child.plan == "lac":
        return in_force(plan, care_row(child, on, limits))
    return _of_the_person(in_force(plan, _row(ALONE, child.plan, limits)), child)


def for_visits(child: ChildFacts, on: date, limits: Limits) -> Start | str:
    """How often visited, and from when; or the sentence for what is not recorded."""
    if child.plan == "lac" and child.visit_rule == "not_set":
        return NO_RULE
    limit = care_row(child, on, limits) if child.plan == "lac" else _row(VISIT, child.plan, limits)
    interval = _of_the_person(in_force(child.visit_interval, limit), child)
    if interval is None:
        return NO_INTERVAL
    return Start(interval, first_visit_from(child, on))


def care_row(child: ChildFacts, on: date, limits: Limits) -> Limit | None:
    """The row of regulation 28 by the child's visiting rule and phase; None while no rule is set."""
    rows = {row.phase: row for row in limits.rows.values() if child.visit_rule in row.visit_rule}
    return rows.get(_phase(child, on)) if rows else None


def first_visit_from(child: ChildFacts, on: date) -> date | None:
    """For a first visit, the day it counts from: the placement, or the order; None once there has been one since."""
    if child.plan != "lac" or not _phase(child, on).startswith("first visit"):
        return None
    return child.legal_order_on if child.visit_rule == "reg28_5" else child.placement_started_on


def _phase(child: ChildFacts, on: date) -> str:
    seen = child.last_seen.on if child.last_seen else None
    if child.visit_rule in ("reg28_3", "reg28_4"):
        held = child.first_review_on is not None and child.first_review_on <= on
        return "after first review" if held else "to first review"
    begun = child.legal_order_on if child.visit_rule == "reg28_5" else child.placement_started_on
    if begun is not None and (seen is None or seen < begun):
        return "first visit"
    if child.visit_rule == "reg28_5":
        return "after first visit"
    later = begun is not None and on >= add_years(begun, 1)
    return "after year 1" if later else "first year"


def _row(ids: dict[str, str], plan: str, limits: Limits) -> Limit | None:
    return limits.row(ids[plan]) if plan in ids else None
