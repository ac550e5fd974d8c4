"""The chronology and a child's own words, in plain lines."""

from dataclasses import replace
from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from tui.plain.desk import Desk, Place
from tui.plain.named import the_case
from tui.plain.papers import Paper

if TYPE_CHECKING:
    from checklists.pages.chronology import Way
    from store.case import Case
    from store.records import Child

FOOT = (
    "find narrows it: find police, find gran, find T6, find since 1/9. chronology oldest turns the order. new adds an event. "
    "new chronology-review notes that you looked at it, and the pattern. write writes it as a file."
)


def chronology(desk: Desk, named: str) -> None:
    """Everything dated; with month or written another way to read it, with oldest the other order."""
    from checklists.pages.chronology import WAYS

    words = named.split()
    oldest = "oldest" in words
    ways = [way for way in WAYS if way in words]
    rest = " ".join(word for word in words if word not in (*WAYS, "oldest"))
    desk.go(_chronology(the_case(desk, rest), ways[0] if ways else "entries", "", oldest=oldest))


def _chronology(found: "Case", way: "Way", typed: str, *, oldest: bool) -> Place:
    from checklists.chronology.choosing import Only, read_typed
    from checklists.pages.chronology import chronology_page, printed

    def asked(desk: Desk) -> Only:
        return read_typed(typed, desk.today, Only(oldest_first=oldest))

    def page(desk: Desk, case: "Case") -> Page:
        return chronology_page(case, desk.today, desk.house.limits(), asked(desk), way)

    def compose(desk: Desk) -> Page:
        return replace(page(desk, desk.reading.case(found.id)), foot=FOOT)

    def whole(desk: Desk) -> Page:
        case = desk.reading.case(found.id)
        return printed(page(desk, case), case, desk.today, asked(desk))

    return Place(
        f"Chronology {found.ref}",
        compose,
        "Entry",
        ("record",),
        case_id=found.id,
        makes="event",
        paper=Paper("chronology", found.ref, whole, case_id=found.id),
        seek=lambda text: _chronology(found, way, text, oldest=oldest),
    )


def words(desk: Desk, named: str) -> None:
    """What a child has said or shown; the child by initials, the case by its reference."""
    case, child = _meant(desk, named)
    desk.go(_words(case, child))


def _words(case: "Case", child: "Child") -> Place:
    from checklists.naming import called
    from checklists.pages.own_words import words_page
    from checklists.pages.to_write import words_to_write
    from checklists.use_cases.records import the_record
    from store.records import Child

    def compose(desk: Desk) -> Page:
        now = desk.reading.case(case.id)
        return words_page(now, the_record(now, child.id, Child), desk.today)

    def whole(desk: Desk) -> Page:
        now = desk.reading.case(case.id)
        return words_to_write(now, [the_record(now, child.id, Child)], desk.today)

    name, paper = f"Words {case.ref}", Paper("words", case.ref, whole, case_id=case.id)
    named = f"Words {called(child, case.ref)}"
    return Place(name, compose, "Time", ("record",), case_id=case.id, makes="visit", paper=paper, private_name=named)


def _meant(desk: Desk, named: str) -> "tuple[Case, Child]":
    """The case that one is at and a child of it; else the last word is the case. Raises Wrong."""
    from tui.commands.children_named import child_named, one_child

    if desk.place.case_id:
        here = desk.case(desk.place.case_id)
        if named and (child := child_named(here.children, named)):
            return here, child
    who, _, last = named.rpartition(" ")
    case = the_case(desk, last)
    if who:
        return case, one_child(case.children, who)
    if not case.children:
        raise Wrong("Nobody is recorded on this case yet.", "Type new child.")
    if len(case.children) == 1:
        return case, case.children[0]
    from checklists.naming import called

    names = [called(child, case.ref) for child in desk.reading.case(case.id).children]
    return case, case.children[desk.lines.choose("Child", names)]
