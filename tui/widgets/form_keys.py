"""What the keys do in a form, by what is open: a text, a choice, or a button."""

from typing import TYPE_CHECKING

from textual import events

from tui.widgets.form_state import letters

if TYPE_CHECKING:
    from tui.widgets.record_form import RecordForm

EDITOR = "editor"
ASKS = {
    "next_question": "next",
    "earlier": "earlier",
    "wonder_field": "wonder",
    "explain_field": "explain",
    "editor": EDITOR,
}
"""What a key asks of the owner of the form."""
ON = ("tab", "down", "right")
BEFORE = ("shift+tab", "up", "left")


def take(form: "RecordForm", event: events.Key) -> bool:
    """Do what the key says. False if it is typing, or not ours."""
    known = form.key_meaning(event.key)
    if known == "save":
        form.save()
    elif known == "leave_field":
        form.leave()
    elif known in ASKS:
        form.ask(ASKS[known])
    elif not form.editor.read_only:
        return _in_text(form, event.key)
    elif form.state.entry:
        return _in_choice(form, event)
    else:
        return _on_button(form, event)
    return True


def _in_text(form: "RecordForm", key: str) -> bool:
    """Tab, and in a field of one line also Enter and the arrows at its edge."""
    editor = form.editor
    one = not editor.many
    by = {"tab": 1, "shift+tab": -1}.get(key, 0)
    if one and (key == "enter" or (key == "down" and editor.cursor_at_last_line)):
        by = 1
    elif one and key == "up" and editor.cursor_at_first_line:
        by = -1
    if by:
        form.go(by)
    return bool(by)


def _in_choice(form: "RecordForm", event: events.Key) -> bool:
    """A letter fills it, `-` and Backspace empty it; another letter is refused."""
    if event.key == "backspace":
        form.choose("")
    elif event.key in ON or event.key == "enter":
        form.go(1)
    elif event.key in BEFORE:
        form.go(-1)
    elif not event.is_printable:
        return False
    elif not form.choose((event.character or " ").lower()) and form.state.entry:
        pressed = (event.character or "").strip() or "Space"
        form.say(letters(form.state.entry, 60, masked=form.masked), f"{pressed} is not one of the letters.")
    return True


def _on_button(form: "RecordForm", event: events.Key) -> bool:
    """Enter or Space presses it; Backspace goes back; letters do nothing."""
    if event.key in ("enter", "space"):
        form.press_button()
    elif event.key in ON:
        form.go(1)
    elif event.key in BEFORE:
        form.go(-1)
    elif event.key == "backspace":
        form.leave()
    else:
        return event.is_printable
    return True
