"""A small app of our widgets, for tests: a list, a page behind it, a visit, a question. Run as a program in a pty.

KEPT names the file into which `keep` writes what is typed; SAVED the one that gets every saved form. TEXTS names a
file with a list of texts: each is a row, and stands in every place of the pages behind it.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.widget import Widget

from checklists.clock import Clock
from checklists.entry import Entry, entries_of, read_all
from checklists.pages.blocks import Column, Facts, Fit, Heading, Item, Page, Paragraph, Table
from checklists.use_cases.drafts import NOTHING, Kept
from checklists.wrong import Wrong
from store.records import Answer, Seen, Visit
from tui import terminal
from tui.hangup import Hangup
from tui.keys import bindings
from tui.shell import HouseApp, PageScreen
from tui.themes import THEMES, Theme, choose
from tui.widgets.dialog import Question
from tui.widgets.line_list import LineList
from tui.widgets.record_form import RecordForm
from tui.widgets.reflect_form import Around, ReflectForm

TODAY = date(2026, 11, 23)
CHILDREN = (("km", "K.M., 8"), ("lm", "L.M., 3"))
Texts = Mapping[tuple[str, ...], str]
START = {
    ("visit", "happened_on"): "mon",
    ("visit", "started_at"): "15:40",
    ("seen", "km", "seen"): "alone",
    ("seen", "km", "sleeping_place_seen"): "yes",
    ("seen", "km", "child_words"): '"I get myself up. Mum is asleep when I go."',
    ("visit", "place"): "home",
}
WORDS = ("overdue", "due", "due soon", "well past", "")


def visit_entries(texts: Texts, path: tuple[str, ...]) -> list[Entry]:
    """A visit: the child with the cursor is open, the others are one line."""
    made = entries_of(Visit, ("happened_on", "started_at"), under=("visit",))
    for key, name in CHILDREN:
        names = ["seen", "sleeping_place_seen"]
        if path[:2] == ("seen", key):
            names += [] if texts.get(("seen", key, "seen")) in (None, "", "alone") else ["reason"]
            names += ["child_words", "impact"]
        block = entries_of(Seen, names, under=("seen", key), group=name)
        made += [replace(entry, needed=False) for entry in block]
    return made + entries_of(Visit, ("place", "by", "present", "account"), under=("visit",))


def check(texts: Texts) -> tuple[tuple[str, ...], Wrong] | None:
    """What the owner of the form has to say on saving."""
    try:
        read_all(visit_entries(texts, ()), texts, TODAY)
    except Wrong as wrong:
        return tuple(wrong.field.split(".")), wrong
    return None


def rows_of(count: int) -> tuple[Item, ...]:
    """Rows with each word in turn."""
    text = Fit("Last alone Tue 3 Nov, 14 wd. Plan 10", short="Alone Tue 3 Nov")
    return tuple(
        Item((f"F-{100 + place}", "K.M.", text, "Mon 23 Nov"), WORDS[place % 5], place, f"Row {place} explained.")
        for place in range(count)
    )


def rows_with(texts: Sequence[str]) -> tuple[Item, ...]:
    """Rows with texts from outside."""
    return tuple(Item((f"F-{100 + place}", text, text, text), text, place, text) for place, text in enumerate(texts))


class List(PageScreen):
    """Rows under two headings."""

    footer = "today"
    BINDINGS: ClassVar = [*bindings("list", "case")]

    def compose_page(self) -> Page:
        """As many rows as the app was told."""
        columns = (Column("Case", 3, 3), Column("", 10, 10), Column("", 16, 16), Column("", 54, 37))
        items = rows_with(self.demo.given) or rows_of(self.demo.rows)
        blocks = (Table(columns, items[:3], "Not seen alone by the date set"), Table(columns, items[3:], "Due"))
        return Page(
            "Today", "Mon 23 Nov 2026, 18 children", blocks, "Prompts come from what is recorded.", "Mon 23 Nov"
        )

    @property
    def demo(self) -> "Demo":
        """The app."""
        assert isinstance(self.app, Demo)
        return self.app

    @property
    def given(self) -> str:
        """The text from outside that stands in the row."""
        return self.demo.given[int(str(self.list.row.key))] if self.demo.given else ""

    def action_visit(self) -> None:
        """Open the form."""
        self.app.push_screen(Log(self.given))

    def action_question(self, _number: int) -> None:
        """Open the question."""
        self.app.push_screen(Reflect())

    def action_done(self) -> None:
        """A letter that acts on the row: it must never be typed ahead into the wrong page."""
        self.demo.acted.append("done")
        self.notice(f"Done. {self.given}".strip(), self.given)

    def action_drop(self) -> None:
        """Ask first."""
        sentence = self.given or "GP records, F-102."
        question = Question(f"Drop this action? {self.given}".strip(), (sentence,), "Drop", "Keep")
        self.ask(question, self.demo.answers.append)

    def action_re_date(self) -> None:
        """Ask with a field."""
        entries = tuple(entries_of(Visit, ("happened_on",), under=("new",)))
        self.ask(Question("Re-date?", ("GP records.",), "Re-date", "Leave it", entries), self.demo.answers.append)

    def on_line_list_chosen(self, message: LineList.Chosen) -> None:
        """Another page."""
        self.app.push_screen(Read(self.given) if self.given else Read(str(message.row.key)))


class Read(PageScreen):
    """A page to read, longer than its room."""

    footer = "read"

    def __init__(self, name: str) -> None:
        super().__init__()
        self.page_name = name

    def compose_page(self) -> Page:
        """Many lines without a key."""
        name, lines = self.page_name, "\n".join(f"line {place}" for place in range(60))
        said = () if name.isdecimal() else (Heading(name, ((20, name),)), Facts((("Said", name),)), Paragraph(name))
        return Page(name, name if said else "", (*said, Paragraph(lines)), name if said else "")


class FormScreen(PageScreen):
    """A page with a form."""

    @property
    def form(self) -> RecordForm:
        """The form."""
        return self.query_one(RecordForm)

    @property
    def demo(self) -> "Demo":
        """The app."""
        assert isinstance(self.app, Demo)
        return self.app

    def on_record_form_saved(self, message: RecordForm.Saved) -> None:
        """Kept."""
        self.demo.saved.append(message.texts)
        self.demo.write("SAVED", message.texts)
        self.app.pop_screen()

    def on_record_form_left(self, message: RecordForm.Left) -> None:
        """Kept as a draft."""
        self.demo.draft = message.texts
        self.app.pop_screen()

    def on_record_form_asked(self, message: RecordForm.Asked) -> None:
        """A key for the owner."""
        self.demo.acted.append(message.what)

    def on_record_form_typed(self) -> None:
        """For the draft."""
        self.demo.typed += 1


class Log(FormScreen):
    """A visit."""

    footer = "form"
    foot_height = 1

    def __init__(self, given: str = "") -> None:
        super().__init__()
        self.given = given

    def body(self) -> Widget:
        """The draft first."""
        self.set_header("Log a visit", f"F-102 {self.given}".strip())
        texts = self.demo.draft or START
        if self.given:
            paths = (("seen", "km", "child_words"), ("visit", "present"), ("visit", "account"))
            texts = {**START, **dict.fromkeys(paths, self.given)}
        return RecordForm(visit_entries, texts, TODAY, attempt=check)


class Reflect(FormScreen):
    """A question."""

    footer = "reflect"

    def body(self) -> Widget:
        """Two columns."""
        self.set_header("4 Am I being professionally curious?", "F-102")
        around = Around(
            (
                Heading("Last time", ((12, "Thu 8 Oct, 3 of 3"),)),
                Paragraph("I thought the tiredness was late nights. " * 3),
            ),
            (
                Heading("Evidence", ((12, "1 I wonder"),)),
                Table((Column("", 3, 3), Column("", 15, 15)), (Item(("Thu 17 Sep", "late nights")),)),
            ),
            (Heading("Follow-up"), Paragraph("What else could explain this?")),
            "draft 16:04",
        )
        entries = entries_of(Answer, ("text", "unchanged_because"), under=("answer",))
        texts: dict[tuple[str, ...], str] = {("answer", "text"): "Two readings."}
        return ReflectForm(entries, texts, TODAY, around, hint=lambda texts, _path: self._hint(texts))

    def _hint(self, texts: Texts) -> str:
        return "" if texts[("answer", "text")].strip() else "What do you think is going on?"


class Demo(HouseApp):
    """The app."""

    def __init__(self, look: Theme = THEMES["dark"], *, plain: bool = False, rows: int = 8) -> None:
        super().__init__(look, ascii=plain, clock=Clock(fixed=TODAY), keep=self.keep_typed)
        self.rows = rows
        self.given: list[str] = json.loads(Path(os.environ.get("TEXTS", os.devnull)).read_text("utf-8") or "[]")
        self.saved: list[dict[tuple[str, ...], str]] = []
        self.draft: dict[tuple[str, ...], str] = {}
        self.acted: list[str] = []
        self.answers: list[object] = []
        self.typed = 0

    def get_default_screen(self) -> List:
        """The list."""
        return List()

    def keep_typed(self) -> Kept:
        """What stands in an open form, into a file."""
        forms = [screen.form for screen in self.screen_stack if isinstance(screen, FormScreen)]
        for form in forms:
            self.write("KEPT", form.texts)
        return Kept(self.clock.now()) if forms else NOTHING

    def write(self, name: str, texts: Texts) -> None:
        """Texts by their last name, into the file that the environment names."""
        if os.environ.get(name):
            told = {".".join(path): text for path, text in texts.items()}
            Path(os.environ[name]).write_text(json.dumps(told), encoding="utf-8")

    def action_menu(self) -> None:
        """Ends with a fault whose values are words of a case."""
        told = {"K.M. said": "nothing"}
        self.acted.append(told["secret words of a child"])


if __name__ == "__main__":
    app = Demo(choose(os.environ), plain=terminal.only_ascii(os.environ))
    if os.environ.get("UNCHECKED"):  # as if the check for a terminal were not there
        terminal.accept_any_bytes()
        Hangup(app.keep).install()
        app.run(mouse=False)
    elif sentence := terminal.missing(os.environ):
        sys.exit(sentence)
    else:
        sys.exit(app.run_in_terminal())
