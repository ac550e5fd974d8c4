"""A short form, asked in the rows below a page: an I wonder, another date, a reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checklists.journeys.form import Form
from tui.screens.filling import Filling
from tui.widgets.dialog import Answer, Question

if TYPE_CHECKING:
    from tui.screens.base import HouseScreen


@dataclass(frozen=True, slots=True)
class Words:
    """How a short form is asked: its question, and its two answers."""

    title: str
    yes: str
    no: str


def ask_form(page: "HouseScreen", form: Form, words: Words) -> None:
    """Ask it; what is typed is a draft of the case, as in every form."""
    _ask(page, Filling(page.house, form), words)


def _ask(page: "HouseScreen", filling: Filling, words: Words) -> None:
    form = filling.form
    found = f"Your {filling.status} is here again, not saved yet." if filling.found else ""

    def keep(texts: dict[tuple[str, ...], str]) -> None:
        filling.texts = texts
        filling.keep(texts)

    def then(_answer: Answer) -> None:
        if filling.trouble and not filling.said:  # nothing may be lost: the question stands until there is room
            _ask(page, filling, words)
            page.notice("It stays on this screen.", filling.trouble)
            return
        page.came_back(filling.said or (f"Your {filling.status} is kept." if filling.kept_at else None))

    question = Question(
        words.title,
        (found,) if found else (),
        words.yes,
        words.no,
        tuple(form.entries(filling.texts, ())),
        filling.texts,
        filling.try_to_save,
        hint=form.hint,
        keep=keep,
        private=form.facts,
    )
    page.ask(question, then)
