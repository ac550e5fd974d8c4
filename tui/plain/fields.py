"""One field of a form, asked on one line: what stands there first, then what is typed instead."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from checklists.by_key import filled
from checklists.wrong import Wrong
from tui.plain.by_word import in_words
from tui.plain.lines import Lines, chosen
from tui.plain.words import Word

if TYPE_CHECKING:
    from checklists.entry import Entry
    from checklists.library import Guide

LONGEST_NOW = 80
"""Letters of what stands there that are said in the question itself; more is said on a line before it."""
END = "."
MOST_CHOICES = 12
"""Choices that are said before each question; more are said when they are asked for."""
LONG_HELP = (
    "Type line by line; a line with one dot alone ends it, two dots make a real one. Enter at once leaves it as it is."
)
EDITOR_HELP = "e alone opens your editor; =e is the letter."
LINE_HELP = "Enter leaves it as it is. - empties it."
MENDS = {
    "a, w, o or n; not seen counts too.": "Type a number; not seen counts too.",
    "Esc leaves it as it was.": "Enter leaves it as it was.",
}
"""What a form on a screen says of its keys, and plain lines of their words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in the field now, and the word that was said, if one was."""

    text: str
    word: Word | None = None


def mended(wrong: Wrong) -> str:
    """What is wrong and how to mend it, in the words of plain lines."""
    return f"{wrong.trouble} {filled(MENDS.get(wrong.mend, wrong.mend), in_words)}".strip()


def name_of(entry: "Entry", *, masked: bool = False) -> str:
    """`Seen, K.M., 8`: the label first, then whom it is about."""
    group = entry.group_behind_mask if masked else entry.group
    return f"{entry.label}, {group}" if group else entry.label


def stands_in(entry: "Entry", text: str, *, masked: bool) -> str:
    """What stands in a field, as it is said."""
    return entry.behind_mask(text) if masked else text


def choices_of(entry: "Entry", *, masked: bool = False) -> str:
    """The choices with their numbers, such as `1 alone, 2 with others, 3 observed, 4 not seen`; many only counted."""
    words = [words for _, words in entry.shown_choices(masked=masked)]
    if len(words) > MOST_CHOICES:
        first, last = words[0], words[-1]
        return f"{len(words)} choices, from {first} to {last}. Type the first letters of one, or ? for all."
    said = ", ".join(f"{number} {one}" for number, one in enumerate(words, 1))
    return said if said.endswith(".") else f"{said}."


def said_guide(guide: "Guide | None") -> str:
    """The rules of a guide, a line each; blank without one."""
    if guide is None:
        return ""
    rules = [f"{number}. {rule}" for number, rule in enumerate(guide.rules, 1)]
    parts = [line for title, say in guide.parts for line in (f"{title}:", *say)]
    return "\n".join((f"{guide.title}.", guide.opening, *rules, *parts))


class Asked:
    """A field that is being asked."""

    def __init__(
        self,
        lines: Lines,
        entry: "Entry",
        stands: str,
        today: date,
        typing: Callable[[str], None],
        guide: "Guide | None" = None,
        *,
        masked: bool = False,
        edit: Callable[[str], str] | None = None,
    ) -> None:
        self.lines = lines
        self.entry = entry
        self.stands = stands
        self.masked = masked
        """Whom it is about and what stands in it are said as x letters; what is typed now is shown."""
        self.today = today
        self.guide = guide if entry.ask.guide else None
        self.typing = typing
        """Hears a long text as it grows, and what was refused, so that a line that breaks loses none of it."""
        self.edit = edit
        """Opens a long text in the person's editor; None where the settings do not allow it."""

    def ask(self) -> Answer:
        """Ask until it can be read, or a word is said."""
        if self.entry.kind == "long":
            return self._long()
        self._before()
        while True:
            said = self.lines.ask(self._question(), self._help(), self._before, empties=True)
            if said is Word.EMPTY:
                return Answer("")
            if isinstance(said, Word):
                return Answer(self.stands, said)
            if not said.strip():
                return Answer(self.stands)
            try:
                return Answer(self._read(said))
            except Wrong as wrong:
                self.typing(said)  # a line that breaks now does not lose it; a word or an answer puts it right
                self.lines.trouble(mended(wrong))

    def _before(self) -> None:
        """The choices; and what stands there, where that is too long for the question."""
        if self.entry.choices:
            self.lines.say(choices_of(self.entry, masked=self.masked))
        if len(self.stands) > LONGEST_NOW and self.entry.kind != "long":
            self.lines.say(f"Now: {self._now}")

    @property
    def _name(self) -> str:
        return name_of(self.entry, masked=self.masked)

    @property
    def _now(self) -> str:
        return stands_in(self.entry, self.stands, masked=self.masked)

    def _question(self) -> str:
        name = self._name
        if not self.stands:
            return f"{name} (now: today). Enter to keep: " if self.entry.today else f"{name}: "
        now = self._now if len(self.stands) <= LONGEST_NOW else "as said"
        return f"{name} (now: {now}). Enter to keep: "

    def _help(self) -> str:
        more = LONG_HELP if self.entry.kind == "long" else LINE_HELP
        if self.entry.kind == "long" and self.edit:
            more = f"{more} {EDITOR_HELP}"
        if len(self.entry.choices) > MOST_CHOICES:
            names = (words for _, words in self.entry.shown_choices(masked=self.masked))
            more = f"{more} {', '.join(names)}."
        return "\n".join(
            filter(
                None,
                (
                    " ".join(part for part in (f"{self._name}.", self.entry.help, more) if part),
                    said_guide(self.guide),
                ),
            )
        )

    def _read(self, typed: str) -> str:
        """The text as it is kept, once it can be read: a choice in its words. Says the weekday of a date. Raises Wrong."""
        entry = self.entry
        text = self._in_words(typed) if entry.choices else typed.strip()
        entry.read(text, self.today)
        echo = entry.echo(text, self.today)
        if echo:
            self.lines.say(f"{entry.label}: {echo}.")
        return text

    def _in_words(self, typed: str) -> str:
        parts = typed.split(",") if self.entry.kind == "many" else [typed]
        return ", ".join(self._one(part) for part in parts if part.strip())

    def _one(self, typed: str) -> str:
        options = [choice.words for choice in self.entry.choices]
        place = chosen(options, typed)
        if place is not None:
            return options[place]
        if self.entry.ask.free:
            return typed.strip()
        trouble = f"{self.entry.label}: that is not one of the choices."
        mend = "Type 1." if len(options) == 1 else f"Type a number from 1 to {len(options)}."
        raise Wrong(trouble, mend, self.entry.name)

    def _long(self) -> Answer:
        """Lines until a single dot. What stands there stays, and is added to."""
        while True:
            edits = self.edit is not None
            said = self.lines.ask(self._long_question(), self._help(), self._say_it, empties=True, edits=edits)
            if said is Word.EMPTY:
                self.stands = ""
                self.typing("")
                continue
            if said is Word.EDITOR and self.edit:
                self.stands = self.edit(self.stands)
                continue
            if isinstance(said, Word):
                return Answer(self.stands, said)
            if not said.strip():
                return Answer(self.stands)
            return self._more_lines(said)

    def _more_lines(self, first: str) -> Answer:
        kept = [self.stands] if self.stands else []
        count, said = 0, first
        while said != END:
            kept.append(END if said == END * 2 else said)
            count += 1
            self.typing("\n".join(kept))
            word = self._line()
            if isinstance(word, Word):
                return Answer("\n".join(kept), word)
            said = word
        self.lines.say(f"{count} {'line' if count == 1 else 'lines'} kept.")
        return Answer("\n".join(kept))

    def _line(self) -> str | Word:
        """The next line; help is given and asked on. Nothing is written before it, so that a paste stays whole."""
        while True:
            said = self.lines.await_line()
            if said is Word.HELP:
                self.lines.say(LONG_HELP)
            elif said is Word.AGAIN:
                self._say_it()
            else:
                return said.rstrip() if isinstance(said, str) else said

    def _long_question(self) -> str:
        name = self._name
        if not self.stands:
            return f"{name}, ends with a dot on a line of its own: "
        count = self.stands.count("\n") + 1
        now = f"{count} line{'' if count == 1 else 's'}"
        return f"{name} (now: {now}). Enter to keep, again to hear it, - to empty it, or more lines: "

    def _say_it(self) -> None:
        self.lines.say(self._now or "Nothing is written here yet.")
