"""Drafts that wait: said first at the next start, and gone on with in the form where they were typed."""

from typing import TYPE_CHECKING

from checklists.troubles import StoreTrouble
from checklists.wrong import Wrong
from tui.plain.desk import Desk
from tui.plain.filling import said_at
from tui.plain.form_names import form_named
from tui.plain.lines import Back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checklists.use_cases.drafts import Draft


def said_drafts(desk: Desk, found: "Sequence[Draft]") -> list[str]:
    """`1 F-102, Log a visit, Mon 23 Nov 15:52.`, oldest first."""
    return [
        f"{number} {_where(desk, draft)}, {said_at(draft.at, desk.house)}." for number, draft in enumerate(found, 1)
    ]


def _where(desk: Desk, draft: "Draft") -> str:
    try:
        form = form_named(desk.house, draft.key.case_id, draft.key.form)
    except (Wrong, StoreTrouble):
        return "a form that cannot be opened now"
    return ", ".join(part for part in (form.facts, form.place) if part)


def go_on(desk: Desk, draft: "Draft") -> None:
    """The form of the draft, with what was typed. Raises Wrong, StoreTrouble."""
    if draft.key.form.startswith("question:"):
        from tui.plain.reflecting import ask_question

        ask_question(desk, draft.key.case_id, draft.key.form.removeprefix("question:"))
    else:
        desk.fill(form_named(desk.house, draft.key.case_id, draft.key.form))


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
        desk.lines.trouble(f"That is no number of a draft. Type one from 1 to {len(found)}, or Enter.")
