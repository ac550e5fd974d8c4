"""The people in and around the household: the list, and the one line on the case."""

from datetime import date

from checklists.dates import say_brief, say_day
from checklists.pages.blocks import Item
from checklists.pages.spot import Spot
from store.case import Case
from store.records import Person

LIVES = {"yes": "lives here", "sometimes": "here sometimes", "no": "lives elsewhere", "unknown": "where not known"}


def people_items(case: Case, today: date) -> list[Item]:
    """One row a person, in the order they were noted."""
    return [_item(case, person, today) for person in case.of(Person)]


def _item(case: Case, person: Person, today: date) -> Item:
    cells = (person.label, person.relation, LIVES[person.lives_here], _met(person, today))
    return Item(cells, "", Spot(case.id, "record", person.id), _why(person, today))


def household_line(case: Case) -> str:
    """`Mother, partner D (not met), gran.`; those who live elsewhere are left to the list."""
    here = [person for person in case.of(Person) if person.lives_here != "no"]
    if not case.of(Person):
        return ""
    if not here:
        return "Nobody is listed as living here."
    line = ", ".join(f"{person.label}{'' if person.met_on or not person.adult else ' (not met)'}" for person in here)
    return f"{line[:1].upper()}{line[1:]}".rstrip(".") + "."


def _met(person: Person, today: date) -> str:
    if not person.adult:
        return "child"
    return f"met {say_brief(person.met_on, today)}" if person.met_on else "not met yet"


ASSESSED = {
    "yes": "Assessed.",
    "under_way": "Being assessed.",
    "no": "Not assessed yet.",
    "not_needed": "No assessment needed.",
}
CONTACT = {
    "ok": "",
    "ask_first": "Contact: ask first.",
    "not_safe": "Contact is marked not safe. Who else holds information?",
}


def _why(person: Person, today: date) -> str:
    noted = f"Noted {say_day(person.known_since, today)}." if person.known_since else ""
    named = "" if person.name_known else "Name not known yet."
    heard = (
        f"Own account heard {say_day(person.spoken_on, today)}." if person.spoken_on else "Own account not heard yet."
    )
    about = (noted, named, heard, ASSESSED[person.assessed]) if person.adult else (noted, named)
    return "\n".join(part for part in (" ".join(filter(None, about)), CONTACT[person.contact_safety]) if part)
