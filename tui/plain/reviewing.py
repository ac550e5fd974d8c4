"""A case under review in plain lines: the companion, then and now on a day, a note, the frozen copy, the pack."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from checklists.dates import read_day, say_day
from checklists.pages.blocks import Column, Item, Page, Table
from checklists.pages.spot import Spot
from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.plain.desk import Desk, Place
from tui.plain.named import spot_of, the_case
from tui.plain.outlet import sentences
from tui.reviewing import is_recoverable, reviewed, then_of_case

if TYPE_CHECKING:
    from store.case import Case

PARTS = ("begin", "timeline", "pack", "frozen", "freeze")
"""What may follow the word `review`."""
HOW = "open and a number reads an entry as it stood, account and a number writes what you think now; then and a date: as I knew it on that day; then alone: all."


def review(desk: Desk, named: str) -> None:
    """The companion of the case named or that one is at; or a part of it by its word."""
    word, _, rest = named.partition(" ")
    part = word.casefold() if word.casefold() in PARTS else ""
    case = the_case(desk, rest.strip() if part else named)
    _open(desk, case, part)


def open_part(desk: Desk, spot: Spot) -> None:
    """What a row of the companion stands for."""
    _open(desk, desk.case(spot.case_id), spot.record_id)


def _open(desk: Desk, case: "Case", what: str) -> None:
    from checklists.learning.review_process import review_process
    from tui.plain import places

    does: Mapping[str, Callable[[Desk, Case], None]] = {
        "": lambda at, of: at.go(companion(of)),
        "begin": _begin,
        "timeline": lambda at, of: at.go(timeline(of)),
        "R2": lambda at, of: at.go(timeline(of)),
        "account": lambda at, of: _fill(at, of, "review_note"),
        "frozen": _frozen,
        "freeze": _freeze,
        "pack": _pack,
    }
    if what in does:
        does[what](desk, case)
    elif what.startswith("rung"):
        _rung(desk, case, what)
    else:
        desk.go(places.register(case, review_process().kept_under(what)))


def companion(found: "Case") -> Place:
    """The page of the companion; its rows have numbers."""
    from checklists.pages.review import review_page

    def compose(desk: Desk) -> Page:
        case = desk.reading.case(found.id)
        return review_page(case, desk.today, desk.house.limits(), recoverable=is_recoverable(desk.house))

    return Place(f"Review {found.ref}", compose, "Row", ("companion",), case_id=found.id, makes="review_note")


def timeline(found: "Case", day: date | None = None) -> Place:
    """Then and now, as it was known on a day."""
    from checklists.pages.review_timeline import timeline_page

    def compose(desk: Desk) -> Page:
        page = timeline_page(then_of_case(desk.reading, found.id, desk.today, day))
        return replace(page, foot=f"{page.foot} {HOW}")

    return Place(
        f"Then and now {found.ref}", compose, "Entry", ("then", "record"), case_id=found.id, makes="review_note"
    )


def then(desk: Desk, named: str) -> None:
    """Then and now of the case that one is at, as I knew it on the day typed; without one all there is. Raises Wrong."""
    day = read_day(named, desk.today, "event") if named else None
    place = timeline(the_case(desk, ""), day)
    if desk.place.name == place.name:
        desk.way.pop()
    desk.go(place)


def read_then(desk: Desk, spot: Spot) -> None:
    """An entry as it stood, whole, with what I think now."""
    from checklists.pages.review_timeline import then_page
    from checklists.troubles import UnknownRecord

    day = date.fromisoformat(spot.about) if spot.about else None

    def compose(at: Desk) -> Page:
        found = then_of_case(at.reading, spot.case_id, at.today, day)
        record = found.known.find(spot.record_id)
        if record is None:
            raise UnknownRecord("That entry is not there any more. Type back.")
        return then_page(found, record)

    desk.go(Place(f"Entry {spot.record_id[-6:]}", compose, case_id=spot.case_id, record_id=spot.record_id))


def account(desk: Desk, named: str) -> None:
    """A note of then and now; with a number beside that entry. Raises Wrong."""
    if named.isdecimal() and desk.rows:
        spot = spot_of(desk, named)
        about = spot.record_id if spot.what == "then" else ""
        desk.fill(form_named(desk.house, spot.case_id, f"then:{about}" if about else "review_note"))
        return
    about = desk.place.record_id if desk.place.name.startswith("Entry ") and not named else ""
    desk.fill(form_named(desk.house, the_case(desk, named).id, f"then:{about}" if about else "review_note"))


def _fill(desk: Desk, case: "Case", form: str) -> None:
    desk.fill(form_named(desk.house, case.id, form))


def _begin(desk: Desk, case: "Case") -> None:
    if case.info.frozen and case.info.hold:
        raise Wrong("This case is under review already.", "Type review freeze for another copy.")
    _fill(desk, case, "begin review")


def _freeze(desk: Desk, case: "Case") -> None:
    from checklists.use_cases.reviewing import freeze_again

    freeze_again(desk.house.store, case.id)
    desk.lines.say("Another copy is frozen. Those before stay as they were.")


def _frozen(desk: Desk, case: "Case") -> None:
    """The newest copy; with several it is asked which."""
    from checklists.pages.history import say_instant
    from checklists.pages.review_frozen import frozen_page
    from checklists.use_cases.reviewing import frozen_copy, open_frozen

    copies = case.info.frozen
    number = desk.lines.choose("Copy", [say_instant(one.taken_at) for one in copies]) + 1 if len(copies) > 1 else 0

    def compose(at: Desk) -> Page:
        now = at.reading.case(case.id)
        copy = frozen_copy(now.info, str(number) if number else "")
        return frozen_page(now, copy, open_frozen(at.reading, copy), at.today)

    desk.go(Place(f"Frozen copy {case.ref}", compose, case_id=case.id))


def _rung(desk: Desk, case: "Case", what: str) -> None:
    """The event that shows that a rung was reached. Raises Wrong."""
    from checklists.pages.review_ladder import rung_event
    from store.records import Event
    from tui.form_names import form_of_new

    event = rung_event(case.info.service, what)
    if not event:
        raise Wrong("No event of a case shows this rung.", "Type new review-meeting for what you hear.")
    desk.fill(form_of_new(desk.house, case, Event, {"type": event}))


def _pack(desk: Desk, case: "Case") -> None:
    """The sections of the pack, each with its tick."""
    from checklists.pages.review_pack import review_pack_page, ticked_at_first
    from tui.plain.papers import Paper

    def whole(at: Desk) -> Page:
        return review_pack_page(reviewed(at.house, at.reading, case.id), paper.ticked)

    paper = Paper("review", case.ref, whole, set(ticked_at_first()), case.id)
    name = f"Review pack {case.ref}"
    desk.go(
        Place(
            name, lambda at: _sections(at, paper.ticked, case.id), "Section", ("section",), case_id=case.id, paper=paper
        )
    )


def _sections(desk: Desk, ticked: set[str], case_id: str) -> Page:
    from checklists.learning.review_process import review_process
    from checklists.pages.review_pack import in_short, review_sections
    from tui.plain.papers import HOW as TICK

    said, of = review_process(), reviewed(desk.house, desk.reading, case_id)
    items = tuple(
        Item(
            (section.title, "taken in" if section.id in ticked else "left out", in_short(of, section.id)),
            "",
            Spot(case_id, "section", section.id),
            f"{said.pack_left_out} {said.kept_out.text}",
        )
        for section in review_sections()
    )
    columns = (Column("", 3, 3), Column("", 40, 40), Column("", 50, 50))
    facts = f"{of.case.ref}, {say_day(desk.today, desk.today)}"
    return Page(said.pack_title, facts, (Table(columns, items),), f"{said.header} {said.kept_out.text} {TICK}")


def read_section(desk: Desk, case_id: str, section_id: str) -> None:
    """Say one section whole."""
    from checklists.pages.review_pack import review_pack_page

    page = review_pack_page(reviewed(desk.house, desk.reading, case_id), {section_id})
    desk.lines.page_through([said.text for said in sentences(page)])


LEADS: Mapping[str, Callable[[Desk, Spot], None]] = {"companion": open_part, "then": read_then}
"""What `open N` does with a row of a review, by what it stands for."""
