"""Move a record to the case where it belongs: what it names there, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from checklists.choices import choices_for, one_line_of
from checklists.clock import Clock
from checklists.entry import Entry, choosing, entry_of
from checklists.journeys.form import Form, Texts, fixed, values_of
from checklists.links import AREA, Link, parts_that_need
from checklists.use_cases.moving import (
    ADD_THERE,
    Arrived,
    called_here,
    links_to_settle,
    move_record,
    refuse_unmovable,
)
from checklists.wrong import Wrong
from store.case import Case
from store.case_store import CaseStore
from store.records import Action, Agency, Child, Hypothesis, Record

WHY = "typed in the wrong case"
ASKED = "is"
"""Begins the path of each thing that is named here, before its id."""
ADD_WORDS = "add it there"
ROOM, SHORT = 14, 9
"""Letters for a name before `is`, and where there is little room."""
THING = {"hypothesis": "I wonder", "explanation": "account", AREA: "area"}
"""What is asked for, where the name of its kind is not the word for it."""

NONE_THERE: Mapping[str, str] = {
    "child": "Add the child there first.",
    "outcome": "Move the outcome itself; its readings go with it.",
}
"""What to do where a record cannot stand in the other case because there is nothing there that it could name."""
GOING: Mapping[str, tuple[str, str]] = {
    "contact": ("contact", "contacts"),
    "sighting": ("sighting", "sightings"),
    "outcome_reading": ("reading", "readings"),
}
"""What goes with a record, one and several."""


def move_to_form(store: CaseStore, clock: Clock, case: Case, record: Record, target: Case) -> Form:
    """For each thing that it names here, such as a child, which one that is there; and why.

    Raises Wrong for a record that stays with its case, and where there is nothing there that it could name.
    """
    refuse_unmovable(record, case, target)
    today = clock.today()
    links = links_to_settle(case, record, target)
    asked = [entry for link in links if (entry := _which(case, link, target, today))]
    entries = [*asked, _why()]
    start = {("reason",): WHY} | {entry.path: _only_one(entry, links) for entry in asked}

    def save(texts: Texts) -> str:
        values = values_of(entries, texts, today)
        who = {path[1]: str(value) for path, value in values.items() if path[0] == ASKED and value}
        moved = move_record(store, case.id, record.id, target.id, str(values[("reason",)]), today, who=who)
        return _told(moved, target)

    going = _counted(parts_that_need(case, record))
    note = f"With it: {going}." if going else ""
    name, facts = f"move to {target.id}:{record.id}", f"{case.ref}, to {target.ref}"
    form = Form(name, case.id, "Move", facts, fixed(entries), start, save, lambda _texts, _path: note)
    return replace(form, worth_keeping=True)


def _which(case: Case, link: Link, target: Case, today: date) -> Entry | None:
    """`K.M. is`: a choice among the children of the other case; None where nothing can be chosen and nothing needs it."""
    choices = choices_for(link.of, target, today)
    if link.of == Agency.kind:
        choices.append((ADD_THERE, ADD_WORDS))
    if not choices and not link.needed:
        return None
    thing = THING.get(link.of, link.of)
    if not choices:
        raise Wrong(f"It names {_a(thing)}, and there is none on {target.ref} yet.", NONE_THERE.get(link.of, ""))
    named = called_here(case, link, today) or f"{thing} taken out"
    asked = replace(entry_of(Action, "child_id"), path=(ASKED, link.named), needed=link.needed)
    blank = "" if link.needed else " Blank: it is kept in words." if link.free else " Blank: it is left out."
    return replace(
        choosing(replace(asked, ask=replace(asked.ask, of=link.of)), choices),
        label=f"{one_line_of(named, ROOM)} is",
        short_label=one_line_of(named, SHORT),
        help=f"Which {thing} of {target.ref} is {one_line_of(named)}?{blank}",
    )


def _only_one(entry: Entry, links: Sequence[Link]) -> str:
    """What stands there before anybody types: an agency called the same, the only child where only one is asked for."""
    of = entry.ask.of
    named = [choice for choice in entry.choices if choice.value != ADD_THERE]
    if of == Agency.kind:
        alike = [choice for choice in named if f"{choice.words} is".casefold() == entry.label.casefold()]
        return alike[0].words if len(alike) == 1 else ADD_WORDS
    if of == Child.kind and len(named) == 1 and sum(link.of == of for link in links) == 1:
        return named[0].words
    return ""


def _why() -> Entry:
    why = entry_of(Hypothesis, "set_down_reason")
    return replace(
        why, path=("reason",), label="Why", short_label="Why", help="It is kept with the text here.", needed=True
    )


def _told(moved: Arrived, target: Case) -> str:
    """What stands where now, what was put on the list there, and what was left blank."""
    going = _counted(moved.parts)
    added = f" Added there: {', '.join(moved.added)}." if moved.added else ""
    blank = f" Left blank: {', '.join(moved.left_blank)}." if moved.left_blank else ""
    moved_to = f"Moved to {target.ref}{f' with {going}' if going else ''}."
    return f"{moved_to}{added}{blank} Here it stays readable among the earlier texts."


def _counted(parts: Sequence[Record]) -> str:
    """`2 contacts, 1 sighting`; what was seen on a visit is the visit, and not counted."""
    counts = Counter(part.kind for part in parts if part.kind in GOING)
    return ", ".join(f"{count} {GOING[kind][count > 1]}" for kind, count in counts.items())


def _a(thing: str) -> str:
    return f"an {thing}" if thing[0] in "aeioI" else f"a {thing}"
