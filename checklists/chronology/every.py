"""Every entry of a case, from every kind of record that has a day. Add a list of entries here."""

from collections.abc import Callable, Iterator
from datetime import date

from checklists.chronology import of_agencies, of_children, of_work
from checklists.chronology.dated import Dated, Told
from store.case import Case

SOURCES: tuple[Callable[[Told], Iterator[Dated]], ...] = (
    of_work.the_case,
    of_work.plans,
    of_children.visits,
    of_children.sightings,
    of_children.days,
    of_children.care,
    of_children.concerns,
    of_children.outcomes,
    of_children.taking_part,
    of_children.wishes,
    of_agencies.contacts,
    of_agencies.accounts,
    of_agencies.people,
    of_agencies.household,
    of_agencies.escalations,
    of_agencies.events,
    of_work.answers,
    of_work.actions,
    of_work.wonders,
    of_work.unknowns,
    of_work.supervision,
    of_work.reviews,
    of_work.looked_at,
    of_work.of_adults,
    of_work.imports,
)
OF_A_REVIEW = ("review_note", "review_request", "review_meeting", "review_support")
"""What is kept beside the record while a case is reviewed; the pages of the review have it, and no other page."""
UNDATED = ("seen", "agency", "set_aside", "system_note", "looking_ahead", *OF_A_REVIEW)
"""Kinds without an entry of their own: how a child was seen stands in its visit; an agency has no day of its own; what is
set aside is about prompts, not about the family; a look at the system is about how we work; and what was imagined from a
year ahead did not happen."""


def entries(case: Case, today: date, child: str = "") -> list[Dated]:
    """Everything dated, by its day, oldest first; of one day in the order in which it was written.

    With the id of a child, only what is about that child or about all of them, and of a visit only this child's part.
    """
    told = Told(case, today, child)
    found = [one for source in SOURCES for one in source(told)]
    if child:
        found = [one for one in found if not one.children or child in one.children]
    return sorted(found, key=lambda one: (one.on, one.written.timestamp() if one.written else 0.0))
