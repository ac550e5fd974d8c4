"""What the menu has on a case beside its keys: rare or heavy things."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from checklists.dates import say_day
from tui.screens.base import Commands
from tui.screens.keeping import keeping_commands
from tui.screens.verbs import CaseVerbs

if TYPE_CHECKING:
    from store.case import Case
    from tui.screens.base import HouseScreen
    from tui.widgets.dialog import Answer


def case_commands(page: CaseVerbs) -> Commands:
    """Each with its words and a sentence."""
    from checklists.pages.registers import named_on

    case = page.the_case()
    if case is None:
        return {}
    adults = case.info.service == "adults"
    made: dict[str, tuple[str, Callable[[], None]]] = {
        "prompts": ("what the record asks, and what is not recorded", lambda: _prompts(page)),
        "prompts set aside": ("they wait until a day; each can be asked again at once", lambda: _aside(page, case)),
        "visits": ("all visits of this case", lambda: page.open_register("visit")),
        "I wonders": ("every I wonder, open or set down", lambda: page.open_register("hypothesis")),
        "answers": ("what was answered, the newest first", lambda: page.open_register("answer")),
        **{named.word: (named.about, partial(page.open_register, kind)) for kind, named in named_on(case).items()},
        "person" if adults else "children": (
            "each with plan, dates and intervals",
            lambda: page.open_register("child"),
        ),
        "look back from a year ahead": (
            "ten minutes, theme by theme: what was already in sight today?",
            lambda: _ahead(page, case),
        ),
        "ask a review's questions": ("in this case; what you write is kept with it", lambda: _review(page, case)),
        "raise a concern": (
            "with an agency, or about a decision: an escalation",
            lambda: page.add_record("escalation"),
        ),
        "words for a concern": ("for each step, firm and courteous", lambda: read_concern_words(page, case)),
        "what has changed": ("since the last supervision, or another day", lambda: _changes(page, case)),
        "hand-over": ("a page for the next worker", lambda: _handover(page, case)),
        "review companion": ("this case is under review: what to do, then and now", lambda: _companion(page, case)),
        "edit case": ("its reference, service and dates", lambda: _edit(page, case)),
        "earlier texts of the case": ("what its own facts said before", lambda: _earlier(page, case)),
        "undo the last change": ("writes the earlier text as a new version", lambda: ask_undo(page, case)),
    }
    if not adults or not case.children:
        word = "person" if adults else "child"
        made[f"add a {word}"] = ("with a plan, dates and intervals of their own", lambda: add_child(page, case))
    if case.info.closed_on:
        made["reopen case"] = ("how it was closed stays readable", lambda: _ask_reopen(page, case))
    else:
        made["close case"] = ("asks what could still go wrong", lambda: _close(page, case))
    return {
        **made,
        **keeping_commands(page, case),
        "audit trail of this case": ("what was done with it and when, by id", lambda: _trail(page, case)),
    }


def _review(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.learning_review import choose_review

    choose_review(page, case)


def _trail(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.audit import AuditScreen

    page.app.push_screen(AuditScreen(case.id), page.came_back)


def add_child(page: CaseVerbs, case: "Case") -> None:
    """A form for one more child of the case."""
    from checklists.journeys.cases import child_form

    page.fill(lambda: child_form(page.house.store, page.house.clock, case))


def read_concern_words(page: CaseVerbs, case: "Case") -> None:
    """Ready words for each step of an escalation, as a page to read."""
    from checklists.pages.guiding import concern_page
    from tui.screens.reading import ReadScreen

    limits = page.house.limits()
    page.app.push_screen(ReadScreen(lambda _reading: concern_page(case.info.service, limits, case.ref)))


def _changes(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.changes import ChangesScreen

    page.app.push_screen(ChangesScreen(case.id), page.came_back)


def _handover(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.handover import HandoverScreen

    page.app.push_screen(HandoverScreen(case.id), page.came_back)


def _ahead(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.looking_ahead import begin_ahead

    begin_ahead(page, case)


def _companion(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.review import open_companion

    open_companion(page, case)


def _prompts(page: CaseVerbs) -> None:
    from tui.screens.opening import open_prompts

    open_prompts(page)


def _aside(page: CaseVerbs, case: "Case") -> None:
    from checklists.pages.spot import Spot
    from checklists.signals import waiting
    from checklists.summaries import summarise
    from tui.screens.opening import open_prompts

    first = next(iter(waiting(summarise(case), page.today()).values()), None)
    if first is None:
        page.notice("No prompt is set aside on this case. s on a row with a prompt sets one aside.")
    else:
        open_prompts(page, Spot(case.id, "set aside", first.id))


def _edit(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.opening import open_record

    open_record(page, case, case.id)


def _earlier(page: CaseVerbs, case: "Case") -> None:
    from tui.screens.reading import record_history

    page.app.push_screen(record_history(case.id, case.id, page.today))


def _close(page: CaseVerbs, case: "Case") -> None:
    from checklists.journeys.cases import close_form

    page.fill(lambda: close_form(page.house.store, page.house.clock, page.house.limits(), case))


def _ask_reopen(page: CaseVerbs, case: "Case") -> None:
    from tui.widgets.dialog import Question

    closed = say_day(case.info.closed_on, page.today()) if case.info.closed_on else ""
    sentence = f"{case.ref} was closed on {closed}. It comes back to Today and Caseload."
    page.ask(
        Question("Reopen this case?", (sentence,), "Reopen", "Leave it"), lambda answer: _reopen(page, case, answer)
    )


def _reopen(page: CaseVerbs, case: "Case", answer: "Answer") -> None:
    from checklists.use_cases.cases import reopen_case

    if answer is None:
        return
    with page.telling():
        reopen_case(page.house.store, case.id)
        page.came_back(f"{case.ref} is open again.")


def ask_undo(page: "HouseScreen", case: "Case") -> None:
    """Say what the last change was, and ask."""
    from checklists.pages.last_change import say_last_change
    from tui.widgets.dialog import Question

    with page.telling():
        what = say_last_change(page.house.store.changes(case.id), case, page.today())
        sentence = "What stood before is written as a new version; nothing is erased."
        page.ask(
            Question("Undo the last change?", (f"{case.ref}: {what}", sentence), "Undo", "Leave it"),
            lambda answer: _undo(page, case, answer),
        )


def _undo(page: "HouseScreen", case: "Case", answer: "Answer") -> None:
    from checklists.use_cases.records import undo_last_change

    if answer is None:
        return
    with page.telling():
        undo_last_change(page.house.store, case.id)
        page.came_back("Undone. What was undone stays readable.")
