"""How each child was seen on each visit up to a day, oldest first: what the patterns about seeing look at."""

from datetime import date
from typing import TYPE_CHECKING

from checklists.signals.guards import AWAY, waits
from store.summary import ChildFacts

if TYPE_CHECKING:
    from store.case import Case
    from store.records import Seen, Visit

Pair = tuple["Visit", "Seen"]


def seen_rows(case: "Case", on: date) -> dict[str, list[Pair]]:
    """For each child, by id, the visits with how it was seen; a video call is among them."""
    from store.records import Seen, Visit

    visits = {visit.id: visit for visit in case.of(Visit) if visit.happened_on <= on}
    found: dict[str, list[Pair]] = {}
    for row in case.of(Seen):
        if row.visit_id in visits:
            found.setdefault(row.child_id, []).append((visits[row.visit_id], row))
    for pairs in found.values():
        pairs.sort(key=lambda pair: (pair[0].happened_on, pair[0].started_at or "", pair[0].id))
    return found


def asked_about_seeing(child: ChildFacts, on: date) -> bool:
    """Not before a birth (G1), not of a child who is missing or abroad (G4), not while visits do not apply (G10)."""
    return not child.unborn and child.whereabouts not in AWAY and not waits(child, on)


def enough(child: ChildFacts) -> tuple[str, ...]:
    """What counts as alone: for a baby or a child without speech whose rule says so, observed as well (G3)."""
    return ("alone", "observed") if child.alone_rule == "observed_counts" else ("alone",)
