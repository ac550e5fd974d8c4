"""What the council's record does not have yet: visits, talks with agencies, and events."""

from collections.abc import Iterator, Sequence

from store.case import Case
from store.summary import Mark

WAITING = "to write up"
VISIT, CONTACT, EVENT, KEY_EVENT = "visit", "contact", "event", "key event"
NOT_YET = "not_yet"


def write_up_marks(case: Case) -> Iterator[Mark]:
    """One for each that waits. Whether it is written up says nothing of whether it counts: a saved visit counts at once."""
    from store.records import Agency, Contact, Event, Seen, Visit

    seen: dict[str, list[str]] = {}
    for row in case.of(Seen):
        seen.setdefault(row.visit_id, []).append(row.child_id)
    names = {agency.id: agency.label for agency in case.of(Agency)}
    for visit in case.of(Visit):
        if visit.written_up == NOT_YET:
            child = _one(seen.get(visit.id, []))
            yield Mark(WAITING, visit.id, since=visit.happened_on, child_id=child, more=(VISIT,))
    for contact in case.of(Contact):
        if contact.written_up == NOT_YET:
            name, child = names.get(contact.agency_id, ""), _one(contact.about_children)
            yield Mark(WAITING, contact.id, since=contact.happened_on, child_id=child, label=name, more=(CONTACT,))
    for event in case.of(Event):
        if event.written_up == NOT_YET:
            more = (KEY_EVENT if event.significance == "key" else EVENT,)
            yield Mark(WAITING, event.id, since=event.happened_on, child_id=event.child_id, more=more)


def _one(children: Sequence[str]) -> str | None:
    """The child it is about, where it is about one alone."""
    return children[0] if len(children) == 1 else None
