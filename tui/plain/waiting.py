"""Drafts that wait: said first at the next start, and gone on with in the form where they were typed."""

from typing import TYPE_CHECKING

from checklists.pages.drafts import refs_of, where
from checklists.troubles import StoreTrouble
from checklists.use_cases.drafts import forget_draft, said_at
from checklists.wrong import Wrong
from tui.form_names import form_named
from tui.plain.desk import Desk
from tui.plain.lines import Back
from tui.plain.offering import DISCARD, say_texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checklists.use_cases.drafts import Draft


def said_drafts(desk: Desk, found: "Sequence[Draft]") -> list[str]:
    """`1 F-102, Log a visit, 15:52.`, oldest first; with its day where that is not today."""
    refs = refs_of(desk.house.store.caseload())
    return [f"{number} {where(draft, refs)}, {said_at(draft.at, desk.today)}." for number, draft in enumerate(found, 1)]


def go_on(desk: Desk, draft: "Draft") -> None:
    """The form of the draft, with what was typed; where its form is gone, what it says. Raises Wrong, StoreTrouble, Back."""
    try:
        form = form_named(desk.house, draft.key.case_id, draft.key.form)
    except (Wrong, StoreTrouble) as trouble:
        _read_out(desk, draft, trouble)
        return
    kind, _, step = draft.key.form.partition(":")
    if kind in ("question", "looking ahead"):
        from tui.plain.reflecting import ask_question, ask_theme

        (ask_question if kind == "question" else ask_theme)(desk, draft.key.case_id, step, draft)
    else:
        desk.fill(form, draft=draft)


def _read_out(desk: Desk, draft: "Draft", trouble: Exception) -> None:
    """A draft whose form or case is not here any more: said whole, and discarded by the whole word only."""
    desk.lines.trouble(f"Its form cannot be opened. {trouble} This is what was typed:")
    say_texts(desk.lines, draft, None, masked=desk.masked)
    if desk.lines.confirm("It stays until it is discarded. Discard it?", DISCARD):
        forget_draft(desk.house.store, draft)
        desk.lines.say("Discarded.")


def offer_first(desk: Desk) -> None:
    """Say what waits and go on with one, if the person wants."""
    found = desk.house.store.drafts()
    if not found:
        return
    count = "1 draft is" if len(found) == 1 else f"{len(found)} drafts are"
    desk.lines.say(f"{count} waiting, not saved yet.")
    desk.lines.page_through(said_drafts(desk, found))
    while True:
        try:
            typed = desk.lines.line(
                "Number of a draft to go on with, or Enter for Today: ", "A draft stays until it is saved or discarded."
            )
        except Back:
            return
        if not typed:
            return
        if typed.isdecimal() and 1 <= int(typed) <= len(found):
            go_on(desk, found[int(typed) - 1])
            return
        mend = "Type 1" if len(found) == 1 else f"Type one from 1 to {len(found)}"
        desk.lines.trouble(f"That is no number of a draft. {mend}, or Enter.")
