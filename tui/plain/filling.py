"""A form, walked field by field. What is typed is kept as a draft all along, and saving clears it."""

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from checklists.dates import say_day
from checklists.troubles import Conflict, SaveFailed, StoreTrouble
from checklists.use_cases.drafts import Draft, DraftKey, draft_for, forget_draft, keep_draft
from checklists.wrong import Wrong
from tui.composition import House
from tui.plain.fields import Answer, Asked, mended, name_of
from tui.plain.lines import Lines
from tui.plain.words import Word

if TYPE_CHECKING:
    from checklists.entry import Entry
    from checklists.journeys.form import Form

Path = tuple[str, ...]
Ended = Literal["saved", "unchanged", "left"]
BETWEEN = "."
END_HELP = "Enter or save keeps it for good. back goes to the last field. leave goes away and keeps a draft. again says what is filled in."


class Filling:
    """One form under way: its texts, which field is asked, and its draft."""

    def __init__(self, house: House, lines: Lines, form: "Form") -> None:
        self.house = house
        self.lines = lines
        self.form = form
        self.today = house.clock.today()
        self.texts: dict[Path, str] = dict(form.start)
        self.at: Path | None = None
        """The field that is asked; None at the end of the form."""
        self.way: list[Path] = []
        """The fields asked before it."""
        self._hint = ""

    @property
    def changed(self) -> bool:
        """Something stands there that did not stand there at the start; a blank is nothing."""
        start = self.form.start
        return any(self.texts.get(path, "") != start.get(path, "") for path in {*self.texts, *start})

    # The draft

    def keep(self) -> None:
        """Keep what is typed so far, and where. Takes no lock and may run while the program is being ended."""
        named = {BETWEEN.join(path): text for path, text in self._dated().items()}
        place = f"{BETWEEN.join(self.at or ())}:{len(self.texts.get(self.at or (), ''))}"
        keep_draft(self.house.store, self.house.clock, DraftKey(self.form.case_id, self.form.name), named, place)

    def _dated(self) -> dict[Path, str]:
        """The texts; `yest` and its like as the day they mean, for a draft may be opened on another day."""
        texts = dict(self.texts)
        for entry in self.form.entries(self.texts, self.at or ()):
            if entry.ask.day == "event" and (day := entry.echo(texts.get(entry.path, ""), self.today)):
                texts[entry.path] = day
        return texts

    def _keep_now(self) -> None:
        if not self.changed:
            return
        try:
            self.keep()
        except SaveFailed as trouble:
            self.lines.trouble(f"The draft cannot be kept. {trouble}")

    def offer(self) -> None:
        """Go on with a draft that is there, or begin anew, which discards it; that needs the whole word."""
        draft = draft_for(self.house.store, self.form.case_id, self.form.name)
        if draft is None:
            return
        if self.lines.confirm(
            f"A draft of {said_at(draft.at, self.house)} is here and goes on. Discard it?", "discard"
        ):
            self.forget()
            self.lines.say("Discarded.")
            return
        self._go_on(draft)

    def _go_on(self, draft: Draft) -> None:
        self.texts |= {tuple(name.split(BETWEEN)): text for name, text in draft.texts.items()}
        at = tuple(draft.place.rpartition(":")[0].split(BETWEEN))
        if any(entry.path == at for entry in self.form.entries(self.texts, at)):
            self.at = at

    def forget(self) -> None:
        """The draft was saved, or is let go on purpose."""
        with suppress(SaveFailed):  # a draft that stays behind is offered again and harms nothing
            forget_draft(self.house.store, self.form.case_id, self.form.name)

    # The walk

    def walk(self) -> Ended:
        """Ask field after field until it is saved or left."""
        self.at = self.at or self._first()
        while True:
            entry = self._entry()
            answer = self._ask(entry) if entry else self._ask_end()
            match answer.word:
                case Word.SAVE:
                    ended = self._save()
                    if ended:
                        return ended
                case Word.LEAVE:
                    return self._leave()
                case Word.BACK if not self.way:
                    return self._leave()
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
        stands = self.texts.get(entry.path, "")
        answer = Asked(self.lines, entry, stands, self.today, self._type, self.form.guide).ask()
        self.texts[entry.path] = answer.text
        self._keep_now()
        return answer

    def _type(self, text: str) -> None:
        assert self.at is not None
        self.texts[self.at] = text

    def _say_hint(self) -> None:
        hint = self.form.hint(self.texts, self.at or ())
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
            self.lines.say(f"{entry.group}: passed over.")
        self.way.append(self.at)
        self.at = rest[0].path if rest else None

    def _ask_end(self) -> Answer:
        """Ask whether to save; a form in which nothing was changed just ends."""
        if not self.changed:
            return Answer("", Word.SAVE)
        said = self.lines.ask("That was the last field. Enter to save, or back, or leave: ", END_HELP, self._say_all)
        return Answer("", said if isinstance(said, Word) else Word.SAVE)

    def _say_all(self) -> None:
        for path in (*self.way, ()):
            for entry in self.form.entries(self.texts, path):
                if entry.path == path and self.texts.get(path):
                    self.lines.say(f"{name_of(entry)}: {self.texts[path]}")

    # The end

    def _save(self) -> Ended | None:
        """Save; None where it cannot be kept as it stands. The field that is wrong is asked again."""
        if not self.changed:
            self.lines.say("Nothing changed.")
            self.forget()
            return "unchanged"
        try:
            said = self.form.save(self.texts)
        except Wrong as wrong:
            self.lines.trouble(mended(wrong))
            self._go_to(tuple(wrong.field.split(BETWEEN)))
            return None
        except StoreTrouble as trouble:
            if isinstance(trouble, Conflict) and trouble.theirs is not None:
                self.form.expected[trouble.theirs.id] = trouble.theirs.revision
            self._keep_now()
            self.lines.trouble(f"{trouble} What you typed is still here.")
            self.at = None
            return None
        self.forget()
        self.lines.say(said)
        return "saved"

    def _go_to(self, path: Path) -> None:
        if path != self.at and any(entry.path == path for entry in self.form.entries(self.texts, path)):
            if self.at is not None:
                self.way.append(self.at)
            self.at = path

    def _leave(self) -> Ended:
        if not self.changed:
            self.lines.say("Nothing changed.")
            return "left"
        self._keep_now()
        self.lines.say("Draft kept. It counts for nothing until it is saved.")
        return "left"


def said_at(at: datetime, house: House) -> str:
    """`Mon 23 Nov 15:52`, in local time."""
    here = at.astimezone()
    return f"{say_day(here.date(), house.clock.today())} {here:%H:%M}"
