"""Pages for others in plain lines: the pack, what has changed, a hand-over; each can be written as a file."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checklists.dates import read_day, say_day
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.wrong import Wrong
from store.case import OWN
from tui.plain import reviewing
from tui.plain.desk import Desk, Place
from tui.plain.named import the_case
from tui.plain.outlet import sentences

if TYPE_CHECKING:
    from checklists.pages.paper_about import About

ALL = "all"
MANY = 20
"""From so many cases on it is said that they are read."""
HOW = "tick and a number takes a section in or out, open and a number reads one, write writes the file."


@dataclass(slots=True)
class Paper:
    """A page for others: how its file is called, and what goes into it now."""

    what: str
    named: str
    page: Callable[[Desk], Page]
    ticked: set[str] = field(default_factory=set)
    """The sections of a pack."""
    case_id: str = ""
    check: Callable[[Desk], list[str]] | None = None
    """What to say, and to ask about, before it is written: lines, or none."""


def pack(desk: Desk, named: str) -> None:
    """The sections of a pack, of the case named or that one is at, or of all cases."""
    from checklists.pages.pack import ticked_at_first

    everything = named.casefold() == ALL
    case = None if everything else the_case(desk, named)
    paper = Paper("pack", case.ref if case else "", lambda at: _pack(at, paper), set(ticked_at_first()))
    paper.case_id = case.id if case else ""
    name = f"Pack {case.ref}" if case else "Pack of all cases"
    desk.go(Place(name, lambda at: _sections(at, paper), "Section", ("section",), case_id=paper.case_id, paper=paper))


def _abouts(desk: Desk, paper: Paper) -> "list[About]":
    from checklists.use_cases.gathering import gather, gather_all, open_cases

    store, limits = desk.reading, desk.house.limits()
    if paper.case_id:
        return [gather(store, paper.case_id, desk.today, limits)]
    rows = open_cases(store)
    if len(rows) >= MANY:
        desk.lines.say(f"Reading {len(rows)} cases.")
    return list(gather_all(store, rows, desk.today, limits))


def _pack(desk: Desk, paper: Paper) -> Page:
    from checklists.pages.pack import none_open, pack_page
    from checklists.use_cases.gathering import unread_cases

    found = _abouts(desk, paper)
    unread = () if paper.case_id else unread_cases(desk.reading)
    return pack_page(found, paper.ticked, desk.today, unread) if found else none_open()


def _sections(desk: Desk, paper: Paper) -> Page:
    """Each section with its tick, and a few words of what is in it."""
    from checklists.pages.pack import all_sections, part_of
    from checklists.paper_sections import papers

    about = _abouts(desk, paper)[0] if paper.case_id else None
    items = []
    for section in all_sections():
        title = section.titled(about.case.info.service) if about else section.title
        short = part_of(about, section.id, paper.ticked).short if about and section.id != "private" else ""
        box = "taken in" if section.id in paper.ticked else "left out"
        items.append(Item((title, box, short), "", Spot(paper.case_id, "section", section.id), papers().private))
    columns = (Column("", 3, 3), Column("", 40, 40), Column("", 50, 50))
    facts = f"{paper.named or 'all cases'}, {say_day(desk.today, desk.today)}"
    return Page(papers().pack_title, facts, (Table(columns, tuple(items)),), HOW)


def tick(desk: Desk, named: str) -> None:
    """Take the section of that number in, or leave it out. Raises Wrong."""
    paper = desk.place.paper
    if paper is None or paper.what not in ("pack", "review"):
        raise Wrong("There is no pack here.", "Type pack first, then tick and a number.")
    key = desk.row(named).key
    assert isinstance(key, Spot)
    paper.ticked ^= {key.record_id}
    desk.lines.say("In the pack." if key.record_id in paper.ticked else "Left out of the pack.")


def read_section(desk: Desk, section_id: str) -> None:
    """Say one section of the pack whole."""
    from checklists.pages.pack import pack_page

    paper = desk.place.paper
    assert paper is not None
    if paper.what == "review":
        reviewing.read_section(desk, paper.case_id, section_id)
        return
    page = pack_page(_abouts(desk, paper), {section_id}, desk.today)
    desk.lines.page_through([said.text for said in sentences(replace(page, blocks=page.blocks[1:]))])


def changes(desk: Desk, named: str) -> None:
    """Of the case named or that one is at, or of all, since the last supervision or a day. Raises Wrong."""
    from checklists.pages.changes import all_changes_page, changes_page
    from checklists.use_cases.gathering import look_back, open_cases

    whose, _, typed = f" {named}".partition(" since ")
    whose = whose.strip()
    day = read_day(typed.strip(), desk.today, "event") if typed.strip() else None
    everything = whose.casefold() == ALL or not (whose or desk.place.case_id)
    case = None if everything else the_case(desk, whose)

    def page(at: Desk) -> Page:
        store = at.reading
        if case is not None:
            return changes_page(look_back(store, case.id, at.today, day), at.today)
        every = [look_back(store, row.id, at.today, day) for row in open_cases(store)]
        return all_changes_page(every, at.today, day)

    _go(desk, Paper("changes", case.ref if case else "", page, case_id=case.id if case else ""), "Changes")


def handover(desk: Desk, named: str) -> None:
    """A page for the next worker."""
    from checklists.pages.handover import handover_page
    from checklists.use_cases.gathering import gather

    case = the_case(desk, named)

    def page(at: Desk) -> Page:
        return handover_page(gather(at.reading, case.id, at.today, at.house.limits()))

    _go(desk, Paper("handover", case.ref, page, case_id=case.id), "Hand-over")


def systems(desk: Desk, _named: str) -> None:
    """All looks at the system, by factor, without names; `new` here adds one that belongs to no case."""
    from checklists.learning.names import names_in_store
    from checklists.pages.systems import systems_page
    from checklists.use_cases.gathering import books

    def page(at: Desk) -> Page:
        return systems_page(books(at.reading), names_in_store(at.house.store), at.today)

    paper = Paper("systems", "", page)
    desk.go(Place("Systems", page, "Note", ("record",), case_id=OWN, makes="system_note", paper=paper))


def _go(desk: Desk, paper: Paper, name: str) -> None:
    place = Place(f"{name} {paper.named or 'all cases'}", paper.page, case_id=paper.case_id, paper=paper)
    desk.go(place)


def write(desk: Desk, named: str) -> None:
    """Write the page as a file: the one named, else one in the person's own folder, in the form chosen. Raises Wrong."""
    from tui.outlets import files
    from tui.outlets.export import export, where

    paper, house = desk.place.paper or _escalations(desk), desk.house
    if paper is None:
        raise Wrong("This page is not one for others.", "Type pack, changes, handover, chronology or words first.")
    if desk.masked:
        raise Wrong("Names and text are masked.", "Type mask to show them, then write.")
    if named:
        path = Path(named).expanduser()
        files.format_of(path)
    else:
        form = files.FORMATS[desk.lines.choose("Format", [one.name for one in files.FORMATS])]
        folder = files.own_folder()
        files.ready_folder(folder)
        path = folder / files.file_name(paper.what, paper.named, desk.today, form)
    desk.lines.say(f"Writes {path.name} to {where(path)}. References, not full names.")
    if paper.check and (told := paper.check(desk)):
        desk.lines.page_through(told)
        if not desk.lines.confirm("It would be written with these in it.", "anyway"):
            desk.lines.say("Nothing was written.")
            return
    page = paper.page(desk)
    try:
        export(house, page, path)
    except files.IsThere:
        if not desk.lines.confirm(f"{path.name} is there already. What it says now would be gone.", "over"):
            desk.lines.say("Nothing was written.")
            return
        export(house, page, path, over=True)
    desk.lines.say(f"Written: {files.shown_path(path.absolute())}. Only you can read it.")


def _escalations(desk: Desk) -> Paper | None:
    """At the list of escalations: all of them with their steps."""
    from checklists.pages.to_write import escalations_to_write
    from store.records import Escalation

    if desk.place.makes != Escalation.kind:
        return None
    case = desk.case(desk.place.case_id)

    def page(at: Desk) -> Page:
        return escalations_to_write(at.reading.case(case.id), at.today, at.house.limits())

    return Paper("escalations", case.ref, page, case_id=case.id)


def wanted(desk: Desk, named: str) -> None:
    """The line that is typed before the hour."""
    from checklists.journeys.supervision import wanted_form

    case = the_case(desk, named)
    desk.fill(wanted_form(desk.house.store, desk.house.clock, case))


def agreed(desk: Desk, named: str) -> None:
    """Choose a line of what was agreed last; the form for an action begins with it. Raises Wrong."""
    from checklists.agreed import known_of_a_line, lines_of
    from checklists.journeys.actions import action_form
    from store.records import Supervision

    case = the_case(desk, named)
    held = sorted(case.of(Supervision), key=lambda one: (one.held_on, one.id))
    lines = lines_of(held[-1]) if held else []
    if not lines:
        raise Wrong("Nothing is written yet of what was agreed.", "Type new supervision to write it down.")
    number = desk.lines.choose("Line", lines)
    desk.fill(action_form(desk.house.store, desk.house.clock, case, about=known_of_a_line(held[-1], lines[number])))


def next_day(desk: Desk, named: str) -> None:
    """The day of the next supervision; a day that is named is kept. Raises Wrong."""
    from checklists.use_cases.supervision import set_next

    if named:
        day = read_day(named, desk.today, "due")
        if day < desk.today:
            raise Wrong("Next: that day has passed.", "Give one ahead, such as fri or +4w.")
        set_next(desk.house.store, day)
    now = desk.house.store.practitioner().next_on(desk.today)
    desk.lines.say(f"Next supervision {say_day(now, desk.today)}." if now else "No next supervision is recorded.")
