"""A form, walked field by field. What is typed is kept as a draft all along, and saving clears it."""

import os
from typing import TYPE_CHECKING, Literal

from checklists.use_cases.drafts import Draft, Kept
from checklists.wrong import Wrong
from tui.composition import House
from tui.editing import edited, is_allowed
from tui.plain.fields import Answer, Asked, mended, name_of, stands_in
from tui.plain.lines import Lines
from tui.plain.offering import offer_draft
from tui.plain.words import Word

if TYPE_CHECKING:
    from checklists.entry import Entry
    from checklists.journeys.form import Form

Path = tuple[str, ...]
Ended = Literal["saved", "unchanged", "left"]
NO_FIELD = "No field is open, so that was not taken. Enter saves, back goes to the last field."
END_HELP = "Enter or save keeps it for good. back goes to the last field. leave goes away and keeps a draft. again says what is filled in."


class Filling:
    """One form under way: which field is asked, and what is typed so far."""

    def __init__(
        self, house: House, lines: Lines, form: "Form", draft: Draft | None = None, *, masked: bool = False
    ) -> None:
        from checklists.journeys.unsaved import Unsaved

        self.house = house
        self.lines = lines
        self.form = form
        self.masked = masked
        """What a hint says of the case is not said, and names and texts are masked."""
        self.unsaved = Unsaved(house.store, house.clock, form, draft)
        self.today = self.unsaved.today
        self.texts = self.unsaved.texts
        self.at: Path | None = None
        """The field that is asked; None at the end of the form."""
        self.way: list[Path] = []
        """The fields asked before it."""
        self._hint = ""

    @property
    def changed(self) -> bool:
        """Something stands there that did not stand there at the start; a blank is nothing."""
        return self.form.worth_keeping or self.unsaved.is_changed(self.texts)

    # The draft

    def keep(self) -> Kept:
        """Keep what is typed so far, and where. Takes no lock and may run while the program is being ended."""
        return self.unsaved.keep(self.texts, self.at or (), len(self.texts.get(self.at or (), "")))

    def cut_off(self, typed: str) -> None:
        """Take what stood on a line that could not be ended any more; of a choice half a word says nothing."""
        entry = self._entry()
        if entry is None or entry.choices or not typed.strip():
            return
        stands = self.texts.get(entry.path, "")
        self.texts[entry.path] = f"{stands}\n{typed}" if stands and entry.kind == "long" else typed

    def _keep_now(self) -> Kept:
        kept = self.keep()
        if kept.trouble:
            self.lines.trouble(f"The draft cannot be kept. {kept.trouble}")
        return kept

    def offer(self) -> None:
        """Go on with the draft that is there, or discard it, which needs the whole word; or hear another window's."""
        offer_draft(self.lines, self.unsaved, masked=self.masked)
        self.texts = self.unsaved.texts
        at = self.unsaved.at
        if any(entry.path == at for entry in self.form.entries(self.texts, at)):
            self.at = at

    # The walk

    def walk(self) -> Ended:
        """Ask field after field until it is saved or left."""
        self.at = self.at or self._first()
        while True:
            entry = self._entry()
            answer = self._ask(entry) if entry else self._ask_end()
            match answer.word:
                case Word.SAVE:
                    if ended := self._save():
                        return ended
                case Word.LEAVE:
                    if ended := self._leave():
                        return ended
                case Word.BACK if not self.way:
                    if ended := self._leave():
                        return ended
                case Word.BACK:
                    self.at = self.way.pop()
                case _:
                    self._forward(entry)

    def _first(self) -> Path | None:
        return next((entry.path for entry in self.form.entries(self.texts, ())), None)

    def _entry(self) -> "Entry | None":
        if self.at is None:
            return None
        return next((entry for entry in self.form.entries(self.texts, self.at) if entry.path == self.at), None)

    def _ask(self, entry: "Entry") -> Answer:
        self._say_hint()
        self._say_above(entry)
        stands = self.texts.get(entry.path, "")
        edit = self._edit if entry.kind == "long" and is_allowed(os.environ) else None
        asked = Asked(self.lines, entry, stands, self.today, self._type, self.form.guide, masked=self.masked, edit=edit)
        answer = asked.ask()
        self.texts[entry.path] = answer.text
        self._keep_now()
        return answer

    def _say_above(self, entry: "Entry") -> None:
        """The question that a box is for, and what the record says to it."""
        if entry.asks and entry.asks not in self._hint:
            self.lines.say(entry.asks)
        if entry.beside and not self.masked:
            self.lines.say(entry.beside)

    def _type(self, text: str) -> None:
        assert self.at is not None
        self.texts[self.at] = text

    def _edit(self, stands: str) -> str:
        """The open text as the person's editor left it. What it writes is a draft all along."""

        def keep(now: str) -> None:
            self._type(now)
            self.keep()

        assert self.at is not None
        try:
            with self.lines.ending.awaiting():
                return edited(os.environ, stands, keep)
        except Wrong as wrong:
            self.lines.trouble(mended(wrong))
            return self.texts.get(self.at, stands)

    def _say_hint(self) -> None:
        hint = "" if self.masked else self.form.hint(self.texts, self.at or ())
        if hint and hint != self._hint:
            self.lines.say(hint)
        self._hint = hint

    def _forward(self, entry: "Entry | None") -> None:
        """The next field that applies; a child about whom nothing was said is passed over."""
        if entry is None or self.at is None:
            return
        entries = self.form.entries(self.texts, self.at)
        place = next(number for number, one in enumerate(entries) if one.path == self.at)
        rest = entries[place + 1 :]
        begins = entry.group and (place == 0 or entries[place - 1].group != entry.group)
        if begins and not self.texts.get(entry.path):
            rest = [one for one in rest if one.group != entry.group]
            self.lines.say(f"{entry.group_behind_mask if self.masked else entry.group}: passed over.")
        self.way.append(self.at)
        self.at = rest[0].path if rest else None

    def _ask_end(self) -> Answer:
        """Ask whether to save; a form in which nothing was changed just ends."""
        if not self.changed:
            return Answer("", Word.SAVE)
        while True:
            said = self.lines.ask(
                "That was the last field. Enter to save, or back, or leave: ", END_HELP, self._say_all
            )
            if isinstance(said, Word):
                return Answer("", said)
            if not said.strip():
                return Answer("", Word.SAVE)
            self.lines.trouble(NO_FIELD)

    def _say_all(self) -> None:
        for path in (*self.way, ()):
            for entry in self.form.entries(self.texts, path):
                if entry.path == path and self.texts.get(path):
                    text = stands_in(entry, self.texts[path], masked=self.masked)
                    self.lines.say(f"{name_of(entry, masked=self.masked)}: {text}")

    # The end

    def _save(self) -> Ended | None:
        """Save; None where it cannot be kept as it stands. The field that is wrong is asked again."""
        from checklists.journeys.unsaved import STILL_HERE

        if not self.changed:
            self.lines.say("Nothing changed.")
            self.keep()  # as at the start: a draft that stood here is none any more
            return "unchanged"
        found = self.unsaved.save(self.texts)
        if found is None:
            self.lines.say(self.unsaved.said)
            return "saved"
        path, wrong = found
        self.lines.trouble(mended(wrong))
        if path:
            self._go_to(path)
        elif wrong.mend == STILL_HERE:
            self.at = None
        return None

    def _go_to(self, path: Path) -> None:
        if path != self.at and any(entry.path == path for entry in self.form.entries(self.texts, path)):
            if self.at is not None:
                self.way.append(self.at)
            self.at = path

    def _leave(self) -> Ended | None:
        """Leave, with a draft of what was typed; None where that cannot be kept and the person stays."""
        kept = self._keep_now()
        if kept.trouble:
            return "left" if self.lines.confirm("What you typed would be lost. Leave all the same?", "lose") else None
        said = "Draft kept. It counts for nothing until it is saved." if kept.at else "Nothing changed."
        self.lines.say(said)
        return "left"
