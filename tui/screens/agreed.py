"""A line of what was agreed in supervision becomes an action."""

from typing import TYPE_CHECKING

from checklists.dates import say_day
from checklists.pages.blocks import Column, Item, Page, Table
from tui.screens.choosing import ChooseScreen

if TYPE_CHECKING:
    from collections.abc import Hashable

    from store.case import Case
    from tui.screens.verbs import CaseVerbs

NOTHING = "Nothing is written yet of what was agreed."


def choose_a_line(page: "CaseVerbs", case: "Case", record_id: str = "") -> None:
    """Choose a line of the supervision named, else of the last one; the form for an action begins with it."""
    from checklists.agreed import known_of_a_line, lines_of
    from checklists.journeys.actions import action_form
    from store.records import Supervision

    held = sorted(case.of(Supervision), key=lambda one: (one.held_on, one.id))
    session = next((one for one in held if one.id == record_id), held[-1] if held else None)
    lines = lines_of(session) if session else []
    if session is None or not lines:
        page.notice(NOTHING)
        return
    items = tuple(Item((line,), "", number, line) for number, line in enumerate(lines, 1))
    facts = f"{case.ref}, {say_day(session.held_on, page.today())}"
    shown = Page("Which line becomes an action?", facts, (Table((Column("", 3, 3),), items),), "", case.ref)

    def chosen(number: "Hashable") -> None:
        if isinstance(number, int):
            house = page.house
            about = known_of_a_line(session, lines[number - 1])
            page.fill(lambda: action_form(house.store, house.clock, case, about=about))

    page.app.push_screen(ChooseScreen(lambda: shown), chosen)
