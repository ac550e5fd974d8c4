"""What is offered where a form is opened that has drafts: to go on with one, to hear another, to discard one."""

from typing import TYPE_CHECKING

from checklists.pages.drafts import named_texts
from tui.plain.lines import Back, Lines
from tui.plain.words import Word

if TYPE_CHECKING:
    from checklists.journeys.form import Form
    from checklists.journeys.unsaved import Unsaved
    from checklists.use_cases.drafts import Draft

DISCARD, OTHER = "discard", "other"


def offer_draft(lines: Lines, unsaved: "Unsaved", *, masked: bool) -> None:
    """Until the person goes on with one, or has discarded them all: then the form begins anew. Raises Back."""
    while unsaved.draft is not None:
        others = unsaved.others()
        said = lines.ask(_question(unsaved, bool(others)))
        if said in (Word.BACK, Word.LEAVE):
            raise Back
        word = said.strip().casefold() if isinstance(said, str) else ""
        if word == DISCARD:
            unsaved.let_go()
            lines.say("Discarded.")
            if others:
                unsaved.take_up(others[0])
        elif word == OTHER and others:
            unsaved.take_up(_next(unsaved, others))
            say_texts(lines, unsaved.draft, unsaved.form, masked=masked)
        else:
            return


def _question(unsaved: "Unsaved", more: bool) -> str:
    question = f"A draft of {unsaved.kept_at} is here and goes on. Discard it? "
    if not more:
        return f"{question}Type {DISCARD} to do it, or Enter to leave it: "
    return f"{question}{unsaved.another()} Type {DISCARD}, or {OTHER} to hear the other, or Enter to go on: "


def _next(unsaved: "Unsaved", others: "list[Draft]") -> "Draft":
    """The one kept before this one; after the oldest, the newest."""
    assert unsaved.draft is not None
    at = unsaved.draft.at
    return next((one for one in others if one.at < at), others[0])


def say_texts(lines: Lines, draft: "Draft", form: "Form | None", *, masked: bool) -> None:
    """All that a draft says, a field a line."""
    lines.page_through([f"{name}: {text}" for name, text in named_texts(draft, form, masked=masked)])
