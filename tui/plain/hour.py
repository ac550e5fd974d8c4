"""An hour of supervision over several cases in plain lines: begun once, then written down case by case."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checklists.pages.blocks import Page
from checklists.wrong import Wrong
from tui.plain.desk import Desk, Place
from tui.plain.named import the_case

if TYPE_CHECKING:
    from checklists.journeys.hour import Hour

HOW = "hour and a number writes down what was said about that case."


@dataclass(frozen=True, slots=True)
class HourPlace(Place):
    """The open cases, each with its part in the hour."""

    hour: "Hour | None" = None


def hour(desk: Desk, named: str) -> None:
    """Begin one, or go back to the one under way; with a case what was said about it in that hour. Raises Wrong."""
    under_way = next((place for place in reversed(desk.way) if isinstance(place, HourPlace)), None)
    if named and under_way is None:
        raise Wrong("No hour is under way.", "Type hour alone first.")
    if named:
        assert under_way is not None
        assert under_way.hour is not None
        _write_down(desk, under_way.hour, named)
    elif under_way is not None:
        desk.go(under_way)
    else:
        _begin(desk)


def _begin(desk: Desk) -> None:
    from checklists.journeys.hour import Hour, hour_form
    from checklists.use_cases.gathering import supervisions

    begun: list[Hour] = []
    store, clock = desk.house.store, desk.house.clock
    if desk.fill(hour_form(store, clock, supervisions(store), begun.append)) == "saved" and begun:
        desk.go(_place(begun[-1]))


def _place(hour: "Hour") -> HourPlace:
    from checklists.pages.hour import hour_page
    from checklists.use_cases.gathering import open_cases
    from store.records import Supervision

    def compose(desk: Desk) -> Page:
        rows = open_cases(desk.reading)
        held = {row.id: desk.reading.case(row.id).of(Supervision) for row in rows}
        page = hour_page(rows, held, hour, desk.today)
        return Page(page.place, page.facts, page.blocks, f"{page.foot} {HOW}", page.short_facts)

    return HourPlace("Supervision hour", compose, "Case", own_words={"open": "hour N"}, hour=hour)


def _write_down(desk: Desk, hour: "Hour", named: str) -> None:
    from checklists.journeys.registers import record_form
    from checklists.pages.hour import part_in
    from store.records import Supervision

    case, house = the_case(desk, named), desk.house
    part = part_in(case.of(Supervision), hour)
    about = None if part else hour.known
    if desk.fill(record_form(house.store, house.clock, case, Supervision, part, about=about)) == "saved":
        desk.show()
