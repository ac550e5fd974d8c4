"""Question 7: agencies, when each was last heard, and what waits for a reply."""

from collections.abc import Iterator
from datetime import date

from checklists.by_key import by_key
from checklists.dates import say_brief, say_day
from checklists.pages.blocks import Block, Item, Table
from checklists.pages.lists.rows import THREE, newest, row, words_of
from store.case import Case
from store.records import Agency, Contact, Sighting


def agency_items(case: Case, today: date) -> list[Item]:
    """One row an agency, in the order they were listed; those that have no part here last."""
    rows = sorted(case.of(Agency), key=lambda one: one.not_applicable)
    return [_agency(case, one, today) for one in rows]


def last_heard(case: Case, agency: Agency) -> date | None:
    """The latest day on which they said or answered something, or told of a sighting; never typed by hand."""
    days = list(_heard(case, agency))
    return max(days) if days else None


def _heard(case: Case, agency: Agency) -> Iterator[date]:
    for contact in case.of(Contact):
        if contact.agency_id == agency.id:
            if contact.they_said:
                yield contact.happened_on
            if contact.replied_on:
                yield contact.replied_on
    yield from (one.happened_on for one in case.of(Sighting) if one.agency_id == agency.id)


def waiting(case: Case, agency: Agency | None = None) -> list[Contact]:
    """What was asked and has no answer yet, oldest first; of one agency, or of all."""
    asked = [one for one in case.of(Contact) if one.i_asked and not one.replied_on]
    mine = [one for one in asked if agency is None or one.agency_id == agency.id]
    return sorted(mine, key=lambda one: (one.happened_on, one.id))


def _agency(case: Case, one: Agency, today: date) -> Item:
    sector, heard, asked = words_of(case, one, "sector", today), last_heard(case, one), waiting(case, one)
    if one.not_applicable:
        again = (
            f" To be looked at again {say_day(one.not_applicable_review_on, today)}."
            if one.not_applicable_review_on
            else ""
        )
        return row(
            case, one, (one.label, sector, "no part here", ""), f"No part here: {one.not_applicable_reason}.{again}"
        )
    said = f"heard {say_brief(heard, today)}" if heard else "not heard yet"
    waits = f"asked {say_brief(asked[0].happened_on, today)}" if asked else ""
    role = f"{one.role}. " if one.role else ""
    last = f"Last heard {say_day(heard, today)}." if heard else "Nothing is recorded from them yet."
    return row(
        case,
        one,
        (one.label, sector, said, waits),
        f"{role}{last} {by_key('new', 'notes a contact with them.')}",
        _request(asked, today),
    )


def _request(asked: list[Contact], today: date) -> str:
    if not asked:
        return ""
    first = asked[0]
    by = f", reply by {say_day(first.reply_by_on, today)}" if first.reply_by_on else ""
    return f"Asked {say_day(first.happened_on, today)}{by}: {first.i_asked}"


def contact_items(case: Case, today: date) -> list[Item]:
    """One row a contact, the newest on top."""
    return [_contact(case, one, today) for one in newest(case.of(Contact), lambda one: one.happened_on)]


def _contact(case: Case, one: Contact, today: date) -> Item:
    day, who = say_day(one.happened_on, today), words_of(case, one, "agency_id", today)
    parts = [
        f"they said: {one.they_said}" if one.they_said else "",
        f"I asked: {one.i_asked}" if one.i_asked else "",
        f"I shared: {one.i_shared}" if one.i_shared else "",
    ]
    basis = f"Basis: {words_of(case, one, 'basis', today)}." if one.basis else ""
    what = "  ".join(part for part in parts if part)
    return row(case, one, (day, who, f"{_wait(one)}{what}"), f"{_person(one)}{what}", f"{_reply(one, today)} {basis}")


def _person(one: Contact) -> str:
    return f"{one.person_name_or_role}: " if one.person_name_or_role else ""


def _wait(one: Contact) -> str:
    return "(waiting) " if one.i_asked and not one.replied_on else ""


def _reply(one: Contact, today: date) -> str:
    if one.replied_on:
        return f"Replied {say_day(one.replied_on, today)}."
    if not one.i_asked:
        return ""
    by = f" Reply by {say_day(one.reply_by_on, today)}." if one.reply_by_on else ""
    return f"No reply yet.{by} {by_key('done', 'notes it.')}"


def contacts_below(case: Case, today: date) -> tuple[Block, ...]:
    """The contacts under the agencies; nothing where there are none."""
    rows = contact_items(case, today)
    return (Table(THREE, tuple(rows), "Contacts"),) if rows else ()
