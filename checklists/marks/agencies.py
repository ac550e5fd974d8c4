"""Other agencies: when each was last heard from, what was asked of them without a reply, and who has no part for now."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from store.case import Case
from store.summary import Mark

if TYPE_CHECKING:
    from store.records import Contact, Sighting

LISTED, REQUEST = "agency", "request"
"""In `more`: an agency's sector; of whom something was asked."""
NO_PART = "no part"
"""In `more`: the agency has no part for now, and `due` is the day to look at that again."""


def agency_marks(case: Case) -> Iterator[Mark]:
    """One for each agency, with its sector; and one for each thing asked to which no reply came."""
    from store.records import Agency, Contact, Sighting

    agencies = {agency.id: agency for agency in case.of(Agency)}
    contacts, sightings = case.of(Contact), case.of(Sighting)
    for agency in agencies.values():
        heard = max(_heard(agency.id, contacts, sightings), default=None)
        until = agency.not_applicable_review_on if agency.not_applicable else None
        more = (agency.sector, NO_PART) if agency.not_applicable else (agency.sector,)
        yield Mark(LISTED, agency.id, since=heard, due=until, label=agency.label, more=more)
    for contact in contacts:
        if contact.i_asked and contact.replied_on is None:
            asked = agencies.get(contact.agency_id)
            child = contact.about_children[0] if len(contact.about_children) == 1 else None
            yield Mark(
                REQUEST, contact.id, since=contact.happened_on, due=contact.reply_by_on, child_id=child,
                label=asked.label if asked else "", more=(contact.agency_id,),
            )  # fmt: skip


def _heard(agency_id: str, contacts: "Iterable[Contact]", sightings: "Iterable[Sighting]") -> Iterator[date]:
    """The days on which the agency told something; that something was only asked of it or shared with it is none."""
    for contact in contacts:
        if contact.agency_id == agency_id and contact.they_said:
            yield contact.happened_on
        if contact.agency_id == agency_id and contact.replied_on:
            yield contact.replied_on
    for sighting in sightings:
        if sighting.agency_id == agency_id:
            yield sighting.happened_on
