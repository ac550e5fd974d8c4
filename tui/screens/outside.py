"""A text of a form in the person's own editor: the editor has the terminal, and the draft hears each second what it wrote."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from checklists.by_key import by_key
from checklists.use_cases.drafts import NOTHING, Kept
from checklists.wrong import Wrong
from tui.editing import Editing, must_be_allowed

if TYPE_CHECKING:
    from tui.shell import HouseApp
    from tui.widgets.form_state import Path, Texts
    from tui.widgets.record_form import At, RecordForm

LONG_ONLY = by_key("editor", "opens a long text in your editor; this field is a short one.")


def edit_outside(app: "HouseApp", form: "RecordForm", keep: "Callable[[Texts, At], Kept]") -> None:
    """Open the open text; what the editor left stands in the form. Raises Wrong."""
    entry = form.state.entry
    if entry is None or entry.kind != "long":
        raise Wrong("", LONG_ONLY)
    if form.masked:
        raise Wrong("The mask is on, and an editor shows the text.", by_key("mask", "takes it off."))
    must_be_allowed(os.environ)
    _edit(app, form, entry.path, keep)


def _edit(app: "HouseApp", form: "RecordForm", path: "Path", keep: "Callable[[Texts, At], Kept]") -> None:
    texts, kept = form.texts, NOTHING

    def grows(now: str) -> None:
        nonlocal kept
        texts[path] = now
        kept = keep(texts, (path, len(now)))

    editing = Editing(os.environ, texts.get(path, ""), grows)
    try:
        failed = _run(app, editing, lambda: kept)
    except SuspendNotSupported:
        raise Wrong("This terminal cannot be lent to an editor.", "Write here.") from None
    finally:
        editing.end()
    form.put(texts, (path, len(texts.get(path, ""))))
    app.key_came()
    if failed:
        raise failed
    if kept.trouble:
        raise Wrong(kept.trouble, "It stays on this screen.")


def _run(app: "HouseApp", editing: Editing, kept: Callable[[], Kept]) -> Wrong | None:
    """Lend the terminal; what the editor failed with. A program that is ended meanwhile keeps what the file holds, and no other form has changed."""
    usual = app.keep

    def at_the_end() -> Kept:
        editing.end()
        return kept()

    usual()
    with app.suspend():
        app.keep = at_the_end
        try:
            editing.run()
        except Wrong as wrong:
            return wrong
        finally:
            app.keep = usual
    return None
