"""What the menu has on the chronology: a kind, a theme, a child, a person, a period; the order; all again."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from checklists.dates import add_months, say_day
from tui.screens.base import Commands
from tui.screens.choosing import Choice, choose_one

if TYPE_CHECKING:
    from checklists.chronology.choosing import Only
    from tui.screens.chronology import ChronologyScreen

MONTHS_BACK = (1, 3, 6, 12)
NONE = "Nothing on this case can be chosen so yet."


def filter_commands(page: "ChronologyScreen") -> Commands:
    """Each with its words and a sentence."""
    turned = "newest first" if page.chosen.oldest_first else "oldest first"
    other = replace(page.chosen, oldest_first=not page.chosen.oldest_first)
    commands: dict[str, tuple[str, Callable[[], None]]] = {
        "looked at": ("mark it as looked at, with the pattern seen", page.action_done),
        "only one kind": ("filter by visits, police, care and so on", lambda: _choose(page, "Which kind?", _kinds)),
        "only one theme": ("filter by one of the eight themes", lambda: _choose(page, "Which theme?", _themes)),
        "only one child": ("filter by child, and what is about all", lambda: _choose(page, "Which child?", _children)),
        "only one person": (
            "filter by who was there, said or heard it",
            lambda: _choose(page, "Which person?", _people),
        ),
        "only a period": ("filter by days; / takes since 1/9 too", lambda: _choose(page, "Since when?", _periods)),
        "show all": ("leave nothing out", page.show_all),
        turned: ("the other order", partial(page.narrow, other)),
    }
    if page.fresh(page.case_id).info.service == "adults":
        del commands["only one child"]  # an adult's case is about one person
    return commands


Choices = Callable[["ChronologyScreen"], Iterator[tuple[Choice, "Only"]]]


def _choose(page: "ChronologyScreen", title: str, choices: Choices) -> None:
    """A list to choose from; what is chosen comes on top of what was chosen before."""
    found = list(choices(page))
    if not found:
        page.notice(NONE)
        return
    choose_one(page, title, [choice for choice, _ in found], lambda place: page.narrow(found[place][1]))


def _kinds(page: "ChronologyScreen") -> "Iterator[tuple[Choice, Only]]":
    from checklists.chronology.choosing import kinds_in

    every = page.known(page.fresh(page.case_id), page.only).every
    for kind in kinds_in(every):
        count = sum(one.word == kind for one in every)
        yield Choice(kind, f"{count} of {len(every)}"), replace(page.chosen, kind=kind)


def _themes(page: "ChronologyScreen") -> "Iterator[tuple[Choice, Only]]":
    from checklists.library import library

    for theme in library(page.fresh(page.case_id).info.service).themes:
        yield Choice(f"Theme {theme.id[1:]}", theme.title), replace(page.chosen, theme=theme.id)


def _children(page: "ChronologyScreen") -> "Iterator[tuple[Choice, Only]]":
    from checklists.naming import aged, called

    case = page.fresh(page.case_id)
    for child in case.children:
        yield Choice(called(child, case.ref), aged(child, page.today(), case.ref)), replace(page.chosen, child=child.id)


def _people(page: "ChronologyScreen") -> "Iterator[tuple[Choice, Only]]":
    from checklists.chronology.choosing import people_in

    for person in people_in(page.known(page.fresh(page.case_id), page.only).every):
        yield Choice(person), replace(page.chosen, person=person)


def _periods(page: "ChronologyScreen") -> "Iterator[tuple[Choice, Only]]":
    from store.records import Supervision

    case, today = page.fresh(page.case_id), page.today()
    days = [
        (f"the last {count} months" if count > 1 else "the last month", add_months(today, -count))
        for count in MONTHS_BACK
    ]
    held = max((one.held_on for one in case.of(Supervision)), default=None)
    days += [("the last supervision", held)] if held else []
    days += [("the case came to me", case.info.allocated_on)] if case.info.allocated_on else []
    for words, day in days:
        yield Choice(words, f"since {say_day(day, today)}"), replace(page.chosen, since=day, until=None)
