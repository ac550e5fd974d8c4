"""A short form, asked in the rows below a page: an I wonder, another date, a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checklists.journeys.form import Form, Texts
from checklists.journeys.unsaved import Unsaved
from checklists.use_cases.drafts import Kept
from tui.widgets.dialog import Answer, Question
from tui.widgets.record_form import At

if TYPE_CHECKING:
    from tui.screens.base import HouseScreen


@dataclass(frozen=True, slots=True)
class Words:
    """How a short form is asked: its question, and its two answers."""

    title: str
    yes: str
    no: str


def ask_form(page: "HouseScreen", form: Form, words: Words, after: Callable[[], None] | None = None) -> None:
    """Ask it; what is typed is a draft of the case, as in every form. `after` is done once it is saved."""
    unsaved = Unsaved(page.house.store, page.house.clock, form)
    page.draft_is_known(unsaved.draft)
    _ask(page, unsaved, words, after)


def _ask(page: "HouseScreen", unsaved: Unsaved, words: Words, after: Callable[[], None] | None) -> None:
    form = unsaved.form

    def keep(texts: Texts, place: At) -> Kept:
        unsaved.texts, unsaved.at, unsaved.caret = dict(texts), *place
        return unsaved.keep(texts, *place)

    def then(_answer: Answer) -> None:
        if unsaved.trouble and not unsaved.said:  # nothing may be lost: the question stands until there is room
            _ask(page, unsaved, words, after)
            return
        page.came_back(unsaved.said or (f"Your {unsaved.status} is kept." if unsaved.found else None))
        if unsaved.said and after:
            after()

    question = Question(
        words.title,
        _before(unsaved),
        words.yes,
        words.no,
        tuple(form.entries(unsaved.texts, ())),
        unsaved.texts,
        unsaved.save,
        hint=form.hint,
        keep=keep,
        begin=(unsaved.at, unsaved.caret),
        private=form.facts,
    )
    page.ask(question, then)


def _before(unsaved: Unsaved) -> tuple[str, ...]:
    """What is said above the fields: why it is asked again, or that it was begun before."""
    if unsaved.trouble:
        return (f"{unsaved.trouble} It stays on this screen.",)
    if not unsaved.found:
        return ()
    another = unsaved.another()
    more = f" {another} The menu has it: drafts." if another else ""
    return (f"Your {unsaved.status} is here again, not saved yet.{more}",)
