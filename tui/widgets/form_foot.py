"""What the foot says of the open field: its letters or names, what it is about, and what stands below."""

from typing import TYPE_CHECKING

from tui.widgets.form_state import FormState, beginning, letters

if TYPE_CHECKING:
    from tui.widgets.form_page import Drawing

BESIDE_NAME = 20
"""Columns that are left of the letters of a choice, where they stand beside a child's name."""


def about_open(state: FormState, hint: str, width: int, *, covered: bool) -> str:
    """What the open field is about; behind the mask no word of a case."""
    entry = state.entry
    said = [hint or (entry.help if entry else "")]
    if entry and entry.kind == "named" and not covered:
        said.insert(1 - bool(state.text.strip()), beginning(entry, state.text, width - 2))
    elif entry and (not entry.group or len(letters(entry)) > width - BESIDE_NAME):
        said.insert(0, letters(entry, width - 2, masked=covered))
    return "\n".join(filter(None, said))


def more_below(state: FormState, drawing: "Drawing", edge: int) -> str:
    """`more below: Account`, where the page goes on beyond its last line in view."""
    below = [place for place, spot in enumerate(drawing.places) if spot.line >= edge]
    if not below:
        return ""
    return f"more below: {state.entries[below[0]].label if below[0] < len(state.entries) else state.buttons[0]}"
